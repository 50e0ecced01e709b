"""Files of channel rules: strict shape at the door, frozen rules inside."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from recruitcheck.model import PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.channel_rule import ChannelKind, ChannelRule, ChannelStatus
from recruitcheck.standards.conflicting_rows import check_ids
from recruitcheck.standards.fee_limit import BoundParty, LimitConfidence
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText, Id, Line

Place = Annotated[str, Field(pattern=r"^(\*|[A-Z][A-Z0-9_]*(-[A-Z0-9]+)?)$", max_length=24)]


class ChannelRuleFile(StrictModel):
    """One rule as a file holds it."""

    id: Id
    side: Literal["origin", "destination"]
    jurisdiction: Place
    origin: Place = "*"
    destination: Place = "*"
    sector: str = "*"
    who: Line | None = None
    kind: ChannelKind
    says: Line
    permitted: Annotated[tuple[Line, ...], Field(max_length=200)] = ()
    bound: BoundParty
    condition: Line | None = None
    in_force_from: DateText | None = None
    in_force_to: DateText | None = None
    status: ChannelStatus
    instrument: Id
    provision: Line
    confidence: LimitConfidence
    how: Verification
    at: str | None = None
    stated_on: DateText | None = None
    conflicts_with: tuple[Id, ...] = ()
    note: Line | None = None


def read_channel_rules(paths: Iterable[Path]) -> tuple[ChannelRule, ...]:
    """Every rule of the files, sorted by id; DataFileError lists all problems of all files."""
    loaded = load_models(ChannelRuleFile, paths, many=True)
    check_ids("channel rule", loaded)
    return tuple(sorted((_rule(row) for _, row in loaded), key=lambda rule: rule.id))


def _date(text: str | None) -> PartialDate | None:
    return PartialDate(text) if text else None


def _rule(row: ChannelRuleFile) -> ChannelRule:
    return ChannelRule(
        id=row.id,
        side=row.side,
        jurisdiction=row.jurisdiction,
        origin=row.origin,
        destination=row.destination,
        sector=row.sector,
        who=row.who,
        kind=row.kind,
        says=row.says,
        permitted=row.permitted,
        bound=row.bound,
        condition=row.condition,
        in_force_from=_date(row.in_force_from),
        in_force_to=_date(row.in_force_to),
        status=row.status,
        instrument=row.instrument,
        provision=row.provision,
        confidence=row.confidence,
        how=row.how,
        verified_at=row.at,
        stated_on=_date(row.stated_on),
        conflicts_with=row.conflicts_with,
        note=row.note,
    )
