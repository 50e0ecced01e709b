"""Questions and what answers them: a text does not state what it only asks, unless it answers yes.

Data: answers.yml, per language the words that begin an answer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from recruitcheck.redflags.reading import Reading, asks
from recruitcheck.redflags.words.folding import fold_text
from recruitcheck.redflags.words.tokens import words_of
from recruitcheck.resources import StrictModel, load_models, package_data

Reply = Literal["yes", "no", "none"]
Cues = tuple[str, ...]
_FILE = "answers.yml"
_FRAMING = frozenset({"teaching", "attesting"})  # cues that the wording of a question gives by chance
_HEADING = 60  # code points of a line such as "Questions that we are often asked"
_SKIPPED = 2  # clauses between a question and its answer that hold no more than "A."


class AnswerWords(StrictModel):
    """How one language affirms and denies; ``label`` may stand before the answer ("A: yes")."""

    lang: str
    affirm: tuple[str, ...]
    deny: tuple[str, ...]
    label: tuple[str, ...] = ()


class Asked(NamedTuple):
    """How a question is answered, and the words that answer it."""

    reply: Reply
    words: str
    priced: bool = False  # the answer names a sum


@cache
def _answers() -> Mapping[str, Mapping[tuple[str, ...], Reply]]:
    """Per language the words that begin an answer, folded; a label answers nothing."""
    loaded = load_models(AnswerWords, [package_data("redflags") / _FILE], many=True)
    table: dict[str, dict[tuple[str, ...], Reply]] = {}
    for _, words in loaded:
        replies: tuple[tuple[tuple[str, ...], Reply], ...] = (
            (words.label, "none"),
            (words.affirm, "yes"),
            (words.deny, "no"),
        )
        table[words.lang] = {words_of(fold_text(phrase)): reply for phrases, reply in replies for phrase in phrases}
    return table


def asked_at(work: Reading, place: int, languages: Sequence[str]) -> Asked | None:
    """Whether the clause at ``place`` asks, and what the text answers; None where it asks nothing."""
    if not asks(work, work.clauses[place]):
        return None
    for following in range(place + 1, min(place + 2 + _SKIPPED, len(work.clauses))):
        clause = work.clauses[following]
        low = bisect_left(work.tokens.origins, clause.start)
        words = work.tokens.words[low : bisect_left(work.tokens.origins, clause.end, low)]
        asked = _opening(words, languages)
        if asked is not None:
            return asked._replace(priced=any("<money>" in work.fact_slots[fact] for fact in work.facts_in(clause)))
    return Asked("none", "")


def heard_cues(work: Reading, cues: Sequence[Cues], languages: Sequence[str]) -> list[Cues]:
    """The cues of each clause without those of questions that the text answers, and of the heading above them.

    An advert in questions and answers teaches no more than one without them.
    """
    heard = list(cues)
    for place, names in enumerate(cues):
        if names and not _FRAMING.isdisjoint(names):
            asked = asked_at(work, place, languages)
            clause = work.clauses[place]
            if asked is None and clause.end - clause.start <= _HEADING and place + 1 < len(cues):
                asked = asked_at(work, place + 1, languages)
            if asked is not None and asked.reply != "none":
                heard[place] = tuple(name for name in names if name not in _FRAMING)
    return heard


def _opening(words: Sequence[str], languages: Sequence[str]) -> Asked | None:
    """What the first words of a clause answer; None where it holds nothing but a label."""
    begins = 0
    for _ in range(2):
        found = _longest(words, begins, languages)
        if found is None:
            break
        phrase, reply = found
        if reply != "none":
            return Asked(reply, " ".join(phrase))
        begins += len(phrase)
    return None if begins == len(words) else Asked("none", "")


def _longest(words: Sequence[str], begins: int, languages: Sequence[str]) -> tuple[tuple[str, ...], Reply] | None:
    """The longest phrase that stands at ``begins``, in the first language that has one."""
    for lang in languages:
        known = _answers().get(lang, {})
        standing = [phrase for phrase in known if tuple(words[begins : begins + len(phrase)]) == phrase]
        if standing:
            longest = max(standing, key=len)
            return longest, known[longest]
    return None
