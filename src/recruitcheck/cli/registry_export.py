"""Writes a list as it stands on a day: CSV, JSON Lines or FollowTheMoney entities."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from recruitcheck.cli.output import forget_stdout, talk
from recruitcheck.cli.session import find, open_store
from recruitcheck.cli.shared import Shared
from recruitcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from recruitcheck.store import View

FORMS = ("csv", "jsonl", "ftm")


def export_registry(shared: Shared, registry_id: str, form: str, to: Path | None) -> None:
    """The entries of the day, to a file or stdout."""
    if form not in FORMS:
        raise UsageError(f"--format {form}: not known.", todo=f"Use one of: {', '.join(FORMS)}.")
    if not shared.db.is_file():
        raise UsageError(
            f"no database at {shared.db}.", todo="Import a list first: recruitcheck registry import ID FILE."
        )
    with open_store(shared, create=False) as store:
        if registry_id not in {item.id for item in store.registries()}:
            find(shared, registry_id)
        view = store.view(registry_id, as_of=shared.as_of, known_on=shared.known_on)
        if view is None:
            raise UsageError(
                f"no copy of {registry_id} of {shared.as_of} or before is here.",
                todo=f"Import one, or see: recruitcheck registry history {registry_id}",
            )
        write = {"csv": _csv, "jsonl": _jsonl, "ftm": _ftm}[form]
        with _opened(to) as out:
            count = write(view, out)
            # Said here: a reader that goes (head, less) ends the writing, and nothing is left to say.
            part = "" if view.supports_absence else " (a partial copy)"
            talk(shared, f"{count:,} entries of {view.snapshot.id}{part}")


@contextmanager
def _opened(to: Path | None) -> Iterator[TextIO]:
    if to is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:
            forget_stdout()
        return
    try:
        with to.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
            yield file
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror}).", where=str(to), todo="Choose another place."
        ) from error


def _csv(view: View, out: TextIO) -> int:
    """Cells that a spreadsheet would take for a formula get an apostrophe before them."""
    from recruitcheck.registry.entry_forms import COLUMNS, flat_rows
    from recruitcheck.report.safe_text import safe_cell

    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for entry, snapshot in view.entries():
        writer.writerows([safe_cell(row[name]) for name in COLUMNS] for row in flat_rows(entry, snapshot))
        count += 1
    return count


def _jsonl(view: View, out: TextIO) -> int:
    from recruitcheck.registry.entry_forms import record

    count = 0
    for entry, snapshot in view.entries():
        out.write(json.dumps(record(entry, snapshot), ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count


def _ftm(view: View, out: TextIO) -> int:
    from recruitcheck.registry.entry_forms import ftm_entities

    count = 0
    for entry, snapshot in view.entries():
        for entity in ftm_entities(entry, view.registry, snapshot):
            out.write(json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count
