"""Drafts a definition, asks about what is doubtful, and says how sure each part is."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from recruitcheck.cli.output import console, put, put_json, talk
from recruitcheck.cli.session import definitions, now
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line
from recruitcheck.errors import InputError, UsageError

if TYPE_CHECKING:
    from recruitcheck.registry.drafting import Answers, Draft, Guess, Trial

SHOWN_REASONS = 5


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line says beforehand. ``columns``: HEADER=FIELD; ``statuses``: WORD=STATUS."""

    title: str | None
    authority: str | None
    country: str | None
    kind: str | None
    order: str | None
    listed: bool
    columns: tuple[str, ...]
    statuses: tuple[str, ...]


def run_draft(shared: Shared, file: Path, registry_id: str, to: Path | None, wishes: Wishes, *, ask: bool) -> None:
    """Draft, ask, try, write. The YAML goes to ``to`` or to stdout; what there is to say goes beside it."""
    from recruitcheck.registry.drafting import definition_text, draft_definition, try_draft

    known = next((each for each in definitions(shared) if each.id == registry_id), None)
    if known is not None and known.layouts:
        talk(
            shared,
            f"{registry_id} has columns already; what else its definition says is kept, the columns are drafted anew.",
        )
    answers = answers_of(wishes)
    today = now().date()

    def drafted(told: Answers) -> tuple[Draft, Trial]:
        return try_draft(
            draft_definition(file, registry_id, today=today, answers=told, known=known), file, answered=told.statuses
        )

    draft, trial = drafted(answers)
    if ask:
        draft, trial = _asked(shared, drafted, answers, draft)
    text = definition_text(draft, file=file.name)
    if to is not None:
        _write(to, text)
    if to is None:
        put(text.removesuffix("\n"))  # YAML in a pipe too: whoever redirects it wants the definition
    elif shared.format != "table":
        put_json(_told(draft, trial, to))
        return
    _report(shared, draft, trial, on_stdout=to is not None)
    given = [registry_id, str(file), "--definition", str(to) if to else "FILE.yml"]
    talk(shared, f"Next: recruitcheck registry import {shlex.join(given)} --published DATE")


def answers_of(wishes: Wishes) -> Answers:
    """The options as answers; UsageError for words that are not understood."""
    from recruitcheck.model import LicenceStatus, RegistryKind
    from recruitcheck.registry.drafting import Answers
    from recruitcheck.registry.drafting.answers import NOTHING, ORDERS
    from recruitcheck.registry.drafting.words import FIELDS
    from recruitcheck.vocabulary import resolve_country

    country = resolve_country(wishes.country) if wishes.country else None
    if wishes.country and country is None:
        raise UsageError(f"--country {wishes.country}: not recognised.", todo="Give the two-letter code, e.g. NP.")
    if wishes.order and wishes.order not in ORDERS:
        raise UsageError(f"--dates {wishes.order}: not known.", todo=f"Use one of: {', '.join(ORDERS)}.")
    return Answers(
        title=wishes.title,
        authority=wishes.authority,
        jurisdiction=country,
        kind=RegistryKind(_one_of(wishes.kind, [each.value for each in RegistryKind], "--kind"))
        if wishes.kind
        else None,
        date_order=wishes.order,
        listed=True if wishes.listed else None,
        columns=_pairs(wishes.columns, "--column", (*FIELDS, NOTHING)),
        statuses={
            word: LicenceStatus(status)
            for word, status in _pairs(wishes.statuses, "--status", [each.value for each in LicenceStatus]).items()
        },
    )


def _pairs(given: tuple[str, ...], option: str, known: Any) -> dict[str, str]:
    found = {}
    for each in given:
        left, sign, right = each.rpartition("=")
        if not sign or not left:
            raise UsageError(f"{option} {each}: not understood.", todo=f"Write {option} 'WORD=MEANING'.")
        found[left] = _one_of(right.strip(), list(known), option)
    return found


def _one_of(word: str, known: list[str], option: str) -> str:
    if word not in known:
        raise UsageError(f"{option} {word}: not known.", todo=f"Use one of: {', '.join(known)}.")
    return word


def _asked(shared: Shared, drafted: Any, answers: Answers, draft: Draft) -> tuple[Draft, Trial]:
    """Each doubtful guess once; an answer may settle or raise others, so the draft is made anew at the end."""
    for guess in draft.questions:
        answers = _one_question(guess, answers)
    return drafted(answers)  # type: ignore[no-any-return]


def _one_question(guess: Guess, answers: Answers) -> Answers:
    question = guess.question
    assert question is not None
    if guess.examples:
        typer.echo(f"  {guess.what}: e.g. {', '.join(one_line(each) for each in guess.examples)}", err=True)
    typer.echo(f"  {guess.what}: {guess.why}", err=True)
    while True:
        choices = f" ({', '.join(question.choices)})" if question.choices else ""
        answer = typer.prompt(one_line(question.text) + choices, default=question.proposed, err=True).strip()
        if not question.choices or answer in question.choices or question.topic == "column":
            break
        typer.echo(f"  One of: {', '.join(question.choices)}", err=True)
    if answer == question.proposed and question.topic in ("authority", "jurisdiction", "column"):
        return answers
    return answers.with_answer(question.topic, question.about, answer)


def _write(to: Path, text: str) -> None:
    try:
        to.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror}).", where=str(to), todo="Choose another place."
        ) from error


def _told(draft: Draft, trial: Trial, to: Path | None) -> dict[str, Any]:
    return {
        "schema": "recruitcheck/draft/1",
        "definition": draft.content,
        "file": str(to) if to else None,
        "header": list(draft.header),
        "rows": draft.rows,
        "guesses": [
            {
                "what": guess.what,
                "value": guess.value,
                "sure": guess.sure.value,
                "why": guess.why,
                "examples": list(guess.examples),
                "question": guess.question.text if guess.question else None,
            }
            for guess in draft.guesses
        ],
        "left_out": [{"header": header, "why": why} for header, why in draft.left_out],
        "notes": [*draft.notes, *trial.warnings],
        "tried": {
            "read": trial.read,
            "kept": trial.kept,
            "entries": trial.entries,
            "rejected": dict(trial.reasons),
            "whole": trial.whole,
        },
    }


_HEADS = {"low": "Doubtful", "medium": "Fairly sure", "high": "Sure"}


def report_lines(draft: Draft) -> Iterator[str]:
    """What was guessed and why, the doubtful first, with values seen."""
    for level, head in _HEADS.items():
        guesses = [guess for guess in draft.guesses if guess.sure.value == level]
        if guesses:
            yield f"{head}:"
        for guess in guesses:
            seen = f"; e.g. {' | '.join(guess.examples[:2])}" if guess.examples else ""
            yield f"  {one_line(guess.what)} = {one_line(guess.value)}"
            yield f"      {one_line(guess.why + seen)}"
    if draft.left_out:
        yield "Left out:"
    for header, why in draft.left_out:
        yield f"  {one_line(header)}: {one_line(why)}"


def _report(shared: Shared, draft: Draft, trial: Trial, *, on_stdout: bool) -> None:
    rejected = "; ".join(f"{count:,} {reason}" for reason, count in trial.reasons[:SHOWN_REASONS])
    whole = "" if trial.whole else " (the first rows of a longer file)"
    lines = [
        *report_lines(draft),
        *(one_line(f"note: {note}") for note in (*draft.notes, *trial.warnings)),
        f"Tried on the file{whole}: {trial.read:,} rows, {trial.kept:,} kept, {trial.entries:,} entries"
        + (f"; rejected: {one_line(rejected)}" if rejected else ""),
    ]
    if not on_stdout:
        for line in lines:
            talk(shared, line)
        return
    from rich.padding import Padding

    out = console(shared)
    for line in lines:
        text = line.lstrip()
        out.print(Padding(text, (0, 0, 0, len(line) - len(text))))
