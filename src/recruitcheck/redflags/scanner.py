"""The scan: which rules a document's words meet, what the guards said, and what could not be judged."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from recruitcheck.model import Confidence, Document, FactKind, Particulars, Span, Stance
from recruitcheck.redflags.candidates import find_candidates
from recruitcheck.redflags.clauses import Clause
from recruitcheck.redflags.compiled import REFERENCE, CompiledLanguage, CompiledPattern, compile_language
from recruitcheck.redflags.guards import PASSES, Verdict, covers, judge, judge_words_around
from recruitcheck.redflags.matcher import Match, Passage, find_matches
from recruitcheck.redflags.question import Asked, asked_at, heard_cues
from recruitcheck.redflags.quotes import quote_span
from recruitcheck.redflags.reading import Reading, read_document, read_passage
from recruitcheck.redflags.rule import Muted, Rule, RuleSet
from recruitcheck.redflags.stance import count_cues, document_stance

MAX_HITS = 40  # quotes per rule and document; the rest would say the same
MAX_JUDGED = 24  # matches of one pattern in one clause that guards look at; more is no language but noise
_FEES = ("fee_charging.", "deposit_or_penalty.")
_COMMON = REFERENCE  # English words stand in texts of every language; its rules always look


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule met by the words [start, end); ``quote`` is the clause or window shown to a reader.

    ``why`` tells concepts, words and guards; ``counter`` are spans that speak against it.
    """

    rule_id: str
    practice: str
    start: int
    end: int
    quote: Span
    lang: str
    stance: Stance
    confidence: Confidence
    weight: str
    why: tuple[str, ...]
    counter: tuple[Span, ...] = ()
    stopped_by: str | None = None
    figures: bool = False  # met by figures alone: every language of the text has a say


@dataclass(frozen=True, slots=True)
class ScanResult:
    """``hits`` state or attest, ``mentions`` only speak of the practice, ``stopped`` are near misses with their guard.

    ``silent`` rules looked and found nothing; ``not_applicable`` do not look at this kind of document;
    ``not_judged`` rules lack a language of the document; ``unread_languages`` have no rules at all. ``muted`` rules
    are in none of them.
    """

    hits: tuple[Hit, ...] = ()
    mentions: tuple[Hit, ...] = ()
    stopped: tuple[Hit, ...] = ()
    silent: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    not_judged: tuple[str, ...] = ()
    unread_languages: tuple[str, ...] = ()
    stance: Stance = Stance.STATES
    stance_why: str = ""
    rules: tuple[Rule, ...] = field(default=(), repr=False)
    muted: tuple[Muted, ...] = ()


def scan(document: Document, particulars: Particulars, rules: RuleSet) -> ScanResult:
    """Every rule against every clause. Pure; time linear in the text, bounded per clause."""
    work = read_document(document, particulars.facts)
    spoken, unread = _languages(document, rules)
    muted = rules.silenced
    found: list[Hit] = []
    cues: list[tuple[str, ...]] = [()] * len(work.clauses)
    own = [compile_language(rules, lang) for lang in spoken if lang != _COMMON]
    for lang in spoken:
        language = compile_language(rules, lang)
        for index, hits, names in _scan_language(work, language, own if lang == _COMMON else ()):
            found.extend(hit for hit in hits if hit.rule_id not in muted)
            cues[index] = tuple(dict.fromkeys((*cues[index], *names)))
    found = _agreed(found)
    cues = heard_cues(work, cues, (*document.languages, _COMMON))
    stance, why = document_stance(count_cues(cues), document.kind, _first_fee(found, work))
    return _result(document, rules, found, spoken, unread, stance, why)


def _first_fee(found: Sequence[Hit], work: Reading) -> int | None:
    """The place of the first clause that asks for a sum as a fee, no guard against it."""
    asked = [hit.start for hit in found if not hit.stopped_by and hit.practice.startswith(_FEES)]
    places = [bisect_right(work.clause_starts, start) - 1 for start in asked]
    priced = {
        bisect_right(work.clause_starts, fact.start) - 1
        for fact in work.facts
        if fact.kind in (FactKind.FEE, FactKind.MONEY)
    }
    return min((place for place in places if place in priced), default=None)


def _agreed(found: list[Hit]) -> list[Hit]:
    """Hits without those that another language of the text knows to be harmless.

    Figures belong to every language, and English words stand in texts of all: where a guard of another language
    stopped the same rule at the same words ("guarantor mat bano"), English alone does not know better.
    """
    stopped: dict[str, list[Hit]] = {}
    for hit in found:
        if hit.stopped_by:
            stopped.setdefault(hit.rule_id, []).append(hit)

    def denied(hit: Hit) -> bool:
        near = stopped.get(hit.rule_id, ())
        if hit.figures and any(other.figures and other.start == hit.start for other in near):
            return True
        return hit.lang == _COMMON and any(
            other.lang != _COMMON and other.start < hit.end and hit.start < other.end for other in near
        )

    return [hit for hit in found if hit.stopped_by or not denied(hit)]


def _languages(document: Document, rules: RuleSet) -> tuple[tuple[str, ...], tuple[str, ...]]:
    named = document.languages or (("und",) if document.text.strip() else ())
    spoken = [lang for lang in named if lang in rules.languages]
    if _COMMON in rules.languages and _COMMON not in spoken:
        spoken.append(_COMMON)
    return tuple(spoken), tuple(lang for lang in named if lang not in rules.languages)


def _scan_language(
    work: Reading, language: CompiledLanguage, beside: Sequence[CompiledLanguage]
) -> Iterator[tuple[int, list[Hit], tuple[str, ...]]]:
    """Per clause its place, hits and cues. ``beside``: languages of the text whose guards have a say as well."""
    given: Counter[tuple[str, bool]] = Counter()  # per rule, those that guards stopped apart from the others
    for candidate in find_candidates(work, language):
        names = {cue.name for cue in candidate.cues if cue.sure}
        # A rule that has enough hits looks no further; its near misses never keep it from looking.
        patterns = [one for one in candidate.patterns if given[one.rule.id, False] < MAX_HITS]
        doubtful = [cue for cue in candidate.cues if cue.name not in names]
        hits: list[Hit] = []
        if patterns or doubtful:
            clause = work.clauses[candidate.place]
            passage = read_passage(work, language, clause, candidate.low, candidate.high)
            if not _is_spoken(work, passage, language):
                patterns = []
            wanted = [*(one.pattern for one in patterns), *(cue.pattern for cue in doubtful)]
            passage.seek(frozenset[str]().union(*(pattern.slots for pattern in wanted)))
            others = _Beside(work, clause, candidate.low, candidate.high, beside)
            asked = asked_at(work, candidate.place, (*work.document.languages, _COMMON))
            for hit in _hits_in(work, language, clause, passage, candidate.low, patterns, others, asked):
                kind = (hit.rule_id, hit.stopped_by is not None)
                given[kind] += 1
                if given[kind] <= MAX_HITS:
                    hits.append(hit)
            names.update(cue.name for cue in doubtful if next(iter(find_matches(cue.pattern, passage)), None))
        yield candidate.place, hits, tuple(sorted(names))


class _Beside:
    """The other languages of a text, whose guards speak of English words too ("walang placement fee")."""

    def __init__(
        self, work: Reading, clause: Clause, low: int, high: int, languages: Sequence[CompiledLanguage]
    ) -> None:
        self._clause = work, clause, low, high
        self._languages = languages
        self._passages: dict[str, Passage] = {}

    def judge(self, match: Match, compiled: CompiledPattern, passage: Passage, asked: Asked | None) -> Verdict:
        """What their guards say of a match in ``passage``; the first that speaks decides."""
        for language in self._languages:
            other = self._passage(language)
            moved = match.moved(other.own - passage.own)
            verdict = judge_words_around(moved, compiled.guards, other, language, asked)
            if verdict.guard is not None:
                return verdict
        return PASSES

    def _passage(self, language: CompiledLanguage) -> Passage:
        if language.file.lang not in self._passages:
            work, clause, low, high = self._clause
            self._passages[language.file.lang] = read_passage(work, language, clause, low, high)
        return self._passages[language.file.lang]


def _hits_in(
    work: Reading,
    language: CompiledLanguage,
    clause: Clause,
    passage: Passage,
    low: int,
    patterns: Sequence[CompiledPattern],
    others: _Beside,
    asked: Asked | None,
) -> Iterator[Hit]:
    """At most one hit per rule: the first that passes its guards, else the first that did not."""
    best: dict[str, Hit] = {}
    for compiled in patterns:
        rule_id = compiled.rule.id
        if rule_id in best and best[rule_id].stopped_by is None:
            continue
        for match in islice(find_matches(compiled.pattern, passage), MAX_JUDGED):
            if match.end <= passage.own:
                continue  # the lead alone is judged where it stands
            about = asked if asked and compiled.answered and covers(match, passage, language) else None
            verdict = judge(match, compiled, passage, language, about)
            if verdict.guard is None:
                verdict = others.judge(match, compiled, passage, about)
            hit = _hit(work, language, clause, passage, low, compiled, match, verdict)
            if hit.stopped_by is None:
                best[rule_id] = hit
                break
            if rule_id not in best or (hit.figures and not best[rule_id].figures):
                best[rule_id] = hit
    yield from best.values()


def _is_spoken(work: Reading, passage: Passage, language: CompiledLanguage) -> bool:
    """Whether a clause is spoken in the language: the whole text is, or one of its words is no loan word or figure."""
    if language.speech is None or work.document.languages == (language.file.lang,):
        return True
    return language.speech.heard_in(passage.words)


def _hit(
    work: Reading,
    language: CompiledLanguage,
    clause: Clause,
    passage: Passage,
    low: int,
    compiled: CompiledPattern,
    match: Match,
    verdict: Verdict,
) -> Hit:
    rule = compiled.rule
    first = low + max(match.start - passage.own, 0)
    last = low + match.end - passage.own - 1
    start = work.folded.start(work.tokens.starts[first])
    end = work.folded.end(work.tokens.ends[last])
    why = [f"{slot}: {' '.join(passage.words[s:e])}" for slot, s, e in match.parts]
    begin = clause.start
    if match.start < passage.own:
        why.append(f"read with the {'question before it' if clause.answers else 'line that governs the list'}")
        begin = clause.lead.start if clause.answers and clause.lead is not None else begin
    names = ", ".join(shape.name for shape in compiled.guards) or "none"
    if verdict.guard:
        why.append(f"guard {verdict.guard} {verdict.effect}: {verdict.words}")
    else:
        why.append(f"guards passed: {names}")
    stance = Stance.MENTIONS if verdict.effect == "mentions" else Stance.STATES
    return Hit(
        rule_id=rule.id,
        practice=rule.practice,
        start=start,
        end=end,
        quote=quote_span(work.document.text, begin, clause.end, start, end),
        lang=language.file.lang,
        stance=stance,
        confidence=rule.confidence_level,
        weight=compiled.weight,
        why=tuple(why),
        stopped_by=verdict.guard,
        figures=compiled.figures,
    )


def _result(
    document: Document,
    rules: RuleSet,
    found: list[Hit],
    spoken: tuple[str, ...],
    unread: tuple[str, ...],
    stance: Stance,
    why: str,
) -> ScanResult:
    stopped = [hit for hit in found if hit.stopped_by and hit.stance is not Stance.MENTIONS]
    mentions = [hit for hit in found if hit.stance is Stance.MENTIONS]
    passed = [replace(hit, stance=stance, why=(*hit.why, f"stance: {why}")) for hit in found if not hit.stopped_by]
    if stance is Stance.MENTIONS:
        mentions, passed = mentions + passed, []
    hits = [replace(hit, counter=_counter(hit, stopped)) for hit in passed]
    heard = {hit.rule_id for hit in hits} | {hit.rule_id for hit in mentions}
    silent, not_applicable, not_judged = _unheard(document, rules, heard, spoken)
    return ScanResult(
        hits=_ordered(hits),
        mentions=_ordered(mentions),
        stopped=_ordered(stopped),
        silent=silent,
        not_applicable=not_applicable,
        not_judged=not_judged,
        unread_languages=unread,
        stance=stance,
        stance_why=why,
        rules=rules.rules,
        muted=rules.muted,
    )


def _unheard(
    document: Document, rules: RuleSet, heard: set[str], spoken: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Ids of the rules that looked in vain, that do not look at this kind of document, and that lack a language."""
    looked, kind = frozenset(spoken), document.kind.value
    wanted = frozenset(document.languages or ("und",)) if document.text.strip() else frozenset[str]()
    silent: list[str] = []
    not_applicable: list[str] = []
    not_judged: list[str] = []
    muted = rules.silenced
    for rule_id, langs, kinds in rules.outlines:
        if rule_id in muted:
            continue
        if not wanted <= langs:
            not_judged.append(rule_id)
        if rule_id in heard or looked.isdisjoint(langs):
            continue
        (silent if kinds is None or kind in kinds else not_applicable).append(rule_id)
    return tuple(silent), tuple(not_applicable), tuple(not_judged)


def _counter(hit: Hit, stopped: list[Hit]) -> tuple[Span, ...]:
    """Clauses in which the same practice was denied."""
    return tuple(dict.fromkeys(other.quote for other in stopped if other.practice == hit.practice))[:5]


def _ordered(hits: list[Hit]) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end, hit.rule_id, hit.lang)))
