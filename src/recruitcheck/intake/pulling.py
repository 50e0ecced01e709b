"""A list fetched from its address and imported like any other file; what is not that list is kept and refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import InputError, RegistryError, StoreError
from recruitcheck.intake.importing import Doubt, ImportReport, import_file
from recruitcheck.intake.json_pages import Question, fetch_pages
from recruitcheck.intake.landing import find_link
from recruitcheck.intake.pull_folder import Held
from recruitcheck.net import Progress, Session, Terms, Validators, download, moment
from recruitcheck.registry import Definition
from recruitcheck.registry.pull import Pull
from recruitcheck.registry.readers.file_format import file_format
from recruitcheck.store import SnapshotRequest, Store

if TYPE_CHECKING:
    from recruitcheck.model import Snapshot

LEAST_SHARE = 0.5  # of the rows of the copy before


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came over the network, not yet believed. ``path``: None where the server has nothing new."""

    address: str  # of the list; where it was found on a page or differs by page, the one used
    url: str  # where redirects led
    name: str
    path: Path | None
    validators: Validators
    media_type: str | None = None
    size: int = 0
    resumed: bool = False
    pages: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pulled:
    """What became of it. ``why``: the reason of a refused copy."""

    unchanged: bool
    report: ImportReport | None
    why: str | None
    sha256: str
    snapshot: str


def terms_of(pull: Pull) -> Terms:
    """What a definition allows for its list."""
    return Terms(pull.all_hosts, seconds=pull.minutes * 60.0, max_bytes=pull.max_bytes)


def held_copy(store: Store, definition: Definition, noted: Held | None) -> Held | None:
    """What was noted at the last pull, as long as that copy is the newest accepted one and its bytes are whole."""
    if noted is None:
        return None
    newest = newest_copy(store, definition.id)
    if newest is None or newest.sha256 != noted.sha256:
        return None
    try:
        store.original(noted.sha256)
    except StoreError:
        return None
    return noted


def newest_copy(store: Store, registry: str) -> Snapshot | None:
    """The newest accepted copy of a list."""
    accepted = [copy for copy in store.snapshots(registry) if copy.refused_reason is None]
    return accepted[-1] if accepted else None


def fetch_list(definition: Definition, session: Session, work: Path, held: Held | None, progress: Progress) -> Fetched:
    """Fetch a list as its definition says into the folder ``work``; NetworkError in one line for whatever is wrong."""
    pull = definition.pull
    assert pull is not None
    into = work / "list"
    if pull.pages is not None:
        question = Question.of(pull)
        url, pages = fetch_pages(session, question, pull.pages, definition.format.records or "", into, progress)
        return _asked(definition, into, url, pages)
    if pull.post is not None:
        answer = session.read(
            pull.start, accept="application/json", max_bytes=pull.max_bytes, post=Question.of(pull).body
        )
        into.write_bytes(answer.body)
        return _asked(definition, into, answer.url, 0)
    address, led_by = pull.start, "the address"
    if pull.landing is not None:
        page = session.read(pull.landing.page, accept="text/html, */*;q=0.5")
        address, led_by = find_link(page, pull.landing), f"a link on {pull.landing.page}"
    known = held.validators if held else None
    got = download(
        session, address, into, key=definition.id, known=known, led_by=led_by, referer=pull.referer, progress=progress
    )
    return Fetched(
        address=address,
        url=got.url,
        name=got.name or _name(definition, pull.format or "list"),
        path=None if got.unchanged else into,
        validators=got.validators,
        media_type=got.media_type,
        size=got.size,
        resumed=got.resumed,
        notes=_notes(definition, got.validators, length_told=got.length_told, today=session.clock.now().date()),
    )


def _asked(definition: Definition, into: Path, url: str, pages: int) -> Fetched:
    """An answer without a state of its own: it is asked for whole each time."""
    assert definition.pull is not None
    start = definition.pull.start
    name = _name(definition, definition.pull.format or "json")
    return Fetched(start, url, name, into, Validators(start), size=into.stat().st_size, pages=pages)


def _name(definition: Definition, ending: str) -> str:
    return f"{definition.id}.{ending}"


def _notes(definition: Definition, said: Validators, *, length_told: bool, today: date) -> tuple[str, ...]:
    notes = []
    changed = moment(said.last_modified)
    if changed is not None and (age := (today - changed.date()).days) > definition.shelf_life_days:
        notes.append(
            f"The server last changed this file on {changed.date()}, {age} days ago, longer than the list's shelf life "
            f"of {definition.shelf_life_days} days: it may have been left standing. Look at the authority's page."
        )
    if not length_told:
        notes.append("The server did not say how long the file is, so a cut would not show.")
    return tuple(notes)


def keep_fetched(
    store: Store,
    definition: Definition,
    fetched: Fetched,
    held: Held | None,
    work: Path,
    *,
    now: datetime,
    partial: str | None = None,
    strict: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Pulled:
    """Import what was fetched as the copy of this day.

    A file of another format or with other columns, or one whose rows do not fit, is kept as evidence and refused:
    the copy before stays the current one. Where the server has nothing new, the copy that is held is taken for
    today's too.
    """
    path = work / (held.name if fetched.path is None and held else fetched.name)
    if fetched.path is not None:
        fetched.path.replace(path)
    elif held is not None:
        path.write_bytes(store.original(held.sha256))
    today = now.date()
    try:
        _require_format(definition, path)
        report = import_file(
            store,
            definition,
            path,
            published=_published(definition, path, today),
            retrieved=today,
            now=now,
            partial=partial,
            strict=strict,
            doubt=_shrunk(newest_copy(store, definition.id)),
            progress=progress,
        )
    except (InputError, RegistryError) as error:
        why = str(error).replace(str(path), path.name)
        return _keep_refused(store, definition, path, why, now)
    unchanged = held is not None and held.sha256 == report.sha256
    return Pulled(unchanged, report, report.refused, report.sha256, report.snapshot)


def to_note(fetched: Fetched, pulled: Pulled, held: Held | None) -> Held | None:
    """What to remember for the next pull; a refused copy changes nothing, a server that told no state leaves none."""
    if fetched.path is None or pulled.why is not None:
        return held
    return Held(pulled.sha256, fetched.name, fetched.validators) if fetched.validators.conditions else None


def _shrunk(before: Snapshot | None) -> Doubt | None:
    """Against a download that lost most of the list on its way, within the row bounds or not."""
    if before is None or not before.complete:
        return None

    def doubt(kept: int) -> str | None:
        if kept >= before.kept * LEAST_SHARE:
            return None
        return (
            f"{kept:,} rows name an agency where the copy of {before.effective_on} had {before.kept:,}: less than half "
            "is not believed of a download. If the list is really so short, get the file by hand and import it."
        )

    return doubt


def _require_format(definition: Definition, path: Path) -> None:
    wanted = definition.pull.format if definition.pull else None
    if wanted is None:
        return
    found = file_format(path)
    if found != wanted:
        raise InputError(
            f"{_named(found)} came where {_named(wanted)} is expected.",
            where=path.name,
            todo="Look at the address by hand; where the authority changed the format, correct pull.format.",
        )


def _named(kind: str) -> str:
    return "a web page" if kind == "html" else kind.upper()


def _published(definition: Definition, path: Path, today: date) -> date | None:
    """The day that the file's name tells; where it is already tomorrow at the authority, today."""
    day = definition.published_on(path)
    return today if day == today + timedelta(days=1) else day


def _keep_refused(store: Store, definition: Definition, path: Path, why: str, now: datetime) -> Pulled:
    """Keep bytes that are not the list: evidence of what the server sent, never a copy."""
    sha256 = store.keep_original(path)
    result = store.import_snapshot(
        SnapshotRequest(
            registry=definition.to_registry(),
            definition_sha256=definition.sha256,
            sha256=sha256,
            source_name=path.name,
            entries=(),
            rows_read=0,
            imported_at=now,
            retrieved_on=now.date(),
            refused_reason=why,
        )
    )
    return Pulled(False, None, why, sha256, result.snapshot.id)
