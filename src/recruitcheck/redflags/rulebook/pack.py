"""Packs: the patterns of one language for every rule, so that a language is added without touching a rule.

``packs/<lang>.yml`` or, where one file grows too long, ``packs/<lang>/*.yml``; the rules themselves speak English.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import Field

from recruitcheck.redflags.rulebook.rule import Detection, Examples, Rule, Unless
from recruitcheck.redflags.words.language import load_languages
from recruitcheck.resources import StrictModel, load_models

Located = tuple[Path, "Pack"]


class PackRule(StrictModel):
    """What one language adds to one rule; ``guards`` replaces the rule's own for patterns that name none."""

    detect: tuple[str | Detection, ...] = Field(min_length=1)
    guards: tuple[str, ...] | None = None
    unless: tuple[Unless, ...] = ()
    examples: Examples

    @property
    def detections(self) -> tuple[str | Detection, ...]:
        """``detect`` with the pack's guards written into it."""
        return self.detect if self.guards is None else tuple(self._guarded(item) for item in self.detect)

    def _guarded(self, detection: str | Detection) -> Detection:
        if isinstance(detection, str):
            return Detection(find=detection, guards=self.guards)
        return detection if detection.guards is not None else detection.model_copy(update={"guards": self.guards})


class Pack(StrictModel):
    """One language (or a part of it): what it adds to rules, by their ids."""

    lang: str
    rules: dict[str, PackRule]


def load_packs(paths: Sequence[Path]) -> tuple[Located, ...]:
    """The packs as written, in the order of their paths; DataFileError tells what cannot be read in any of them."""
    return tuple(sorted(load_models(Pack, paths), key=lambda located: paths.index(located[0])))


def pack_problems(packs: Sequence[Located], rules: Sequence[Rule], *, shipped: frozenset[Path]) -> list[str]:
    """Unknown rules and languages, a file named after another language, a rule said twice."""
    known = {rule.id for rule in rules}
    said = {(rule.id, lang): Path(f"rules/{rule.id}.yml") for rule in rules for lang in rule.detect}
    problems = []
    for path, pack in packs:
        if pack.lang not in (path.stem, path.parent.name):
            problems.append(
                f"{path}: lang: {pack.lang!r} is not what the file is named. Name it packs/{pack.lang}.yml."
            )
        if pack.lang not in load_languages():
            problems.append(f"{path}: lang: no language file for {pack.lang!r}. Write languages/{pack.lang}.yml first.")
        for rule_id in pack.rules:
            if rule_id not in known:
                problems.append(f"{path}: rules.{rule_id}: no such rule. `recruitcheck rules list` shows their ids.")
            elif path in shipped and (rule_id, pack.lang) in said:
                problems.append(f"{path}: rules.{rule_id}: is also in {said[rule_id, pack.lang]}. Say it in one place.")
            said.setdefault((rule_id, pack.lang), path)
    return problems


def merged(rules: Iterable[Rule], packs: Sequence[Located]) -> tuple[Rule, ...]:
    """The rules with what the packs add; where both speak a language, the pack's words come after the rule's."""
    by_rule: dict[str, list[tuple[str, PackRule]]] = {}
    for _, pack in packs:
        for rule_id, part in pack.rules.items():
            by_rule.setdefault(rule_id, []).append((pack.lang, part))
    return tuple(_with(rule, by_rule.get(rule.id, ())) for rule in rules)


def _with(rule: Rule, parts: Sequence[tuple[str, PackRule]]) -> Rule:
    if not parts:
        return rule
    detect, unless, examples = dict(rule.detect), dict(rule.unless), dict(rule.examples)
    for lang, part in parts:
        detect[lang] = (*detect.get(lang, ()), *part.detections)
        if part.unless:
            unless[lang] = (*unless.get(lang, ()), *part.unless)
        before = examples.get(lang)
        examples[lang] = part.examples if before is None else _joined(before, part.examples)
    return rule.model_copy(update={"detect": detect, "unless": unless, "examples": examples})


def _joined(one: Examples, other: Examples) -> Examples:
    return Examples.model_construct(flag=(*one.flag, *other.flag), clear=(*one.clear, *other.clear))
