"""What each weight of the score is worth: the measures of a labelled set with one weight changed at a time.

usage: weigh.py FOLDER [--change NAME=VALUE …]      (FOLDER as ``own_set.py`` writes it: the tuning half)

Without ``--change`` every weight of ``recruitcheck.matching.comparison`` is tried a quarter lower and higher. The ten
entries found with the shipped weights are scored and ordered anew. It was written after the present weights were chosen
(by trial on the tuning half; the kept half and a public sample were looked at throughout: neither is wholly unseen).
Take a change only where both halves gain and sisters stay for a person.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from measures import judge, measures
from run_sample import read_queries, read_register
from scorecard import HARD

from recruitcheck.matching import comparison
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.search import NameSearch
from recruitcheck.matching.side import Side

WEIGHTS = (
    "ORDER", "FORM_DIFFERS", "FORM_MISSING", "MARKET_DIFFERS", "MARKET_ASKED", "MARKET_LISTED", "OTHER_WORD",
    "OTHER_NUMBER", "NUMBER_MISSING", "NO_DISTINCTIVE", "SHORT",
)  # fmt: skip
TOLD = ("recall@1", "auc", "best_f1")
ROWS_HARD = HARD | {"row_acronym_gen"}
Found = list[tuple[str, Side, Side]]


def found_for(folder: Path, queries: list[dict[str, str]]) -> dict[str, Found]:
    """The sides of the ten entries found for each query, by its id."""
    with tempfile.TemporaryDirectory() as place:
        index = NameIndex.build(Path(place) / "names.idx", read_register(folder / "register.csv"))
        search = NameSearch(index)
        search.prepare()
        return {
            row["query_id"]: [
                (hit.entry.source_id, hit.comparison.asked, hit.comparison.listed)
                for hit in search.best(row["query_name"], 10)
            ]
            for row in queries
        }


def measured(queries: list[dict[str, str]], found: Mapping[str, Found]) -> dict[str, Any]:
    """The measures with the weights as they are set now."""
    answers = {}
    for query, sides in found.items():
        scored = [
            {"source_id": number, "score": comparison.compare_sides(asked, listed).score}
            for number, asked, listed in sides
        ]
        answers[query] = sorted(scored, key=lambda one: -float(one["score"]))
    return measures(judge(queries, answers), ROWS_HARD)


def changes(asked: list[str] | None) -> Iterator[tuple[str, float]]:
    """The weights to try."""
    if asked:
        for one in asked:
            name, _, value = one.partition("=")
            yield name, float(value)
        return
    for name in WEIGHTS:
        held = float(getattr(comparison, name))
        yield name, round(held * 0.75, 3)
        yield name, round(min(held * 1.25, 1.0) if held < 1 else held * 1.25, 3)


def show(label: str, told: Mapping[str, Any]) -> None:
    false = told["false@90"] or {}
    print(f"{label:24}" + "".join(f"{told[name]:9.4f}" for name in TOLD) + f"{false.get('all', float('nan')):9.4f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--change", action="append", metavar="NAME=VALUE")
    options = parser.parse_args()
    queries = read_queries(options.folder / "queries.csv")
    found = found_for(options.folder, queries)
    print(f"{'':24}" + "".join(f"{name:>9}" for name in (*TOLD, "false@90")))
    show("as shipped", measured(queries, found))
    for name, value in changes(options.change):
        held = getattr(comparison, name)
        setattr(comparison, name, value)
        show(f"{name} {value}", measured(queries, found))
        setattr(comparison, name, held)


if __name__ == "__main__":
    main()
