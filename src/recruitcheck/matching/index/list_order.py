"""Columns of two kinds of names put in the order of the list that both come from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from recruitcheck.matching.bulk.arrays import I64, U32, U64


class Order:
    """Two columns of values put in the order of the rows in which they stand in the list.

    ``order``: places in the one behind the other; ``first``, ``second``: where what stands in either comes to stand.
    """

    def __init__(self, rows: Sequence[int], others: Sequence[int]) -> None:
        every = np.array([*rows, *others], np.int64)
        self.order: I64 = np.argsort(every, kind="stable")
        place = np.empty(len(every), np.int64)
        place[self.order] = np.arange(len(every))
        self.first, self.second = place[: len(rows)], place[len(rows) :]

    def both(self, values: Sequence[int] | NDArray[Any], others: Sequence[int] | NDArray[Any]) -> I64:
        """Numbers of both columns."""
        return np.concatenate((np.asarray(values, np.int64), np.asarray(others, np.int64)))[self.order]

    def texts(self, values: list[bytes], others: list[bytes]) -> list[bytes]:
        """Texts of both columns."""
        every = values + others
        return [every[place] for place in self.order.tolist()]

    @staticmethod
    def moved(keys: Sequence[int] | U64, places: I64) -> U64:
        """Keys of names of one column, by the places where those come to stand."""
        old = np.asarray(keys, np.uint64)
        names = places[(old & np.uint64(0xFFFF_FFFF)).astype(np.int64)]
        return old >> np.uint64(32) << np.uint64(32) | names.astype(np.uint64)


def runs(sizes: Sequence[int], others: U32) -> tuple[I64, I64]:
    """Where each of some runs begins that lie one after another, and how long it is."""
    every = np.concatenate((np.array(sizes, np.int64), others.astype(np.int64)))
    return np.cumsum(every) - every, every


def as_they_come(texts: list[str], numbers: I64) -> tuple[list[str], I64]:
    """Texts in the order in which they are first named, and their new numbers."""
    different, first, which = np.unique(numbers, return_index=True, return_inverse=True)
    order = np.argsort(first)
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    return [texts[number] for number in different[order].tolist()], place[which.ravel()]
