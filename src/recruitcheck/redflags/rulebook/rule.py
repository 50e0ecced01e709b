"""Rules: data that detect a practice. A rule carries its own examples and knows no law."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from recruitcheck.redflags.rulebook.rule_set import RuleHead
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
    def languages(self) -> tuple[str, ...]:
        return tuple(sorted(self.detect))

    @property
    def head(self) -> RuleHead:
        """What a check needs to know of it."""
        return RuleHead(
            id=self.id,
            title=self.title,
            practice=self.practice,
            severity=self.severity,
            confidence=self.confidence,
            weight=self.weight,
            languages=self.languages,
            kinds=_kinds(self),
        )


def _kinds(rule: Rule) -> tuple[str, ...] | None:
    kinds: set[str] = set()
    for detections in rule.detect.values():
        for detection in detections:
            if isinstance(detection, str) or not detection.kinds:
                return None
            kinds |= set(detection.kinds)
    return tuple(sorted(kinds))
