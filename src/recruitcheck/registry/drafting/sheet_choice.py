"""Which sheet of a file is the list, and which line of it the header."""

from __future__ import annotations

import math
from dataclasses import dataclass

from recruitcheck.errors import RegistryError
from recruitcheck.registry.drafting.heading import Heading, find_heading
from recruitcheck.registry.drafting.specimen import SheetSample, Specimen
from recruitcheck.registry.drafting.words import headings

HEADER_FIRST = ("json", "jsonl", "xml", "sql", "pdf")  # formats whose reader puts the header first


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
        heading = _first_line(sheet) if specimen.kind in HEADER_FIRST else find_heading(sheet.lines)
        if heading is not None and len(sheet.lines) > heading.at + 1:
            weight = heading.merit + 0.5 * math.log10(max(1, sheet.total - heading.at))
            found.append((weight, -number, heading))
    if not found:
        raise RegistryError(
            "no header was found: no line names its columns.",
            where=str(specimen.path),
            todo="Add a line with the columns' names above the first row, or write the definition by hand.",
        )
    _, place, heading = max(found, key=lambda each: each[:2])
    alike = sorted(-at for _, at, other in found if other.cells == heading.cells)
    sheets = specimen.sheets
    others = tuple(sheets[at].name for at in alike if at != -place)
    return ChosenSheet(sheets[-place], heading, alike[0] == -place, others)


def _first_line(sheet: SheetSample) -> Heading | None:
    if not sheet.lines:
        return None
    cells = tuple(sheet.lines[0].cells)
    known = {found[0].field for cell in cells if (found := headings(cell))}
    return Heading(cells, 1, 0, float(len(known)), len(known))
