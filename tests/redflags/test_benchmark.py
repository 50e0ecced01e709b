"""Floors under the accuracy on labelled texts: a change that costs accuracy fails here."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from recruitcheck.model import Outcome
from recruitcheck.redflags import load_rules

FOLDER = Path(__file__).resolve().parents[2] / "benchmarks" / "offers"
TEXTS = FOLDER / "texts"
OTHERS = sorted({f"{path.parent.name}/{path.stem}" for path in TEXTS.glob("*/*.jsonl")} - {"en/first"})
COUNTED = frozenset({Outcome.FLAGGED})


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"offers_{name}", FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Figures(NamedTuple):
    """Micro F1, traps fired of how many, quotes that are not in the text, clear texts flagged of how many."""

    score: float
    fired: int
    traps: int
    inexact: int
    flagged: int
    clear: int


def _figures(cases: Iterable[dict[str, Any]]) -> Figures:
    predict = _module("predict")
    rules = load_rules()
    counts: Counter[str] = Counter()
    fired = traps = inexact = flagged = clear = 0
    for case in cases:
        said = predict.predict(case, rules, COUNTED)
        labels, given = set(case["labels"]), set(said["categories"]) - (set(case["ignore"]) - set(case["labels"]))
        counts.update(tp=len(labels & given), fp=len(given - labels), fn=len(labels - given))
        fired += len(set(case["traps"]) & given)
        traps += len(case["traps"])
        inexact += sum(item["quote"] not in case["text"] for item in said["evidence"])
        clear += not labels
        flagged += not labels and bool(given)
    return Figures(_module("score").f1(counts)[2], fired, traps, inexact, flagged, clear)


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def test_own_texts_are_read_as_labelled() -> None:
    cases = _read(TEXTS / "en" / "first.jsonl")
    assert len({case["id"] for case in cases}) == len(cases) >= 120
    found = _figures(cases)
    assert found.score >= 0.93
    assert found.fired <= 0.03 * found.traps
    assert found.inexact == 0


@pytest.mark.parametrize("wave", OTHERS)
def test_own_texts_of_other_languages_are_read_as_labelled(wave: str) -> None:
    cases = _read(TEXTS / f"{wave}.jsonl")
    assert len({case["id"] for case in cases}) == len(cases) >= 5
    found = _figures(cases)
    assert found.inexact == 0
    if found.clear >= 0.9 * len(
        cases
    ):  # honest texts, chosen because they were flagged at first: silence is all they ask
        assert found.flagged <= max(1, 0.15 * found.clear)
        return
    assert found.score >= 0.8
    assert found.fired <= max(1, 0.04 * found.traps) if found.traps >= 10 else not found.fired


def test_no_id_stands_for_two_texts() -> None:
    ids = Counter(case["id"] for path in TEXTS.glob("*/*.jsonl") for case in _read(path))
    assert [one for one, times in ids.items() if times > 1] == []


@pytest.mark.shared
def test_the_english_sample_is_read_well_enough(shared: Path) -> None:
    cases = [case for case in _read(shared / "offers-sample" / "cases.jsonl") if case["lang"] == "en"]
    found = _figures(cases)
    assert found.score >= 0.85
    assert found.fired <= 0.03 * found.traps
    assert found.inexact == 0
