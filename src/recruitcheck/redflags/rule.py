"""Rules: data that detect a practice. A rule carries its own examples and knows no law."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from recruitcheck.errors import DataFileError
from recruitcheck.model import Confidence, Severity
from recruitcheck.redflags.language import language_paths, load_guards
from recruitcheck.resources import StrictModel, load_models, package_data, tree_sha256
from recruitcheck.vocabulary import practices

Weight = Literal["strong", "medium", "weak"]


class Detection(StrictModel):
    """One way to say the wrong: a pattern (``find``), or roles whose fillers must stand together.

    ``unless`` are patterns in the same clause that make it lawful; ``guards`` replaces the rule's guards.
    """

    find: str | None = None
    who: tuple[str, ...] = ()
    verb: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    order: Literal["given", "any"] = "any"
    within: int = Field(default=14, ge=1, le=60)
    unless: tuple[str, ...] = ()
    guards: tuple[str, ...] | None = None
    weight: Weight | None = None
    kinds: tuple[Literal["advert", "message", "offer_letter", "contract", "other"], ...] = ()

    @model_validator(mode="after")
    def _one_form(self) -> Detection:
        roles = bool(self.who or self.verb or self.what or self.how)
        if bool(self.find) == roles:
            raise ValueError("give either find or roles (who, verb, what, how)")
        return self


class Examples(StrictModel):
    """Texts that the rule must flag and must leave alone."""

    flag: tuple[str, ...] = Field(min_length=4)
    clear: tuple[str, ...] = Field(min_length=4)


class Rule(StrictModel):
    """One red flag. ``id`` names the wrong; ``confidence`` is that of one plain hit; ``weight`` what it tells alone."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    title: str
    practice: str
    severity: Literal["critical", "high", "medium", "low", "info"]
    confidence: Literal["high", "medium", "low"] = "high"
    weight: Weight = "strong"
    rationale: str
    detect: dict[str, tuple[str | Detection, ...]]
    guards: tuple[str, ...] | None = None  # None: the guards marked default
    unless: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    examples: dict[str, Examples]

    @property
    def severity_level(self) -> Severity:
        return Severity(self.severity)

    @property
    def confidence_level(self) -> Confidence:
        return Confidence(self.confidence)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self.detect))


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in use, sorted by id; ``sha256`` covers rules, languages and guards."""

    rules: tuple[Rule, ...]
    sha256: str

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id; KeyError where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    @property
    def languages(self) -> frozenset[str]:
        """Every language in which some rule can look."""
        return frozenset(lang for rule in self.rules for lang in rule.detect)


def load_rules(folders: Sequence[Path] = (), *, check_shipped: bool = False) -> RuleSet:
    """Shipped rules first, then ``*.yml`` of each folder. DataFileError lists every problem at once.

    Every pattern of the folders' rules is compiled here, so that a mistake is told at the door. Shipped patterns were
    compiled by the tests and are compiled when a text first needs them; ``check_shipped`` compiles them too.
    """
    shipped, own = _rule_paths(folders)
    loaded = load_models(Rule, [*shipped, *own])
    suspects = loaded if check_shipped else [(path, rule) for path, rule in loaded if path in own]
    problems = [*_shared_ids(loaded), *(line for path, rule in suspects for line in _problems(path, rule))]
    if problems:
        raise DataFileError(tuple(problems))
    rules = tuple(sorted((rule for _, rule in loaded), key=lambda rule: rule.id))
    return RuleSet(rules, rules_sha256(folders))


def rules_sha256(folders: Sequence[Path] = ()) -> str:
    """Over the bytes of all rules, languages and guards; without reading what they say."""
    shipped, own = _rule_paths(folders)
    return hashlib.sha256(tree_sha256([*shipped, *own, *language_paths()]).encode()).hexdigest()


def _rule_paths(folders: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Files of the shipped rules and of the user's own."""
    own: list[Path] = []
    for folder in folders:
        found = sorted(folder.glob("*.yml"))
        if not found:
            raise DataFileError((f"{folder}: no rules (*.yml) here. Name a folder that holds rule files.",))
        own.extend(found)
    return tuple(sorted((package_data("redflags") / "rules").glob("*.yml"))), tuple(own)


def _shared_ids(loaded: Sequence[tuple[Path, Rule]]) -> list[str]:
    seen: dict[str, Path] = {}
    problems = []
    for path, rule in loaded:
        if rule.id in seen:
            problems.append(f"{path}: id: {rule.id} is also in {seen[rule.id]}. Ids are unique; rename one.")
        seen[rule.id] = path
    return problems


def _problems(path: Path, rule: Rule) -> list[str]:
    from recruitcheck.redflags.compiled import compile_detection

    problems = []
    if rule.practice not in practices():
        problems.append(f"{path}: practice: {rule.practice} is unknown. `rules list` shows rules with known practices.")
    known = load_guards()
    named = {*(rule.guards or ())}
    for lang, detections in rule.detect.items():
        for detection in detections:
            if isinstance(detection, Detection):
                named |= set(detection.guards or ())
        problems.extend(f"{path}: detect.{lang}: {line}" for line in compile_detection(rule, lang))
        if lang not in rule.examples:
            problems.append(f"{path}: examples.{lang}: missing. Give texts to flag and to clear in each language.")
    problems.extend(f"{path}: guards: {name} is unknown." for name in sorted(named - known.keys()))
    return problems
