"""A rule's own examples run against it, and what is wrong with a rule set."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recruitcheck.model import Document, DocumentKind
from recruitcheck.redflags.rule import Detection, Rule, RuleSet, Unless
from recruitcheck.redflags.scanner import ScanResult, scan


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that a rule got wrong; ``found`` is what it did instead."""

    rule: str
    lang: str
    wanted: str  # "flag" | "clear"
    text: str
    found: str


def run_examples(rule: Rule, rules: RuleSet | None = None) -> tuple[ExampleFailure, ...]:
    """Every example of a rule that does not come out as written. The other rules play no part."""
    own = hashlib.sha256(rule.model_dump_json().encode()).hexdigest()
    alone = RuleSet((rule,), f"{rules.sha256 if rules else ''}:{own}")
    return tuple(failure for lang in sorted(rule.examples) for failure in _failures(rule, alone, lang))


def _failures(rule: Rule, alone: RuleSet, lang: str) -> Iterator[ExampleFailure]:
    examples = rule.examples[lang]
    for wanted, texts in (("flag", examples.flag), ("clear", examples.clear)):
        for text in texts:
            result = scan_text(text, lang, alone, _kind_for(rule))
            if bool(result.hits) != (wanted == "flag"):
                yield ExampleFailure(rule.id, lang, wanted, text, _told(result))


def scan_text(text: str, lang: str, rules: RuleSet, kind: DocumentKind = DocumentKind.OTHER) -> ScanResult:
    """A scan of a bare text in a known language, with its figures."""
    from recruitcheck.particulars import extract

    document = _bare_document(text, lang, kind)
    return scan(document, extract(document), rules)


def _bare_document(text: str, lang: str, kind: DocumentKind) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(
        id="d1",
        text=text,
        sha256=digest,
        text_sha256=digest,
        media_type="text/plain",
        kind=kind,
        kind_from="option",
        languages=(lang,),
    )


def _kind_for(rule: Rule) -> DocumentKind:
    kinds = [d.kinds for group in rule.detect.values() for d in group if isinstance(d, Detection) and d.kinds]
    everywhere = any(isinstance(d, str) or not d.kinds for group in rule.detect.values() for d in group)
    return DocumentKind.OTHER if everywhere or not kinds else DocumentKind(kinds[0][0])


def _told(result: ScanResult) -> str:
    if result.hits:
        return "flagged: " + "; ".join(result.hits[0].why)
    near = (*result.mentions, *result.stopped)
    return "not flagged: " + ("; ".join(near[0].why) if near else "no pattern matched")


def lint_rules(rules: RuleSet) -> tuple[str, ...]:
    """What a maintainer should mend: examples that fail, patterns said twice, thin examples."""
    lines: list[str] = []
    for rule in rules.rules:
        for failure in run_examples(rule, rules):
            lines.append(f"{rule.id}: {failure.lang}: should {failure.wanted}: {failure.text!r}: {failure.found}")
        for lang, detections in rule.detect.items():
            sources = [d if isinstance(d, str) else d.find for d in detections]
            lines += [f"{rule.id}: detect.{lang}: said twice: {source!r}" for source in _twice(sources)]
            general = rule.unless.get(lang, ())
            for detection in detections:
                own = () if isinstance(detection, str) else detection.unless
                again = _twice([*dict.fromkeys(map(_clears, general)), *map(_clears, own)])
                lines += [f"{rule.id}: detect.{lang}: unless said twice: {source!r}" for source in again]
    return tuple(lines)


def _clears(item: Unless) -> str:
    return item if isinstance(item, str) else item.find


def _twice(sources: Iterable[str | None]) -> list[str]:
    counts = Counter(source for source in sources if source)
    return sorted(source for source, count in counts.items() if count > 1)
