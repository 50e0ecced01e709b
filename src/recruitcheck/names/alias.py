"""The names that one cell of a list holds."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from recruitcheck.model import Name, NameKind
from recruitcheck.names.fold import MAX_CHARS, fold
from recruitcheck.names.noise import is_noise
from recruitcheck.names.parts import parse_name
from recruitcheck.names.plain import is_one_name, may_hold_marker

MAX_NAMES = 12
_SHORT_MARKER = 2  # "T/A" counts as two letters, "D/B/A" and "trading as" as one
_MIN_INITIALS, _MAX_INITIALS = 4, 12

_FORMER = (
    r"(?:formerly|previously)(?:\s+(?:known|called|registered|trading)(?:\s+as)?)?",
    r"f\.?\s?k\.?\s?a\b|f\s?/\s?k\s?/\s?a\b",
)
_TRADING = (
    r"(?:also\s+)?trading\s+(?:as|under)\b(?:\s+the\s+names?(?:\s+(?:and\s+style\s+)?of)?)?",
    r"(?:also\s+)?doing\s+business\s+as\b|(?:also\s+)?operating\s+(?:as|under)\b",
    r"t\s?/\s?as?\b|d\s?/\s?b\s?/\s?a\b|d\.\s?b\.\s?a\b|dba\b|o\s?/\s?a\b|t\.a\.(?=\s)",
    r"(?:(?<=ltd )|(?<=ltd\. )|(?<=limited )|(?<=llp )|(?<=plc ))ta\b",
)
_ALIAS = (r"also\s+known\s+as|a\.\s?k\.\s?a\b|a\s?/\s?k\s?/\s?a\b|aka\b|alias\b",)


@cache
def _marker() -> re.Pattern[str]:
    """Compiled on first use: most names hold none."""
    return re.compile(
        rf"\b(?:(?P<former>{'|'.join(_FORMER)})|(?P<trading>{'|'.join(_TRADING)})|(?P<alias>{'|'.join(_ALIAS)}))",
        re.IGNORECASE,
    )


_FOR = re.compile(r"\s*for\s*:", re.IGNORECASE)
_GROUP = re.compile(r"[(（\[]([^()（）\[\]]*)(?:[)）\]]|$)")
_EDGES = " \t\r\n,;:-–/|"
_BLANKS = re.compile(r"\s+")


def split_names(raw: str) -> tuple[Name, ...]:
    """The names of one cell, as printed and trimmed; the first is the registered one.

    Parts introduced by "T/A", "dba", "formerly", "a.k.a." or "(FOR:", initials in brackets and a second
    script become names of their own. "Long Name / Other Name" stays whole: a stroke decides nothing.
    Returns () for a cell without a letter or digit.
    """
    if is_one_name(raw):
        return (Name(trimmed(raw)),)
    text = _BLANKS.sub(" ", raw).strip()
    if not fold(text):
        return ()
    if len(text) > MAX_CHARS:
        return (Name(text, NameKind.REGISTERED),)
    others: list[Name] = []
    outside = _GROUP.sub(lambda found: _take_group(found, text, others), text)
    first, *marked = _by_marker(outside, NameKind.REGISTERED)
    scripts = _by_script(first.text)
    names = [*scripts, *marked, *others]
    kept: dict[str, Name] = {}
    for name in names:
        text = _trim(name.text)
        if fold(text) and not is_noise(text):
            kept.setdefault(fold(text) or text, Name(text, name.kind if kept else NameKind.REGISTERED))
    return tuple(kept.values())[:MAX_NAMES]


def row_initials(raw: str) -> str:
    """What a whole cell of several names is shortened to: "Acorn Jobs Ltd T/A Oak" as "ajtao", "Elm dba Fir" as "edf".

    "" where the cell holds one name, or too few letters to say anything.
    """
    text = _BLANKS.sub(" ", raw).strip()
    if len(text) > MAX_CHARS or not text.isascii() or not may_hold_marker(text):
        return ""
    letters = ""
    start = 0
    for found in _marker().finditer(text):
        marker = fold(found.group()).replace(" ", "")
        letters += "".join(parse_name(text[start : found.start()]).initials)
        letters += marker if len(marker) == _SHORT_MARKER else marker[:1]
        start = found.end()
    letters += "".join(parse_name(text[start:]).initials)
    return letters if start and _MIN_INITIALS <= len(letters) <= _MAX_INITIALS and letters.isalpha() else ""


def _take_group(found: re.Match[str], text: str, others: list[Name]) -> str:
    """What stays of a bracketed part: itself, or nothing where it holds other names."""
    inside = found.group(1)
    before = text[: found.start()]
    if not fold(before):
        return found.group()
    marker = _marker().match(inside.lstrip())
    if marker:
        if fold(inside.lstrip()[marker.end() :]):
            others.extend(_by_marker(inside, NameKind.ALIAS))
        return " "
    introduced = _FOR.match(inside)
    if introduced:
        others.append(Name(inside[introduced.end() :], NameKind.ALIAS))
        return " "
    if _is_initials(inside, before):
        others.append(Name(inside, NameKind.ABBREVIATION))
        return " "
    if _other_script(inside) != _other_script(before) and _letters(inside) >= 2:
        others.append(Name(inside, NameKind.OTHER_SCRIPT))
        return " "
    return found.group()


def _by_marker(text: str, first_kind: NameKind) -> list[Name]:
    """The text cut at every marker; each part has the kind that its marker says."""
    if not may_hold_marker(text):
        return [Name(text, first_kind)]
    names: list[Name] = []
    start, kind = 0, first_kind
    for found in _marker().finditer(text):
        part = text[start : found.start()]
        if not fold(part) and first_kind is NameKind.REGISTERED and not names:
            continue  # "DBA Holdings": a marker with nothing before it is the name itself
        if not fold(text[found.end() :]):
            break
        names.append(Name(part, kind))
        start, kind = found.end(), NameKind(found.lastgroup or NameKind.ALIAS)
    names.append(Name(text[start:], kind))
    return names


def _is_initials(inside: str, before: str) -> bool:
    letters = fold(inside).replace(" ", "")
    if not 2 <= len(letters) <= 8 or not inside.strip().replace(".", "").replace(" ", "").isupper():
        return False
    parts = parse_name(before)
    short = "".join(parts.initials)
    full = "".join(token[0] for token in fold(before).split())
    return letters in (short, full) or letters == full.replace("m", "", 1)


def _other_script(text: str) -> bool:
    """Whether most letters are no Latin ones."""
    other = sum(1 for one in text if one.isalpha() and not _is_latin(one))
    return 2 * other > _letters(text)


def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith(("LATIN", "FULLWIDTH LATIN", "MODIFIER"))


def _letters(text: str) -> int:
    return sum(1 for one in text if one.isalpha())


def _by_script(text: str) -> list[Name]:
    """One name, or two where a Latin name and one in another script stand side by side."""
    if text.isascii():
        return [Name(text)]
    words = [word for piece in text.split(" ") for word in _cut_joined(piece)]
    sides = [None if not _letters(word) else _other_script(word) for word, _ in words]
    known = [side for side in sides if side is not None]
    turns = [at for at in range(1, len(known)) if known[at] != known[at - 1]]
    if len(turns) != 1:
        return [Name(text)]
    seen = 0
    for place, side in enumerate(sides):
        if side is None:
            continue
        if seen == turns[0]:
            first = "".join(word + gap for word, gap in words[:place])
            second = "".join(word + gap for word, gap in words[place:])
            return [Name(first), Name(second, NameKind.OTHER_SCRIPT)] if _both_names(first, second) else [Name(text)]
        seen += 1
    return [Name(text)]


def _both_names(first: str, second: str) -> bool:
    """Whether each side can stand alone: "ABC 僱傭中心" is one brand, not two names."""
    latin, other = (second, first) if _other_script(first) else (first, second)
    return _letters(other) >= 2 and (_letters(latin) >= 4 or len(latin.split()) >= 3)


_CLOSE = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # scripts that need no blank


@cache
def _seam() -> re.Pattern[str]:
    """Compiled on first use: most names are of Latin letters."""
    return re.compile(rf"(?<={_CLOSE})(?=[A-Za-z]{{4}})|(?<=[A-Za-z]{{4}})(?={_CLOSE})")


def _cut_joined(piece: str) -> list[tuple[str, str]]:
    """Words with the blank after them; a Latin word glued to Chinese, Japanese or Korean is cut off."""
    parts = _seam().split(piece)
    return [(part, "") for part in parts[:-1]] + [(parts[-1], " ")]


def trimmed(raw: str) -> str:
    """A cell that holds one name and nothing else, as printed, without the signs around it."""
    return _without_edges(" ".join(raw.split()))


def _without_edges(text: str) -> str:
    return text.strip(_EDGES).lstrip(".").strip()


def _trim(text: str) -> str:
    text = _without_edges(_BLANKS.sub(" ", text))
    if text.count("(") < text.count(")"):
        text = text.rstrip(")").rstrip()
    if text.startswith("(") and text.count("(") > text.count(")"):
        text = text[1:].lstrip()
    return text
