"""The rules in use as a check needs them: what each is called and says, without its patterns and examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from recruitcheck.model import Confidence, Severity

if TYPE_CHECKING:
    from recruitcheck.redflags.rulebook.rule import Rule


_KEPT = 1_000  # mixtures of languages for which it is remembered which rules look


class RuleHead(NamedTuple):
    """What findings tell of a rule. ``kinds``: the kinds of document it looks at, sorted (None: all)."""

    id: str
    title: str
    practice: str
    severity: str
    confidence: str
    weight: str
    languages: tuple[str, ...]
    kinds: tuple[str, ...] | None

    @property
    def severity_level(self) -> Severity:
        return Severity(self.severity)

    @property
    def confidence_level(self) -> Confidence:
        return Confidence(self.confidence)

    @classmethod
    def from_plain(cls, values: Sequence[Any]) -> RuleHead:
        """From the JSON form of one."""
        head = cls(*values)
        return head._replace(languages=tuple(head.languages), kinds=None if head.kinds is None else tuple(head.kinds))


@dataclass(frozen=True, slots=True)
class Muted:
    """What a user does not want judged: a rule or practice, why, and the ids of the rules it reaches."""

    named: str
    reason: str
    rules: frozenset[str]


class LateRules(Sequence["Rule"]):
    """Rules that lie on disk until somebody asks for one: a check needs their heads alone."""

    def __init__(self, count: int, read: Callable[[], tuple[Rule, ...]]) -> None:
        self._count = count
        self._read = read

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        return self._read()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Rule: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Rule]: ...

    def __getitem__(self, place: int | slice) -> Rule | Sequence[Rule]:
        return self._rules[place]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in use, sorted by id; ``sha256`` covers rules, packs, languages, guards and what is muted.

    ``heads`` are those of the rules, in their order. ``on_disk``: the rules are exactly what the files say over which
    ``sha256`` runs, so that what is compiled of them may be kept.
    """

    rules: Sequence[Rule]
    sha256: str
    muted: tuple[Muted, ...] = ()
    heads: tuple[RuleHead, ...] = ()
    on_disk: bool = False
    languages: frozenset[str] = field(init=False)  # every language in which some rule can look
    silenced: frozenset[str] = field(init=False)  # the ids of all muted rules
    _looking: dict[tuple[tuple[str, ...], tuple[str, ...], str], tuple[tuple[str, ...], ...]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        if not self.heads:
            object.__setattr__(self, "heads", tuple(rule.head for rule in self.rules))
        object.__setattr__(self, "silenced", frozenset[str]().union(*(entry.rules for entry in self.muted)))
        object.__setattr__(self, "languages", frozenset[str]().union(*(head.languages for head in self.heads)))

    def looking(self, spoken: tuple[str, ...], wanted: tuple[str, ...], kind: str) -> tuple[tuple[str, ...], ...]:
        """Ids of the rules that look in a text, that do not look at its kind of document, and that lack a language.

        ``spoken`` are the languages in which any rule looks, ``wanted`` those of the text.
        """
        key = (spoken, wanted, kind)
        known = self._looking.get(key)
        if known is None:
            if len(self._looking) >= _KEPT:
                self._looking.clear()
            known = self._looking[key] = self._look(frozenset(spoken), frozenset(wanted), kind)
        return known

    def _look(self, spoken: frozenset[str], wanted: frozenset[str], kind: str) -> tuple[tuple[str, ...], ...]:
        looking: list[str] = []
        not_applicable: list[str] = []
        not_judged: list[str] = []
        for head in self.heads:
            if head.id in self.silenced:
                continue
            if not wanted.issubset(head.languages):
                not_judged.append(head.id)
            if not spoken.isdisjoint(head.languages):
                (looking if head.kinds is None or kind in head.kinds else not_applicable).append(head.id)
        return tuple(looking), tuple(not_applicable), tuple(not_judged)

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id, all of it; KeyError where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def head(self, rule_id: str) -> RuleHead:
        """The head of the rule of that id; KeyError where there is none."""
        for head in self.heads:
            if head.id == rule_id:
                return head
        raise KeyError(rule_id)
