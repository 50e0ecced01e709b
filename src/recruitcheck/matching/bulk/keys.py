"""What is filed under many keys at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recruitcheck.matching.bulk.arrays import I64, U64, spread
from recruitcheck.matching.index import NameIndex

_LOW = np.uint64(0xFFFF_FFFF)
_BITS = np.uint64(32)


class BulkKeys:
    """A table of ``key_table``, asked for many hashes."""

    def __init__(self, index: NameIndex, name: str) -> None:
        self._keys: U64 = np.asarray(index.section(name))

    def runs(self, hashes: Sequence[int], most: int) -> tuple[I64, I64]:
        """Where what stands under each hash begins, and how much it is: 0 where it is more than ``most``."""
        low = np.array(hashes, np.uint64) << _BITS
        first = np.searchsorted(self._keys, low)
        last = np.searchsorted(self._keys, low | _LOW, side="right")
        sizes = last - first
        sizes[sizes > most] = 0
        return first, sizes

    def numbers(self, places: I64) -> I64:
        """What stands at some places."""
        return (self._keys[places] & _LOW).astype(np.int64)

    def under(self, hashes: Sequence[int], most: int) -> tuple[I64, I64]:
        """Which hash, and what stands under it: ``KeyTable.under`` of each."""
        first, sizes = self.runs(hashes, most)
        return np.repeat(np.arange(len(sizes)), sizes), self.numbers(spread(first, sizes))
