"""A rule's own examples run against it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from recruitcheck.model import Document, DocumentKind
from recruitcheck.redflags.rulebook.rule import Detection, Rule
from recruitcheck.redflags.rulebook.rule_set import RuleSet
from recruitcheck.redflags.scan_result import ScanResult
from recruitcheck.redflags.scanner import scan


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
    examples, kind = rule.examples[lang], kind_for(rule)
    for wanted, texts in (("flag", examples.flag), ("clear", examples.clear)):
        for text in texts:
            result = scan_text(text, lang, alone, kind)
            if bool(result.hits) != (wanted == "flag"):
                yield ExampleFailure(rule.id, lang, wanted, text, _told(result))


def scan_text(text: str, lang: str, rules: RuleSet, kind: DocumentKind = DocumentKind.OTHER) -> ScanResult:
    """A scan of a bare text in a known language, with its figures."""
    from recruitcheck.particulars import extract

    document = bare_document(text, lang, kind)
    return scan(document, extract(document), rules)


def bare_document(text: str, lang: str, kind: DocumentKind) -> Document:
    """A text as if it were a document of a kind, in a known language."""
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


def kind_for(rule: Rule) -> DocumentKind:
    """The kind of document that a rule's examples stand for."""
    kinds = [d.kinds for group in rule.detect.values() for d in group if isinstance(d, Detection) and d.kinds]
    everywhere = any(isinstance(d, str) or not d.kinds for group in rule.detect.values() for d in group)
    return DocumentKind.OTHER if everywhere or not kinds else DocumentKind(kinds[0][0])


def _told(result: ScanResult) -> str:
    if result.hits:
        return "flagged: " + "; ".join(result.hits[0].why)
    near = (*result.mentions, *result.stopped)
    return "not flagged: " + ("; ".join(near[0].why) if near else "no pattern matched")
