"""The text of a PDF page by its boxes: one for each run of text that the page draws in one go.

The library tells the boxes, and the text of the whole page. Which text stands in which box follows from what drew each
word: asking for the text in a box makes the library look at every letter of the page, for every box. Questions are
asked by columns, in loops of C: one asked in a loop of Python costs several times its answer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, compress, count, repeat
from operator import add, ge, le, ne, sub
from struct import Struct
from typing import Any, NamedTuple

from recruitcheck.registry.readers.pdf_piece import Piece

SHORT_TEXT = 512  # letters of one piece that are asked for at once
ABOUT = 8  # letters
HAIR = 0.01  # points: the library reckons in short numbers
EDGE = 0.5  # points by which the middle of a letter may lie outside the box of its text
LINE_END = "\r\n"
_NUMBER = ctypes.sizeof(ctypes.c_double)
_NOTHING = -1  # draws no letter


class Boxes(NamedTuple):
    """Boxes by columns, in points."""

    lefts: tuple[float, ...]
    bottoms: tuple[float, ...]
    rights: tuple[float, ...]
    tops: tuple[float, ...]


class BoxedText(NamedTuple):
    """Boxes in the order of the text, the text in each as it stands, and where it begins in the page's whole text.

    A text ends in a blank where one parts it from the next on its line: where letters are drawn one by one, the gap
    between them does not tell of it. ``begins`` is None where the library was asked for the text in each box.
    """

    boxes: Boxes
    texts: list[str]
    begins: list[int] | None


class PageText:
    """Asks the library about one page after another; room for its answers is kept from page to page."""

    def __init__(self) -> None:
        self._room = bytearray()
        self._places: tuple[list[Any], ...] = ([], [], [], [])  # for the four numbers of each answer

    def boxed(self, page: Any, number: int) -> BoxedText:
        """The boxes of text, of which there are ``number``. PdfiumError where the library cannot tell one."""
        boxes = self._boxes(page, number)
        whole = page.get_text_range()
        begins = None
        if len(whole) == page.count_chars():  # else letters were left out or put in: places are not those of the page
            begins = self._begins(page, boxes, whole)
        if begins is None:
            return BoxedText(boxes, [bounded_text(page, *box) for box in zip(*boxes, strict=True)], None)
        return BoxedText(boxes, list(map(str.rstrip, _between(whole, begins), repeat(LINE_END))), begins)

    def letters(self, page: Any, places: Sequence[int]) -> Boxes | None:
        """The boxes of letters by their places in the whole text; None where one has none."""
        lefts, bottoms, rights, tops = self._space(len(places))
        if not all(map(_call("FPDFText_GetCharBox"), _same(page), places, lefts, rights, bottoms, tops)):
            return None
        return self._answers(len(places))

    def cuts_a_letter(self, page: Any, begin: int, whole: Piece, edge: float) -> bool:
        """Whether an edge goes through a letter of a text, looked for about where it should stand; False may be wrong.

        Each side of a cut through a letter holds it, or none does, so asking for the texts of both tells no more.
        """
        about = int(len(whole.text) * (edge - whole.left) / (whole.right - whole.left))
        places = range(max(about - ABOUT, 0), min(about + ABOUT, len(whole.text)))
        letters = self.letters(page, range(begin + places.start, begin + places.stop))
        return letters is not None and any(
            left + HAIR < edge < right - HAIR and not whole.text[at].isspace()
            for at, left, right in zip(places, letters.lefts, letters.rights, strict=True)
        )

    def _boxes(self, page: Any, number: int) -> Boxes:
        import pypdfium2

        lefts, bottoms, rights, tops = self._space(number)
        if not all(map(_call("FPDFText_GetRect"), _same(page), range(number), lefts, tops, rights, bottoms)):
            raise pypdfium2.PdfiumError("no box")
        return self._answers(number)

    def _begins(self, page: Any, boxes: Boxes, whole: str) -> list[int] | None:
        """Where the text of each box begins; None where what is drawn in one go does not fit the boxes."""
        import pypdfium2.raw

        if not hasattr(pypdfium2.raw, "FPDFText_GetTextObject"):  # an older library cannot tell what draws a letter
            return None
        begins = _runs(page, whole)
        if len(begins) == len(boxes.lefts):  # as many as there are boxes: then no run is in parts
            letters = self.letters(page, begins)
            if letters is not None and _are_in(boxes, letters):
                return begins
        begins = _further_runs(page, whole, begins)
        letters = self.letters(page, begins)
        if letters is None:
            return None
        if len(begins) == len(boxes.lefts) and _are_in(boxes, letters):
            return begins
        return _among(boxes, begins, letters, len(whole))

    def _space(self, number: int) -> tuple[list[Any], ...]:
        """Where the four numbers of each answer go."""
        if number > len(self._places[0]):
            size = 4 * _NUMBER
            self._room = bytearray(2 * number * size)
            start = (ctypes.c_char * len(self._room)).from_buffer(self._room)
            self._places = tuple(
                [ctypes.byref(start, at) for at in range(place * _NUMBER, len(self._room), size)] for place in range(4)
            )
        return self._places

    def _answers(self, number: int) -> Boxes:
        told = Struct(f"{4 * number}d").unpack_from(self._room)
        return Boxes(told[0::4], told[1::4], told[2::4], told[3::4])


def bounded_text(page: Any, left: float, bottom: float, right: float, top: float) -> str:
    """The text in a box, asked for once; the package's own call first asks how long it is, at the same cost."""
    import pypdfium2.raw

    room = (ctypes.c_ushort * SHORT_TEXT)()
    number = pypdfium2.raw.FPDFText_GetBoundedText(page.raw, left, top, right, bottom, room, SHORT_TEXT)
    if number >= SHORT_TEXT:
        return str(page.get_text_bounded(left, bottom, right, top))
    return bytes(room)[: 2 * number].decode("utf-16-le", errors="ignore").rstrip("\0")


def _runs(page: Any, whole: str) -> list[int]:
    """Where each run of words begins that is drawn in one go, if each word is."""
    parts = whole.replace(LINE_END, "  ").split(" ")
    before = accumulate(map(len, parts), initial=0)
    words = list(compress(map(add, before, count()), parts))
    drawn = _drawn_by(page, words)
    return list(compress(words, map(ne, drawn, chain((_NOTHING,), drawn))))


def _further_runs(page: Any, whole: str, begins: list[int]) -> list[int]:
    """The same where a word may be drawn in parts: a hyphen at the end of a line joins two, a figure may be in another
    font. What lies between two words of one run is in it too; its last word is asked, then every letter."""
    lengths = map(len, map(str.rstrip, _between(whole, begins)))
    if _drawn_by(page, map(add, begins, map(sub, lengths, repeat(1)))) == _drawn_by(page, begins):
        return begins
    letters = [at for at, letter in enumerate(whole) if not letter.isspace()]
    drawn = _drawn_by(page, letters)
    return list(compress(letters, map(ne, drawn, chain((_NOTHING,), drawn))))


def _are_in(boxes: Boxes, letters: Boxes) -> bool:
    """Whether each letter lies in its box."""
    return all(
        all(map(order, edges, mine)) for order, edges, mine in zip((le, le, ge, ge), boxes, letters, strict=True)
    )


def _between(whole: str, begins: list[int]) -> Iterator[str]:
    """The text from each place to the next."""
    return map(whole.__getitem__, map(slice, begins, chain(begins[1:], (len(whole),))))


def _drawn_by(page: Any, letters: Iterable[int]) -> list[int | None]:
    """What draws each letter: a number that stands for it; None for a letter that the library put in."""
    return list(map(_call("FPDFText_GetTextObject", ctypes.c_void_p), _same(page), letters))


def _among(boxes: Boxes, begins: Sequence[int], letters: Boxes, end: int) -> list[int] | None:
    """Where the text of each box begins, if boxes in which only blanks stand lie between: theirs begins where that of
    the next does, so there is none. None where a text begins in no box."""
    found: list[int] = []
    reaches = iter(zip(*boxes, strict=True))
    for begin, (left, bottom, right, top) in zip(begins, zip(*letters, strict=True), strict=True):
        x, y = (left + right) / 2, (bottom + top) / 2
        for reach in reaches:
            found.append(begin)
            if reach[0] - EDGE <= x <= reach[2] + EDGE and reach[1] - EDGE <= y <= reach[3] + EDGE:
                break
        else:
            return None
    return found + [end] * (len(boxes.lefts) - len(found))


def _same(page: Any) -> repeat[Any]:
    """The first argument of every question."""
    return repeat(ctypes.byref(page.raw.contents))


@lru_cache(maxsize=4)
def _call(name: str, answer: Any = ctypes.c_int) -> Any:
    """A function of the library that takes its arguments as they are: to check each costs more than the answer."""
    import pypdfium2.raw

    address = ctypes.cast(getattr(pypdfium2.raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(answer)(address or 0)
