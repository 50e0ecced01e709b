"""A list that comes bit by bit is kept as one that comes whole; what goes wrong on the way leaves nothing."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError, RegistryError
from recruitcheck.intake import ImportReport, import_file, read_list
from recruitcheck.intake import importing as importing_module
from recruitcheck.model import RegistryEntry
from recruitcheck.registry import map_table, read_table
from recruitcheck.registry.readers import reader as reader_module
from recruitcheck.store import SnapshotRequest, Store
from recruitcheck.store import list_writer as writer_module
from tests.intake.lists import definition, rows, write
from tests.soak import rounds

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAYS = (date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything that is done for long lists is done for short ones."""
    monkeypatch.setattr(reader_module, "BATCH_ROWS", 40)
    monkeypatch.setattr(importing_module, "READ_AHEAD", 2)
    monkeypatch.setattr(writer_module, "LATE_AFTER", 60)


def keep(store: Store, path: Path, day: date, **more: object) -> ImportReport:
    return import_file(store, definition(), path, published=day, retrieved=None, now=NOW, **more)  # type: ignore[arg-type]


def keep_whole(store: Store, path: Path, day: date) -> None:
    """The same list as the store takes it from whoever holds it in memory."""
    shape = definition()
    mapped = map_table(shape, read_table(path, shape))
    store.import_snapshot(
        SnapshotRequest(
            registry=shape.to_registry(),
            definition_sha256=shape.sha256,
            sha256=store.keep_original(path),
            source_name=path.name,
            imported_at=NOW,
            entries=mapped.entries,
            rows_read=mapped.rows_read,
            rejects=mapped.rejects,
            raw_rows=mapped.raw,
            published_on=day,
        )
    )


def told(store: Store) -> list[object]:
    """All that a store can say of its list."""
    found: list[object] = []
    keys = [key for (key,) in sqlite3.connect(store.path).execute("SELECT key FROM entries ORDER BY key")]
    for day in DAYS:
        view = store.view("xx-long", as_of=day, known_on=date(2100, 1, 1))
        if view is None:
            continue
        entries = [view.entry(key) for key in keys]
        found += [entries, view.names_count()]
        for entry in filter(None, entries):
            raw = store.raw_row(view.snapshot_of(entry).id, view.row_of(entry))
            assert raw
            number = entry.licences[0].number or ""
            assert raw["No"] == number
            found.append([each.key for each in view.by_identifier("licence_number", number.lstrip("0"))])
        # All that is worth comparing: which of equally near names comes first depends on how they were written.
        found += [sorted(each.key for each in view.candidates(name)) for name in ("Firm 7 Overseas", "Bright 11")]
    for snapshot in store.snapshots():
        found += [snapshot, store.rejects(snapshot.id)]
    found += [store.history(f"xx-long:{key}") for key in keys]
    connection = sqlite3.connect(store.path)
    columns = "entries, names, added, changed, unchanged, vanished, reappeared"
    found.append(connection.execute(f"SELECT {columns} FROM snapshots ORDER BY seq").fetchall())  # noqa: S608
    connection.close()
    return found


def test_names_made_searchable_bit_by_bit_are_found_as_in_one_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for at_once in (50, 10_000):
        monkeypatch.setattr(writer_module, "SEARCHABLE_AT_ONCE", at_once)
        with Store.open(tmp_path / f"{at_once}.db") as store:
            for day, changed in zip(DAYS[:2], (0.0, 0.2), strict=True):
                keep(store, write(tmp_path / "list.csv", rows(200, 5, changed)), day)
            connection = store._connection
            words = []
            for table in ("names_fts", "names_trigrams"):
                connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_words USING fts5vocab(main, {table}, instance)")
                words.append(connection.execute(f"SELECT * FROM temp.{table}_words").fetchall())  # noqa: S608
            found.append((told(store), words))
    assert found[0] == found[1]
    assert all(found[0][1])


@pytest.mark.parametrize("seed", range(rounds(2, 40)))
def test_bit_by_bit_or_whole_a_list_is_kept_the_same(tmp_path: Path, seed: int) -> None:
    with Store.open(tmp_path / "a.db") as bits, Store.open(tmp_path / "b.db") as whole:
        for day, changed in zip(DAYS, (0.0, 0.05, 0.6), strict=True):
            path = write(tmp_path / "list.csv", rows(160, seed, changed))
            keep(bits, path, day)
            keep_whole(whole, path, day)
        assert told(bits) == told(whole)
        for store in (bits, whole):
            check = store._connection.execute
            assert check("PRAGMA integrity_check").fetchone() == ("ok",)
            assert check("PRAGMA foreign_key_check").fetchall() == []
            check("INSERT INTO names_fts (names_fts, rank) VALUES ('integrity-check', 1)")


def test_changes_between_copies_are_told_with_their_rows(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for day, changed in zip(DAYS, (0.0, 0.2, 0.0), strict=True):
            keep(store, write(tmp_path / "list.csv", rows(200, 3, changed)), day)
        first, second, third = store.snapshots("xx-long")
        changes = store.changes(first.id, second.id)
        gone = [each.before for each in changes if each.after is None]
        moved = [each for each in changes if each.before and each.after]
        assert gone
        assert moved
        assert any("addresses" in each.changed for each in moved)
        for each in moved:
            assert isinstance(each.after, RegistryEntry)
            assert store.raw_row(second.id, each.after.rows[0])
        assert len(store.changes(second.id, first.id)) == len(changes)
        assert store.changes(first.id, third.id) == ()


def state(folder: Path) -> list[tuple[str, int]]:
    connection = sqlite3.connect(folder / "a.db")
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    names = [name for name in names if not name.startswith("names_trigrams")]
    counts = [(name, connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in names]  # noqa: S608
    connection.close()
    originals = [str(path.relative_to(folder)) for path in (folder / "a.db.originals").rglob("*.gz")]
    return sorted(counts) + [(name, 0) for name in sorted(originals)]


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    "end",
    ['000001,"never closed,Active,,\n', "0,\udcff\n", "1," + "x" * 2_100_000 + "\n"],
    ids=["quote", "encoding", "line"],
)
def test_a_fault_late_in_a_list_leaves_nothing(tmp_path: Path, first: bool, end: str) -> None:
    with Store.open(tmp_path / "a.db") as store:
        if not first:
            keep(store, write(tmp_path / "list.csv", rows(200)), DAYS[0])
        before = state(tmp_path)
        path = tmp_path / "broken.csv"
        whole = write(tmp_path / "list.csv", rows(1_000, 2)).read_bytes()
        path.write_bytes(whole + end.encode(errors="surrogateescape"))
        with pytest.raises(RecruitcheckError):
            import_file(
                store, definition('format: {encoding: "utf-8"}\n'), path, published=DAYS[1], retrieved=None, now=NOW
            )
        assert state(tmp_path) == before
        assert keep(store, write(tmp_path / "list.csv", rows(90)), DAYS[1]).read == 90


def test_a_copy_outside_the_bounds_is_kept_as_evidence_only(tmp_path: Path) -> None:
    shape = definition("rows: {min: 1000, max: 2000}\n")
    with Store.open(tmp_path / "a.db") as store:
        path = write(tmp_path / "list.csv", rows(300))
        report = import_file(store, shape, path, published=DAYS[0], retrieved=None, now=NOW)
        assert report.refused
        assert report.read == 300 == report.kept + report.rejected
        (snapshot,) = store.snapshots()
        assert (snapshot.rows, snapshot.kept, snapshot.rejected) == (report.read, report.kept, report.rejected)
        assert store.info().entries == 0
        assert store.view("xx-long", as_of=DAYS[0], known_on=date(2100, 1, 1)) is None


def test_strict_finds_a_reject_that_comes_late(tmp_path: Path) -> None:
    lines = [f"{number},Firm {number},Active,,Patan,,\n" for number in range(1, 200)]
    path = write(tmp_path / "list.csv", [*lines, ",!!,Active,,,,\n"])
    with Store.open(tmp_path / "a.db") as store:
        before = state(tmp_path)
        with pytest.raises(RegistryError, match="1 rows were rejected"):
            keep(store, path, DAYS[0], strict=True)
        assert state(tmp_path) == before
        assert keep(store, path, DAYS[0]).rejected == 1


def test_a_short_list_is_understood_before_there_is_a_database(tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", [",!!,Active,,,,\n"])
    with pytest.raises(RegistryError, match="rejected"):
        read_list(definition(), path, published=DAYS[0], retrieved=None, now=NOW, strict=True)
    with pytest.raises(InputError, match="lies in the future"):
        read_list(definition(), path, published=date(2099, 1, 1), retrieved=None, now=NOW)


def test_the_report_of_a_copy_held_already_tells_what_it_says(tmp_path: Path) -> None:
    path = write(tmp_path / "list.csv", rows(200))
    with Store.open(tmp_path / "a.db") as store:
        first, again = keep(store, path, DAYS[0]), keep(store, path, DAYS[0])
        assert again.already
        assert (again.read, again.kept, again.entries, again.licences, again.duplicates) == (
            first.read,
            first.kept,
            first.entries,
            first.licences,
            first.duplicates,
        )
        assert (again.unmapped_words, again.reject_reasons) == (first.unmapped_words, first.reject_reasons)


def test_damaged_files_import_wholly_or_not_at_all(tmp_path: Path) -> None:
    chance = random.Random(9)  # noqa: S311  a fixed seed is the point
    data = write(tmp_path / "list.csv", rows(120)).read_bytes()
    shape = definition()
    with Store.open(tmp_path / "a.db") as store:
        kept, said = 0, list[str]()
        for number in range(rounds(25, 2_000)):
            broken = bytearray(data)
            for _ in range(chance.randrange(1, 6)):
                at = chance.randrange(len(broken))
                broken[at : at + chance.randrange(4)] = bytes(
                    chance.choices(b'\0",\n\r\xff\xfe\x80;', k=chance.randrange(4))
                )
            path = tmp_path / "broken.csv"
            path.write_bytes(broken)
            before = state(tmp_path)
            day = date.fromordinal(DAYS[0].toordinal() + number % 100)
            try:
                report = import_file(store, shape, path, published=day, retrieved=None, now=NOW)
            except RecruitcheckError as error:
                said.append(str(error))
                assert state(tmp_path) == before
            else:
                kept += 1
                assert report.read == report.kept + report.rejected
        assert kept
        assert not any("\n" in text for text in said)
