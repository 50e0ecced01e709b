"""Two times: the day judged and the day of knowledge, against a plain model that keeps every copy whole."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from recruitcheck.errors import StoreError
from recruitcheck.model import Coverage, RegistryEntry
from recruitcheck.store import Store, View
from tests.store.lists import APR, FEB, IMPORTED, JAN, LATER, MAR, firm, registry, request

ALPHA, BRAVO, CHARLY = (
    firm("a", "Alpha Tide Crew", 1),
    firm("b", "Bravo Mast Crew", 2),
    firm("c", "Charly Sail Crew", 3),
)
BRAVO_2 = firm("b", "Bravo Mast International Crew", 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.db") as opened:
        yield opened


def listed(view: View | None) -> set[str]:
    assert view
    return {entry.name for entry in view.candidates("crew")}


def at(store: Store, as_of: date, known_on: date = LATER) -> View | None:
    return store.view("xx-demo", as_of=as_of, known_on=known_on)


def validity(store: Store) -> list[tuple[str, str, str | None]]:
    connection = sqlite3.connect(store.path)
    rows = connection.execute(
        "SELECT e.key, a.valid_from, a.valid_until FROM entry_validity a JOIN entries e ON e.id = a.entry ORDER BY 1, 2"
    ).fetchall()
    connection.close()
    return rows


def test_no_copy_before_the_first_one(store: Store) -> None:
    assert at(store, JAN) is None
    store.import_snapshot(request([ALPHA], FEB))
    assert at(store, JAN) is None
    assert listed(at(store, FEB)) == {ALPHA.name}
    assert at(store, FEB, IMPORTED.date() - timedelta(days=1)) is None
    assert at(store, FEB, IMPORTED.date())
    assert store.view("yy-unknown", as_of=FEB, known_on=LATER) is None


def test_a_back_dated_copy_splits_only_what_it_contradicts(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO], JAN))
    store.import_snapshot(request([ALPHA, BRAVO], MAR, sha256="e" * 64))
    assert validity(store) == [("a", "2025-01-01", None), ("b", "2025-01-01", None)]
    result = store.import_snapshot(request([ALPHA, BRAVO_2], FEB))
    assert (result.unchanged, result.changed) == (1, 1)
    assert validity(store) == [
        ("a", "2025-01-01", None),
        ("b", "2025-01-01", "2025-02-01"),
        ("b", "2025-02-01", "2025-03-01"),
        ("b", "2025-03-01", None),
    ]
    assert [listed(at(store, day)) for day in (JAN, FEB, MAR)] == [
        {ALPHA.name, BRAVO.name},
        {ALPHA.name, BRAVO_2.name},
        {ALPHA.name, BRAVO.name},
    ]


def test_a_back_dated_copy_joins_versions_that_it_bridges(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO], FEB))
    store.import_snapshot(request([ALPHA, BRAVO], JAN, sha256="e" * 64))
    assert validity(store) == [("a", "2025-01-01", None), ("b", "2025-01-01", None)]


def test_known_on_hides_what_was_imported_later(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO], JAN))
    later = IMPORTED + timedelta(days=10)
    store.import_snapshot(request([ALPHA, BRAVO_2], FEB, imported_at=later))
    assert listed(at(store, MAR, IMPORTED.date())) == {ALPHA.name, BRAVO.name}
    assert listed(at(store, MAR, later.date())) == {ALPHA.name, BRAVO_2.name}
    assert [version.valid_until for version in store.history("xx-demo:b", known_on=IMPORTED.date())] == [None]
    assert len(store.snapshots(known_on=IMPORTED.date())) == 1


def test_a_partial_copy_supports_what_it_contains_and_never_absence(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO, CHARLY], JAN))
    result = store.import_snapshot(request([BRAVO_2], FEB, partial_reason="only the letter B could be read"))
    assert (result.changed, result.vanished) == (1, 0)
    view = at(store, FEB)
    assert view
    assert listed(view) == {ALPHA.name, BRAVO_2.name, CHARLY.name}
    assert not view.supports_absence
    assert view.last_listed("a") is None
    assert view.snapshot.partial_reason
    assert view.complete_snapshot
    assert (view.snapshot_of(ALPHA).effective_on, view.snapshot_of(BRAVO_2).effective_on) == (JAN, FEB)
    assert view.complete_snapshot.effective_on == JAN
    assert view.names_count() == 3
    with pytest.raises(StoreError, match="not in this copy"):
        view.row_of(BRAVO)


def test_a_refused_copy_is_evidence_and_nothing_else(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO, CHARLY], JAN))
    before = validity(store)
    refused = store.import_snapshot(request([ALPHA], FEB, refused_reason="1 row, at least 3 expected"))
    assert (refused.snapshot.kept, refused.vanished) == (1, 0)
    assert validity(store) == before
    view = at(store, MAR)
    assert view
    assert view.snapshot.effective_on == JAN
    assert len(store.snapshots()) == 2
    accepted = store.import_snapshot(request([ALPHA], FEB, partial_reason="a page is missing"))
    assert not accepted.already


def test_vanished_from_a_complete_current_copy_is_gone_with_its_last_copy(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO, CHARLY], JAN))
    store.import_snapshot(request([ALPHA, BRAVO_2, CHARLY], FEB))
    store.import_snapshot(request([ALPHA], MAR))
    view = at(store, MAR)
    assert view
    assert view.supports_absence
    last = view.last_listed("b")
    assert last
    assert (last[0], last[1].effective_on) == (BRAVO_2, FEB)
    assert view.entry("b") is None
    february = at(store, FEB)
    assert february
    assert february.last_listed("b") is None
    assert february.entry("b") == BRAVO_2


def test_vanished_and_back_has_two_spans(store: Store) -> None:
    for day, firms in ((JAN, [ALPHA, BRAVO]), (FEB, [ALPHA]), (MAR, [ALPHA, BRAVO])):
        result = store.import_snapshot(request(firms, day))
    assert result.reappeared == 1
    first, second = store.history("xx-demo:b")
    assert (first.valid_from, first.valid_until, second.valid_from, second.valid_until) == (JAN, FEB, MAR, None)
    assert second.changed == ()


def test_history_tells_what_changed_and_which_copies_say_so(store: Store) -> None:
    store.import_snapshot(request([BRAVO], JAN))
    store.import_snapshot(request([BRAVO], FEB, sha256="f" * 64))
    store.import_snapshot(request([replace(BRAVO_2, phones=("2345 6789",))], MAR))
    first, second = store.history("xx-demo:b")
    assert [snapshot.effective_on for snapshot in first.snapshots] == [JAN, FEB]
    assert second.changed == ("names", "phones")
    assert second.entry.entry_id == first.entry.entry_id
    assert store.history("xx-demo:nobody") == store.history("nowhere:b") == ()


def test_entries_of_a_cumulative_list_stay_when_a_later_copy_lacks_them(store: Store) -> None:
    cumulative = registry(Coverage.CUMULATIVE)
    store.import_snapshot(request([ALPHA, BRAVO], JAN, registry=cumulative))
    result = store.import_snapshot(request([BRAVO_2], FEB, registry=cumulative))
    assert result.vanished == 0
    view = at(store, FEB)
    assert listed(view) == {ALPHA.name, BRAVO_2.name}
    assert view
    assert view.last_listed("a") is None


def test_copies_of_periods_add_up(store: Store) -> None:
    period = registry(Coverage.PERIOD)
    store.import_snapshot(request([ALPHA, BRAVO], JAN, registry=period))
    store.import_snapshot(request([BRAVO_2], FEB, registry=period))
    view = at(store, FEB)
    assert view
    assert listed(view) == {ALPHA.name, BRAVO.name, BRAVO_2.name}
    assert view.entry("b") == BRAVO_2
    assert {view.snapshot_of(entry).effective_on for entry in view.candidates("Bravo Mast")} == {JAN, FEB}


def test_a_second_copy_of_one_day_replaces_the_first(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO], JAN))
    store.import_snapshot(request([ALPHA, CHARLY], JAN, imported_at=IMPORTED + timedelta(days=2)))
    assert listed(at(store, JAN)) == {ALPHA.name, CHARLY.name}
    assert listed(at(store, JAN, IMPORTED.date())) == {ALPHA.name, BRAVO.name}
    view = at(store, FEB)
    assert view
    assert view.last_listed("b") is None


def test_a_list_whose_coverage_is_redefined_is_read_anew(store: Store) -> None:
    store.import_snapshot(request([ALPHA, BRAVO], JAN))
    store.import_snapshot(request([ALPHA], FEB))
    cumulative = registry(Coverage.CUMULATIVE)
    store.import_snapshot(request([CHARLY], MAR, registry=cumulative, definition_sha256="e" * 64))
    assert listed(at(store, APR)) == {ALPHA.name, BRAVO.name, CHARLY.name}
    assert [until for _, _, until in validity(store)] == [None, None, None]


@dataclass(frozen=True)
class Kept:
    """One imported copy in the plain model."""

    day: date
    imported: date
    entries: dict[str, RegistryEntry]
    partial: bool
    refused: bool


def expected(copies: list[Kept], coverage: Coverage, as_of: date, known_on: date) -> set[RegistryEntry]:
    """The plain model: read the copies in order and apply each."""
    state: dict[tuple[str, int], RegistryEntry] = {}
    usable = [
        (copy.day, order, copy) for order, copy in enumerate(copies) if not copy.refused and copy.imported <= known_on
    ]
    usable = sorted((item for item in usable if item[0] <= as_of), key=lambda item: item[:2])
    for place, (day, _, copy) in enumerate(usable):
        replaced = any(later[0] == day and not later[2].partial for later in usable[place + 1 :])
        if replaced:
            continue
        if coverage is Coverage.CURRENT and not copy.partial:
            state = {}
        for key, entry in copy.entries.items():
            if coverage is Coverage.PERIOD:
                state[(key, hash(entry.names))] = entry
            else:
                state[(key, 0)] = entry
    return set(state.values())


@pytest.mark.parametrize("coverage", list(Coverage))
@pytest.mark.parametrize("seed", range(6))
def test_views_history_and_validity_agree_with_the_plain_model(tmp_path: Path, coverage: Coverage, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a fixed seed is the point
    start = datetime(2025, 6, 1, tzinfo=UTC)
    copies: list[Kept] = []
    with Store.open(tmp_path / "s.db") as store:
        for number in range(12):
            day = date(2025, chance.randint(1, 6), 1)
            keys = chance.sample("abcdefgh", chance.randint(1, 8))
            entries = {key: firm(key, f"{key}{chance.randint(1, 3)} crew", row + 1) for row, key in enumerate(keys)}
            partial, refused = chance.random() < 0.3, chance.random() < 0.15
            imported = start + timedelta(days=number // 2)
            copies.append(Kept(day, imported.date(), entries, partial, refused))
            store.import_snapshot(
                request(
                    list(entries.values()),
                    day,
                    registry=registry(coverage),
                    imported_at=imported,
                    sha256=f"{number:064x}",
                    partial_reason="short" if partial else None,
                    refused_reason="odd" if refused else None,
                )
            )
        for as_of in (date(2025, month, 15) for month in range(1, 7)):
            for known_on in (start.date() + timedelta(days=offset) for offset in range(6)):
                view = at(store, as_of, known_on)
                found = set(view.candidates("crew")) if view else set()
                assert found == expected(copies, coverage, as_of, known_on), (as_of, known_on)
                for entry in found:
                    assert view
                    source = view.snapshot_of(entry)
                    raw = store.raw_row(source.id, view.row_of(entry))
                    assert raw
                    assert raw["Key"] == entry.key
        spans = {
            (key, version.valid_from.isoformat(), version.valid_until and version.valid_until.isoformat())
            for key in "abcdefgh"
            for version in store.history(f"xx-demo:{key}")
        }
        assert spans == set(validity(store))
