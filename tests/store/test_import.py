"""Imports: nothing twice, nothing lost, nothing half done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from recruitcheck.errors import StoreError
from recruitcheck.model import Name, NameKind, RegistryEntry, Reject
from recruitcheck.store import ImportResult, Store
from tests.store.lists import FEB, IMPORTED, JAN, LATER, MAR, firm, registry, request


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db") as opened:
        yield opened


def counts(result: ImportResult) -> tuple[int, int, int, int, int]:
    return result.added, result.changed, result.unchanged, result.vanished, result.reappeared


def tables(store: Store) -> dict[str, int]:
    connection = sqlite3.connect(store.path)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    names = [name for name in names if not name.startswith("names_trigrams")]
    sizes = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608
    connection.close()
    return sizes


FIRMS = [firm("1", "Amber Gate Staffing", 1), firm("2", "Blue Reed Manpower", 2, 3), firm("3", "Cedar Point", 4)]


def test_a_list_imported_twice_adds_nothing(store: Store) -> None:
    first = store.import_snapshot(request(FIRMS))
    before = tables(store)
    again = store.import_snapshot(request(FIRMS))
    assert counts(first) == (3, 0, 0, 0, 0)
    assert again.already
    assert again.snapshot == first.snapshot
    assert tables(store) == before


def test_snapshot_id_names_registry_day_and_bytes(store: Store) -> None:
    result = store.import_snapshot(request(FIRMS, sha256="0123456789" + "a" * 54))
    assert result.snapshot.id == "xx-demo@2025-01-01+01234567"
    reread = store.import_snapshot(request(FIRMS, sha256="0123456789" + "a" * 54, definition_sha256="e" * 64))
    assert reread.snapshot.id == "xx-demo@2025-01-01+01234567.2"


def test_retrieval_day_counts_where_publication_is_unknown_and_import_day_never(store: Store) -> None:
    assert store.import_snapshot(request(FIRMS, None, retrieved_on=FEB)).snapshot.effective_on == FEB
    with pytest.raises(StoreError, match="--published or --retrieved"):
        store.import_snapshot(request(FIRMS, None))


def test_another_order_of_rows_makes_no_new_version(store: Store) -> None:
    store.import_snapshot(request(FIRMS))
    before = tables(store)
    other = [
        firm("3", "Cedar Point", 1),
        replace(firm("2", "Blue Reed Manpower", 3, 2), rows=(2, 3), licences=firm("2", "", 3, 2).licences[::-1]),
        firm("1", "Amber Gate Staffing", 4),
    ]
    result = store.import_snapshot(request(other, FEB))
    assert counts(result) == (0, 0, 3, 0, 0)
    after = tables(store)
    for table in ("entries", "entry_versions", "entry_validity", "names", "identifier_chunks", "raw_rows"):
        assert after[table] == before[table], table
    january, february = (store.view("xx-demo", as_of=day, known_on=LATER) for day in (JAN, FEB))
    assert january
    assert february
    assert january.entry("2") == FIRMS[1]
    assert february.entry("2") == other[1]
    assert [licence.number for licence in february.entry("2").licences] == ["2-1", "2-0"]  # type: ignore[union-attr]
    assert (january.row_of(FIRMS[0]), february.row_of(FIRMS[0])) == (1, 4)


def test_an_unchanged_list_costs_only_its_row_map(store: Store) -> None:
    firms = [firm(str(n), f"Firm {n} of Invention", n, phones=(f"2{n:07d}",)) for n in range(1, 5001)]
    store.import_snapshot(request(firms))
    before = store.info().size_bytes
    result = store.import_snapshot(request(firms, FEB, sha256="b" * 64))
    assert counts(result) == (0, 0, 5000, 0, 0)
    assert store.info().size_bytes - before < before * 0.03


def test_added_changed_vanished_and_reappeared_are_told_apart(store: Store) -> None:
    store.import_snapshot(request(FIRMS))
    renamed = firm("1", "Amber Gate Recruitment", 1)
    second = store.import_snapshot(request([renamed, FIRMS[1], firm("4", "Dune", 9)], FEB))
    assert counts(second) == (1, 1, 1, 1, 0)
    third = store.import_snapshot(request([FIRMS[0], FIRMS[1], FIRMS[2]], MAR))
    assert counts(third) == (0, 1, 1, 1, 1)


def test_raw_rows_and_rejects_are_cited_by_row(store: Store) -> None:
    raw = {1: {"Name": "Amber", "No": "007"}, 2: {"Name": "", "No": "-"}, 3: {"Name": "Nil", "No": ""}}
    rejects = [Reject(2, "no name"), Reject(3, "placeholder", (("Name", "Nil"), ("No", "")))]
    result = store.import_snapshot(request([firm("1", "Amber", 1)], rejects=rejects, raw=raw))
    snapshot = result.snapshot
    assert (snapshot.rows, snapshot.kept, snapshot.rejected) == (3, 1, 2)
    assert store.raw_row(snapshot.id, 1) == {"Name": "Amber", "No": "007"}
    assert store.raw_row(snapshot.id, 4) is None
    assert store.raw_row(snapshot.id, 0) is None
    assert store.rejects(snapshot.id) == (
        Reject(2, "no name", (("Name", ""), ("No", "-"))),
        Reject(3, "placeholder", (("Name", "Nil"), ("No", ""))),
    )
    with pytest.raises(StoreError, match="no snapshot"):
        store.rejects("xx-demo@1999-01-01+00000000")


def test_a_reject_without_raw_row_keeps_its_own(store: Store) -> None:
    reject = Reject(2, "no name", (("Name", "?"),))
    result = store.import_snapshot(request([firm("1", "Amber", 1)], rejects=[reject]))
    assert store.rejects(result.snapshot.id) == (reject,)


def test_a_lost_row_stops_the_import(store: Store) -> None:
    with pytest.raises(StoreError, match=r"5 rows read, but 4 in entries and 0 rejected"):
        store.import_snapshot(request(FIRMS, rows_read=5))
    assert store.snapshots() == ()
    assert store.registries() == ()


def test_two_entries_with_one_key_stop_the_import(store: Store) -> None:
    with pytest.raises(StoreError, match="two entries have the key '1'"):
        store.import_snapshot(request([*FIRMS, firm("1", "Other", 9)]))
    assert store.info().entries == 0


def test_a_failure_in_the_source_leaves_the_database_as_before(store: Store) -> None:
    store.import_snapshot(request(FIRMS))
    before = tables(store)

    def broken() -> Iterator[RegistryEntry]:
        yield from (firm(str(n), f"New {n}", n) for n in range(1, 1500))
        raise OSError("the disk went away")

    with pytest.raises(OSError, match="went away"):
        store.import_snapshot(replace(request(FIRMS, FEB, rows_read=1500), entries=broken()))
    assert tables(store) == before
    assert not store.import_snapshot(request(FIRMS, FEB, sha256="c" * 64)).already


def test_lazy_sources_and_progress(store: Store) -> None:
    seen: list[int] = []
    lazy = replace(
        request([], rows_read=1000, sha256="a" * 64),
        entries=(firm(str(n), f"Firm {n}", n) for n in range(1, 1001)),
        raw_rows=((n, {"n": str(n)}) for n in range(1, 1001)),
        progress=seen.append,
    )
    assert store.import_snapshot(lazy).added == 1000
    assert seen[-1] == 1000
    assert len(seen) > 1
    assert store.raw_row(store.snapshots()[0].id, 777) == {"n": "777"}


HOSTILE = "<script>\u202e\x00'; DROP TABLE entries; -- \ud800 " + "x" * 10_000


def test_hostile_text_comes_back_as_it_was(store: Store) -> None:
    entry = firm("k'\"\x00\ud800", HOSTILE, 1, names=(Name(HOSTILE), Name("=cmd|' /C calc'!A0", NameKind.TRADING)))
    result = store.import_snapshot(request([entry], rejects=[Reject(2, HOSTILE)], raw={1: {HOSTILE: HOSTILE}}))
    assert store.raw_row(result.snapshot.id, 1) == {HOSTILE: HOSTILE}
    view = store.view("xx-demo", as_of=JAN, known_on=LATER)
    assert view
    (found,) = view.candidates("script drop table")
    assert found.names == entry.names


def test_definition_history_is_kept(store: Store) -> None:
    store.import_snapshot(request(FIRMS))
    newer = replace(registry(), title="Register, renamed")
    store.import_snapshot(request(FIRMS, registry=newer, definition_sha256="e" * 64))
    assert store.registries() == (newer,)
    assert tables(store)["definitions"] == 2
    assert len(store.snapshots("xx-demo")) == 2


def test_status_tells_age_and_staleness(store: Store) -> None:
    store.import_snapshot(request(FIRMS))
    store.import_snapshot(request(FIRMS[:1], FEB, refused_reason="too few rows"))
    (status,) = store.status(FEB)
    assert (status.latest and status.latest.effective_on, status.age_days, status.stale) == (JAN, 31, True)
    assert status.snapshots == 2
    assert not store.status(JAN)[0].stale


def test_naive_times_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="without zone"):
        store.import_snapshot(request(FIRMS, imported_at=IMPORTED.replace(tzinfo=None)))
