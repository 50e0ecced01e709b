"""Originals, decisions, ledger and backup: what must still be provable years later."""

from __future__ import annotations

import gzip
import hashlib
import multiprocessing
import os
import sqlite3
import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, StoreError
from recruitcheck.model import DecisionAnswer
from recruitcheck.names import fold
from recruitcheck.store import Store
from tests.store.lists import FEB, IMPORTED, LATER, firm, request


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db") as opened:
        yield opened


def change(store: Store, sql: str, *values: object) -> None:
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA foreign_keys = OFF")
    with connection:
        connection.execute(sql, values)
    connection.close()


def originals(store: Store) -> list[Path]:
    return sorted((store.path.parent / "s.db.originals").rglob("*.gz"))


def test_originals_are_kept_once_private_and_unchanged(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_bytes(b"No,Name\n0555567,Amber\n" * 10_000)
    sha = store.keep_original(source)
    assert sha == hashlib.sha256(source.read_bytes()).hexdigest()
    (kept,) = originals(store)
    first = (kept.read_bytes(), kept.stat().st_mtime_ns)
    assert kept.relative_to(store.path.parent).parts == ("s.db.originals", sha[:2], f"{sha}.gz")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (kept.parent, kept.parent.parent)} == {0o700}
    other = tmp_path / "renamed.csv"
    other.write_bytes(source.read_bytes())
    assert store.keep_original(other) == sha
    assert (kept.read_bytes(), kept.stat().st_mtime_ns) == first
    assert store.original(sha) == source.read_bytes()
    assert list(store.path.parent.glob("**/.partial*")) == []


def test_equal_bytes_give_equal_files_whatever_their_name_and_time(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_bytes(b"x" * 5000)
    store.keep_original(source)
    (kept,) = originals(store)
    first = kept.read_bytes()
    kept.unlink()
    source = source.rename(tmp_path / "b.csv")
    os.utime(source, (1, 1))
    store.keep_original(source)
    assert originals(store)[0].read_bytes() == first


def _other_bytes(path: Path) -> None:
    path.write_bytes(gzip.compress(b"other"))


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


@pytest.mark.parametrize("harm", [_other_bytes, _cut, _flip, Path.unlink])
def test_a_changed_original_is_never_returned(store: Store, tmp_path: Path, harm: object) -> None:
    source = tmp_path / "list.csv"
    source.write_bytes(bytes(range(256)) * 100)
    sha = store.keep_original(source)
    harm(originals(store)[0])  # type: ignore[operator]
    with pytest.raises(StoreError, match="original"):
        store.original(sha)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_an_original_is_asked_for_by_hash_only(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="not a SHA-256"):
        store.original(name)


def test_a_missing_source_is_an_input_error_and_leaves_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        store.keep_original(tmp_path / "none.csv")
    assert [path for path in tmp_path.rglob("*") if "partial" in path.name] == []


def test_decisions_are_kept_dated_and_undone_by_a_new_row(store: Store) -> None:
    query, entry = "AMBER Gate, Ltd.", "xx-demo:1"
    first = store.decide(query, entry, DecisionAnswer.UNSURE, "Ana", "no phone", IMPORTED)
    second = store.decide(query, entry, DecisionAnswer.SAME, "Ben", "called them", IMPORTED + timedelta(days=1))
    store.decide(query, "xx-demo:2", DecisionAnswer.DIFFERENT, "Ben", "other town", IMPORTED)
    folded = fold("amber gate ltd")
    assert [held.answer for held in store.decisions_for(folded, entry)] == [DecisionAnswer.UNSURE, DecisionAnswer.SAME]
    undoing = store.undo(second, "Ana", "wrong firm called", IMPORTED + timedelta(days=2))
    assert [held.reason for held in store.decisions_for(folded, entry)] == ["no phone"]
    assert [(record.id, record.undone_by) for record in store.decisions()] == [
        (first, None),
        (second, undoing),
        (3, None),
    ]
    then = store.decisions_for(folded, entry, known_on=(IMPORTED + timedelta(days=1)).date())
    assert [held.by for held in then] == ["Ana", "Ben"]
    with pytest.raises(StoreError, match="undone before"):
        store.undo(second, "Ana", "again", IMPORTED)
    with pytest.raises(StoreError, match="no decision 99"):
        store.undo(99, "Ana", "again", IMPORTED)


@pytest.mark.parametrize(("name", "by", "reason"), [("!!", "Ana", "x"), ("Amber", " ", "x"), ("Amber", "Ana", "")])
def test_a_decision_needs_a_name_a_person_and_a_reason(store: Store, name: str, by: str, reason: str) -> None:
    with pytest.raises(StoreError):
        store.decide(name, "xx-demo:1", DecisionAnswer.SAME, by, reason, IMPORTED)


def record(store: Store, count: int) -> list[str]:
    return [
        store.ledger_append("check agency", {"outcome": "review", "n": str(n)}, b"payload %d" % n, IMPORTED)
        for n in range(count)
    ]


def test_ledger_chains_and_tells_what_it_cannot_exclude(store: Store) -> None:
    assert store.verify_ledger().message == "consistent up to 0; a cut tail cannot be excluded"
    heads = record(store, 3)
    lines = store.ledger()
    assert [line.hash for line in lines] == heads
    assert [line.previous_hash for line in lines] == ["0" * 64, *heads[:2]]
    assert lines[0].at == "2025-06-01T12:00:00+00:00"
    assert (lines[1].summary, lines[1].payload) == ({"n": "1", "outcome": "review"}, b"payload 1")
    state = store.verify_ledger()
    assert (state.ok, state.length, state.head, state.first_bad) == (True, 3, heads[2], None)
    assert state.message == "consistent up to 3; a cut tail cannot be excluded"
    assert store.verify_ledger(heads[2]).message == "consistent up to 3; ends with the known head"
    assert store.verify_ledger(heads[0]).message == "consistent up to 3; holds the known head at 1 and 2 later ones"
    assert store.verify_ledger("0" * 64).ok


@pytest.mark.parametrize("line", [1, 2, 3])
@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("ledger", "at", "2024-01-01T00:00:00+00:00"),
        ("ledger", "command", "check offer"),
        ("ledger", "tool_version", "9.9"),
        ("ledger", "payload_hash", "f" * 64),
        ("ledger", "previous_hash", "f" * 64),
        ("ledger", "hash", "f" * 64),
        ("ledger", "seq", 77),
        ("ledger_payloads", "salt", b"other"),
        ("ledger_payloads", "summary", "{}"),
        ("ledger_payloads", "payload", b"other"),
    ],
)
def test_a_change_of_any_field_is_found(store: Store, table: str, column: str, value: object, line: int) -> None:
    heads = record(store, 3)
    change(store, f"UPDATE {table} SET {column} = ? WHERE seq = ?", value, line)  # noqa: S608
    state = store.verify_ledger(heads[-1])
    assert not state.ok
    assert state.first_bad is not None
    assert state.first_bad <= line + 1  # a changed number shows where it should have been
    assert store.verify_ledger().ok is False


def test_a_removed_line_in_the_middle_is_found(store: Store) -> None:
    record(store, 3)
    change(store, "DELETE FROM ledger_payloads WHERE seq = 2")
    change(store, "DELETE FROM ledger WHERE seq = 2")
    state = store.verify_ledger()
    assert (state.ok, state.first_bad) == (False, 2)


def test_a_cut_tail_is_found_with_a_known_head_only(store: Store) -> None:
    heads = record(store, 3)
    change(store, "DELETE FROM ledger_payloads WHERE seq = 3")
    change(store, "DELETE FROM ledger WHERE seq = 3")
    assert store.verify_ledger().ok
    state = store.verify_ledger(heads[2])
    assert (state.ok, state.first_bad) == (False, 3)
    assert "cut off" in state.message


def test_a_forgotten_payload_betrays_a_cut_tail(store: Store) -> None:
    record(store, 3)
    change(store, "DELETE FROM ledger WHERE seq = 3")
    assert not store.verify_ledger().ok


def test_payloads_can_be_removed_and_the_chain_still_verifies(store: Store) -> None:
    heads = record(store, 3)
    change(store, "DELETE FROM ledger_payloads WHERE seq = 2")
    assert store.verify_ledger(heads[-1]).ok
    assert (store.ledger()[1].summary, store.ledger()[1].payload) == (None, None)


def test_equal_payloads_have_different_hashes(store: Store) -> None:
    for _ in range(2):
        store.ledger_append("check agency", {"name": "Amber"}, b"same", IMPORTED)
    first, second = store.ledger()
    assert first.payload_hash != second.payload_hash


def _append_many(path: Path, name: str) -> None:
    with Store.open(path) as store:
        for number in range(25):
            store.ledger_append(name, {"n": str(number)}, b"", IMPORTED)


def test_two_processes_append_and_the_chain_holds(tmp_path: Path) -> None:
    path = tmp_path / "s.db"  # both may even create it
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_append_many, args=(path, name)) for name in ("one", "two")]
    for process in processes:
        process.start()
    for process in processes:
        process.join(60)
        assert process.exitcode == 0
    with Store.open(path) as store:
        state = store.verify_ledger()
        assert (state.ok, state.length) == (True, 50)
        assert {line.command for line in store.ledger()} == {"one", "two"}


def test_backup_is_whole_and_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_bytes(b"No,Name\n1,Amber\n")
    sha = store.keep_original(source)
    store.import_snapshot(request([firm("1", "Amber Gate", 1)]))
    (head,) = record(store, 1)
    target = tmp_path / "copies" / "backup.db"
    target.parent.mkdir()
    store.backup(target)
    with Store.open(target, read_only=True) as copy:
        assert copy.original(sha) == source.read_bytes()
        assert copy.verify_ledger(head).ok
        view = copy.view("xx-demo", as_of=FEB, known_on=LATER)
        assert view
        assert view.candidates("amber")
    assert {stat.S_IMODE(path.stat().st_mode) for path in target.parent.rglob("*") if path.is_file()} == {0o600}
    with pytest.raises(StoreError, match="overwrites nothing"):
        store.backup(target)
    with pytest.raises(StoreError, match="cannot be written"):
        store.backup(tmp_path / "nowhere" / "b.db")


def test_info_counts_what_there_is(store: Store, tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.write_bytes(b"x")
    store.keep_original(source)
    store.import_snapshot(request([firm("1", "Amber Gate", 1), firm("2", "Blue Reed", 2)]))
    heads = record(store, 2)
    info = store.info()
    assert (info.registries, info.snapshots, info.entries, info.versions, info.names) == (1, 1, 2, 2, 2)
    assert (info.originals, info.ledger_lines, info.ledger_head) == (1, 2, heads[-1])
    assert info.size_bytes > 0
