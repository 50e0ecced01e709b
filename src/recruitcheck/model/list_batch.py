"""Many rows of a list at once, told column by column: how a long list travels from its file to the store.

An object for each row would cost more than all the rest of an import. Rows that do not fit the columns (several names,
several licences, exclusions, doubts) travel as entries beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from recruitcheck.model.entry import (
    Address,
    Licence,
    LicenceStatus,
    RegistryEntry,
    Reject,
)
from recruitcheck.model.name import Name, NameKind
from recruitcheck.model.partial_date import PartialDate

BETWEEN = '","'  # cells of a row in JSON
ADDRESS_FIELDS = ("text", "place", "region", "postal_code", "country")
LICENCE_FIELDS = ("status", "status_word", "number", "route", "scope", "valid_from", "valid_to", "note")


@dataclass(slots=True)
class PlainEntries:
    """Entries of one row and one registered name each. Columns are parallel lists; what is blank is "" or ().

    ``address``, ``licence`` and ``lists`` (phones, emails, websites, other_ids, extra) hold only the columns that the
    list has. ``licensed``: each row is one licence (of the columns of ``licence``), else none has any. ``unescaped``:
    all but the scope is known to need no escape in JSON.
    """

    rows: list[int] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    source_ids: list[str] | None = None
    address: dict[str, list[str]] = field(default_factory=dict)
    lists: dict[str, list[tuple[str, ...]] | list[tuple[tuple[str, str], ...]]] = field(default_factory=dict)
    licensed: bool = False
    licence: dict[str, list[str]] = field(default_factory=dict)
    scope: list[tuple[str, ...]] | None = None
    unescaped: bool = False

    def entry(self, registry: str, index: int) -> RegistryEntry:
        """One of them as an entry."""
        row = self.rows[index]
        address = {name: column[index] for name, column in self.address.items() if column[index]}
        licence: dict[str, str] = {name: column[index] for name, column in self.licence.items() if column[index]}
        return RegistryEntry(
            registry=registry,
            key=self.keys[index],
            names=(Name(self.names[index], NameKind.REGISTERED),),
            rows=(row,),
            source_ids=(self.source_ids[index],) if self.source_ids and self.source_ids[index] else (),
            addresses=(Address(**address),) if address else (),
            licences=(_licence(row, licence, self.scope[index] if self.scope else ()),) if self.licensed else (),
            **{name: column[index] for name, column in self.lists.items()},  # type: ignore[arg-type]
        )


def _licence(row: int, told: dict[str, str], scope: tuple[str, ...]) -> Licence:
    start, end = told.get("valid_from"), told.get("valid_to")
    return Licence(
        row=row,
        status=LicenceStatus(told["status"]),
        status_word=told.get("status_word"),
        number=told.get("number"),
        route=told.get("route"),
        scope=scope,
        valid_from=PartialDate(start) if start else None,
        valid_to=PartialDate(end) if end else None,
        note=told.get("note"),
    )


@dataclass(slots=True)
class ListBatch:
    """Some rows of a list, and what they came to: each row is in ``plain``, an entry or a reject, or comes later.

    ``cells`` are the rows as read from row ``first`` on, under ``header``; ``odd`` holds those that do not fit it, by
    index. ``withdrawn``: rows told before as entries of their own, now part of one of ``entries``. ``lines``: each row
    with ``BETWEEN`` its cells, where nothing in any of them needs an escape in JSON.
    """

    header: tuple[str, ...] = ()
    first: int = 1
    cells: list[list[str]] = field(default_factory=list)
    odd: dict[int, dict[str, str]] = field(default_factory=dict)
    plain: PlainEntries = field(default_factory=PlainEntries)
    entries: list[RegistryEntry] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)
    withdrawn: list[int] = field(default_factory=list)
    lines: list[str] | None = None

    def row(self, index: int) -> dict[str, str]:
        """The cells of one row by header."""
        held = self.odd.get(index)  # may be empty: a row without a cell
        return dict(zip(self.header, self.cells[index], strict=True)) if held is None else held
