"""``registry match``: many names against the lists, one JSON line for each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

if TYPE_CHECKING:
    from recruitcheck.audit.inputs import InputRow
    from recruitcheck.intake.name_queries import Asked
    from recruitcheck.matching import NameQuery
    from recruitcheck.model import RegistryEntry
    from recruitcheck.store import Store

SOME_FAILED = 5
_OF_CANDIDATE = ("entry_id", "source_id", "name", "matched_name", "score", "verdict")
CSV_COLUMNS = ("query_id", "query", "rank", *_OF_CANDIDATE, "why")
QUALIFIERS = ("licence_number", "phone", "email", "website", "address")
EPILOG = ending(
    "recruitcheck registry match names.csv --registry gb-sponsor --top 5",
    "recruitcheck registry match names.csv --explain --jobs 2 > matches.jsonl",
    output='JSON Lines: {"query_id", "query", "candidates": [{"entry_id", "source_id", "name", "matched_name", '
    '"score", "verdict", "why"}]}; with --format csv one row per candidate.',
    exits="0 done · 1 failure · 2 usage · 5 finished, some rows failed",
)


class _Counts:
    """What went through, and the hash of what was written."""

    def __init__(self) -> None:
        self.queries = self.failed = self.matched = 0
        self.digest = hashlib.sha256()


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

    Verdicts by the score of the names alone: match from 86, review from 62, else no. Further columns (country,
    licence_number, address, phone, email, website) are compared and told; they never change the score. Of entries that
    score nearly alike those of the country come first. A match is a question for a person, never proof.
    """
    from recruitcheck.audit.inputs import open_list
    from recruitcheck.cli.output import progress, put, talk
    from recruitcheck.cli.session import open_store, record

    listed = open_list(queries)
    counts = _Counts()
    with open_store(shared, create=False) as store:
        names = _registries(shared, store, registry)
        with progress(shared, "Matching") as advance:
            for text in _written(shared, _answers(shared, store, names, listed.rows(), top, explain, counts)):
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


def _written(shared: Shared, lines: Iterable[str | dict[str, Any]]) -> Iterator[str]:
    """What goes to stdout: JSON Lines, CSV rows or lines for a terminal."""
    if shared.format == "csv":
        yield ",".join(CSV_COLUMNS)
    for line in lines:
        if isinstance(line, str):
            yield line
        elif shared.format == "csv":
            yield _as_csv(line)
        else:
            yield _shown(line) if shared.format == "table" else json.dumps(line, ensure_ascii=False)


def _answers(
    shared: Shared,
    store: Store,
    names: list[str],
    rows: Iterable[InputRow],
    top: int,
    explain: bool,
    counts: _Counts,
) -> Iterator[str | dict[str, Any]]:
    """One line per row, in order; as JSON already where nothing is left to add."""
    from recruitcheck.audit.name_index import name_index
    from recruitcheck.intake.name_queries import Manner, best_answers

    told = _Told(shared, store)
    ours, theirs = tee(rows)
    with name_index(store, names, known_on=shared.known_on) as path:
        manner = Manner(path, top, shared.as_of.isoformat(), explain)
        found = best_answers(map(told.asked, theirs), manner, jobs=shared.jobs)
        for row, answer in zip(ours, found, strict=True):
            counts.queries += 1
            counts.failed += bool(row.problem)
            if answer.line:
                counts.matched += answer.matched
                yield answer.line
                continue
            line: dict[str, Any] = {
                "query_id": _query_id(row),
                "query": str(row.columns.get("name", "")),
                "candidates": answer.candidates,
            }
            if row.problem:
                line["error"] = f"row {row.number}: {row.problem}"
            else:
                told.add(row, answer.candidates)
            counts.matched += any(one["verdict"] == "match" for one in answer.candidates)
            yield line


def _query_id(row: InputRow) -> str:
    return str(row.columns.get("query_id") or row.columns.get("id") or row.number)


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

    def asked(self, row: InputRow) -> Asked:
        """The question to the index; answered in JSON at once where no other field and no decision is to be added."""
        from recruitcheck.intake.name_queries import Asked

        if row.problem:
            return Asked("", "")
        plain = self._shared.format == "json" and not self._decided
        if not plain or any(row.columns.get(field) for field in QUALIFIERS):
            return Asked("", str(row.columns["name"]), _country(row))
        return Asked(_query_id(row), str(row.columns["name"]), _country(row), written=True)

    def add(self, row: InputRow, candidates: list[dict[str, Any]]) -> None:
        """Change the candidates in place: ``why``, ``agrees``, ``contradicts``, ``decision``, ``verdict``."""
        from recruitcheck.intake.name_queries import tell_country
        from recruitcheck.names import fold

        query = _query(row) if any(row.columns.get(name) for name in QUALIFIERS) else None
        for one in candidates:
            if query is not None:
                self._qualify(query, one)
            elif country := _country(row):
                tell_country(country, one)
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
    from recruitcheck.intake.name_queries import resolved
    from recruitcheck.matching import NameQuery

    given = {field: str(row.columns.get(field) or "").strip() or None for field in QUALIFIERS}
    return NameQuery(str(row.columns["name"]), resolved(_country(row)), **given)


def _country(row: InputRow) -> str:
    return str(row.columns.get("country") or "").strip()


def _as_csv(line: dict[str, Any]) -> str:
    """One row per candidate; one without where nothing was found or the row could not be read."""
    import csv
    import io

    from recruitcheck.report.safe_text import safe_cell

    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    for rank, one in enumerate(line["candidates"] or [{}], 1):
        cells = [line["query_id"], line["query"], str(rank) if one else ""]
        cells += [str(one.get(name, "")) for name in _OF_CANDIDATE]
        why = [*one.get("why", ()), *([line["error"]] if "error" in line else ())]
        writer.writerow([safe_cell(cell) for cell in (*cells, " ".join(why))])
    return out.getvalue().removesuffix("\n")


def _shown(line: dict[str, Any]) -> str:
    """A query and its candidates for a terminal."""
    from recruitcheck.cli.text import one_line

    head = one_line(f"{line['query_id']}  {line['query']}{'  – ' + line['error'] if 'error' in line else ''}")
    rows = [
        one_line(f"  {one['score']:5.1f}  {one['verdict']:6}  {one['matched_name']}  [{one['entry_id']}]")
        for one in line["candidates"]
    ]
    return "\n".join([head, *(rows or ["  nothing found"])])
