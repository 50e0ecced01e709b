"""What an entry of another country than asked about should lose: the measures of a labelled set for several losses.

usage: country_loss.py FOLDER [--points 0 3 6 10 14]      (FOLDER as ``own_set.py`` or ``large_set.py`` writes it)

How it is chosen, on the tuning half: best F1 and AUC, with no loss of recall; of what comes out alike the smallest. It
has to hold for several sets (``--seed``, ``--most``) and for other shares of wrong countries and of look-alikes next
door (``--wrong``, ``--alike``): how people name countries is a guess. The kept half is looked at once, afterwards.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from measures import judge, measures
from run_sample import answer, read_queries, read_register
from weigh import ROWS_HARD

from recruitcheck.matching import search
from recruitcheck.matching.index import NameIndex

TOLD = ("recall@1", "recall@10", "best_f1", "auc")
FALSE = ("false@85", "false@90")


def measured(index: Path, queries: list[dict[str, str]], points: float, output: Path) -> dict[str, Any]:
    """The measures with that loss; in this process, so that the answers see it."""
    search.ELSEWHERE = points
    answer(index, queries, output, top=10, jobs=1)
    with output.open(encoding="utf-8") as lines:
        answers = {told["query_id"]: told["candidates"] for told in map(json.loads, lines)}
    return measures(judge(queries, answers), ROWS_HARD)


def show(label: str, told: Mapping[str, Any]) -> None:
    cells = [told[name] for name in TOLD] + [(told[name] or {}).get("all", float("nan")) for name in FALSE]
    print(f"{label:12}" + "".join(f"{cell:11.4f}" for cell in cells), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=float, nargs="+", default=[0, 3, 6, 10, 14])
    options = parser.parse_args()
    queries = read_queries(options.folder / "queries.csv")
    print(f"{'points':12}" + "".join(f"{name:>11}" for name in (*TOLD, *FALSE)))
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "names.idx"
        NameIndex.build(index, read_register(options.folder / "register.csv"))
        for points in options.points:
            show(f"{points:g}", measured(index, queries, points, Path(folder) / "answers.jsonl"))


if __name__ == "__main__":
    main()
