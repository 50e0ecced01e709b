"""Where the records of a JSON or XML feed lie, and which key of a record holds its licences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from recruitcheck.registry.drafting.words import headings
from recruitcheck.registry.readers.limits import MAX_RECORDS_BYTES
from recruitcheck.registry.readers.records import named_columns
from recruitcheck.registry.table import Source

MAX_DEPTH = 5
MAX_KEYS = 60
SAMPLE = 200
_OF_LICENCES = frozenset({"valid_from", "valid_to", "licence_number", "status", "scope", "period"})


def find_records(source: Source, encoding: str) -> tuple[str, str | None] | None:
    """(dotted path of the records, key of their licences); None where it is no JSON with records in it."""
    if source.size > MAX_RECORDS_BYTES:
        return None
    try:
        data = json.loads(source.path.read_text(encoding=encoding))
    except (ValueError, RecursionError):
        return None  # the reader will say what is wrong with it
    found = sorted(_lists(data, "", 0, data), key=lambda pair: (-_merit(pair[1]), pair[0]))
    if not found:
        return None
    path, records = found[0]
    return path, _licences(records)


def _lists(data: Any, path: str, depth: int, whole: Any) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    if isinstance(data, list):
        sample = data[:SAMPLE]
        if sample and all(isinstance(each, dict) for each in sample):
            yield path, data
        elif sample and all(isinstance(each, list) and len(each) > 1 for each in sample):
            names = named_columns(whole, len(data[0])) or list(map(str, data[0]))
            yield path, [dict(zip(names, each, strict=False)) for each in sample]
    elif isinstance(data, dict) and depth < MAX_DEPTH:
        for key, value in list(data.items())[:MAX_KEYS]:
            if "." not in key:
                yield from _lists(value, f"{path}.{key}" if path else key, depth + 1, whole)


def _merit(records: list[Mapping[str, Any]]) -> float:
    """Records that many and whose keys are words of ours."""
    keys = {key for each in records[:20] for key in each}
    known = {found[0].field for key in keys if (found := headings(str(key)))}
    return len(known) * 3 + min(len(records), 1000) / 100 + (10 if "name" in known else 0)


def _licences(records: list[Mapping[str, Any]]) -> str | None:
    """The key whose value is a list of licences, rather than of branches or persons."""
    best: tuple[int, str] | None = None
    for key in dict.fromkeys(key for each in records[:SAMPLE] for key in each):
        nested = [
            item
            for each in records[:SAMPLE]
            if isinstance(each.get(key), list)
            for item in each[key]
            if isinstance(item, dict)
        ]
        fields = {found[0].field for item in nested[:50] for inner in item if (found := headings(str(inner)))}
        merit = len(fields & _OF_LICENCES)
        if nested and merit and (best is None or merit > best[0]):
            best = (merit, key)
    return best[1] if best else None
