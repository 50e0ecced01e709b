"""Columns drafted while a file is imported, for lists whose columns nobody has seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from recruitcheck.errors import RegistryError
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.drafting.draft import Draft, draft_definition
from recruitcheck.registry.drafting.guess import Guess, Sureness
from recruitcheck.registry.drafting.trial import try_draft

CRUCIAL = ("header", "columns.name")


def with_drafted_columns(definition: Definition, path: Path, *, today: date) -> tuple[Definition, Draft]:
    """The definition with a layout drafted from this file.

    RegistryError where it is doubtful which column holds the names: a list read wrongly would judge firms wrongly.
    """
    draft = draft_definition(path, definition.id, today=today, known=definition)
    if not draft.seen_whole:  # words for states may stand in rows that the sample did not hold
        draft, _ = try_draft(draft, path)
    doubt = next((guess for guess in draft.guesses if guess.what in CRUCIAL and guess.sure is Sureness.LOW), None)
    if doubt is not None:
        raise RegistryError(
            f"nobody has seen the columns of this list, and a draft from this file is not sure of {doubt.what} "
            f"({doubt.value}: {doubt.why}).",
            where=definition.id,
            todo=f"Draft and correct it: recruitcheck registry draft {path.name} --id {definition.id} --interactive "
            f"-o {definition.id}.yml",
        )
    return draft.definition, draft


def drafted_sentence(draft: Draft) -> str:
    """What the import report says of drafted columns."""
    columns = [guess for guess in draft.guesses if guess.what.startswith("columns.") and ".date" not in guess.what]
    told = ", ".join(f"{_field(guess)} from {guess.value!r} ({guess.sure.value})" for guess in columns)
    return f"Nobody had seen the columns of this list: they were drafted from this file. {told}."


def _field(guess: Guess) -> str:
    return guess.what.removeprefix("columns.")
