"""A document cut into clauses: sentences, lines, list items, table rows; offsets are exact.

A list item remembers the lead that governs it ("We never ask for:"), however far above it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from recruitcheck.model import Span

MAX_CLAUSE = 600  # code points; a longer run without punctuation is cut at a comma or a space
MAX_LEAD = 200  # code points of a heading that are read with each of its items
MAX_ANSWER = 60  # code points of a clause that is read with the question before it
_ANSWER_GAP = 8  # code points between the two: blanks and a line
_TITLE = 70  # a longer line without a full stop is a sentence, not a title
_WRAPPED = 48  # a line at least this long whose successor starts in lower case was wrapped
_WRAPPED_CASELESS = 64  # the same in a script without case, where only the length tells
_WRAPPED_DENSE = 30  # and in Chinese, Japanese and Korean, whose signs are twice as wide

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")
_BULLETS = "•●▪◦■□►➤➢❖✅✔☑📌👉🔹🔸🔴🟢⭐▶➡★◆✓✦❌🚫⛔💰📞📍"
_MARKER = regex.compile(
    rf"\s*(?:[{_BULLETS}]\ufe0f?|[-–—*·+>]\s|\(?(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}|[a-z]|[ivx]{{1,4}})[.)]\s|"
    rf"\d\ufe0f?\u20e3)\s*",
    regex.IGNORECASE,
)
_STOP = regex.compile(
    rf"(?P<soft>[.!?…]+[\"'”’)\]]*(?=\s))|(?P<hard>[।॥۔。｡！？؟\u1362\u1367\u1368\u104b\u17d4\u17d5\u0f0d\u0f0e]+|[!?]+(?=[^\s!?.\"'”’)\]]))|"
    rf"(?P<semi>[;；؛፤]|(?<=\s)\|\|\s)|(?P<bullet>[{_BULLETS}]\ufe0f?)"
)
# Every first character of what may end a clause: found quickly, then looked at closely.
_MARK = re.compile(rf"[.!?…।॥۔。｡！？؟\u1362\u1367\u1368\u104b\u17d4\u17d5\u0f0d\u0f0e;；؛፤|{_BULLETS}]")
_ENDS_SENTENCE = (".", "!", "?", "…", ";", "；", "।", "॥", "۔", "。", "！", "？", "؟", "؛", "።", "፤", "။", "។", "៕")
_COLONS = (":", "\uff1a", ":-", "៖", "፦")  # the second is the full-width colon
# Abbreviations before a figure, before a name, and those that may close a sentence.
_BEFORE_FIGURE = frozenset(
    [
        "no",
        "nos",
        "rs",
        "re",
        "tk",
        "sr",
        "usd",
        "art",
        "arts",
        "sec",
        "cl",
        "para",
        "pp",
        "p",
        "approx",
        "ph",
        "tel",
        "mob",
        "min",
        "max",
        "bdt",
        "inr",
        "npr",
        "lkr",
        "रु",
        "रू",
        "नं",
        "টা",
        "নং",
        "රු",
        "ரூ",
    ]
)
# Short forms after which a sentence goes on where the next word is in lower case ("500 руб. за визу").
_MAY_GO_ON = frozenset(
    {
        "etc",
        "ltd",
        "inc",
        "a.m",
        "p.m",
        "am",
        "pm",
        "руб",
        "грн",
        "тыс",
        "мес",
        "ч",
        "г",
        "см",
        "стр",
        "ул",
        "долл",
        "крб",
        "год",
        "міс",
        "godz",
        "mies",
        "zł",
        "zl",
        "tys",
        "tzw",
        "ok",
        "std",
        "tägl",
        "mtl",
        "inkl",
        "zzgl",
        "bzw",
        "ca",
        "evtl",
        "mind",
        "max",
        "min",
        "ecc",
        "gg",
        "vb",
        "yak",
        "tl",
        "lei",
        "lun",
        "h",
        "hrs",
        "approx",
        "per",
    }
)
_NEVER_LAST = frozenset(
    [
        "e.g",
        "i.e",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "st",
        "m/s",
        "pvt",
        "co",
        "messrs",
        "vs",
        "viz",
        "cf",
        "w.e.f",
        "incl",
        "addl",
    ]
)
_THAI_SHORT = ("ตม", "ต.ม", "ชม", "ช.ม", "ซม", "กม", "กก", "รปภ", "โทร", "พ.ศ", "กทม", "น.ส")  # also glued to a word
_DENSE = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
_ASKING = frozenset("?？؟⁇՞\u037e")
_ASKS_IN_GREEK = regex.compile(r"\p{Greek};")  # a semicolon behind a Greek letter asks
_CLOSING = frozenset("\"'”’»」』)）]")
_LAST_WORD = regex.compile(r"[\w./]+$")


class Clause(NamedTuple):
    """``[start, end)`` in the document. ``lead`` governs it as a list item; ``title`` heads its section.

    ``answers``: the lead is a question, which lends its words and denies nothing. ``refers``: the lead is the sentence
    before, which "it" or "they" speak of; it lends its words to what reaches into it and to nothing else.
    """

    start: int
    end: int
    lead: Span | None = None
    title: Span | None = None
    answers: bool = False
    refers: bool = False


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    item: bool
    body: int  # where the text after a bullet begins
    gap_before: bool


def cut_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a text in order, never overlapping, without outer blanks. Linear in the text."""
    lines = _lines(text)
    clauses: list[Clause] = []
    lead: Span | None = None
    title: Span | None = None
    colon_open = spaced = False
    for position, line in enumerate(lines):
        if line.gap_before and not line.item and not (colon_open and spaced and _is_title(text, line)):
            lead, colon_open = None, False
        if not line.item and not colon_open:
            lead = None
        governed = lead if (line.item or colon_open) else None
        clauses.extend(_cut_line(text, line, governed, title))
        following = lines[position + 1] if position + 1 < len(lines) else None
        if text[line.body : line.end].endswith(_COLONS) and following is not None:
            lead = Span(max(_last_start(clauses, line), line.end - MAX_LEAD), line.end)
            colon_open = True
            spaced = following.gap_before and not following.item  # a list whose items are parted by empty lines
        elif _is_title(text, line) and following is not None and not line.item:
            title = Span(line.body, line.end)
            if following.item:
                lead, colon_open = title, False
    return _answered(text, clauses)


def _answered(text: str, clauses: list[Clause]) -> tuple[Clause, ...]:
    """A short answer is read with its question: "What is the agent's fee?" "2,000 dollars."."""
    if not holds_question(text):
        return tuple(clauses)
    for place in range(1, len(clauses)):
        question, answer = clauses[place - 1], clauses[place]
        if answer.lead is None and ends_in_question(text, question.end) and not ends_in_question(text, answer.end):
            near = answer.start - question.end <= _ANSWER_GAP
            if near and answer.end - answer.start <= MAX_ANSWER and question.end - question.start <= MAX_LEAD:
                clauses[place] = answer._replace(lead=Span(question.start, question.end), answers=True)
    return tuple(clauses)


def holds_question(text: str) -> bool:
    """Whether a text holds any question mark."""
    if "?" in text or text.isascii():
        return "?" in text
    return any(mark in text for mark in _ASKING) or (";" in text and _ASKS_IN_GREEK.search(text) is not None)


def referring(text: str, clauses: tuple[Clause, ...], speaks_of_it: Callable[[Clause], bool]) -> tuple[Clause, ...]:
    """A sentence about what the one before named is read with it: "Hand in your passport." "It stays with us."."""
    joined = list(clauses)
    for place in range(1, len(clauses)):
        before, clause = clauses[place - 1], clauses[place]
        near = clause.start - before.end <= _ANSWER_GAP and before.end - before.start <= MAX_LEAD
        if near and clause.lead is None and not ends_in_question(text, before.end) and speaks_of_it(clause):
            joined[place] = clause._replace(lead=Span(before.start, before.end), refers=True)
    return tuple(joined)


def ends_in_question(text: str, end: int) -> bool:
    """Whether text[:end] ends in a question mark, a closing quote or bracket behind it aside."""
    while end and text[end - 1] in _CLOSING:
        end -= 1
    return text[end - 1 : end] in _ASKING or _ASKS_IN_GREEK.fullmatch(text, max(end - 2, 0), end) is not None


def _last_start(clauses: list[Clause], line: _Line) -> int:
    return clauses[-1].start if clauses and clauses[-1].start >= line.start else line.body


def _is_title(text: str, line: _Line) -> bool:
    return line.end - line.body <= _TITLE and not text[line.body : line.end].endswith((*_ENDS_SENTENCE[:2], ",", ";"))


def _lines(text: str) -> list[_Line]:
    """Lines without outer blanks; a wrapped sentence is one line."""
    lines: list[_Line] = []
    last_end = -1
    for found in _LINE.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = found.start() + (len(raw) - len(raw.lstrip()))
        end = start + len(stripped)
        breaks = text.count("\n", max(last_end, 0), start) if last_end >= 0 else 0
        marker = _MARKER.match(text, start, end)
        item = marker is not None and marker.end() < end
        previous = lines[-1] if lines else None
        if previous is not None and breaks <= 1 and not item and _continues(text, previous, start):
            previous.end = end
        else:
            lines.append(_Line(start, end, item, marker.end() if item and marker else start, breaks > 1))
        last_end = end
    return lines


def _continues(text: str, previous: _Line, start: int) -> bool:
    head = text[start]
    length = previous.end - max(previous.start, text.rfind("\n", previous.start, previous.end) + 1)
    tail = text[max(previous.start, previous.end - 2) : previous.end]
    if tail.endswith((*_ENDS_SENTENCE, *_COLONS)):
        return False
    if head.islower() or head == "(":
        return length >= _WRAPPED
    caseless = head.isalpha() and head == head.lower() == head.upper()
    return caseless and length >= (_WRAPPED_DENSE if _DENSE.match(head) else _WRAPPED_CASELESS)


def _cut_line(text: str, line: _Line, lead: Span | None, title: Span | None) -> list[Clause]:
    pieces: list[Clause] = []
    begin = sentence = line.body
    inner: Span | None = None  # lead inside a sentence: "shall not: (a) …; (b) …"
    for found in _stops(text, line.body, line.end):
        if found.lastgroup == "soft" and not _is_stop(text, found, begin, line.end):
            continue
        end = found.start() if found.lastgroup == "bullet" else found.end()
        pieces.extend(_piece(text, begin, end, inner or lead, title))
        begin = found.end()
        if found.lastgroup == "semi":
            colon = text.find(":", sentence, min(end, sentence + MAX_LEAD))
            if inner is None and colon >= 0:
                inner = Span(sentence, colon + 1)
        elif found.lastgroup != "bullet":
            sentence, inner = begin, None
    pieces.extend(_piece(text, begin, line.end, inner or lead, title))
    return pieces


def _stops(text: str, start: int, end: int) -> Iterator[regex.Match[str]]:
    """What may end a clause in text[start:end], in order."""
    while (mark := _MARK.search(text, start, end)) is not None:
        found = _STOP.match(text, mark.start(), end)
        if found is None:
            start = mark.end()
        else:
            start = found.end()
            yield found


def _is_stop(text: str, found: regex.Match[str], begin: int, end: int) -> bool:
    """Whether a full stop ends a sentence: not in "Rs. 5,000", "No. 12", "e.g. this", "1. Item"."""
    if found.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text, max(begin, found.start() - 24), found.start())
    last = word.group().casefold().rstrip(".") if word else ""
    after = found.end()
    while after < end and text[after].isspace():
        after += 1
    head = text[after] if after < end else ""
    numbering = last.isdigit() and found.start() - begin <= 8 and text[begin : found.start()].strip() == last
    if last in _NEVER_LAST or numbering:
        return False
    if last in _BEFORE_FIGURE and head.isnumeric():
        return False
    if last.endswith(_THAI_SHORT) or (len(last) <= 4 and "\u0e01" <= last[-1:] <= "\u0e4e"):
        return False  # Thai marks short forms with a full stop and ends sentences without one
    if len(last) == 1 and last.isalpha() and head.isupper() and last not in ("i", "a"):
        return False  # an initial: "J. Kumar"
    return not head.islower() or len(found.group()) > 1 or last not in _MAY_GO_ON


def _piece(text: str, begin: int, end: int, lead: Span | None, title: Span | None) -> list[Clause]:
    pieces: list[Clause] = []
    while True:
        while begin < end and text[begin].isspace():
            begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if begin >= end:
            return pieces
        if end - begin <= MAX_CLAUSE:
            pieces.append(Clause(begin, end, lead, title))
            return pieces
        window = begin + MAX_CLAUSE
        cut = max(text.rfind(", ", begin + MAX_CLAUSE // 2, window), text.rfind("，", begin + MAX_CLAUSE // 2, window))
        if cut < 0:
            cut = text.rfind(" ", begin + MAX_CLAUSE // 2, window)
        cut = window if cut < 0 else cut + 1
        pieces.append(Clause(begin, cut, lead, title))
        begin = cut
