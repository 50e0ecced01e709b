"""Rules: data that detect a practice. A rule carries its own examples and knows no law."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field, model_validator

from recruitcheck.model import Confidence, Severity
from recruitcheck.resources import StrictModel

Weight = Literal["strong", "medium", "weak"]


class Exemption(StrictModel):
    """Words that make a match lawful where they stand at most ``within`` words from it (0: right beside or in it)."""

    find: str
    within: int = Field(ge=0, le=60)


Unless = str | Exemption  # text alone speaks for the whole clause


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
    unless: tuple[Unless, ...] = ()
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
    """Texts that the rule must flag and must leave alone; a rule's own file, the reference, gives one more of each."""

    flag: tuple[str, ...] = Field(min_length=3)
    clear: tuple[str, ...] = Field(min_length=3)


class Rule(StrictModel):
    """One red flag. ``id`` names the wrong; ``confidence`` is that of one plain hit; ``weight`` what it tells alone."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    title: str
    practice: str
    severity: Literal["critical", "high", "medium", "low", "info"]
    confidence: Literal["high", "medium", "low"] = "high"
    weight: Weight = "strong"
    rationale: str
    asks: bool = False  # a question states it too ("Have you a girl of 15?"); else the answer decides
    detect: dict[str, tuple[str | Detection, ...]]
    guards: tuple[str, ...] | None = None  # None: the guards marked default
    unless: dict[str, tuple[Unless, ...]] = Field(default_factory=dict)
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
class Muted:
    """What a user does not want judged: a rule or practice, why, and the ids of the rules it reaches."""

    named: str
    reason: str
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in use, sorted by id; ``sha256`` covers rules, packs, languages, guards and what is muted."""

    rules: tuple[Rule, ...]
    sha256: str
    muted: tuple[Muted, ...] = ()
    languages: frozenset[str] = field(init=False)  # every language in which some rule can look
    silenced: frozenset[str] = field(init=False)  # the ids of all muted rules
    outlines: tuple[tuple[str, frozenset[str], frozenset[str] | None], ...] = field(init=False, repr=False)
    # per rule its id, its languages and the kinds of document it looks at (None: all)

    def __post_init__(self) -> None:
        outlines = tuple((rule.id, frozenset(rule.detect), _kinds(rule)) for rule in self.rules)
        object.__setattr__(self, "outlines", outlines)
        object.__setattr__(self, "silenced", frozenset[str]().union(*(entry.rules for entry in self.muted)))
        object.__setattr__(self, "languages", frozenset[str]().union(*(langs for _, langs, _ in outlines)))

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id; KeyError where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)


def _kinds(rule: Rule) -> frozenset[str] | None:
    kinds: set[str] = set()
    for detections in rule.detect.values():
        for detection in detections:
            if isinstance(detection, str) or not detection.kinds:
                return None
            kinds |= set(detection.kinds)
    return frozenset(kinds)
