"""Probabilistic linkage: splink on DuckDB, its weights learnt without labels."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

Row = tuple[str, str]
_WORDS = re.compile(r"\w+")
_PAIRS = 2_000_000  # drawn at random to learn what chance agreement looks like


def splink(register: Sequence[Row], queries: Sequence[Row], top: int) -> Iterator[list[tuple[str, float]]]:
    """Jaro-Winkler levels of the name and its first two words, blocked by a word or by the first letters."""
    import pandas as pd
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as cl

    logging.getLogger("splink").setLevel(logging.ERROR)
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("name", [0.97, 0.92, 0.85]),
            cl.JaroWinklerAtThresholds("first", [0.95, 0.88]),
            cl.JaroWinklerAtThresholds("second", [0.95, 0.88]),
        ],
        blocking_rules_to_generate_predictions=[block_on("first"), block_on("second"), block_on("start")],
        retain_intermediate_calculation_columns=False,
    )
    api = DuckDBAPI()
    tables = [
        api.register(pd.DataFrame(map(_record, rows)), dataset_display_name=name)
        for rows, name in ((queries, "asked"), (register, "listed"))
    ]
    linker = Linker(tables, settings)
    linker.training.estimate_probability_two_random_records_match([block_on("name")], recall=0.3)
    linker.training.estimate_u_using_random_sampling(max_pairs=_PAIRS)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("start"))
    yield []
    found = linker.inference.predict(threshold_match_weight=-20).as_pandas_dataframe()
    asked = {key for key, _ in queries}
    answers: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for left, right, weight in zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"], strict=True):
        query, entry = (left, right) if left in asked else (right, left)
        answers[query].append((entry, float(weight) + 20))
    for key, _ in queries:
        yield sorted(answers[key], key=lambda pair: -pair[1])[:top]


def _record(row: Row) -> dict[str, str | None]:
    key, name = row
    words = _WORDS.findall(name.casefold())
    first, second = (words[place] if place < len(words) else None for place in (0, 1))
    return {
        "unique_id": key,
        "name": " ".join(words),
        "first": first,
        "second": second,
        "start": "".join(words)[:5] or None,
    }
