"""The way out of an empty database: which lists serve a country and how to get them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recruitcheck.cli.session import definitions
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line

if TYPE_CHECKING:
    from recruitcheck.model import Assessment
    from recruitcheck.registry import Definition

# The gaps of checks.coverage that a copy of a list would close.
_MISSING = {
    "registry_missing", "registry_no_copy_on_date", "registry_stale", "no_licensing_registry", "no_licensing_answer",
    "country_not_given",
}  # fmt: skip


def ways_to_answer(shared: Shared, assessment: Assessment, country: str | None) -> Sequence[str]:
    """On a terminal, where an answer lacks a list: which lists serve this place and how to get them; else nothing."""
    lacking = any(gap.required and gap.code in _MISSING for gap in assessment.not_checked)
    return ways_to_get(shared, country) if shared.format == "table" and lacking else ()


def ways_to_get(shared: Shared, country: str | None) -> list[str]:
    """The lists that can show a licence or an exclusion in a country, each with the command that imports it."""
    from recruitcheck.vocabulary import country_name

    if country is None:
        return ["No country was given, so no list could be chosen. Say where the agency works: --country CC."]
    name = country_name(country)
    serving = [item for item in definitions(shared) if item.jurisdiction.split("-")[0] == country]
    if not serving:
        return [
            f"No official list of {name} is known here. To use one: write a definition (recruitcheck schema definition "
            "shows its shape), then recruitcheck registry import ID FILE --published DATE --definition DEFINITION.yml"
        ]
    lines = [f"Official lists that serve {name}:"]
    for item in serving:
        lines += _how(item)
    return lines


def _how(item: Definition) -> list[str]:
    lines = [f"  {item.id} ({item.kind.value.replace('_', ' ')}): {one_line(item.title)}"]
    if item.how_to_obtain:
        lines.append(f"    get it: {one_line(item.how_to_obtain, 300)}")
    lines.append(f"    then:   recruitcheck registry import {item.id} FILE --published DATE")
    if item.pull is not None:
        lines.append(f"    or:     recruitcheck registry pull {item.id} (asks the list's own address)")
    return lines
