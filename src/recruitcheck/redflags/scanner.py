"""The scan: which rules a document's words meet, what the guards said, and what could not be judged."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from recruitcheck.model import Document, FactKind, Particulars, Stance
from recruitcheck.redflags.candidates import Candidate, Survey, find_candidates
from recruitcheck.redflags.clauses import Clause
from recruitcheck.redflags.compiled import CompiledLanguage, CompiledPattern, compile_language
from recruitcheck.redflags.guards import PASSES, Verdict, covers, judge, judge_words_around
from recruitcheck.redflags.hit import Hit
from recruitcheck.redflags.matcher import Match, Passage, find_matches
from recruitcheck.redflags.pattern import Pattern
from recruitcheck.redflags.plan import REFERENCE
from recruitcheck.redflags.question import Asked, asked_at, heard_cues
from recruitcheck.redflags.quotes import quote_span
from recruitcheck.redflags.reading import Reading, read_document
from recruitcheck.redflags.rulebook.rule_set import RuleSet
from recruitcheck.redflags.scan_result import ScanResult, result_of
from recruitcheck.redflags.stance import count_cues, document_stance

MAX_HITS = 40  # quotes per rule and document; the rest would say the same
MAX_JUDGED = 24  # matches of one pattern in one clause that guards look at; more is no language but noise
_FEES = ("fee_charging.", "deposit_or_penalty.")
_COMMON = REFERENCE  # English words stand in texts of every language; its rules always look


def scan(document: Document, particulars: Particulars, rules: RuleSet) -> ScanResult:
    """Every rule against every clause. Pure; time linear in the text, bounded per clause."""
    work = read_document(document, particulars.facts)
    spoken, unread = _languages(document, rules)
    muted = rules.silenced
    found: list[Hit] = []
    cues: list[tuple[str, ...]] = [()] * len(work.clauses)
    own = [compile_language(rules, lang) for lang in spoken if lang != _COMMON]
    judging_trades = True
    for lang in spoken:
        language = compile_language(rules, lang)
        judging_trades = judging_trades and language.knows("employment")
        for index, hits, names in _scan_language(work, language, own if lang == _COMMON else ()):
            found.extend(hit for hit in hits if hit.rule_id not in muted)
            cues[index] = tuple(dict.fromkeys((*cues[index], *names)))
    found = _agreed(found)
    cues = heard_cues(work, cues, (*document.languages, _COMMON))
    counted = count_cues(cues, judging_trades=judging_trades)
    stance, why = document_stance(counted, document.kind, _first_fee(found, work))
    return result_of(document, rules, found, spoken, unread, stance, why)


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
    others = _Beside([Survey(work, other) for other in beside])
    for candidate in find_candidates(work, language):
        names = {cue.name for cue in candidate.cues if cue.sure}
        doubtful = [cue for cue in candidate.cues if cue.name not in names]
        names.update(cue.name for cue in doubtful if _matches(cue.pattern, candidate.passage))
        # A rule that has enough hits looks no further; its near misses never keep it from looking.
        patterns = [one for one in candidate.patterns if given[one.rule.id, False] < MAX_HITS]
        hits: list[Hit] = []
        if patterns and _is_spoken(work, candidate.passage, language):
            for hit in _hits_in(work, language, candidate, patterns, others):
                kind = (hit.rule_id, hit.stopped_by is not None)
                given[kind] += 1
                if given[kind] <= MAX_HITS:
                    hits.append(hit)
        yield candidate.place, hits, tuple(sorted(names))


def _matches(pattern: Pattern, passage: Passage) -> bool:
    return next(iter(find_matches(pattern, passage)), None) is not None


class _Beside:
    """The other languages of a text, whose guards speak of English words too ("walang placement fee")."""

    def __init__(self, surveys: Sequence[Survey]) -> None:
        self._surveys = surveys
        self._candidate: Candidate | None = None
        self._passages: list[Passage] = []

    def judge(self, match: Match, compiled: CompiledPattern, candidate: Candidate, asked: Asked | None) -> Verdict:
        """What their guards say of a match in a candidate; the first that speaks decides."""
        if self._candidate is not candidate:
            self._candidate = candidate
            self._passages = [one.passage(candidate.place, candidate.low, candidate.high) for one in self._surveys]
        for survey, other in zip(self._surveys, self._passages, strict=True):
            moved = match.moved(other.own - candidate.passage.own)
            verdict = judge_words_around(moved, compiled.guards, other, survey.language, asked)
            if verdict.guard is not None:
                return verdict
        return PASSES


def _hits_in(
    work: Reading,
    language: CompiledLanguage,
    candidate: Candidate,
    patterns: Sequence[CompiledPattern],
    others: _Beside,
) -> Iterator[Hit]:
    """At most one hit per rule: the first that passes its guards, else the first that did not."""
    best: dict[str, Hit] = {}
    passage = candidate.passage
    asked = asked_at(work, candidate.place, (*work.document.languages, _COMMON))
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
                verdict = others.judge(match, compiled, candidate, about)
            hit = _hit(work, language, candidate, compiled, match, verdict)
            if hit.stopped_by is None:
                best[rule_id] = hit
                break
            if rule_id not in best or (hit.figures and not best[rule_id].figures):
                best[rule_id] = hit
    yield from best.values()


def _is_spoken(work: Reading, passage: Passage, language: CompiledLanguage) -> bool:
    """Whether a clause is spoken in the language: the whole text is, or one of its words is no loan word or figure."""
    if language.speech is None or work.document.languages == (language.lang,):
        return True
    return language.speech.heard_in(passage.words)


def _hit(
    work: Reading,
    language: CompiledLanguage,
    candidate: Candidate,
    compiled: CompiledPattern,
    match: Match,
    verdict: Verdict,
) -> Hit:
    rule, passage, low = compiled.rule, candidate.passage, candidate.low
    clause = work.clauses[candidate.place]
    first = low + max(match.start - passage.own, 0)
    last = low + match.end - passage.own - 1
    start = work.folded.start(work.tokens.starts[first])
    end = work.folded.end(work.tokens.ends[last])
    why = [f"{slot}: {' '.join(passage.words[s:e])}" for slot, s, e in match.parts]
    begin = clause.start
    if match.start < passage.own:
        why.append(f"read with the {_lead_of(clause)}")
        begin = clause.lead.start if (clause.answers or clause.refers) and clause.lead is not None else begin
    why += [f"{work.tokens.written[at]!r} read as {work.tokens.words[at]!r}" for at in _slips(work, first, last)]
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
        lang=language.lang,
        stance=stance,
        confidence=rule.confidence_level,
        weight=compiled.weight,
        why=tuple(why),
        stopped_by=verdict.guard,
        figures=compiled.figures,
    )


def _lead_of(clause: Clause) -> str:
    if clause.answers:
        return "question before it"
    return "sentence before it" if clause.refers else "line that governs the list"


def _slips(work: Reading, first: int, last: int) -> Iterator[int]:
    return (at for at in range(first, last + 1) if at in work.tokens.written)
