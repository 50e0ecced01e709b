"""Tables of a PDF: columns by their edges, rows by where they begin, cells of many lines put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise, repeat

import regex

from recruitcheck.registry.definition import Format, Pdf
from recruitcheck.registry.layout import folded_header
from recruitcheck.registry.readers.limits import MAX_COLUMNS, PATTERN_SECONDS
from recruitcheck.registry.readers.pdf_cells import Cells, columns_of
from recruitcheck.registry.readers.pdf_flow import flowing
from recruitcheck.registry.readers.pdf_middle import row_tops
from recruitcheck.registry.readers.pdf_page import Page, open_pdf, pages
from recruitcheck.registry.readers.pdf_piece import MIDDLE, Piece, first_below, joined, lines_downwards, visual_lines
from recruitcheck.registry.readers.pdf_title import titles
from recruitcheck.registry.table import Line, Sheet, Source

HEADER_PAGES = 3  # pages on which a header is looked for
HEADER_LINES = 4  # lines over which one header may be printed
EDGE_SHARE = 0.09  # of the page's height: where repeated lines at its foot are looked for
SAME_HEIGHT = 3.0  # points
ROW_SLACK = 2.5  # points by which other cells of a row may stand higher than the one that begins it
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns: names and left edges. ``header``: the lines of text that print them, to be passed over."""

    names: tuple[str, ...]
    edges: tuple[float, ...]
    header: tuple[str, ...] = ()

    @property
    def between(self) -> tuple[float, ...]:
        """The edges between columns: what stands before the first column is in the first too."""
        return self.edges[1:]


class PdfReader:
    """Reads the text of a PDF. Where the definition declares no columns, they are taken from the printed header."""

    media_type = "application/pdf"

    def sheets(self, source: Source, options: Format, warnings: list[str]) -> Iterator[Sheet]:
        """One sheet: the columns' names, then a line per row over all pages."""
        document = open_pdf(source)  # closes itself once the last row is read and nobody holds it
        told = options.pdf
        grid = _declared(told) or _found(tuple(pages(document, source, most=HEADER_PAGES)), source.known_headers)
        if grid is None:
            first = next(pages(document, source, most=1))
            warnings.append("No header was found in the PDF. Declare format.pdf.columns in the definition.")
            yield Sheet("", _plain(first))
            return
        body = _Body(grid, told, warnings)
        given = pages(document, source, grid.between, ruled=told.rows == "ruled")
        yield Sheet("", chain([Line(0, list(grid.names))], body.lines(given)))


def _declared(told: Pdf) -> Grid | None:
    if not told.columns:
        return None
    pairs = sorted(told.columns.items(), key=lambda pair: pair[1])
    return Grid(tuple(name for name, _ in pairs), tuple(float(left) for _, left in pairs))


def _plain(page: Page) -> Iterator[Line]:
    for number, line in enumerate(visual_lines(page.pieces), 1):
        yield Line(number, [joined([piece]) for piece in line][:MAX_COLUMNS])


def _found(first: Sequence[Page], known: frozenset[str]) -> Grid | None:
    """The grid of the header in which most known headers stand; None where there is none."""
    best: tuple[int, int, list[list[Piece]]] | None = None
    body: list[Piece] = []
    for page, height, band in header_bands(first):
        cells = clusters(band)
        count = len({folded_header(cluster_text(cell)) for cell in cells} & known)
        if count > 1 and (best is None or (count, -height) > best[:2]):
            best = (count, -height, cells)
            floor = min(piece.bottom for piece in band)
            body = [piece for piece in page.pieces if piece.top <= floor + ROW_SLACK]
    if best is None:
        return None
    cells = best[2]
    header = tuple(joined(line) for line in visual_lines(list(chain.from_iterable(cells))))
    return Grid(tuple(map(cluster_text, cells)), _edges(cells, body), header)


def header_bands(first: Iterable[Page]) -> Iterator[tuple[Page, int, list[Piece]]]:
    """Every run of lines that a header may be printed over, from the top: its page, its lines, its pieces."""
    for page in first:
        lines = visual_lines(page.pieces)
        for at in range(len(lines)):
            for height in range(1, HEADER_LINES + 1):
                band = list(chain.from_iterable(lines[at : at + height]))
                if len(band) > MAX_COLUMNS * 2:
                    break
                yield page, height, band


def clusters(band: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of a header that stand over each other or close together: one cell each."""
    cells: list[list[Piece]] = []
    right = 0.0
    for piece in sorted(band, key=lambda each: each.left):
        near = 0.6 * (piece.top - piece.bottom)
        if cells and piece.left < right + near:
            cells[-1].append(piece)
            right = max(right, piece.right)
        else:
            cells.append([piece])
            right = piece.right
    return cells


def cluster_text(cell: Sequence[Piece]) -> str:
    return " ".join(joined(line) for line in visual_lines(cell))


def _edges(cells: Sequence[Sequence[Piece]], body: Sequence[Piece]) -> tuple[float, ...]:
    """Left edges: between two headers, in the middle of the widest strip that the fewest pieces cross."""
    edges = [min(min(piece.left for piece in cells[0]) - 1, *(piece.left for piece in body), 1e9)]
    for before, after in pairwise(cells):
        low, high = max(piece.right for piece in before), min(piece.left for piece in after)
        stops = sorted({low, high, *(x for piece in body for x in (piece.left, piece.right) if low < x < high)})
        best = (10**9, 0.0, (low + high) / 2)
        for left, right in pairwise(stops):
            middle = (left + right) / 2
            crossed = sum(piece.left < middle < piece.right for piece in body)
            best = min(best, (crossed, left - right, middle))
        edges.append(best[2])
    return tuple(edges)


class _Body:
    """Turns pages into rows. A row lasts until the next begins, over the end of a page if need be."""

    def __init__(self, grid: Grid, told: Pdf, warnings: list[str]) -> None:
        self.grid, self.told, self.warnings = grid, told, warnings
        self.start_at = grid.names.index(told.start_column) if told.start_column in grid.names else 0
        self._row_start = regex.compile(told.row_start) if told.row_start is not None else None
        self.counted = self._row_start is not None and self.start_at == 0
        self.above: set[str] | None = set(grid.header) if grid.header else None
        self.feet: list[tuple[float, str]] = []
        self.next_feet: tuple[float, list[tuple[float, str]]] | None = (
            None  # up to which height, those of the next page
        )
        self.left_out = 0
        self.titles: list[str] = []  # those between the rows

    def lines(self, given: Iterator[Page]) -> Iterator[Line]:
        """The rows over all pages."""
        number = 0
        row: list[list[str]] | None = None
        held = next(given, None)
        while held is not None:
            after = next(given, None)
            pieces = self._text_area(held, after)
            for begins, cells in self._read(held, pieces):
                if begins or row is None:
                    if row is not None:
                        number += 1
                        yield Line(number, list(map(flowing, row)))
                    row = cells if begins else None
                else:
                    for kept, more in zip(row, cells, strict=True):
                        kept.extend(more)
            held = after
        if row is not None:
            yield Line(number + 1, list(map(flowing, row)))
        if self.left_out:
            self.warnings.append(f"{self.left_out:,} lines that return on the pages' edges were left out.")
        if self.titles:
            self.warnings.append(
                f"{len(self.titles):,} lines across the columns were taken for titles between the rows and left out, "
                f"e.g. {self.titles[0][:80]!r}."
            )

    def _text_area(self, page: Page, after: Page | None) -> list[Piece]:
        """The pieces of a page without margins and lines that return at its foot."""
        low, high = self.told.bottom, page.height - self.told.top
        pieces = list(page.pieces[first_below(page.pieces, high) : first_below(page.pieces, low, itself=False)])
        zone = page.height * EDGE_SHARE
        feet = self.next_feet[1] if self.next_feet and self.next_feet[0] == zone else _feet(page, zone)
        next_feet = _feet(after, zone) if after else []
        others = [*self.feet, *next_feet]
        self.feet, self.next_feet = feet, (zone, next_feet)
        gone = {
            height
            for height, text in feet
            if any(abs(height - other) <= SAME_HEIGHT and text == said for other, said in others)
        }
        self.left_out += len(gone)
        if not gone:
            return pieces
        return [piece for piece in pieces if piece.middle > zone or not any(_beside(piece, at) for at in gone)]

    def _read(self, page: Page, pieces: list[Piece]) -> Iterator[tuple[bool, list[list[str]]]]:
        across = titles(pieces, page.wide, self.grid.between, counted=self.counted)
        return self._ruled(pieces, across, page.rulings) if page.rulings else self._rows(pieces, across)

    def _rows(self, pieces: list[Piece], across: Sequence[Piece]) -> Iterator[tuple[bool, list[list[str]]]]:
        """(begins a row, cells as lines of text): first what goes on from the page before, then each row."""
        if across:
            gone = set(map(id, across))
            pieces = [piece for piece in pieces if id(piece) not in gone]
        held = Cells(pieces, self.grid.between)
        first = lines_downwards(held.of_column(self.start_at))
        if self.grid.header and any(joined(line) == self.grid.names[self.start_at] for line in first):
            pieces = self._without_headings(pieces)
            held = Cells(pieces, self.grid.between)
            first = lines_downwards(held.of_column(self.start_at))
        starts = [line for line in first if self._is_start(joined(line))]
        tops = self._tops(starts, pieces)
        self.titles += [piece.text for piece in across if tops and piece.middle < tops[0]]
        begins = [*(first_below(pieces, top) for top in tops), len(pieces)]
        rest = self._without_header(pieces[: begins[0]], bool(tops))
        if rest:
            yield False, Cells(rest, self.grid.between).row(0, len(rest))
        yield from zip(repeat(True), map(held.row, begins, begins[1:]))

    def _without_headings(self, pieces: list[Piece]) -> list[Piece]:
        """A page without the headers printed on it and the titles over them: a second table may begin on any page."""
        lines = visual_lines(pieces)
        gone: set[int] = set()
        for at in (at for at, line in enumerate(lines) if joined(line) in self.grid.header):
            gone.add(at)
            above = at - 1
            while above >= 0 and above not in gone and self._is_title(lines, above):
                gone.add(above)
                above -= 1
        kept = {id(piece) for at, line in enumerate(lines) if at not in gone for piece in line}
        return [piece for piece in pieces if id(piece) in kept]

    def _is_title(self, lines: list[list[Piece]], at: int) -> bool:
        """Whether a line over a header stands alone in its row, and nearer to what is below it than above."""
        if len(set(columns_of(lines[at], self.grid.between))) > 1:
            return False
        here, below = lines[at][0].middle, lines[at + 1][0].middle
        return at == 0 or lines[at - 1][0].middle - here > here - below

    def _ruled(
        self, pieces: list[Piece], titled: Sequence[Piece], rulings: Sequence[float]
    ) -> Iterator[tuple[bool, list[list[str]]]]:
        """As ``_rows``, where lines are drawn between the rows: what stands over and under them is no table."""
        across = set(map(id, titled))
        begun = False
        for top, floor in pairwise(rulings):
            band = pieces[first_below(pieces, top) : first_below(pieces, floor)]
            if not band:
                continue
            told = [piece for piece in band if id(piece) not in across]
            cells = Cells(told, self.grid.between).row(0, len(told))
            first = " ".join(cells[self.start_at])
            said = [piece.text for piece in band if id(piece) in across]
            if said and not first:
                self.titles += said if begun else ()
            elif self._is_start(first) and first != self.grid.names[self.start_at]:
                begun = True
                yield True, cells
            elif not self._is_header(cells):
                yield False, cells  # a row that a page's end divides

    def _is_header(self, cells: list[list[str]]) -> bool:
        """Whether a band prints the names of the columns; some may be longer than what was found of them."""
        told = [(" ".join(cell), name) for cell, name in zip(cells, self.grid.names, strict=True) if cell]
        return sum(text == name for text, name in told) > len(told) / 2

    def _is_start(self, text: str) -> bool:
        if self._row_start is None:
            return bool(text) and text not in (self.above or ()) and text != self.grid.names[self.start_at]
        try:
            return self._row_start.search(text, timeout=PATTERN_SECONDS) is not None
        except TimeoutError:
            return False

    def _tops(self, starts: list[list[Piece]], pieces: list[Piece]) -> list[float]:
        """The upper bound of each row, from the top down."""
        if self.told.rows == "middle":
            return row_tops(starts, pieces)
        return [max(piece.top for piece in line) + ROW_SLACK for line in starts]

    def _without_header(self, above: list[Piece], has_rows: bool) -> list[Piece]:
        """What stands over the first row without the title and header that return on every page."""
        lines = visual_lines(above)
        if self.above is None:
            if has_rows:  # the first page with rows: all that stands over them is title and header
                self.above = {joined(line) for line in lines}
            return []
        kept = [line for line in lines if joined(line) not in self.above]
        if self.grid.header and len(kept) != len(lines):
            # A header found by its words: what stands over it is title, the first time and every time.
            floor = min(piece.middle for line in lines if joined(line) in self.above for piece in line)
            kept = [line for line in kept if line[0].middle < floor]
        return sorted(chain.from_iterable(kept), key=MIDDLE, reverse=True)


def _feet(page: Page, zone: float) -> list[tuple[float, str]]:
    """The lines at the foot of a page: height, and text with its numbers made alike."""
    lines = visual_lines(page.pieces[first_below(page.pieces, zone) :])
    return [(line[0].middle, _DIGITS.sub("#", joined(line))) for line in lines]


def _beside(piece: Piece, height: float) -> bool:
    return piece.bottom - SAME_HEIGHT <= height <= piece.top + SAME_HEIGHT
