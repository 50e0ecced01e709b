"""Which sheet of a file is the list, and which line of it the header."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from recruitcheck.errors import RegistryError
from recruitcheck.registry.drafting.heading import Heading, find_heading
from recruitcheck.registry.drafting.specimen import SheetSample, Specimen
from recruitcheck.registry.drafting.words import headings

LEAST_ROWS = 3  # of a table whose columns no line names


@dataclass(frozen=True, slots=True)
class ChosenSheet:
    """The sheet, its header, whether no sheet before it has such a header, and further sheets that have it."""

    sheet: SheetSample
    heading: Heading
    first_with_it: bool
    others: tuple[str, ...]


def choose_sheet(specimen: Specimen) -> ChosenSheet:
    """The sheet with the best header and the most rows. RegistryError where no line of any can be a header."""
    found: list[tuple[float, int, Heading]] = []
    for number, sheet in enumerate(specimen.sheets):
        heading = _first_line(sheet) if _begins_with_header(sheet) else find_heading(sheet.lines)
        if heading is not None and len(sheet.lines) > heading.at + 1:
            weight = heading.merit + 0.5 * math.log10(max(1, sheet.total - heading.at))
            found.append((weight, -number, heading))
    if not found:
        return _headerless(specimen)
    _, place, heading = max(found, key=lambda each: each[:2])
    alike = sorted(-at for _, at, other in found if other.cells == heading.cells)
    sheets = specimen.sheets
    others = tuple(sheets[at].name for at in alike if at != -place)
    return ChosenSheet(sheets[-place], heading, alike[0] == -place, others)


def no_header(specimen: Specimen) -> RegistryError:
    """The error for a file in which no line is a header, and nothing else tells the columns."""
    return RegistryError(
        "no header was found: no line names its columns.",
        where=str(specimen.path),
        todo="Add a line with the columns' names above the first row, or write the definition by hand.",
    )


def _headerless(specimen: Specimen) -> ChosenSheet:
    """The longest sheet of rows of one width, its columns counted: what they are, only their values can tell."""
    regular = []
    for number, sheet in enumerate(specimen.sheets):
        widths = Counter(len(line.cells) for line in sheet.lines if sum(map(bool, map(str.strip, line.cells))) > 1)
        width, rows = widths.most_common(1)[0] if widths else (0, 0)
        if width > 1 and rows >= max(LEAST_ROWS, 0.8 * len(sheet.lines)):
            regular.append((rows, -number, max(widths)))
    if not regular:
        raise no_header(specimen)
    _, place, width = max(regular)
    cells = tuple(f"column {number}" for number in range(1, width + 1))
    return ChosenSheet(specimen.sheets[-place], Heading(cells, 0, -1, 0.0, 0), True, ())


def _begins_with_header(sheet: SheetSample) -> bool:
    """Whether the reader put a header before the rows: records, dumps and PDF tables have theirs."""
    return bool(sheet.lines) and sheet.lines[0].place == 0


def _first_line(sheet: SheetSample) -> Heading:
    cells = tuple(sheet.lines[0].cells)
    known = {found[0].field for cell in cells if (found := headings(cell))}
    return Heading(cells, 1, 0, float(len(known)), len(known))
