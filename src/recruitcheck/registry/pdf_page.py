"""Pieces of text on the pages of a PDF, with their places (points from the lower left corner)."""

from __future__ import annotations

import ctypes
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import Any, NamedTuple

from recruitcheck.errors import InputError
from recruitcheck.registry.limits import MAX_CELL_CHARS, MAX_PAGE_PIECES, MAX_PAGES, MAX_PDF_BYTES
from recruitcheck.registry.table import Source

SLACK = 3.0  # points by which a piece may reach over the edge of its column
SHORT_TEXT = 512  # letters of one piece that are asked for at once
RULING_HEIGHT = 2.0  # points; a box that is no higher is a line
RULED_SHARE = 0.75  # of the text's width that a line between two rows runs under
EDGE = 0.5  # points by which the middle of a letter may lie outside the box of its text
_WORD = re.compile(r"\S+")
_NOWHERE = -1e9
_HYPHEN = "\x02"  # pdfium's mark for a hyphen at the end of a line


class Piece(NamedTuple):
    """Text in one go: its box, what stands in it, and the height of its middle."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    middle: float


_piece = partial(tuple.__new__, Piece)


def piece_of(left: float, bottom: float, right: float, top: float, text: str) -> Piece:
    """A piece from its box."""
    return Piece(left, bottom, right, top, text, (bottom + top) / 2)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its height, and its pieces from top to bottom."""

    number: int
    height: float
    pieces: tuple[Piece, ...]
    rulings: tuple[float, ...] = ()  # heights of horizontal lines over most of the text's width, from the top down


def open_pdf(source: Source) -> Any:
    """The document. InputError where it is locked, damaged, too large, or no reader is installed."""
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError(
            "PDF lists need the extra 'pdf'.", where=source.where, todo="Run: pip install recruitcheck[pdf]"
        ) from error
    if source.size > MAX_PDF_BYTES:
        raise InputError(
            f"{source.size:,} bytes; a PDF of up to {MAX_PDF_BYTES:,} can be read.",
            where=source.where,
            todo="Ask for the list as CSV.",
        )
    try:
        document = pypdfium2.PdfDocument(source.path)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        raise InputError(
            "the PDF is locked by a password." if locked else "the PDF is damaged or cut.",
            where=source.where,
            todo="Save it without the password." if locked else "Get the whole file again.",
        ) from error
    if not 0 < count <= MAX_PAGES:
        document.close()
        raise InputError(
            f"the PDF has {count:,} pages; up to {MAX_PAGES:,} can be read.", where=source.where, todo="Divide it."
        )
    return document


def pages(
    document: Any, source: Source, edges: Sequence[float] = (), *, most: int | None = None, ruled: bool = False
) -> Iterator[Page]:
    """The pages in order. A piece that lies across an edge between columns is divided there, between its words."""
    import pypdfium2

    for index in range(min(len(document), most or MAX_PAGES)):
        try:
            page = document[index]
            text = page.get_textpage()
            height = page.get_height()
            found = tuple(_pieces(text, edges, source))
            rulings = _rulings(page, found) if ruled else ()
            text.close()
            page.close()
        except pypdfium2.PdfiumError as error:
            raise InputError(
                f"page {index + 1} of the PDF is damaged.", where=source.where, todo="Get the whole file again."
            ) from error
        yield Page(index + 1, height, tuple(sorted(found, key=lambda piece: (-piece.middle, piece.left))), rulings)


def _pieces(page: Any, edges: Sequence[float], source: Source) -> Iterator[Piece]:
    count = page.count_rects()
    if count > MAX_PAGE_PIECES:
        raise InputError(
            f"a page of the PDF holds {count:,} pieces of text: this is no list.",
            where=source.where,
            todo="Ask for the list as CSV.",
        )
    boxes = _boxes(page, count)
    texts = _by_words(page, boxes)
    if texts is None:
        texts = [_bounded(page, *box) for box in boxes]
    for (left, bottom, right, top), found in zip(boxes, texts, strict=True):
        text = found if found.isprintable() and not found.isspace() and len(found) <= MAX_CELL_CHARS else _clean(found)
        first = bisect_right(edges, left + SLACK)
        if first < len(edges) and edges[first] < right - SLACK:
            cuts = edges[first : bisect_left(edges, right - SLACK)]
            yield from (piece for piece in _cut(page, piece_of(left, bottom, right, top, text), cuts) if piece.text)
        elif text:
            yield _piece((left, bottom, right, top, text, (bottom + top) / 2))


_Box = tuple[float, float, float, float]  # left, bottom, right, top


def _boxes(page: Any, count: int) -> list[_Box]:
    """The boxes of text that the library makes out, in the order of the text."""
    import pypdfium2

    ask = _plain_call("FPDFText_GetRect")
    held, places = _four()
    handle = ctypes.cast(page.raw, ctypes.c_void_p).value
    boxes: list[_Box] = []
    for index in range(count):
        if not ask(handle, index, *places):
            raise pypdfium2.PdfiumError("no box")
        left, top, right, bottom = held
        boxes.append((left, bottom, right, top))
    return boxes


def _four() -> tuple[array[float], list[int]]:
    """Room for four numbers, and where each lies."""
    held = array("d", (0.0,) * 4)
    start = held.buffer_info()[0]
    return held, [start + held.itemsize * place for place in range(4)]


@lru_cache(maxsize=4)
def _plain_call(name: str) -> Any:
    """A function of the library that takes addresses as numbers: to check pointers costs more than the answer."""
    import pypdfium2.raw

    address = ctypes.cast(getattr(pypdfium2.raw, name), ctypes.c_void_p).value
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)
    return kind(address or 0)


def _by_words(page: Any, boxes: Sequence[_Box]) -> list[str] | None:
    """The text of each box, from the page's whole text: where each word begins and ends tells its box.

    Asking the library for the text in a box makes it look at every letter of the page, for every box. None where a
    word lies in no box or in two: then it must be asked all the same.
    """
    whole = page.get_text_range()
    if len(whole) != page.count_chars():  # letters left out or put in: places in the text are not those on the page
        return None
    spans: list[tuple[int, int] | None] = [None] * len(boxes)
    # Twice the coordinates, so that the middle of a letter is the sum of its sides; no calls in the loop but one.
    reaches = [(2 * (x - EDGE), 2 * (y - EDGE), 2 * (right + EDGE), 2 * (top + EDGE)) for x, y, right, top in boxes]
    reaches.append((0.0, 0.0, 0.0, 0.0))
    ask, handle, held, (one, two, three, four) = _letter_boxes(page)
    middle = _letter_middles(page)
    at, most, open_word = 0, len(boxes), None
    low_x, low_y, high_x, high_y = reaches[0]
    for word in _WORD.finditer(whole):
        start, end = word.span()
        if ask(handle, start, one, two, three, four):
            x, y = held[0] + held[1], held[2] + held[3]
        else:
            x = y = _NOWHERE
        if not (low_x <= x <= high_x and low_y <= y <= high_y):
            # Its last letter is mostly in the box of its first, as one of a single letter is.
            if open_word is not None and not (
                (last := open_word[1] - 1) == open_word[0]
                or (
                    ask(handle, last, one, two, three, four)
                    and low_x <= held[0] + held[1] <= high_x
                    and low_y <= held[2] + held[3] <= high_y
                )
            ):
                after = _close_word(open_word, boxes, at, spans, middle)
                if after is None:
                    return None
                at = after
            while at < most:
                low_x, low_y, high_x, high_y = reaches[at]
                if low_x <= x <= high_x and low_y <= y <= high_y:
                    break
                at += 1
            else:
                return None
        open_word = (start, end)  # its first letter lies in the box at hand; its last is not looked up yet
        before = spans[at]
        spans[at] = (before[0] if before else start, end)
    if open_word is not None and _close_word(open_word, boxes, at, spans, middle) is None:
        return None
    return [whole[span[0] : span[1]] if span else "" for span in spans]


def _close_word(
    word: tuple[int, int],
    boxes: Sequence[_Box],
    at: int,
    spans: list[tuple[int, int] | None],
    middle: Callable[[int], tuple[float, float]],
) -> int | None:
    """The box in which the last word of a box ends; None where a letter lies in none."""
    start, end = word
    if end - start == 1 or _inside(boxes[at], *middle(end - 1)):
        return at
    # A hyphen or figure in another font parts a word: letter by letter, each box follows the one before.
    for letter in range(start + 1, end):
        place = middle(letter)
        if not _inside(boxes[at], *place):
            spans[at] = ((spans[at] or word)[0], letter)
            at += 1
            if at == len(boxes) or not _inside(boxes[at], *place):
                return None
            spans[at] = (letter, end)
    return at


def _letter_boxes(page: Any) -> tuple[Any, int, array[float], list[int]]:
    """The library's question for the box of a letter, its first argument, and room for the answer."""
    held, places = _four()
    return _plain_call("FPDFText_GetCharBox"), ctypes.cast(page.raw, ctypes.c_void_p).value or 0, held, places


def _letter_middles(page: Any) -> Callable[[int], tuple[float, float]]:
    """Where the middle of a letter lies, by its place in the text; far off where it has none."""
    ask, handle, held, places = _letter_boxes(page)

    def middle(letter: int) -> tuple[float, float]:
        if not ask(handle, letter, *places):
            return _NOWHERE, _NOWHERE
        left, right, bottom, top = held
        return (left + right) / 2, (bottom + top) / 2

    return middle


def _inside(box: _Box, x: float, y: float) -> bool:
    return box[0] - EDGE <= x <= box[2] + EDGE and box[1] - EDGE <= y <= box[3] + EDGE


def _bounded(page: Any, left: float, bottom: float, right: float, top: float) -> str:
    """The text in a box, asked for once; the package's own call first asks how long it is, at the same cost."""
    import pypdfium2.raw

    room = (ctypes.c_ushort * SHORT_TEXT)()
    count = pypdfium2.raw.FPDFText_GetBoundedText(page.raw, left, top, right, bottom, room, SHORT_TEXT)
    if count >= SHORT_TEXT:
        return str(page.get_text_bounded(left, bottom, right, top))
    return bytes(room)[: 2 * count].decode("utf-16-le", errors="ignore").rstrip("\0")


def _clean(text: str) -> str:
    text = text[: MAX_CELL_CHARS + 1].replace(_HYPHEN, "-").replace("\ufffe", "-").replace("\0", "")
    return " ".join(text.split("\r\n")) if text.strip() else ""


def _cut(page: Any, whole: Piece, cuts: Sequence[float]) -> list[Piece]:
    """The piece divided at the edges; whole where an edge would cut a letter: then it is a title, not two cells."""
    parts = []
    for begin, end in pairwise([whole.left, *cuts, whole.right]):
        text = _clean(_bounded(page, begin, whole.bottom, end, whole.top))
        parts.append(piece_of(begin, whole.bottom, end, whole.top, text))
    together = "".join("".join(part.text for part in parts).split())
    return parts if together == "".join(whole.text.split()) else [whole]


def _rulings(page: Any, pieces: Sequence[Piece]) -> tuple[float, ...]:
    import pypdfium2.raw

    if not pieces:
        return ()
    width = max(piece.right for piece in pieces) - min(piece.left for piece in pieces)
    reach: dict[int, set[int]] = {}
    # Called without the package's wrapper, which makes an object of Python for each of thousands of lines.
    raw = pypdfium2.raw
    box = tuple(ctypes.c_float() for _ in range(4))
    left, bottom, right, top = box
    places = [ctypes.byref(each) for each in box]
    for number in range(min(raw.FPDFPage_CountObjects(page.raw), MAX_PAGE_PIECES)):
        item = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(item, *places):
            continue
        if top.value - bottom.value <= RULING_HEIGHT and right.value - left.value > RULING_HEIGHT:
            covered = reach.setdefault(round((top.value + bottom.value) / 2), set())
            covered.update(range(max(int(left.value) // 4, -5_000), min(int(right.value) // 4, 5_000) + 1))
    heights = [height for height, covered in reach.items() if len(covered) * 4 >= RULED_SHARE * width]
    kept: list[float] = []
    for height in sorted(heights, reverse=True):
        if not kept or kept[-1] - height > RULING_HEIGHT * 2:
            kept.append(float(height))
    return tuple(kept)


def visual_lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand beside each other, from top to bottom, each line from left to right."""
    if len(pieces) == 1:
        return [list(pieces)]
    lines: list[list[Piece]] = []
    reach: list[tuple[float, float]] = []  # bottom and top of each line's tallest piece
    for piece in sorted(pieces, key=lambda each: -each.middle):
        for at in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
            bottom, top = reach[at]
            if bottom <= piece.middle <= top or piece.bottom <= (bottom + top) / 2 <= piece.top:
                lines[at].append(piece)
                if piece.top - piece.bottom > top - bottom:
                    reach[at] = (piece.bottom, piece.top)
                break
        else:
            lines.append([piece])
            reach.append((piece.bottom, piece.top))
    return [sorted(line, key=lambda each: each.left) for line in lines]


def joined(line: Sequence[Piece]) -> str:
    """The text of one visual line, with a space where the pieces stand apart."""
    if len(line) == 1:
        return " ".join(line[0].text.split())
    found = ""
    last: Piece | None = None
    for piece in line:
        if last is not None and not found.endswith(" "):
            gap = piece.left - last.right
            tallest = max(piece.top - piece.bottom, last.top - last.bottom)
            if gap > 0.35 * tallest:
                found += " "
        found += piece.text
        last = piece
    return " ".join(found.split())
