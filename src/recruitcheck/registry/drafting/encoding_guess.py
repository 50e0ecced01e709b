"""Which encoding a text has that is not UTF-8: the one in which its headers are known words and its letters fit."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from recruitcheck.registry.drafting.words import headings, is_printed_word

SAMPLE_BYTES = 96 * 1024
HEADER_LINES = 12
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1256", "cp1255", "cp1257", "cp1258", "iso8859-2", "iso8859-9",
    "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp874", "koi8-u", "cp850", "cp852", "cp866",
)  # fmt: skip
_CELLS = re.compile(r"[;,\t|\r\n]+")
_ODD = frozenset("¤¦§¨¬¯±¸¹²³µ¶·×÷¼½¾¿¡ƒ†‡‰‹›•˜ˆ£¢¥©®ªºþðÞÐ¬░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬")
# Bytes 0x80 to 0x9F are control characters in these; the Windows sets hold letters and quotes there.
_WITHOUT_WINDOWS = {"cp1252": "latin-1"}


def guess_encoding(data: bytes) -> tuple[str, float] | None:
    """The codec and how well it fits (0 to 1); None where none can read the bytes."""
    sample = data[:SAMPLE_BYTES]
    best: tuple[float, int, str] | None = None
    for rank, name in enumerate(CANDIDATES):
        text = _decoded(sample, name)
        if text is None:
            continue
        merit = _merit(text)
        if best is None or (merit, -rank) > (best[0], -best[1]):
            best = (merit, rank, name)
    if best is None:
        return None
    name = best[2]
    if name in _WITHOUT_WINDOWS and not any(0x80 <= byte <= 0x9F for byte in data):
        name = _WITHOUT_WINDOWS[name]
    return name, max(0.0, min(1.0, best[0]))


def _decoded(sample: bytes, name: str) -> str | None:
    for spare in range(4):  # the sample may end inside a character
        try:
            return sample[: len(sample) - spare].decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(sample) - 8:
                return None
    return None


def _merit(text: str) -> float:
    """Letters that fit beside each other, and headers that are words with letters beyond ASCII."""
    foreign = [each for each in text if ord(each) > 127]
    if not foreign:
        return 0.0
    letters = [each for each in foreign if each.isalpha() or unicodedata.category(each) in ("Mn", "Mc")]
    odd = sum(each in _ODD or unicodedata.category(each) in ("Cc", "Co", "Cn") for each in foreign)
    scripts: dict[str, int] = {}
    for each in letters[:4000]:
        script = unicodedata.name(each, "?").split()[0]
        scripts[script] = scripts.get(script, 0) + 1
    main = max(scripts.values(), default=0) / max(1, sum(scripts.values()))
    merit = 0.35 * len(letters) / len(foreign) + 0.2 * main - 0.6 * odd / len(foreign) - 0.5 * _jumbled(text)
    cells = list(_header_cells(text))
    known = sum(map(_is_known, cells))
    return merit + 0.45 * known / max(1, len(cells)) + 0.1 * _usual(letters)


def _is_known(cell: str) -> bool:
    found = headings(cell)
    return is_printed_word(cell) or (bool(found) and not found[0].word.isascii() and _same(cell, found[0].word))


def _same(cell: str, word: str) -> bool:
    """Whether the letters beyond ASCII of a word stand in the cell as they belong."""
    return set(filter(lambda each: ord(each) > 127, word.casefold())) <= set(cell.casefold())


def _header_cells(text: str) -> Iterator[str]:
    for line in text.splitlines()[:HEADER_LINES]:
        for row in csv.reader([line], delimiter=";"):
            for cell in row:
                for part in _CELLS.split(cell):
                    if any(ord(each) > 127 for each in part) and len(part) < 60:
                        yield part.strip().strip('"')


def _jumbled(text: str) -> float:
    """The share of words beyond ASCII in which a capital follows a small letter, or scripts are mixed."""
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text[:40_000]) if not word.isascii()]
    if not words:
        return 0.0
    bad = 0
    for word in words:
        inner = any(after.isupper() and before.islower() for before, after in pairwise(word))
        mixed = len({unicodedata.name(each, "?").split()[0] for each in word}) > 1 and not inner
        bad += inner or mixed
    return bad / len(words)


# The letters that texts in Latin script beyond ASCII are made of, by how common they are.
_COMMON = frozenset("äöüßéèêàçñóíáúãõâôœîïùûăâîșțşţąćęłńśżźčřšžýůďťňěőűğıåæøÄÖÜÉÁÍÓÚÑÇŁŚŻŹĆČŘŠŽÝÅÆØÃÕ")


def _usual(letters: list[str]) -> float:
    latin = [each for each in letters if "LATIN" in unicodedata.name(each, "")]
    if not latin or len(latin) < len(letters) / 2:
        return 0.5
    return sum(each in _COMMON for each in latin) / len(latin)
