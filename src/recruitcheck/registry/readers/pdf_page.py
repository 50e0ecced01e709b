"""The pages of a PDF: pieces of text with their places, and the lines drawn between rows."""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise, repeat
from operator import add, lt, sub, truediv
from typing import Any

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.limits import MAX_CELL_CHARS, MAX_PAGE_PIECES, MAX_PAGES, MAX_PDF_BYTES
from recruitcheck.registry.readers.pdf_piece import LEFT, MIDDLE, Piece, made, piece_of
from recruitcheck.registry.readers.pdf_text import Boxes, PageText, bounded_text
from recruitcheck.registry.table import Source

SLACK = 3.0  # points by which a piece may reach over the edge of its column
RULING_HEIGHT = 2.0  # points; a box that is no higher is a line
RULED_SHARE = 0.75  # of the text's width that a line between two rows runs under
_HYPHEN = "\x02"  # pdfium's mark for a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, its height, and its pieces from top to bottom."""

    number: int
    height: float
    pieces: tuple[Piece, ...]
    rulings: tuple[float, ...] = ()  # heights of horizontal lines over most of the text's width, from the top down
    wide: tuple[Piece, ...] = ()  # those of the pieces that reach over an edge between columns


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
        held = len(document)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        raise InputError(
            "the PDF is locked by a password." if locked else "the PDF is damaged or cut.",
            where=source.where,
            todo="Save it without the password." if locked else "Get the whole file again.",
        ) from error
    if not 0 < held <= MAX_PAGES:
        document.close()
        raise InputError(
            f"the PDF has {held:,} pages; up to {MAX_PAGES:,} can be read.", where=source.where, todo="Divide it."
        )
    return document


def pages(
    document: Any, source: Source, edges: Sequence[float] = (), *, most: int | None = None, ruled: bool = False
) -> Iterator[Page]:
    """The pages in order. A piece that lies across an edge between columns is divided there, between its words."""
    import pypdfium2

    asked = PageText()
    for index in range(min(len(document), most or MAX_PAGES)):
        try:
            page = document[index]
            text = page.get_textpage()
            height = page.get_height()
            found, wide = _pieces(asked, text, edges, source)
            rulings = _rulings(page, found) if ruled else ()
            text.close()
            page.close()
        except pypdfium2.PdfiumError as error:
            raise InputError(
                f"page {index + 1} of the PDF is damaged.", where=source.where, todo="Get the whole file again."
            ) from error
        yield Page(index + 1, height, found, rulings, wide)


def _pieces(
    asked: PageText, page: Any, edges: Sequence[float], source: Source
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """From the top down, beside each other from left to right; and those that reach over an edge and are no cells.

    By columns: a long list has pieces by the thousand.
    """
    number = page.count_rects()
    if number > MAX_PAGE_PIECES:
        raise InputError(
            f"a page of the PDF holds {number:,} pieces of text: this is no list.",
            where=source.where,
            todo="Ask for the list as CSV.",
        )
    boxes, texts, begins = asked.boxed(page, number)
    if not _is_clean(texts):
        texts, begins = list(map(_clean, texts)), None
    middles = map(truediv, map(add, boxes.bottoms, boxes.tops), repeat(2))
    pieces: list[Piece] = list(map(made, zip(*boxes, texts, middles, strict=True)))
    wide: list[Piece] = []
    for at in reversed(_over_an_edge(boxes, edges)):
        whole = pieces[at]
        cuts = edges[bisect_right(edges, whole.left + SLACK) : bisect_left(edges, whole.right - SLACK)]
        if begins is not None and any(asked.cuts_a_letter(page, begins[at], whole, cut) for cut in cuts):
            wide.append(whole)
            continue
        pieces[at : at + 1] = parts = _cut(page, whole, cuts)
        wide += (part for part in parts if part is whole)
    if not all(texts):
        pieces = [piece for piece in pieces if piece.text]
    pieces.sort(key=LEFT)
    pieces.sort(key=MIDDLE, reverse=True)
    return tuple(pieces), tuple(wide)


def _over_an_edge(boxes: Boxes, edges: Sequence[float]) -> list[int]:
    """The places of the boxes that reach over an edge."""
    if not edges:
        return []
    first = map(bisect_right, repeat(edges), map(add, boxes.lefts, repeat(SLACK)))
    after = map(bisect_left, repeat(edges), map(sub, boxes.rights, repeat(SLACK)))
    return list(compress(count(), map(lt, first, after)))


def _is_clean(texts: Sequence[str]) -> bool:
    """Whether ``_clean`` would leave each as it is."""
    if not "".join(texts).isprintable() or any(map(str.isspace, texts)):
        return False
    return max(map(len, texts), default=0) <= MAX_CELL_CHARS


def _clean(text: str) -> str:
    text = text[: MAX_CELL_CHARS + 1].replace(_HYPHEN, "-").replace("\ufffe", "-").replace("\0", "")
    return " ".join(text.split("\r\n")) if text.strip() else ""


def _cut(page: Any, whole: Piece, cuts: Sequence[float]) -> list[Piece]:
    """The piece divided at edges; whole where an edge would cut a letter: then it is a title, not two cells."""
    parts = []
    for begin, end in pairwise([whole.left, *cuts, whole.right]):
        text = _clean(bounded_text(page, begin, whole.bottom, end, whole.top))
        parts.append(piece_of(begin, whole.bottom, end, whole.top, text))
    together = "".join("".join(part.text for part in parts).split())
    if together != "".join(whole.text.split()) or _cuts_a_word(whole.text, parts):
        return [whole]
    return [part for part in parts if part.text]


def _cuts_a_word(text: str, parts: Sequence[Piece]) -> bool:
    """Whether an edge goes through a word, "Alderton a" and "nd": no cell begins there. In "0012Alder" two touch."""
    return any(
        before.text[-1:].isalpha() and after.text[:1].islower() and before.text[-8:] + after.text[:8] in text
        for before, after in pairwise(parts)
    )


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
