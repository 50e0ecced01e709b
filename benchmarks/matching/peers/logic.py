"""nomenklatura's logic-v2 over the candidates that recruitcheck finds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

Row = tuple[str, str]
CANDIDATES: Path | None = None  # set by run.py


def logic_v2(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """Judges the candidates that recruitcheck found: what its scoring alone would make of the same finds."""
    from followthemoney import ValueEntity
    from nomenklatura.matching import get_algorithm
    from nomenklatura.matching.types import ScoringConfig

    algorithm = get_algorithm("logic-v2")
    if algorithm is None or CANDIDATES is None:
        raise SystemExit("logic-v2 needs --candidates and a nomenklatura that has it")
    config = ScoringConfig.defaults()
    names = dict(register)
    lines = (json.loads(line) for line in CANDIDATES.read_text(encoding="utf-8").splitlines())
    found = {line["query_id"]: [item["source_id"] for item in line["candidates"]] for line in lines}

    def made(key: str, name: str) -> ValueEntity:
        return ValueEntity.from_dict({"id": key, "schema": "Organization", "properties": {"name": [name]}})

    yield []
    for key, query in queries:
        asked = made(key, query)
        scored = [(item, 100 * algorithm.compare(asked, made(item, names[item]), config).score) for item in found[key]]
        yield sorted(scored, key=lambda pair: -pair[1])[:top]
