"""Workers' personal data out of what people are shown: the assessment keeps its exact words, a report does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from recruitcheck.model import (
    Assessment,
    CalculationEvidence,
    ComparisonEvidence,
    Evidence,
    FeeFact,
    Finding,
    MetadataEvidence,
    ObservationEvidence,
    QuoteEvidence,
)
from recruitcheck.report.safe_text import mask, mask_words


def conceal(assessment: Assessment) -> Assessment:
    """The same assessment with masked spans in blocks, and the masked words also wherever else they were quoted.

    Rows of registries are left as printed there: a registry's licensee is not a worker.
    """
    quotes = [item for item in _all_evidence(assessment) if isinstance(item, QuoteEvidence) and item.masked]
    if not quotes:
        return assessment
    words = frozenset(item.text[start:end] for item in quotes for start, end in item.masked)
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in quotes:
        spans.setdefault(item.document, []).extend((item.start + a, item.start + b) for a, b in item.masked)
    return replace(
        assessment,
        findings=tuple(_finding(item, words) for item in assessment.findings),
        fees=tuple(_fee(item, spans.get(item.document, []), words) for item in assessment.fees),
        terms=tuple(replace(term, evidence=_items(term.evidence, words)) for term in assessment.terms),
        facts=_values(assessment.facts, words),
        not_checked=tuple(
            replace(gap, what=mask_words(gap.what, words), why=mask_words(gap.why, words))
            for gap in assessment.not_checked
        ),
    )


def _all_evidence(assessment: Assessment) -> tuple[Evidence, ...]:
    found: tuple[Evidence, ...] = ()
    for finding in assessment.findings:
        found += finding.evidence + finding.counter_evidence
    for term in assessment.terms:
        found += term.evidence
    return found


def _finding(finding: Finding, words: frozenset[str]) -> Finding:
    return replace(
        finding,
        title=mask_words(finding.title, words),
        message=mask_words(finding.message, words),
        args=_mapping(finding.args, words),
        clears_if=mask_words(finding.clears_if, words),
        remedy=mask_words(finding.remedy, words),
        evidence=_items(finding.evidence, words),
        counter_evidence=_items(finding.counter_evidence, words),
    )


def _fee(fee: FeeFact, spans: list[tuple[int, int]], words: frozenset[str]) -> FeeFact:
    here = [(start - fee.start, end - fee.start) for start, end in spans if start < fee.end and end > fee.start]
    return replace(fee, fact=mask_words(mask(fee.fact, here), words))


def _items(evidence: tuple[Evidence, ...], words: frozenset[str]) -> tuple[Evidence, ...]:
    return tuple(_item(item, words) for item in evidence)


def _item(item: Evidence, words: frozenset[str]) -> Evidence:
    if isinstance(item, QuoteEvidence):
        return replace(item, text=mask_words(mask(item.text, item.masked), words))
    if isinstance(item, ComparisonEvidence):
        return replace(item, left=_mapping(item.left, words), right=_mapping(item.right, words))
    if isinstance(item, CalculationEvidence):
        return replace(item, inputs=_mapping(item.inputs, words), result=mask_words(item.result, words))
    if isinstance(item, MetadataEvidence):
        return replace(item, fields=_mapping(item.fields, words))
    if isinstance(item, ObservationEvidence):
        return replace(item, what=mask_words(item.what, words), where=mask_words(item.where, words))
    return item


def _mapping(values: Mapping[str, str], words: frozenset[str]) -> dict[str, str]:
    return {key: mask_words(value, words) for key, value in values.items()}


def _values(value: Any, words: frozenset[str]) -> Any:
    if isinstance(value, str):
        return mask_words(value, words)
    if isinstance(value, Mapping):
        return {key: _values(item, words) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_values(item, words) for item in value)
    return value
