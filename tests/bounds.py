"""Bounded time: what the fixture `bounded` is made of."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

Bounded = Callable[[float], AbstractContextManager[None]]

# A blow-up costs a hundredfold; a slow, shared machine that also measures coverage has cost fivefold.
PATIENCE = 10


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail when the block takes PATIENCE times the CPU `seconds` that are to be enough on an idle machine.

    Tests do not measure speed (benchmarks/ do): this only tells a blow-up from slow iron.
    """
    began = time.process_time()
    yield
    used = time.process_time() - began
    assert used < seconds * PATIENCE, f"{used:.1f} s of CPU time where {seconds} were to be enough on an idle machine"
