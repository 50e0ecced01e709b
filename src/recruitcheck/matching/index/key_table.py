"""Hashed keys and what is filed under them, sorted in one array with a directory of where each beginning starts."""

from __future__ import annotations

import sys
from bisect import bisect_left
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOW = 0xFFFF_FFFF
_LOW_HALF = 0 if sys.byteorder == "little" else 1  # which half of a key is its number
_BITS = 32
_PER_PAGE = 16  # keys, about; the directory knows the first bits of a key, as many as that takes


def hash_of(key: str) -> int:
    """32 bits of a key. Two keys may share them: a candidate too many, never one too few."""
    return crc32(key.encode())


def directory_of(ordered: NDArray[np.uint64]) -> NDArray[np.uint32]:
    """Where each page of keys begins: ``hash_of(key) << 32 | number``, in order, without repeats."""
    import numpy as np

    known = max(1, min(18, (len(ordered) // _PER_PAGE).bit_length()))
    begins = np.arange(1, 1 << known, dtype=np.uint64) << np.uint64(2 * _BITS - known)
    return np.concatenate(([0], np.searchsorted(ordered, begins), [len(ordered)])).astype(np.uint32)


class KeyTable:
    """Reads what ``filed`` wrote."""

    __slots__ = ("_halves", "_keys", "_pages", "_shift")

    def __init__(self, keys: memoryview[int], pages: memoryview[int]) -> None:
        self._keys, self._pages = keys, pages
        self._halves = keys.cast("B").cast("I")
        self._shift = _BITS - (len(pages) - 1).bit_length() + 1

    def __len__(self) -> int:
        """How many numbers are filed."""
        return len(self._keys)

    def under(self, key: str, most: int) -> list[int]:
        """What stands under a key; [] where it is more than ``most``, which tells nothing."""
        hashed = crc32(key.encode())
        page = hashed >> self._shift
        first, end = self._pages[page], self._pages[page + 1]
        if first == end:
            return []
        low = hashed << 32
        first = bisect_left(self._keys, low, first, end)
        if first == end or self._keys[first] >> 32 != hashed:
            return []
        last = bisect_left(self._keys, low + _LOW + 1, first, end)
        return self._halves[2 * first + _LOW_HALF : 2 * last : 2].tolist() if last - first <= most else []
