"""Fetches lists one after the other, tells what became of each, and ends with the code that fits all of them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from recruitcheck.cli.download_bar import download_bar
from recruitcheck.cli.exits import INCOMPLETE, SOME_FAILED
from recruitcheck.cli.output import progress, put, put_json, talk
from recruitcheck.cli.session import definitions, now, open_store, record, require_known
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.text import one_line
from recruitcheck.errors import NetworkError, StoreError, UsageError

if TYPE_CHECKING:
    from recruitcheck.intake.pull_folder import Held, PullFolder
    from recruitcheck.intake.pulling import Fetched, Pulled
    from recruitcheck.net import Clock
    from recruitcheck.registry import Definition
    from recruitcheck.store import Store

Told = dict[str, Any]
OUTCOMES = ("imported", "unchanged", "refused", "failed", "by_hand")


def network_clock() -> Clock:
    """The clock that waits and deadlines go by."""
    from recruitcheck.net import Clock

    return Clock()


def run_pull(shared: Shared, registry_ids: Sequence[str], *, everything: bool, partial: str | None, anew: bool) -> None:
    """Fetch, import, print and record each list; exit with the code that fits all of them."""
    wanted = _wanted(shared, registry_ids, everything=everything)
    if any(item.pull for item in wanted):
        _require_ways(shared)
    counts: Counter[str] = Counter()
    for item in wanted:
        told = _pull(shared, item, partial, anew=anew) if item.pull else _by_hand(item)
        counts[told["outcome"]] += 1
        _tell(shared, told)
    _end(counts)


def _wanted(shared: Shared, registry_ids: Sequence[str], *, everything: bool) -> list[Definition]:
    if everything == bool(registry_ids):
        raise UsageError(
            "which lists?" if not everything else "--all and ids at once.",
            todo="Give ids, or --all for every list with an address (recruitcheck registry list).",
        )
    known = {item.id: item for item in definitions(shared)}
    if not everything:
        for name in registry_ids:
            require_known("registry", name, known, see="recruitcheck registry list")
        return [known[name] for name in dict.fromkeys(registry_ids)]
    fetched = [item for item in known.values() if item.pull]
    if not fetched:
        raise UsageError("no definition holds an address.", todo="Import files with: recruitcheck registry import.")
    talk(
        shared, f"{len(known) - len(fetched)} lists have no address: recruitcheck registry show ID says how to get one."
    )
    return fetched


def _require_ways(shared: Shared) -> None:
    """What every pull needs, asked before the first byte: the network, and a database that can be written."""
    from recruitcheck.net import require_online

    require_online(offline=shared.offline)
    if shared.db.is_file():
        with open_store(shared, create=False) as store:
            if store.read_only:
                raise StoreError(
                    "cannot be written, so nothing was fetched.",
                    where=str(shared.db),
                    todo="Choose a writable place with --db.",
                )


def _by_hand(item: Definition) -> Told:
    how = item.how_to_obtain or "how to get the file is not known."
    where = f" ({item.url})" if item.url else ""
    why = f"no address to fetch it from is known. By hand{where}: {how}"
    return _told(item, "by_hand", f"{why} Then: recruitcheck registry import {item.id} FILE --retrieved DATE.")


def _pull(shared: Shared, item: Definition, partial: str | None, *, anew: bool) -> Told:
    from recruitcheck.intake.pull_folder import PullFolder

    try:
        folder = PullFolder(shared.db).ready(time.time())
        if anew:
            folder.forget(item.id)
        return _fetch_and_keep(shared, item, folder, partial)
    except NetworkError as error:
        told = _told(item, "failed", str(error))
        if shared.db.is_file():
            with open_store(shared, create=False) as store:
                told["current"] = current_copy(store, item)
                record(shared, store, "registry pull", {"registry": item.id, "outcome": "failed"}, told)
        return told
    except StoreError as error:  # another program holds the database: the next list may find it free
        return _told(item, "failed", str(error))


def _fetch_and_keep(shared: Shared, item: Definition, folder: PullFolder, partial: str | None) -> Told:
    from recruitcheck.intake.pulling import fetch_list, keep_fetched, terms_of, to_note
    from recruitcheck.net import Session

    assert item.pull is not None
    talk(shared, f"{item.id}: asking {item.pull.start}")
    held = _held(shared, item, folder)
    with folder.work() as work:
        with (
            Session(terms_of(item.pull), network_clock(), folder=folder.path, offline=shared.offline) as session,
            download_bar(shared, item.id) as advance,
        ):
            fetched = fetch_list(item, session, work, held, advance)
        with open_store(shared) as store, progress(shared, f"Importing {item.id}") as imported:
            pulled = keep_fetched(
                store, item, fetched, held, work, now=now(), partial=partial, strict=shared.strict, progress=imported
            )
            folder.note(item.id, to_note(fetched, pulled, held))
            told = _outcome(item, fetched, pulled) | {"current": current_copy(store, item)}
            summary = {"registry": item.id, "outcome": str(told["outcome"]), "snapshot": pulled.snapshot}
            record(shared, store, "registry pull", {**summary, "sha256": pulled.sha256}, told)
    return told


def _held(shared: Shared, item: Definition, folder: PullFolder) -> Held | None:
    from recruitcheck.intake.pulling import held_copy

    if not shared.db.is_file():
        return None
    with open_store(shared, create=False) as store:
        return held_copy(store, item, folder.held(item.id))


def current_copy(store: Store, item: Definition) -> str | None:
    """The id of the newest copy that checks go by; None where there is none."""
    from recruitcheck.intake.pulling import newest_copy

    newest = newest_copy(store, item.id)
    return newest.id if newest else None


def _told(item: Definition, outcome: str, why: str | None) -> Told:
    return {"schema": "recruitcheck/pull/1", "registry": item.id, "outcome": outcome, "why": why, "current": None}


def _outcome(item: Definition, fetched: Fetched, pulled: Pulled) -> Told:
    from recruitcheck.report.contract import plain

    outcome = "refused" if pulled.why else "unchanged" if pulled.unchanged else "imported"
    return _told(item, outcome, pulled.why) | {
        "snapshot": pulled.snapshot,
        "sha256": pulled.sha256,
        "address": fetched.address,
        "url": fetched.url,
        "etag": fetched.validators.etag,
        "last_modified": fetched.validators.last_modified,
        "media_type": fetched.media_type,
        "bytes": fetched.size,
        "pages": fetched.pages,
        "resumed": fetched.resumed,
        "not_modified": fetched.path is None,
        "notes": list(fetched.notes),
        "import": {"schema": "recruitcheck/import/1", **plain(pulled.report)} if pulled.report else None,
    }


def _tell(shared: Shared, told: Told) -> None:
    """What became of a list: a result on stdout; a failure or refusal on stderr, whatever the format."""
    name, outcome, why = told["registry"], told["outcome"], told["why"]
    if shared.format != "table":
        put_json(told)
    elif outcome == "by_hand":
        put(one_line(f"{name}: {why}", 2_000))
    elif told.get("import") and why is None:
        for line in _report_lines(name, outcome, told["import"]):
            put(line)
    if outcome in ("failed", "refused"):
        kept = f" It is kept as evidence ({told['snapshot']}) and refused as current." if outcome == "refused" else ""
        stays = f" {told['current']} stays the current copy." if told["current"] else " No copy is held."
        typer.echo(one_line(f"recruitcheck: {name}: {outcome}: {why}{kept}{stays}", 2_000), err=True)
    for note in told.get("notes", ()):
        typer.echo(one_line(f"recruitcheck: {name}: note: {note}", 1_000), err=True)


def _report_lines(name: str, outcome: str, report: Told) -> Iterator[str]:
    yield (
        f"{name}: {outcome}, copy of {report['effective_on']}: {report['read']:,} rows, {report['entries']:,} entries; "
        f"added {report['added']:,}, changed {report['changed']:,}, vanished {report['vanished']:,}"
    )
    for reason, count in report["reject_reasons"]:
        yield f"  rejected {count:,}: {one_line(reason)}"
    for word, count in report["unmapped_words"]:
        yield f"  status word not mapped ({count:,}): {one_line(word)} – read as unknown, never as valid"
    for warning in report["warnings"][:20]:
        yield f"  note: {one_line(warning)}"


def _end(counts: Counter[str]) -> None:
    """The first that holds of 5, 1, 4, 0; every code above 0 with one line that says why."""
    good = counts["imported"] + counts["unchanged"]
    bad = counts["failed"] + counts["refused"]
    if bad:
        code, why = (SOME_FAILED, "some lists failed") if good else (1, "no list was fetched")
    elif counts["by_hand"]:
        code, why = INCOMPLETE, "incomplete: what has no address must be got by hand"
    else:
        return
    told = ", ".join(f"{word.replace('_', ' ')} {counts[word]}" for word in OUTCOMES)
    typer.echo(f"recruitcheck: {why} ({told}).", err=True)
    raise typer.Exit(code)
