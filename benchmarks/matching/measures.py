"""Accuracy of ranked answers: recall, F1, AUC, false answers by kind, and how often a score is right.

A query without a true entry must stay unanswered at the threshold; one with an entry is right when the entry stands
first.
"""

from __future__ import annotations

import bisect
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

BIN = 5  # points of score in one step of the calibration curve

Query = Mapping[str, str]
Answers = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with its best score (minus infinity where nothing came) and whether the first answer is right."""

    category: str
    listed: bool
    score: float
    right: bool
    within: bool  # the right entry is among those asked for


def judge(queries: Iterable[Query], answers: Answers, *, within: int = 10) -> tuple[Judged, ...]:
    """Every query judged; one without an answer counts as nothing found."""
    judged = []
    for query in queries:
        found = answers.get(query["query_id"], ())
        good = {query["target_id"], *filter(None, query["also_ok_ids"].split("|"))} - {""}
        ids = [str(item["source_id"]) for item in found[:within]]
        score = float(found[0]["score"]) if found else -math.inf
        judged.append(
            Judged(
                query["category"], bool(query["target_id"]), score, bool(ids and ids[0] in good), bool(good & {*ids})
            )
        )
    return tuple(judged)


def measures(judged: Sequence[Judged], hard: Collection[str]) -> dict[str, Any]:
    """The figures of the scorecard; ``hard`` are kinds that no string decides, left out of "surface"."""
    listed = [item for item in judged if item.listed]
    strangers = sorted(item.score for item in judged if not item.listed)
    right = sorted(item.score for item in listed if item.right)
    wrong = sorted(item.score for item in listed if not item.right)
    surface = [item for item in listed if item.category not in hard]
    return {
        "queries": len(judged),
        "recall@1": _share(item.right for item in listed),
        "recall@10": _share(item.within for item in listed),
        "surface@1": _share(item.right for item in surface),
        "best_f1": _best_f1(right, wrong, strangers),
        "auc": _auc(right, strangers),
        "false@85": _false_at(0.85, surface, judged),
        "false@90": _false_at(0.90, surface, judged),
        "by_kind": _by_kind(judged),
        "calibration": calibration(judged),
    }


def calibration(judged: Iterable[Judged]) -> list[dict[str, float]]:
    """Per step of the score: answers, and the share of them that are right."""
    steps: dict[int, list[bool]] = defaultdict(list)
    for item in judged:
        if item.score >= 0:
            steps[min(int(item.score // BIN) * BIN, 100 - BIN)].append(item.listed and item.right)
    return [
        {"from": step, "to": step + BIN, "answers": len(hits), "right": round(sum(hits) / len(hits), 4)}
        for step, hits in sorted(steps.items())
    ]


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return round(sum(counted) / max(1, len(counted)), 4)


def _at_least(scores: Sequence[float], mark: float) -> int:
    return len(scores) - bisect.bisect_left(scores, mark)


def _best_f1(right: Sequence[float], wrong: Sequence[float], strangers: Sequence[float]) -> float:
    best = 0.0
    total = len(right) + len(wrong)
    for mark in {*right, *strangers} - {-math.inf}:
        true, false = _at_least(right, mark), _at_least(wrong, mark) + _at_least(strangers, mark)
        best = max(best, 2 * true / max(1, true + false + total))
    return round(best, 4)


def _auc(right: Sequence[float], strangers: Sequence[float]) -> float:
    wins = 0.0
    for score in right:
        below, upto = bisect.bisect_left(strangers, score), bisect.bisect_right(strangers, score)
        wins += below + (upto - below) / 2
    return round(wins / max(1, len(right) * len(strangers)), 4)


def _false_at(kept: float, surface: Sequence[Judged], judged: Sequence[Judged]) -> dict[str, float] | None:
    """Strangers answered at the threshold that keeps a share of the surface queries right; None where none keeps it."""
    scores = sorted((item.score for item in surface if item.right), reverse=True)
    needed = math.ceil(kept * len(surface))
    if not 0 < needed <= len(scores):
        return None
    mark = scores[needed - 1]
    kinds: dict[str, list[bool]] = defaultdict(list)
    for item in judged:
        if not item.listed:
            for kind in ("all", item.category):
                kinds[kind].append(item.score >= mark)
    return {kind: _share(hits) for kind, hits in sorted(kinds.items())}


def _by_kind(judged: Iterable[Judged]) -> dict[str, dict[str, float]]:
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for item in judged:
        if item.listed:
            kinds[item.category].append(item)
    return {
        kind: {
            "queries": len(items),
            "@1": _share(item.right for item in items),
            "@10": _share(i.within for i in items),
        }
        for kind, items in sorted(kinds.items())
    }
