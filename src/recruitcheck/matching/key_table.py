"""Hashed keys and what is filed under them, sorted in one array with a directory of where each beginning starts."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32

_LOW = 0xFFFF_FFFF
_BITS = 32
_PER_PAGE = 16  # keys, about; the directory knows the first bits of a key, as many as that takes


def hash_of(key: str) -> int:
    """32 bits of a key. Two keys may share them: a candidate too many, never one too few."""
    return crc32(key.encode())


def filed(keys: Iterable[int]) -> tuple[array[int], array[int]]:
    """(keys in order without repeats, directory) of ``hash_of(key) << 32 | number``."""
    ordered = array("Q", sorted(set(keys)))
    known = max(1, min(18, (len(ordered) // _PER_PAGE).bit_length()))
    pages = array("I", [0])
    at = 0
    for page in range(1, 1 << known):
        at = bisect_left(ordered, page << (2 * _BITS - known), at)
        pages.append(at)
    pages.append(len(ordered))
    return ordered, pages


class KeyTable:
    """Reads what ``filed`` wrote."""

    __slots__ = ("_keys", "_pages", "_shift")

    def __init__(self, keys: memoryview[int], pages: memoryview[int]) -> None:
        self._keys, self._pages = keys, pages
        self._shift = _BITS - (len(pages) - 1).bit_length() + 1

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
        return [one & _LOW for one in self._keys[first:last]] if last - first <= most else []
