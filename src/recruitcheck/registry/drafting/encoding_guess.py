"""Which encoding a text has that is not UTF-8: the one in which its headers are known words and its letters fit."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice, pairwise

from recruitcheck.registry.drafting.words import headings, is_printed_word

SAMPLE_BYTES = 128 * 1024
HEADER_LINES = 12
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1254", "cp1253", "cp1256", "cp1255", "cp1257", "cp1258", "iso8859-2", "iso8859-9",
    "gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp874", "koi8-u", "cp850", "cp852", "cp866",
)  # fmt: skip
_CELLS = re.compile(r"[;,\t|\r\n]+")
_ORDINAL = re.compile(r"(?<=[\dNn])[ºª°](?!\w)")  # "Nº", "2ª": no sign of a wrong code
_ODD = frozenset("¤¦§¨¬¯±¸¹²³µ¶·×÷¼½¾¿¡ƒ†‡‰‹›•˜ˆ£¢¥©®ªºþðÞÐ¬░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬")


def guess_encoding(data: bytes) -> tuple[str, float]:
    """The codec and how well it fits (0 to 1)."""
    sample = data[:SAMPLE_BYTES]
    best = (-9.0, -len(CANDIDATES), "latin-1")  # which can read any byte
    for rank, name in enumerate(CANDIDATES):
        text = _decoded(sample, name)
        if text is None:
            continue
        merit = _merit(text)
        best = max(best, (round(merit, 6), -rank, name))  # a tie is the more usual code's
    return best[2], max(0.0, min(1.0, best[0]))


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
    text = _ORDINAL.sub("", text)
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
    """The cells beyond ASCII of the first lines that hold any: headers, or words for a state."""
    lines = (line for line in text.splitlines() if not line.isascii())
    for line in islice(lines, HEADER_LINES):
        for row in csv.reader([line], delimiter=";"):
            for cell in row:
                for part in _CELLS.split(cell):
                    if not part.isascii() and len(part) < 60:
                        yield part.strip().strip('"')


def _jumbled(text: str) -> float:
    """The share of words beyond ASCII that no writing knows.

    A capital follows a small letter, scripts are mixed, or a Latin word has hardly a plain letter.
    """
    words = [word for word in re.findall(r"[^\W\d_]{2,}", text[:40_000]) if not word.isascii()]
    return sum(map(_is_jumbled, words)) / len(words) if words else 0.0


def _is_jumbled(word: str) -> bool:
    scripts = {unicodedata.name(each, "?").split()[0] for each in word}
    inner = any(after.isupper() and before.islower() for before, after in pairwise(word))
    dense = scripts == {"LATIN"} and len(word) > 2 and sum(ord(each) > 127 for each in word) > 0.7 * len(word)
    return inner or dense or len(scripts) > 1


# The letters that texts in Latin script beyond ASCII are made of, by how common they are.
_COMMON = frozenset("äöüßéèêàçñóíáúãõâôœîïùûăâîșțşţąćęłńśżźčřšžýůďťňěőűğıåæøÄÖÜÉÁÍÓÚÑÇŁŚŻŹĆČŘŠŽÝÅÆØÃÕŒÈÊÀÂÎÔÛ")
# Signs that a list of firms in East Asia can hardly do without; bytes read in the wrong code give rare ones.
_EVERYDAY = frozenset(
    "公司有限责任股份人力资源源資国國际際服务務劳勞派遣中心介仲业業管理北京上海广州深圳台市区區县縣省路段号號楼樓许許可证證"
    "日期电電话話名称稱地址状狀态態新东東南西大株式会社材阪都府県丁目番所在会式"
    "주식회사서울인력공급소개부산대구시군동로길번호유료직업한국건설발천경기도남북제효정상폐지영아이스리"
)


def _usual(letters: list[str]) -> float:
    latin = sum("LATIN" in unicodedata.name(each, "") for each in letters)
    if latin >= max(1, len(letters) / 2):
        return sum(each in _COMMON for each in letters) / latin
    signs = [each for each in letters if unicodedata.name(each, "").startswith(("CJK", "HANGUL"))]
    if len(signs) < len(letters) / 2 or not signs:
        return 0.5
    return min(1.0, 3 * sum(each in _EVERYDAY for each in signs) / len(signs))
