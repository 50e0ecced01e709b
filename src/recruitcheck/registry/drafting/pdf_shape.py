"""How the table of a PDF is laid out: its printed header, and by which column its rows begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from recruitcheck.registry.definition import Format
from recruitcheck.registry.drafting.words import headings
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.readers.pdf_middle import stand_in_the_middle
from recruitcheck.registry.readers.pdf_page import Page, open_pdf, pages
from recruitcheck.registry.readers.pdf_piece import visual_lines
from recruitcheck.registry.readers.pdf_table import HEADER_PAGES, PdfReader, cluster_text, clusters, header_bands
from recruitcheck.registry.table import Source

TRIED_ROWS = 36
RULED_ROWS = 400  # a cell that stands higher than its row begins may come late
SERIAL = r"^\d{1,6}[.)]?$"
SERIAL_WIDTH = 30.0  # points within which the numbers of the rows begin
COUNTED = 0.8  # share of the rows that must begin with their number
GOOD = 1.45  # of 1.5: nothing can be much better
BETTER = 0.03  # what another way of telling rows must be better by


def pdf_options(source: Source) -> tuple[frozenset[str], dict[str, Any]]:
    """The headers printed (casefolded) and the ``pdf`` section where it must be told."""
    document = open_pdf(source)
    known = _header(tuple(pages(document, source, most=HEADER_PAGES)))
    if not known:
        return frozenset(), {}
    seen = Source(source.path, source.size, source.head, known, source.shown, source.held)
    ruled = _ruled(seen)
    if ruled is not None:
        return known, {"pdf": ruled}
    best: tuple[float, dict[str, Any]] | None = None
    for option in _ways(_names(seen), middle=_in_the_middle(seen)):
        merit = _merit(list(_rows(seen, option)))
        if best is None or merit > best[0] + BETTER:
            best = (merit, option)
        if best[0] >= GOOD:
            break
    found = best[1] if best else {}
    if not found and _is_counted(list(_rows(seen, {}, RULED_ROWS))):
        found = {"row_start": SERIAL}
    return known, {"pdf": found} if found else {}


def _is_counted(rows: list[list[str]]) -> bool:
    """Whether the first column holds the numbers of the rows and hardly anything else: a band over some of them."""
    counted = sum(re.match(SERIAL, row[0].strip()) is not None for row in rows[1:])
    return counted > 2 and counted >= COUNTED * (len(rows) - 1)


def _ruled(source: Source) -> dict[str, Any] | None:
    """Where lines are drawn between the rows they tell them best: cells may stand higher than the one that begins."""
    plain, ruled = (list(_rows(source, way, RULED_ROWS)) for way in ({}, {"rows": "ruled"}))
    if plain == ruled or _merit(ruled) < _merit(plain) - BETTER:
        return None
    return {"rows": "ruled", **({"row_start": SERIAL} if _is_counted(ruled) else {})}


def _header(first: Sequence[Page]) -> frozenset[str]:
    """The cells of the band of lines in which most cells are words of ours."""
    best: tuple[float, frozenset[str]] = (1.5, frozenset())
    for _, height, band in header_bands(first):
        texts = [cluster_text(cell) for cell in clusters(band)]
        fits = {found[0].field: found[0].fit for text in texts if (found := headings(text)) and len(text) < 80}
        merit = sum(fits.values()) * (len(fits) / max(1, len(texts))) - 0.3 * (height - 1)
        if len(fits) > 1 and merit > best[0]:
            best = (merit, frozenset(folded_header(text) for text in texts))
    return best[1]


def _rows(source: Source, pdf: dict[str, Any], count: int = TRIED_ROWS) -> Iterator[list[str]]:
    options = Format.model_validate({"pdf": pdf})
    for sheet in PdfReader().sheets(source, options, []):
        yield from (line.cells for line in islice(sheet.lines, count))


def _names(source: Source) -> list[str]:
    return next(_rows(source, {}, 1), [])


def _in_the_middle(source: Source) -> bool:
    """Whether the numbers that count the rows stand in the middle of them."""
    found = []
    for page in pages(open_pdf(source), source, most=HEADER_PAGES):
        starts = [line for line in visual_lines(page.pieces) if re.match(SERIAL, line[0].text.strip())]
        left = min((line[0].left for line in starts), default=0.0)
        starts = [line[:1] for line in starts if line[0].left < left + SERIAL_WIDTH]
        if len(starts) > 2:
            found.append(stand_in_the_middle(starts, page.pieces))
    return sum(found) * 2 > len(found)


def _ways(names: list[str], *, middle: bool) -> Iterator[dict[str, Any]]:
    """The ways of telling rows, the plainest first, unless text stands over the numbers."""
    if middle:
        yield {"row_start": SERIAL, "rows": "middle"}
    yield {}
    yield {"row_start": SERIAL}
    yield {"row_start": SERIAL, "rows": "middle"}
    for name in dict.fromkeys(names[:8]):
        if name and names.count(name) == 1:
            yield {"start_column": name}
            yield {"start_column": name, "rows": "middle"}


def _merit(rows: list[list[str]]) -> float:
    """How whole the rows are: cells filled as often as in the fullest column, none of them only a piece."""
    rows = rows[1:]
    if len(rows) < 2:
        return 0.0
    width = max(map(len, rows))
    filled = sum(sum(bool(cell.strip()) for cell in row) for row in rows) / (len(rows) * width)
    whole = sum(sum(bool(cell.strip()) for cell in row) >= 0.7 * width for row in rows) / len(rows)
    # Rows run together fill every cell too, but with several values: a number cell of two lines gives them away.
    crowded = sum(sum("\n" in cell and _short(cell) for cell in row) for row in rows) / (len(rows) * width)
    pieces = sum(row[0].strip()[:1].islower() for row in rows) / len(rows)
    return filled + 0.5 * whole - 1.2 * crowded - 0.5 * pieces


def _short(cell: str) -> bool:
    return all(any(map(str.isdigit, line)) and len(line) < 24 for line in cell.split("\n"))
