"""What a maintainer of rules should mend, beyond examples that fail: patterns that cannot flag, that add nothing, that
no example shows, that are tried too often; rules that say what another says; languages that are missing.

Nothing here judges a text for a user: it reads the rules' own examples as texts and counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from recruitcheck.redflags.candidates import find_candidates
from recruitcheck.redflags.compiled import CompiledLanguage, CompiledPattern, compile_language
from recruitcheck.redflags.matcher import find_matches
from recruitcheck.redflags.reading import Reading, read_document
from recruitcheck.redflags.rulebook.examples import bare_document, kind_for
from recruitcheck.redflags.rulebook.pattern_cover import Cover
from recruitcheck.redflags.rulebook.rule import Detection, Rule, Unless
from recruitcheck.redflags.rulebook.rule_set import RuleSet
from recruitcheck.redflags.scanner import scan

Level = Literal["error", "warning", "note"]

TRIED_OFTEN = 0.08  # share of all clauses of a language's examples in which a pattern is tried; shipped ones: up to .04
LEAST_CLAUSES = 200  # fewer clauses tell no share
OVERLAP = 0.7  # share of a rule's texts that another rule flags at the same words
LEAST_TEXTS = 3


@dataclass(frozen=True, slots=True)
class RuleProblem:
    """One thing to mend; ``lang`` is empty where every language is meant."""

    rule: str
    lang: str
    level: Level
    kind: Literal["unreachable", "needless", "twice", "slow", "overlap", "unproved", "language"]
    what: str
    todo: str

    def __str__(self) -> str:
        where = f"{self.rule}: {self.lang}" if self.lang else self.rule
        return f"{self.level}: {where}: {self.what} {self.todo}"


@dataclass(slots=True)
class _Readings:
    """What the examples of one language showed: by pattern, how often it was tried, whether a text to flag met it."""

    clauses: int = 0
    tried: Counter[int] = field(default_factory=Counter)
    met: set[int] = field(default_factory=set)
    texts: Counter[str] = field(default_factory=Counter)  # texts to flag, by rule
    also: Counter[tuple[str, str]] = field(default_factory=Counter)  # (rule, other rule that flags its words too)


def lint_language(rules: RuleSet, lang: str, chosen: frozenset[str] | None = None) -> tuple[RuleProblem, ...]:
    """Everything to mend in one language, of the rules ``chosen`` by id (None: all), by rule."""
    problems = [*lint_patterns(rules, lang, chosen), *lint_examples(rules, lang, chosen)]
    return tuple(sorted(problems, key=lambda one: (one.rule, one.kind, one.what)))


def lint_patterns(rules: RuleSet, lang: str, chosen: frozenset[str] | None = None) -> Iterator[RuleProblem]:
    """What the patterns tell without any text: said twice, adding nothing, never able to flag."""
    for rule, patterns in _chosen(rules, compile_language(rules, lang), chosen):
        yield from _said_twice(rule.id, rule.detect[lang], rule.unless.get(lang, ()), lang)
        yield from _covered(patterns, lang)


def lint_examples(rules: RuleSet, lang: str, chosen: frozenset[str] | None = None) -> Iterator[RuleProblem]:
    """What the examples tell: patterns tried too often or met by no text, rules that flag another one's words."""
    language = compile_language(rules, lang)
    judged = list(_chosen(rules, language, chosen))
    readings = _read_examples(rules, language, {rule.id for rule, _ in judged})
    for rule, patterns in judged:
        yield from _from_readings(rule.id, patterns, readings, lang)
    yield from _overlaps(rules, readings, lang)


def missing_languages(rules: RuleSet, chosen: frozenset[str] | None = None) -> tuple[RuleProblem, ...]:
    """The languages in which some rules look and this one cannot."""
    problems = []
    for rule in rules.rules:
        missing = sorted(rules.languages - rule.detect.keys())
        if missing and (chosen is None or rule.id in chosen):
            what = f"cannot look in {' '.join(missing)}: there the practice is told as not checked."
            problems.append(RuleProblem(rule.id, "", "note", "language", what, "Add it to packs/<lang>.yml."))
    return tuple(problems)


def _chosen(
    rules: RuleSet, language: CompiledLanguage, chosen: frozenset[str] | None
) -> Iterator[tuple[Rule, list[CompiledPattern]]]:
    """The rules to judge, each with its own patterns of the language in the order of its file."""
    by_rule: dict[str, list[CompiledPattern]] = {}
    for one in language.patterns():
        if not one.borrowed:
            by_rule.setdefault(one.rule.id, []).append(one)
    for rule in rules.rules:
        if language.lang in rule.detect and (chosen is None or rule.id in chosen):
            yield rule, by_rule.get(rule.id, [])


def _said_twice(
    rule_id: str, detections: Sequence[str | Detection], general: Sequence[Unless], lang: str
) -> Iterator[RuleProblem]:
    for source in _twice(item if isinstance(item, str) else item.find for item in detections):
        yield RuleProblem(rule_id, lang, "warning", "twice", f"said twice: {source!r}.", "Keep one.")
    for detection in detections:
        own = () if isinstance(detection, str) else detection.unless
        for source in _twice([*dict.fromkeys(map(_clears, general)), *map(_clears, own)]):
            yield RuleProblem(rule_id, lang, "warning", "twice", f"unless said twice: {source!r}.", "Keep one.")


def _clears(item: Unless) -> str:
    return item if isinstance(item, str) else item.find


def _twice(sources: Iterable[str | None]) -> list[str]:
    counts = Counter(source for source in sources if source)
    return sorted(source for source, count in counts.items() if count > 1)


def _covered(patterns: Sequence[CompiledPattern], lang: str) -> Iterator[RuleProblem]:
    """Patterns that their own exemption always calls lawful, and those of which another finds everything."""
    cover = Cover(lang)
    for one in patterns:
        source = one.pattern.source
        for lawful in one.unless:
            if cover.always_stands(lawful.pattern, one.pattern):
                what = f"can never flag: {source!r} always holds words of its own unless {lawful.pattern.source!r}."
                todo = "Narrow the exemption or take the pattern out."
                yield RuleProblem(one.rule.id, lang, "error", "unreachable", what, todo)
        for other in patterns:
            if (
                other is not one
                and cover.finds_all(other, one)
                and not (cover.finds_all(one, other) and one.order < other.order)
            ):
                what = f"adds nothing: all that {source!r} finds {other.pattern.source!r} finds too."
                yield RuleProblem(one.rule.id, lang, "warning", "needless", what, "Take it out.")
                break


def _read_examples(rules: RuleSet, language: CompiledLanguage, wanted: set[str]) -> _Readings:
    """Reads every example of the language as a text of its own."""
    from recruitcheck.particulars import extract

    lang = language.lang
    readings = _Readings()
    for rule in rules.rules:
        examples = rule.examples.get(lang)
        if examples is None:
            continue
        for text in (*examples.flag, *examples.clear):
            document = bare_document(text, lang, kind_for(rule))
            facts = extract(document)
            flagged = text in examples.flag
            _count_tries(readings, language, read_document(document, facts.facts), rule.id if flagged else "")
            if flagged and rule.id in wanted:
                readings.texts[rule.id] += 1
                hits = scan(document, facts, rules).hits
                mine = [hit for hit in hits if hit.rule_id == rule.id]
                others = (
                    hit.rule_id
                    for hit in hits
                    if hit.rule_id != rule.id and any(hit.start < one.end and one.start < hit.end for one in mine)
                )
                readings.also.update((rule.id, other) for other in dict.fromkeys(others))
    return readings


def _count_tries(readings: _Readings, language: CompiledLanguage, work: Reading, flagged_for: str) -> None:
    readings.clauses += len(work.clauses)
    for candidate in find_candidates(work, language):
        readings.tried.update(one.order for one in candidate.patterns)
        news = [one for one in candidate.patterns if one.rule.id == flagged_for and one.order not in readings.met]
        if news:
            met = (one.order for one in news if next(iter(find_matches(one.pattern, candidate.passage)), None))
            readings.met.update(met)


def _from_readings(
    rule_id: str, patterns: Sequence[CompiledPattern], readings: _Readings, lang: str
) -> Iterator[RuleProblem]:
    for one in patterns:
        share = readings.tried[one.order] / max(readings.clauses, 1)
        if readings.clauses >= LEAST_CLAUSES and share > TRIED_OFTEN:
            what = f"is tried in {share:.0%} of all clauses: {one.pattern.source!r}."
            todo = "Give it a rarer word that must stand, or it slows every text."
            yield RuleProblem(rule_id, lang, "warning", "slow", what, todo)
    unmet = [one.pattern.source for one in patterns if one.order not in readings.met]
    if unmet:
        what = f"no example meets {len(unmet)} of {len(patterns)} patterns, e.g. {unmet[0]!r}."
        yield RuleProblem(rule_id, lang, "note", "unproved", what, "Write a text to flag for each.")


def _overlaps(rules: RuleSet, readings: _Readings, lang: str) -> Iterator[RuleProblem]:
    families: Mapping[str, str] = {rule.id: rule.practice.partition(".")[0] for rule in rules.rules}
    for (rule_id, other), count in sorted(readings.also.items()):
        texts = readings.texts[rule_id]
        if texts >= LEAST_TEXTS and count > OVERLAP * texts and families[rule_id] != families[other]:
            what = f"{other} ({families[other]}) flags the same words in {count} of its {texts} texts."
            yield RuleProblem(rule_id, lang, "warning", "overlap", what, "Let one of them say it, or part their words.")
