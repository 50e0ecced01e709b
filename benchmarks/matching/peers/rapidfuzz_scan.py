"""rapidfuzz alone: every query against every name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Row = tuple[str, str]


def wratio(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """``process.extract`` with WRatio over case-folded names."""
    from rapidfuzz import fuzz, process

    names = {key: name.casefold() for key, name in register}
    yield []  # ready: what follows is timed
    for _, query in queries:
        found = process.extract(query.casefold(), names, scorer=fuzz.WRatio, limit=top)
        yield [(key, points) for _, points, key in found]


def token_sort(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """``process.cdist`` with token_sort_ratio, in blocks of queries."""
    import numpy as np
    from rapidfuzz import fuzz, process

    names = [name.casefold() for _, name in register]
    yield []
    for start in range(0, len(queries), 64):
        block = [query.casefold() for _, query in queries[start : start + 64]]
        points = process.cdist(block, names, scorer=fuzz.token_sort_ratio, dtype=np.uint8, workers=1)
        for row in points:
            best = np.argpartition(row, -top)[-top:]
            best = best[np.argsort(-row[best].astype(int), kind="stable")]
            yield [(register[int(place)][0], float(row[place])) for place in best]
