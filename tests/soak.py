"""How much a test that draws at random does: a fixed share in ``make test``, all of it in ``make soak``."""

from __future__ import annotations

import os

SOAK = bool(os.environ.get("RECRUITCHECK_SOAK"))


def rounds(share: int, whole: int) -> int:
    """``share`` in an ordinary run, ``whole`` in a soak."""
    return whole if SOAK else share
