"""What the law of the origin asks of an advert for work abroad: licence number, approval, contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from recruitcheck.model import Corridor
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText, Id, Line
from recruitcheck.standards.required_term import Term


@dataclass(frozen=True, slots=True)
class AdvertRule:
    """One rule. None means "not seen", never "not required"; ``contents`` is empty where no list was seen.

    ``terms`` are those of the contents that are terms of the vocabulary, so that a text can be searched for them.
    """

    jurisdiction: str
    instrument: str
    provision: str
    licence_number: bool | None
    prior_approval: bool | None
    contents: tuple[str, ...]
    terms: tuple[str, ...]
    when: str | None
    how: Verification
    verified_at: str | None
    note: str | None


class AdvertRuleFile(StrictModel):
    """One rule as a file holds it."""

    jurisdiction: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    instrument: Id
    provision: Line
    licence_number: Annotated[bool, Field(strict=True)] | None = None
    prior_approval: Annotated[bool, Field(strict=True)] | None = None
    contents: Annotated[tuple[Line, ...], Field(max_length=60)] = ()
    terms: Annotated[tuple[Term, ...], Field(max_length=60)] = ()
    when: Line | None = None
    how: Verification
    on: DateText | None = None
    at: str | None = None
    note: Line | None = None


def read_advert_rules(paths: Iterable[Path]) -> tuple[AdvertRule, ...]:
    """Every rule of the files, in order."""
    return tuple(
        AdvertRule(
            row.jurisdiction,
            row.instrument,
            row.provision,
            row.licence_number,
            row.prior_approval,
            row.contents,
            row.terms,
            row.when,
            row.how,
            row.at,
            row.note,
        )
        for _, row in load_models(AdvertRuleFile, paths, many=True)
    )


def adverts_for(
    rules: Iterable[AdvertRule], corridor: Corridor, in_force: Mapping[str, bool]
) -> tuple[AdvertRule, ...]:
    """Printable rules of the origin whose instrument is in force (``in_force`` by instrument)."""
    origin = (corridor.origin or "").partition("-")[0]
    return tuple(
        rule
        for rule in rules
        if rule.jurisdiction == origin and rule.how.printable and in_force.get(rule.instrument, False)
    )
