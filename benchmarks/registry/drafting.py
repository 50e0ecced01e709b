"""How well drafts read lists that nobody described: right answers per field.

usage: python -m benchmarks.registry.drafting [--shared FOLDER]

The made-up lists of ``tests/registry/drafting`` first: every fact of their first rows. Then, where the real lists lie
beside the checkout, each is drafted without its definition and read, row by row, beside what the definition reads.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tests.registry.drafting.made_up_lists import made_up_lists
from tests.registry.drafting.scoring import drafted, judged, table
from tests.registry.drafting.stranger_lists import stranger_lists

from recruitcheck.model import RegistryEntry
from recruitcheck.registry import Definition, MappedList, load_definitions, map_table, read_table
from recruitcheck.registry.drafting import draft_definition, try_draft
from recruitcheck.resources import shipped

TODAY = date(2026, 11, 21)
REAL = {
    "bd-bmet": ("bd-bmet/agencies.csv", "bd-bmet/recruitinglist.pdf"),
    "cz-mpsv": ("cz-mpsv-agentury/agentury-prace-sample.json",),
    "gb-sponsor": (
        "gb-sponsor-register/2020-10-29_Tier_2_5_Register_of_Sponsors-converted-from-pdf.csv",
        "gb-sponsor-register/2021-11-02_-_Worker_and_Temporary_Worker.csv",
    ),
    "hk-eaa": ("hk-eaa/Employmnt_Agency_Data_28_12_21.csv",),
    "ph-dmw": ("ph-dmw/dmw-licensed-agencies-2026-09-14.excerpt.json",),
    "us-dol-h2a-debarments": ("us-dol-debarment-h2a-fy09-13/H-2A Debarment Table FY 09 to FY 13.xlsx",),
    "us-dol-h2b-recruiters": ("us-dol-h2b-recruiters/H-2B_Appendix_C_FY2021.xlsx",),
}


def main() -> None:
    """Both parts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, help="the folder in which registers/ lies")
    options = parser.parse_args()
    print("\n".join(("made-up lists", *table(list(made_up())))))
    if options.shared is None or not (options.shared / "registers").is_dir():
        print("\nleft out: the real lists (--shared names no folder of them)")
        return
    known = {each.id: each for each in load_definitions([shipped("registries")])}
    for registry, files in REAL.items():
        for name in files:
            path = options.shared / "registers" / name
            if path.is_file():
                print("\n".join((f"\n{registry}: {path.name}", *table(list(beside(known[registry], path))))))


def made_up() -> Iterator[tuple[str, bool]]:
    """(field, right) for every fact of every made-up list."""
    for case in (*made_up_lists(), *stranger_lists()):
        with tempfile.TemporaryDirectory() as folder:
            draft, mapped = drafted(case, Path(folder))
            yield from ((field, wanted == found) for field, wanted, found in judged(case, mapped, draft))


def beside(definition: Definition, path: Path) -> Iterator[tuple[str, bool]]:
    """(field, right) for every row: the blind draft against the shipped definition."""
    draft, _ = try_draft(draft_definition(path, "xx-blind", today=TODAY), path)
    own = _by_row(map_table(draft.definition, read_table(path, draft.definition)))
    wanted = _by_row(map_table(definition, read_table(path, definition)))
    yield from (("rows", row in own) for row in wanted)
    yield from (("rows", False) for row in own if row not in wanted)
    for row, entry in wanted.items():
        if row in own:
            yield from _compared(row, entry, own[row])


def _by_row(mapped: MappedList) -> dict[int, RegistryEntry]:
    return {row: entry for entry in mapped.entries for row in entry.rows}


def _compared(row: int, wanted: RegistryEntry, found: RegistryEntry) -> Iterator[tuple[str, bool]]:
    yield "name", wanted.name == found.name
    for field in ("phones", "emails"):
        if getattr(wanted, field):
            yield field, getattr(wanted, field) == getattr(found, field)
    if wanted.addresses and wanted.addresses[0].text:
        yield "address", bool(found.addresses) and wanted.addresses[0].text == found.addresses[0].text
    licence = next((each for each in wanted.licences if each.row == row), None)
    own = next((each for each in found.licences if each.row == row), None)
    if licence is not None:
        yield "status", own is not None and licence.status is own.status
        if licence.number:
            yield "number", own is not None and licence.number == own.number
        if licence.valid_from or licence.valid_to:
            yield "dates", own is not None and (licence.valid_from, licence.valid_to) == (own.valid_from, own.valid_to)
    ban = next((each for each in wanted.debarments if each.row == row), None)
    if ban is not None and (ban.valid_from or ban.valid_to):
        mine = next((each for each in found.debarments if each.row == row), None)
        yield "dates", mine is not None and (ban.valid_from, ban.valid_to) == (mine.valid_from, mine.valid_to)


if __name__ == "__main__":
    main()
