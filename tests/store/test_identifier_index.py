"""Coarse keys: whatever an identifier is found by at full length, its key finds too."""

from __future__ import annotations

import random
import sqlite3
from array import array
from pathlib import Path

import pytest

from recruitcheck.model import Address, Licence, LicenceStatus, PlainEntries, RegistryEntry
from recruitcheck.names import mail_domain, normal_email, normal_phones
from recruitcheck.store import Store
from recruitcheck.store import identifier_index as module
from recruitcheck.store.identifier_index import IdentifierWriter, find_entries
from recruitcheck.store.identifier_keys import IdentifierKeys, coarse, mail_key, phone_keys
from recruitcheck.store.names_index import identifiers_of
from recruitcheck.store.payload import to_payload
from recruitcheck.store.plain_payload import plain_hashes, plain_payloads
from tests.soak import rounds
from tests.store.lists import FEB, JAN, LATER, firm, request

COUNTRIES = ("NP", "HK", "GB", "IT", "AR", "BR", "US", "MX", "DE", "BD", "PH", "")
HOSTILE = 'Ab1"\\\n\t\x01é木\u2028\ud800 /'


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_keys_of_a_telephone_cell_hold_every_number_in_it(country: str) -> None:
    chance = random.Random(country)  # noqa: S311  a fixed seed is the point
    for _ in range(rounds(400, 20_000)):
        text = "".join(chance.choices("0123456789", k=chance.randrange(1, 16)))
        for mark in (" ", "(", ") ", "-", "/", ", ", "+", "  "):
            if chance.random() < 0.3:
                at = chance.randrange(len(text) + 1)
                text = text[:at] + mark + text[at:]
        text = chance.choice(("", "+", "00")) + text
        keys = set(phone_keys(text, country))
        assert {coarse("phone", number) for number in normal_phones(text, country)} <= keys, text


@pytest.mark.parametrize("text", ["+67280754", "0067280754", "+672 380754", "01167280754", "+97767280754"])
@pytest.mark.parametrize("country", ["BR", "US", "NF"])
def test_a_number_to_which_a_digit_is_added_lies_under_its_key(text: str, country: str) -> None:
    keys = set(phone_keys(text, country))
    assert {coarse("phone", number) for number in normal_phones(text, country)} <= keys


@pytest.mark.parametrize(
    "text",
    ["Info@Firm.example", "www@www.firm.example", "x@gmail.com", "<a.b@c.example>", "none", "a@b", "é@ü.example"],
)
def test_a_mail_address_and_its_domain_lie_under_one_key(text: str) -> None:
    full = normal_email(text)
    assert mail_key(text) == (coarse("email", full) if full else "")
    if full and "gmail" not in full:
        assert mail_key(text) == mail_domain(text)


def _plain(chance: random.Random, count: int) -> PlainEntries:
    def words(share: float) -> list[str]:
        return ["".join(chance.choices(HOSTILE, k=8)) if chance.random() < share else "plain" for _ in range(count)]

    def some(column: list[str]) -> list[str]:
        return [text if chance.random() < 0.8 else "" for text in column]

    broken = chance.random() < 0.3
    fit = (lambda column: column) if broken else lambda column: [text.replace("\ud800", "") for text in column]
    numbers = [f"{number:05d}" for number in range(count)]
    return PlainEntries(
        rows=list(range(3, count + 3)),
        keys=[number.lstrip("0") or "0" for number in numbers],
        names=fit([text or "x" for text in words(0.5)]),
        source_ids=some(numbers) if chance.random() < 0.5 else None,
        address={"text": fit(some(words(0.2))), "country": some(["HK"] * count)},
        lists={
            "phones": [tuple(f"2345 6{at:03}" for at in range(chance.randrange(3))) for _ in range(count)],
            "emails": [(f"a{at}@firm{at % 3}.example",) if at % 4 else () for at in range(count)],
            "websites": [(f"www.firm{at % 3}.example",) for at in range(count)],
            "other_ids": [(("cr", f"CR-{at}"),) if at % 2 else () for at in range(count)],
            "extra": [(("o", text), ("p", text)) for text in fit(words(0.1))],
        },
        licensed=True,
        licence={
            "status": ["valid"] * count,
            "status_word": some(["Active"] * count),
            "number": [f"RL-{text}" if chance.random() < 0.5 else text for text in numbers],
            "valid_to": some(["2030-01-02"] * count),
        },
        scope=[("care", "sea") if chance.random() < 0.3 else () for _ in range(count)],
    )


@pytest.mark.parametrize("seed", range(8))
def test_columns_are_stored_as_their_entries_would_be(seed: int) -> None:
    plain = _plain(random.Random(seed), 40)  # noqa: S311  a fixed seed is the point
    texts = plain_payloads(plain)
    careful = [to_payload(plain.entry("xx", at)) for at in range(40)]
    assert texts == [each.text for each in careful]
    assert plain_hashes(texts) == [each.hash for each in careful]


@pytest.mark.parametrize("chunk", [1, 3, 1024])
def test_every_identifier_finds_its_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    monkeypatch.setattr(module, "CHUNK_KEYS", chunk)
    plain = _plain(random.Random(chunk), 60)  # noqa: S311  a fixed seed is the point
    with Store.open(tmp_path / "s.db") as store:
        connection = store._connection
        connection.execute("INSERT INTO registries VALUES (1, 'xx', '', 'HK', '', '', '', '')")
        writer = IdentifierWriter(connection, 1, "HK")
        writer.held.add_plain(plain, 100)
        for at in range(30, 60):
            writer.held.add(100 + at, plain.entry("xx", at))
        writer.close()
        for at in range(60):
            entry = plain.entry("xx", at)
            for kind, value in identifiers_of(entry, "HK"):
                if kind == "licence_number" and value == entry.key:
                    continue  # found by the key of the entry
                assert 100 + at in find_entries(connection, 1, kind, value), (kind, value)
        assert find_entries(connection, 2, "phone", "+85223456000") == set()


def test_the_number_of_an_entry_is_added_to_each_key_and_to_no_other() -> None:
    keys = [0, 1999, 7 << 32, (1 << 63) - (1 << 32), (1 << 63) - (1 << 32) + 1999, 0]
    for number in (0, 1, 70_000, (1 << 32) - 2000):
        one, each = IdentifierKeys("NP"), IdentifierKeys("NP")
        one.add_keys(array("q", keys), number)
        for key in keys:
            each.add_keys((key,), number)
        assert list(one.keys) == list(each.keys) == [key + number for key in keys]
        one.add_keys(array("q"), number)
        assert len(one.keys) == len(keys)


def test_keys_of_a_long_list_are_sorted_as_those_of_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)  # noqa: S311  a fixed seed is the point
    keys = array("q", [chance.randrange(1 << 63) for _ in range(50)] * 2)
    short = module._sorted_once(keys)
    monkeypatch.setattr(module, "_FLUSH", 1)
    assert module._sorted_once(keys) == short == array("q", sorted(set(keys)))
    del keys[:]  # nothing holds on to them


def test_a_number_that_is_the_entrys_own_key_is_found(tmp_path: Path) -> None:
    entries = [firm("12", "Amber Gate", 1, licences=(Licence(1, LicenceStatus.VALID, number="0012"),))]
    with Store.open(tmp_path / "s.db") as store:
        store.import_snapshot(request(entries))
        view = store.view("xx-demo", as_of=FEB, known_on=LATER)
        assert view
        assert [entry.key for entry in view.by_identifier("licence_number", "12")] == ["12"]
        assert view.holds_identifiers("licence_number")
        assert not view.holds_identifiers("phone")


def test_identifiers_of_an_older_database_are_still_found(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    entry: RegistryEntry = firm(
        "a",
        "Amber Gate",
        1,
        phones=("2345 6789",),
        emails=("x@amber.example",),
        websites=("amber.example",),
        addresses=(Address(country="HK"),),
    )
    with Store.open(path) as store:
        store.import_snapshot(request([entry], JAN))
    connection = sqlite3.connect(path)
    with connection:  # as the first version of the schema had it
        for table in ("identifier_chunks", "identifier_sets", "identifier_kinds"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP INDEX raw_rows_by_hash")
        connection.execute("CREATE UNIQUE INDEX raw_rows_by_hash ON raw_rows (hash)")
        connection.execute(
            "CREATE TABLE identifiers (kind TEXT NOT NULL, value TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES"
            " entries, PRIMARY KEY (kind, value, entry)) STRICT, WITHOUT ROWID"
        )
        rows = [(kind, value, 1) for kind, value in identifiers_of(entry, "HK")]
        connection.executemany("INSERT INTO identifiers VALUES (?, ?, ?)", rows)
        connection.execute("DELETE FROM schema_version WHERE version = 2")
    connection.close()
    with Store.open(path) as store:
        view = store.view("xx-demo", as_of=FEB, known_on=LATER)
        assert view
        for kind, value in identifiers_of(entry, "HK"):
            assert [found.key for found in view.by_identifier(kind, value)] == ["a"], (kind, value)
            assert view.holds_identifiers(kind)
        assert not store.import_snapshot(request([entry], FEB, sha256="b" * 64)).already
