"""Real names with their countries, out of a folder of registers: what our own sets are made of.

usage: register_names.py REGISTERS > NAMES.txt      (one "name<tab>country" a line, country as ISO 3166-1 alpha-2)

The country is the one that the row tells of the firm, else that of the office that keeps the list. A name that several
lists hold stands once, with the country of the first of them. Lists that are not there are left out.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from recruitcheck.vocabulary import resolve_country

Row = dict[str, str]
NOTHING = frozenset({"", "n", "na", "n/a", "none"})


class Register(NamedTuple):
    """Where a list keeps its names; ``country`` of its office, ``column`` of the firm's own."""

    country: str
    files: str
    names: tuple[str, ...]
    column: str = ""


REGISTERS = (
    Register("BD", "bd-bmet/agencies.csv", ("name",)),
    Register("PH", "ph-dmw/*.json", ("name",)),
    Register("HK", "hk-eaa/*.csv", ("English Company Name", "Chinese Company Name")),
    Register("CZ", "cz-mpsv-agentury/*.json", ("nazev",)),
    Register("US", "us-dol-h2b-recruiters/*.xlsx", ("RECRUITER_EMPLOYER_NAME",), "RECRUITER_EMPLOYER_COUNTRY"),
    Register("GB", "gb-sponsor-register/*.csv", ("Organisation Name",)),
)


def rows_of(path: Path) -> Iterator[Row]:
    """The rows of a file by column."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
            yield from csv.DictReader(file)
    elif path.suffix == ".json":
        told = json.loads(path.read_text(encoding="utf-8"))
        yield from told["polozky"] if isinstance(told, dict) else told
    else:
        from python_calamine import CalamineWorkbook

        head, *lines = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        for line in lines:
            yield {str(column): str(cell) for column, cell in zip(head, line, strict=True)}


def named(registers: Iterable[Register], folder: Path) -> dict[str, str]:
    """Country by name."""
    found: dict[str, str] = {}
    for register in registers:
        for path in sorted(folder.glob(register.files)):
            for row in rows_of(path):
                country = (resolve_country(row.get(register.column) or "") if register.column else None) or ""
                for column in register.names:
                    name = re.sub(r"\s+", " ", row.get(column) or "").strip()
                    if name.lower() not in NOTHING:
                        found.setdefault(name, country or register.country)
    return found


def main() -> None:
    for name, country in sorted(named(REGISTERS, Path(sys.argv[1])).items()):
        sys.stdout.write(f"{name}\t{country}\n")


if __name__ == "__main__":
    main()
