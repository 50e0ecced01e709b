"""What was met is told exactly, however few the marks."""

from __future__ import annotations

import random

import pytest

from recruitcheck.registry.mapping import seen as module
from recruitcheck.registry.mapping.seen import Seen


@pytest.mark.parametrize("slots", [1, 16, 1 << 10])
def test_it_says_what_a_set_says(monkeypatch: pytest.MonkeyPatch, slots: int) -> None:
    monkeypatch.setattr(module, "SLOTS", slots)
    monkeypatch.setattr(module, "RUN", 20)
    chance = random.Random(slots)  # noqa: S311  a fixed seed is the point
    seen, right = Seen(), set[int]()
    for _ in range(40):
        numbers = {chance.randrange(-200, 200) << chance.choice((0, 40)) for _ in range(15)}
        assert seen.among(numbers) == numbers & right
        assert all((number in seen) == (number in right) for number in numbers)
        seen.add(numbers - right)
        right |= numbers
