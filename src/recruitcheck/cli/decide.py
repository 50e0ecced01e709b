"""``decide``: what a person says on "is this the same firm?"; kept, dated, undoable, and shown by later checks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

if TYPE_CHECKING:
    from recruitcheck.store import Store

app = typer.Typer(
    no_args_is_help=True,
    help="Decide whether a name and an entry are one firm.",
    epilog=ending(
        'recruitcheck decide same "Acorn Overseas" hk-eaa:66295 --by "A. Person" --reason "same address"',
        "recruitcheck decide queue matches.jsonl",
        output="the decision with its number; what still waits for one.",
    ),
)

Query = Annotated[str, typer.Argument(help="The name as it was asked about.")]
Entry = Annotated[str, typer.Argument(metavar="ENTRY_ID", help="The entry: <registry>:<key>.")]
By = Annotated[str, typer.Option("--by", help="Who decides.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it is printed with every later result.")]


def _example(word: str) -> str:
    return ending(
        f'recruitcheck decide {word} "Acorn Overseas" hk-eaa:66295 --by "A. Person" --reason "…"',
        f'recruitcheck decide {word} "Oak Jobs" bd-bmet:12 --by "B. Person" --reason "…" --quiet',
        output="the decision: number, name, entry, answer, who, when, why.",
    )


@app.command(epilog=_example("same"))
@shared("db", "format")
def same(shared: Shared, query: Query, entry: Entry, by: By, reason: Reason) -> None:
    """The name and the entry are one firm: later checks take the entry for identified."""
    _decide(shared, "same", query, entry, by, reason)


@app.command(epilog=_example("different"))
@shared("db", "format")
def different(shared: Shared, query: Query, entry: Entry, by: By, reason: Reason) -> None:
    """The entry is another firm: later checks set it aside for this name."""
    _decide(shared, "different", query, entry, by, reason)


@app.command(epilog=_example("unsure"))
@shared("db", "format")
def unsure(shared: Shared, query: Query, entry: Entry, by: By, reason: Reason) -> None:
    """Looked at, and it cannot be told: the question stays open, and later results say so."""
    _decide(shared, "unsure", query, entry, by, reason)


@app.command(
    epilog=ending(
        'recruitcheck decide undo 12 --by "A. Person" --reason "the wrong branch"',
        'recruitcheck decide undo 12 --by "A. Person" --reason "mistyped" --format json',
        output="what was taken back, and the number of the row that says so.",
    )
)
@shared("db", "format")
def undo(
    shared: Shared,
    number: Annotated[int, typer.Argument(min=1, help="Number of the decision.")],
    by: By,
    reason: Reason,
) -> None:
    """Take a decision back. Nothing is deleted: a new row says who undid it, when and why."""
    from recruitcheck.cli.session import now, open_store

    with open_store(shared, create=False) as store:
        row = store.undo(number, by, reason, now())
        held = next(item for item in store.decisions() if item.id == number)
        told = {"number": row, "undoes": number, **_fields(held), "undone_by": by, "undone_because": reason}
        _tell(shared, store, "decide undo", told, f"Decision {number} is undone (row {row}).")


@app.command(
    epilog=ending(
        "recruitcheck decide queue",
        "recruitcheck decide queue matches.jsonl --format json",
        output="decisions in force, and the candidates of a match file that still wait for one.",
    )
)
@shared("db", "format", "known_on")
def queue(
    shared: Shared,
    matches: Annotated[
        Path | None, typer.Argument(help="What registry match wrote; without it only the decisions are shown.")
    ] = None,
) -> None:
    """What waits for a person, the likeliest first, and what was decided."""
    from recruitcheck.cli.registry_views import put_list
    from recruitcheck.cli.session import open_store
    from recruitcheck.names import fold

    with open_store(shared, create=False) as store:
        decided = [item for item in store.decisions(known_on=shared.known_on) if item.undone_by is None]
    rows = [_fields(item) | {"number": item.id, "score": None} for item in decided]
    answered = {(fold(item.query_name), item.entry_id) for item in decided if item.decision.answer.value != "unsure"}
    waiting = [
        _waiting(line, one)
        for line in _lines(matches)
        for one in line["candidates"]
        if one["verdict"] == "review" and (fold(line["query"]), one["entry_id"]) not in answered
    ]
    waiting.sort(key=lambda row: (-row["score"], row["name"], row["entry_id"]))
    put_list(shared, "Decisions", "decisions", waiting + rows, ["number", "answer", "score", "name", "entry_id", "by"])


def _decide(shared: Shared, word: str, query: str, entry: str, by: str, reason: str) -> None:
    from recruitcheck.cli.session import now, open_store
    from recruitcheck.errors import UsageError
    from recruitcheck.model import DecisionAnswer

    with open_store(shared, create=False) as store:
        if not store.history(entry):
            raise UsageError(f"no entry is called {entry[:80]!r}.", todo="Find it: recruitcheck registry search NAME.")
        at = now()
        number = store.decide(query, entry, DecisionAnswer(word), by, reason, at)
        told = {"number": number, "name": query, "entry_id": entry, "answer": word}
        told |= {"by": by, "at": at.isoformat(), "reason": reason}
        line = f"Decision {number}: {query} and {entry}: {word}. Take it back: recruitcheck decide undo {number}"
        _tell(shared, store, f"decide {word}", told, line)


def _tell(shared: Shared, store: Store, command: str, told: dict[str, Any], line: str) -> None:
    from recruitcheck.cli.output import put, put_json
    from recruitcheck.cli.session import record
    from recruitcheck.cli.text import one_line

    summary = {name: str(told[name]) for name in ("number", "entry_id", "answer")}
    record(shared, store, command, summary, told)
    if shared.format == "table":
        put(one_line(line))
    else:
        put_json({"schema": "recruitcheck/decision/1", **told})


def _fields(item: Any) -> dict[str, Any]:
    decision = item.decision
    return {
        "name": item.query_name,
        "entry_id": item.entry_id,
        "answer": decision.answer.value,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "reason": decision.reason,
    }


def _waiting(line: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    empty = {"number": None, "answer": "waiting", "by": None, "at": None, "reason": None}
    return {**empty, "score": one["score"], "name": line["query"], "entry_id": one["entry_id"]}


def _lines(path: Path | None) -> list[dict[str, Any]]:
    """The lines of a match file; InputError names the first that is none."""
    import json

    from recruitcheck.errors import InputError

    if path is None:
        return []
    found = []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error}).", where=str(path), todo="Check the path.") from error
    for number, raw in enumerate(text.splitlines(), 1):
        try:
            line = json.loads(raw)
            candidates = [
                {"verdict": one["verdict"], "entry_id": str(one["entry_id"]), "score": float(one["score"])}
                for one in line["candidates"]
            ]
            found.append({"query": str(line["query"]), "candidates": candidates})
        except (ValueError, KeyError, TypeError, RecursionError):
            raise InputError(
                "not a line of registry match.",
                where=f"{path}:{number}",
                todo="Write one: recruitcheck registry match.",
            ) from None
    return found
