"""``registry match``: many names against the lists, one JSON line for each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

if TYPE_CHECKING:
    from recruitcheck.audit.inputs import InputRow
    from recruitcheck.matching import NameQuery
    from recruitcheck.model import RegistryEntry
    from recruitcheck.store import Store

SOME_FAILED = 5
QUALIFIERS = ("licence_number", "phone", "email", "website", "address")
EPILOG = ending(
    "recruitcheck registry match names.csv --registry gb-sponsor --top 5",
    "recruitcheck registry match names.csv --explain --jobs 2 > matches.jsonl",
    output='JSON Lines: {"query_id", "query", "candidates": [{"entry_id", "source_id", "name", "matched_name", '
    '"score", "verdict", "why"}]}.',
    exits="0 done · 1 failure · 2 usage · 5 finished, some rows failed",
)


@dataclass(slots=True)
class _Counts:
    """What went through, and the hash of what was written."""

    queries: int = 0
    failed: int = 0
    matched: int = 0
    digest: Any = field(default_factory=hashlib.sha256)


@shared("db", "format", "as_of", "known_on", "jobs")
def match(
    shared: Shared,
    queries: Annotated[Path, typer.Argument(help="CSV with the columns query_id and name, and what else is known.")],
    registry: Annotated[
        list[str] | None, typer.Option("--registry", help="Only this registry; may be given several times.")
    ] = None,
    top: Annotated[int, typer.Option("--top", min=1, max=1000, help="At most so many candidates.")] = 5,
    explain: Annotated[bool, typer.Option("--explain", help="Add the parts of each score as values.")] = False,
) -> None:
    """Find the entries whose names fit best, for every name of a file, in its order.

    Further columns (country, licence_number, address, phone, email, website) are compared and told; they never change
    the score. A match is a question for a person, never proof.
    """
    from recruitcheck.audit.inputs import open_list
    from recruitcheck.cli.output import progress, put, talk
    from recruitcheck.cli.session import open_store, record

    listed = open_list(queries)
    counts = _Counts()
    with open_store(shared, create=False) as store:
        names = _registries(shared, store, registry)
        with progress(shared, "Matching") as advance:
            for line in _answers(shared, store, names, listed.rows(), top, explain, counts):
                text = _shown(line) if shared.format == "table" else json.dumps(line, ensure_ascii=False)
                counts.digest.update(text.encode("utf-8", "backslashreplace") + b"\n")
                put(text)
                advance(counts.queries)
        summary = {"input": queries.name, "registries": " ".join(names), "queries": str(counts.queries)}
        told = {"sha256": counts.digest.hexdigest(), "failed": counts.failed, **summary}
        record(shared, store, "registry match", summary, told)
    talk(shared, f"{counts.queries:,} names: {counts.matched:,} with a match, {counts.failed:,} rows failed.")
    if counts.failed:
        typer.echo(f"recruitcheck: {counts.failed:,} of {counts.queries:,} rows could not be read.", err=True)
        raise typer.Exit(SOME_FAILED)


def _registries(shared: Shared, store: Store, wanted: list[str] | None) -> list[str]:
    """The lists to ask; UsageError for one that is not known, StoreError where one has no copy on the day."""
    from recruitcheck.cli.session import require_known
    from recruitcheck.errors import StoreError

    held = {item.registry.id: item for item in store.status(shared.as_of, known_on=shared.known_on)}
    for name in wanted or ():
        require_known("registry with a copy here", name, held, see="recruitcheck registry status")
    names = sorted(dict.fromkeys(wanted)) if wanted else sorted(name for name in held if held[name].latest)
    lacking = [name for name in names if held[name].latest is None]
    if lacking or not names:
        raise StoreError(
            f"no copy of {', '.join(lacking) or 'any list'} was in force on {shared.as_of}.",
            todo="Import one: recruitcheck registry import ID FILE.",
        )
    return names


def _answers(
    shared: Shared,
    store: Store,
    names: list[str],
    rows: Iterable[InputRow],
    top: int,
    explain: bool,
    counts: _Counts,
) -> Iterator[dict[str, Any]]:
    """One line per row, in order."""
    from recruitcheck.intake.name_index import name_index
    from recruitcheck.intake.name_queries import best_answers

    _, path = name_index(store, names, known_on=shared.known_on)
    told = _Told(shared, store)
    ours, theirs = tee(rows)
    asked = ("" if row.problem else str(row.columns["name"]) for row in theirs)
    found = best_answers(asked, path, top=top, as_of=shared.as_of.isoformat(), jobs=shared.jobs, explained=explain)
    for row, candidates in zip(ours, found, strict=True):
        counts.queries += 1
        counts.failed += bool(row.problem)
        line: dict[str, Any] = {
            "query_id": str(row.columns.get("query_id") or row.columns.get("id") or row.number),
            "query": str(row.columns.get("name", "")),
            "candidates": candidates,
        }
        if row.problem:
            line["error"] = f"row {row.number}: {row.problem}"
        else:
            told.add(row, candidates)
        counts.matched += any(one["verdict"] == "match" for one in candidates)
        yield line


class _Told:
    """Adds to candidates what the entry's other fields and people's decisions say."""

    def __init__(self, shared: Shared, store: Store) -> None:
        from recruitcheck.names import fold

        self._shared, self._store = shared, store
        self._views: dict[str, Any] = {}
        self._decided = {
            (fold(item.query_name), item.entry_id): item.decision
            for item in store.decisions(known_on=shared.known_on)
            if item.undone_by is None
        }

    def add(self, row: InputRow, candidates: list[dict[str, Any]]) -> None:
        """Change the candidates in place: ``why``, ``agrees``, ``contradicts``, ``decision``, ``verdict``."""
        from recruitcheck.names import fold

        query = _query(row)
        for one in candidates:
            if any(getattr(query, name) for name in QUALIFIERS):
                self._qualify(query, one)
            elif query.country and one.get("country"):
                same = query.country == one["country"]
                one["agrees" if same else "contradicts"] = ["country"]
                one["why"].append(f"The country {'agrees' if same else 'differs'}.")
        if not self._decided:
            return
        folded = fold(str(row.columns["name"]))
        for one in candidates:
            decision = self._decided.get((folded, one["entry_id"]))
            if decision is not None:
                answer = decision.answer.value
                one["verdict"] = {"same": "match", "different": "no", "unsure": "review"}[answer]
                day = decision.at.date().isoformat()
                one["decision"] = {"answer": answer, "by": decision.by, "on": day, "reason": decision.reason}
                one["why"].append(f"{decision.by} decided on {day}: {answer} ({decision.reason}).")

    def _qualify(self, query: NameQuery, one: dict[str, Any]) -> None:
        from recruitcheck.matching.explanation import about_fields
        from recruitcheck.matching.qualifiers import qualify

        entry = self._entry(one["entry_id"])
        if entry is None:
            return
        agrees, contradicts = qualify(query, entry)
        one["agrees"] = [item.field for item in agrees]
        one["contradicts"] = [item.field for item in contradicts]
        one["why"].extend(about_fields(agrees, contradicts))

    def _entry(self, entry_id: str) -> RegistryEntry | None:
        registry, _, key = entry_id.partition(":")
        if registry not in self._views:
            shared = self._shared
            self._views[registry] = self._store.view(registry, as_of=shared.as_of, known_on=shared.known_on)
        view = self._views[registry]
        found: RegistryEntry | None = view.entry(key) if view else None
        return found


def _query(row: InputRow) -> NameQuery:
    """The query with whatever else the row gives."""
    from recruitcheck.matching import NameQuery
    from recruitcheck.vocabulary import resolve_country

    given = {field: str(row.columns.get(field) or "").strip() or None for field in QUALIFIERS}
    country = str(row.columns.get("country") or "").strip()
    return NameQuery(str(row.columns["name"]), resolve_country(country) if country else None, **given)


def _shown(line: dict[str, Any]) -> str:
    """A query and its candidates for a terminal."""
    from recruitcheck.cli.text import one_line

    head = one_line(f"{line['query_id']}  {line['query']}{'  – ' + line['error'] if 'error' in line else ''}")
    rows = [
        one_line(f"  {one['score']:5.1f}  {one['verdict']:6}  {one['matched_name']}  [{one['entry_id']}]")
        for one in line["candidates"]
    ]
    return "\n".join([head, *(rows or ["  nothing found"])])
