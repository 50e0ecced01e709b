"""Columns of a drafted layout whose cells hold several things: the parts become columns of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recruitcheck.registry.drafting import divided_cells
from recruitcheck.registry.drafting.column_draft import ColumnDraft
from recruitcheck.registry.drafting.date_columns import date_column
from recruitcheck.registry.drafting.divided_cells import Cut
from recruitcheck.registry.drafting.guess import Guess, Sureness
from recruitcheck.registry.drafting.profile import Profile

WIDE_SPLIT = r"[/;,|\n،、；，／]|\s+(?:and|or|&|y|e|et|und|oder|و|и)\s+|\s{2,}|\s[-–]\s(?=[+(]?\d)"


def draft_cut_cells(draft: ColumnDraft) -> None:
    """Draft ``divide`` for cells of name and address, number and date, address and telephone."""
    for header in draft.headers_of("name_address"):
        _cut(draft, divided_cells.name_and_address(draft.profiles[header]))
        if "name" not in draft.columns:
            draft.columns["name"] = {"from": header, "split_aliases": True}
            draft.note("name", header)
    for header in (*draft.headers_of("number_date"), *draft.headers_of("licence_number")):
        ends = any(
            word in header.casefold() for word in ("valid", "expir", "until", "bis", "ważn", "platn", "scadenza")
        )
        _cut(draft, divided_cells.number_and_date(draft.profiles[header], ends=ends))
    for header in draft.headers_of("name"):
        if "licence_number" not in draft.columns:
            _cut(draft, divided_cells.name_and_number(draft.profiles[header]))
        if "address" not in draft.columns:
            _cut(draft, divided_cells.name_and_address(draft.profiles[header]))
    for field in ("address", "owner", "contact"):
        for header in draft.headers_of(field):
            if not draft.headers_of("phone"):
                _cut(draft, divided_cells.address_and_phone(draft.profiles[header]))


def led_column(draft: ColumnDraft, header: str, pattern: str) -> str:
    """The column of the dates alone, where words stand around them; a cell that holds no date stays whole in it."""
    name = _made_name("day", draft.profiles, draft.divide)
    draft.divide[header] = pattern.replace("(?P<day>", f"(?P<{name}>")
    return name


def _cut(draft: ColumnDraft, cut: Cut | None) -> None:
    if cut is None or cut.header in draft.divide:
        return
    profile = draft.profiles[cut.header]
    role = draft.given.columns[cut.header].field
    names = {group: _made_name(group, draft.profiles, draft.divide) for group, _ in cut.fields}
    pattern = cut.pattern
    for group, name in names.items():
        pattern = pattern.replace(f"(?P<{group}>", f"(?P<{name}>")
    draft.divide[cut.header] = pattern
    for group, field in cut.fields:
        values = divided_cells.parts(cut, profile.cells, group)
        draft.cut_values[names[group]] = values
        if group == "place" and role in ("owner", "contact"):
            continue
        _cut_field(draft, field, names[group], cut.header, values)
    draft.guesses.append(
        Guess(
            "divide",
            cut.header,
            Sureness.MEDIUM,
            f"{cut.share:.0%} of the cells hold {cut.why}",
            profile.examples(2),
        )
    )


def _cut_field(draft: ColumnDraft, field: str, name: str, header: str, values: list[str]) -> None:
    if field in ("valid_from", "valid_to"):
        if field not in draft.columns and not draft.headers_of(field):
            shape = Profile(name, tuple(values), draft.profiles[header].context).dates
            if shape is not None:
                draft.columns[field] = date_column(name, shape)
                draft.note_dates(field, name, shape)
        return
    if field == "name":
        draft.columns["name"] = {"from": [name, header], "split_aliases": True}
    elif field == "phone":
        before = draft.columns.get("phone", {"from": []})["from"]
        draft.columns["phone"] = {"from": [*before, name], "split": WIDE_SPLIT}
    else:
        draft.columns[field] = {"from": [name, header]} if field != "licence_number" or not values.count("") else name
    if field == "licence_number":
        draft.find_pattern((), [value for value in values if value])


def _made_name(group: str, headers: Mapping[str, Any], divide: Mapping[str, str]) -> str:
    """A name for a part that no header and no other part has."""
    taken = " ".join(divide.values())
    lowered = {header.casefold() for header in headers}
    name, again = group, 2
    while name in lowered or f"(?P<{name}>" in taken:
        name, again = f"{group}_{again}", again + 1
    return name
