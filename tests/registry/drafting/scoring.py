"""What a draft reads out of a list, beside what stands in it: right answers per field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from recruitcheck.model import RegistryEntry
from recruitcheck.registry import MappedList, map_table, read_table
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.drafting import Draft, definition_text, draft_definition
from recruitcheck.resources import parse_yaml, validate
from tests.registry.drafting.made_up_lists import MadeUp

TODAY = date(2026, 11, 21)


def drafted(case: MadeUp, folder: Path) -> tuple[Draft, MappedList]:
    """The draft of a made-up list, and the list as the written draft reads it."""
    path = folder / case.file
    path.write_bytes(case.content)
    draft = draft_definition(path, case.id, today=TODAY)
    definition = validate(Definition, parse_yaml(definition_text(draft, file=path.name), "draft.yml"))
    assert definition.sha256 == draft.definition.sha256, "what is written reads back as something else"
    return draft, map_table(definition, read_table(path, definition))


def judged(case: MadeUp, mapped: MappedList, draft: Draft) -> Iterator[tuple[str, Any, Any]]:
    """(field, wanted, found) for every fact of a case."""
    yield "rows kept", case.kept, mapped.kept
    for index, facts in enumerate(case.facts):
        if index >= len(mapped.entries):
            for field, wanted in facts.items():
                yield field, wanted, None
            continue
        entry = mapped.entries[index]
        for field, wanted in facts.items():
            yield field, wanted, _found(entry, field)
    for field, wanted in case.checks.items():
        yield field, wanted, draft.content.get(field)


def _found(entry: RegistryEntry, field: str) -> Any:
    permission = (*entry.licences, *entry.debarments, None)[0]
    if field == "name":
        return entry.name
    if field == "names":
        return tuple(name.text for name in entry.names)
    if field in ("phones", "emails"):
        return getattr(entry, field)
    if field in ("place", "address"):
        return getattr(entry.addresses[0], "text" if field == "address" else "place") if entry.addresses else None
    if permission is None:
        return None
    if field in ("since", "until"):
        told = permission.valid_from if field == "since" else permission.valid_to
        return told.text if told else None
    return getattr(permission, field, None) if field != "status" else permission.status.value


def table(results: list[tuple[str, bool]]) -> list[str]:
    """Right answers by field, as lines to print."""
    right, total = Counter(field for field, good in results if good), Counter(field for field, _ in results)
    lines = [
        f"{field:<14}{right[field]:>4} of {total[field]:>4}  {right[field] / total[field]:.3f}"
        for field in sorted(total)
    ]
    return [*lines, f"{'all':<14}{right.total():>4} of {total.total():>4}  {right.total() / total.total():.3f}"]
