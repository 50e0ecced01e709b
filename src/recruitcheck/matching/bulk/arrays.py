"""Types of arrays, and the few steps with runs that numpy has no word for."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

U8: TypeAlias = NDArray[np.uint8]
U16: TypeAlias = NDArray[np.uint16]
U32: TypeAlias = NDArray[np.uint32]
U64: TypeAlias = NDArray[np.uint64]
I64: TypeAlias = NDArray[np.int64]
F64: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]

_TIE = 1e-9


def spread(starts: I64, sizes: I64) -> I64:
    """The places of some runs, one run after the other: 3, 2 with sizes 2, 3 are 3, 4, 2, 3, 4."""
    before = np.cumsum(sizes) - sizes
    found: I64 = np.arange(int(sizes.sum()), dtype=np.int64) + np.repeat(starts - before, sizes)
    return found


def grown(old: NDArray[Any], size: int) -> NDArray[Any]:
    """The array with room for at least so many, zero behind what it held."""
    if len(old) >= size:
        return old
    new = np.zeros(size, old.dtype)
    new[: len(old)] = old
    return new


def rounded(values: F64) -> F64:
    """``round(value, 1)`` of each: what lies so near a tie that multiplying may decide it is left to ``round``."""
    tens = values * 10
    found: F64 = np.rint(tens) / 10
    tied = np.flatnonzero(np.abs(tens - np.floor(tens) - 0.5) < _TIE)
    found[tied] = [round(value, 1) for value in values[tied].tolist()]
    return found
