"""Files of country groups: members and the period for which the list holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from recruitcheck.model import PartialDate
from recruitcheck.resources import StrictModel, load_models
from recruitcheck.standards.fit import CountryGroup
from recruitcheck.standards.instrument import Verification
from recruitcheck.standards.instrument_file import DateText


class CountryGroupFile(StrictModel):
    """One group as a file holds it."""

    id: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]+$")]
    title: str
    members: tuple[Annotated[str, Field(pattern=r"^[A-Z]{2}$")], ...]
    valid_from: DateText | None = None
    valid_to: DateText | None = None
    how: Verification
    at: str | None = None
    note: str | None = None


def read_groups(paths: Iterable[Path]) -> Mapping[str, CountryGroup]:
    """Groups by id."""
    return {
        item.id: CountryGroup(
            item.id,
            item.title,
            frozenset(item.members),
            PartialDate(item.valid_from) if item.valid_from else None,
            PartialDate(item.valid_to) if item.valid_to else None,
            item.how.value,
            item.note,
        )
        for _, item in load_models(CountryGroupFile, paths, many=True)
    }
