"""Finding names: recall in any script, and queries that mean harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from recruitcheck.model import Address, Licence, LicenceStatus, Name, NameKind
from recruitcheck.store import Store, View
from tests.bounds import Bounded
from tests.store.lists import FEB, JAN, LATER, firm, registry, request

FIRMS = [
    firm("1", "Greenfield Overseas Manpower Services (Pvt.) Ltd", 1, trading=("Greenfield Travels",)),
    firm(
        "2",
        "香港永安僱傭中心有限公司",
        2,
        names=(Name("Wing On Employment Centre"), Name("香港永安僱傭中心", NameKind.OTHER_SCRIPT)),
    ),
    firm("3", "O'Neil & Söhne Personaldienst GmbH", 3),
    firm("4", "शिवम ओभरसिज प्रा. लि.", 4),
    firm("5", "Man Power Bridge International", 5),
    firm("6", "Sea", 6),
    *(firm(f"f{n}", f"Overseas Manpower Services {n}", 10 + n) for n in range(300)),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("names") / "s.db") as opened:
        opened.import_snapshot(request(FIRMS))
        decoys = [firm(str(n), f"Greenfield Overseas {n}", n, of="yy-other") for n in range(1, 300)]
        opened.import_snapshot(request(decoys, registry=registry(name="yy-other")))
        yield opened


@pytest.fixture(scope="module")
def view(store: Store) -> View:
    found = store.view("xx-demo", as_of=JAN, known_on=LATER)
    assert found
    return found


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("Greenfield Overseas Manpower Services", "1"),
        ("GREENFEILD OVERSEAS", "1"),
        ("Grenfield Manpower Services Pvt Ltd", "1"),
        ("green field overseas", "1"),
        ("Greenfield Travels", "1"),
        ("香港永安僱傭中心", "2"),
        ("永安僱傭", "2"),
        ("wing on employment", "2"),
        ("ONeil Soehne", "3"),
        ("oneil sohne", "3"),
        ("शिवम ओभरसिज", "4"),
        ("Shivam Overseas", "4"),
        ("manpower bridge", "5"),
        ("SEA", "6"),
    ],
)
def test_candidates_hold_the_firm_meant(view: View, query: str, key: str) -> None:
    assert key in {entry.key for entry in view.candidates(query, limit=50)}


HOSTILE = [
    "",
    " ",
    "!!! *** ---",
    '"',
    '""" OR 1=1',
    "a*",
    "*",
    "NEAR(a b, 3)",
    "AND OR NOT",
    "folded: x",
    "^sea",
    "{a b}: c",
    "-sea",
    "sea + + sea",
    "\x00",
    "\ud800",
    "\u202e\u200b",
    "x" * 10_000,
    "sea " * 3_000,
    "'; DROP TABLE names; --",
    "%_%",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_only_text(store: Store, view: View, text: str, bounded: Bounded) -> None:
    with bounded(5):
        view.candidates(text)
        view.by_identifier("licence_number", text.encode(errors="replace").decode())
        store.search(text, registry=None, as_of=FEB, known_on=LATER, limit=5)


def test_a_query_without_letters_finds_nothing(store: Store, view: View) -> None:
    assert view.candidates("!!! ***") == ()
    assert store.search("!!! ***", registry=None, as_of=FEB, known_on=LATER, limit=5) == ()


def test_other_registries_do_not_crowd_out_candidates(view: View) -> None:
    assert view.candidates("Greenfield Overseas", limit=1)[0].key == "1"


def test_search_cites_name_snapshot_and_row(store: Store) -> None:
    (hit,) = store.search("永安僱傭", registry=None, as_of=FEB, known_on=LATER, limit=5)
    assert (hit.entry.key, hit.name.kind, hit.row) == ("2", NameKind.OTHER_SCRIPT, 2)
    assert hit.snapshot.registry == "xx-demo"


def test_search_puts_what_is_written_so_before_what_sounds_so(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.import_snapshot(
            request([firm("1", "安樂僱傭公司", 1), firm("2", "咏安公司", 2), firm("3", "永安公司", 3)])
        )
        hits = store.search("永安", registry=None, as_of=FEB, known_on=LATER, limit=5)
        assert hits[0].entry.key == "3"


def test_search_takes_the_last_word_as_a_beginning(store: Store) -> None:
    hits = store.search("oneil so", registry="xx-demo", as_of=FEB, known_on=LATER, limit=5)
    assert [hit.entry.key for hit in hits] == ["3"]


def test_search_falls_back_to_similar_names(store: Store) -> None:
    hits = store.search("grenfeild", registry="xx-demo", as_of=FEB, known_on=LATER, limit=5)
    assert "1" in {hit.entry.key for hit in hits}


def test_search_of_all_registries_takes_turns(store: Store) -> None:
    hits = store.search("greenfield overseas", registry=None, as_of=FEB, known_on=LATER, limit=4)
    assert {hit.snapshot.registry for hit in hits} == {"xx-demo", "yy-other"}


def test_identifiers_are_found_in_comparable_form_and_only_while_they_hold(tmp_path: Path) -> None:
    def copy(number: str, phone: str) -> list[object]:
        return [
            firm(
                "1",
                "Amber Gate",
                1,
                licences=(Licence(row=1, status=LicenceStatus.VALID, number=number),),
                phones=(phone,),
                emails=("Info@Amber-Gate.example", "amber@gmail.com"),
                websites=("https://www.amber-gate.example/contact",),
                other_ids=(("company_number", "CR-0042"),),
                addresses=(Address(country="HK"),),
            )
        ]

    with Store.open(tmp_path / "s.db") as store:
        store.import_snapshot(request(copy("RL-0010", "2345 6789")))  # type: ignore[arg-type]
        store.import_snapshot(request(copy("RL-0011", "2345 6789"), FEB))  # type: ignore[arg-type]
        january, february = (store.view("xx-demo", as_of=day, known_on=LATER) for day in (JAN, FEB))
        assert january
        assert february
        for kind, value in (
            ("licence_number", "10"),
            ("phone", "+85223456789"),
            ("email", "info@amber-gate.example"),
            ("mail_domain", "amber-gate.example"),
            ("website", "amber-gate.example"),
            ("email", "amber@gmail.com"),
        ):
            assert [entry.key for entry in january.by_identifier(kind, value)] == ["1"], kind
        assert january.by_identifier("other_id", "CR42") or january.by_identifier("other_id", "42")
        assert february.by_identifier("licence_number", "10") == ()
        assert february.by_identifier("licence_number", "11")
        assert january.by_identifier("mail_domain", "gmail.com") == ()
        hits = store.search("RL 0011", registry=None, as_of=FEB, known_on=LATER, limit=3)
        assert [hit.entry.key for hit in hits] == ["1"]


def test_a_former_name_finds_the_entry_only_while_it_was_listed(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.db") as store:
        store.import_snapshot(request([firm("1", "Quartz Lantern", 1)]))
        store.import_snapshot(request([firm("1", "Velvet Anchor", 1)], FEB))
        january, february = (store.view("xx-demo", as_of=day, known_on=LATER) for day in (JAN, FEB))
        assert january
        assert february
        assert january.candidates("Quartz Lantern")
        assert february.candidates("Quartz Lantern") == ()
        assert january.candidates("Velvet Anchor") == ()
        assert february.names_count() == 1
