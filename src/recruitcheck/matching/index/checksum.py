"""CRC-32 of many words of one length at once: as ``zlib.crc32`` of each."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

U8: TypeAlias = NDArray[np.uint8]
U32: TypeAlias = NDArray[np.uint32]

START = np.uint32(0xFFFF_FFFF)
_BYTE, _SHIFT = np.uint32(0xFF), np.uint32(8)


def _table() -> U32:
    """What each byte makes of an empty checksum."""
    table = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        table = np.where(table & np.uint32(1), np.uint32(0xEDB8_8320) ^ (table >> np.uint32(1)), table >> np.uint32(1))
    return table


_TABLE = _table()


def step(state: U32, letters: U8) -> U32:
    """The checksums one letter further; they begin at ``START`` and end exclusive-or'd with it."""
    further: U32 = _TABLE[(state ^ letters) & _BYTE] ^ (state >> _SHIFT)
    return further


def checksums(letters: U8) -> U32:
    """The checksum of each row."""
    state = np.full(len(letters), START)
    for column in letters.T:
        state = step(state, column)
    return state ^ START
