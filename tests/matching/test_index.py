"""The candidate index: what it finds, and what it does with files that are not one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recruitcheck.matching import MATCH_THRESHOLD, REVIEW_THRESHOLD, NameQuery, retrieval, score
from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index import work as index_work
from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName
from recruitcheck.matching.search import ELSEWHERE, NameSearch
from recruitcheck.model import Name, NameKind, RegistryEntry
from recruitcheck.names import split_names
from tests.bounds import Bounded
from tests.matching.entries import entry_named

LISTED = (
    "Greenland Overseas (RL-0417)",
    "M/s. Karim Trade International Ltd.",
    "Al Noor Manpower Supply Co. W.L.L.",
    "Sunrise Travel & Tours (Pvt.) Ltd",
    "Sunrise 2 Travel & Tours (Pvt.) Ltd",
    "Peninsular Domestic Helper Agency",
    "Quetzal Farm Labor LLC T/A Bright Harvest",
    "金龍僱傭中心 Golden Dragon Employment Centre",
    "North Star Overseas Recruitment Board",
    "Overseas Manpower International",
    "Brick Lane Manpower",
)


def indexed(*names: str, **validity: str) -> list[IndexName]:
    return [
        IndexName(IndexedEntry(f"made:{number}", str(number), name, "BD"), Name(name), **validity)
        for number, name in enumerate(names)
    ]


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> NameSearch:
    return NameSearch(NameIndex.build(tmp_path_factory.mktemp("index") / "made.names", indexed(*LISTED)))


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("GREENLAND OVERSEAS", 0),
        ("Green Land Overseas", 0),
        ("Greenlnad Overseas", 0),
        ("Kareem Trade International", 1),
        ("AlNoor Manpower", 2),
        ("Noor Al Man Power Supply", 2),
        ("Sunrise 2 Travels", 4),
        ("Peninsula Domestic Helpers", 5),
        ("Bright Harvest", 6),
        ("Quetzel Farm Labour", 6),
        ("Golden Dragon", 7),
        ("金龍僱傭中心", 7),
        ("NSORB", 8),
        ("Overseas Manpower", 9),
        ("Bricklane Manpower", 10),
    ],
)
def test_a_name_written_otherwise_is_found_first(search: NameSearch, asked: str, place: int) -> None:
    best = search.best(asked, 3)
    assert best, asked
    assert best[0].entry.source_id == str(place), [(hit.entry.name, hit.score) for hit in best]


def test_a_long_name_finds_the_letters_it_is_known_by(tmp_path: Path) -> None:
    index = NameIndex.build(tmp_path / "a.names", indexed("PTSB Consultants", "Acorn Overseas"))
    assert NameSearch(index).best("Paddy Tree Staffing Board", 1)[0].entry.source_id == "0"


def test_only_names_listed_on_the_day_count(tmp_path: Path) -> None:
    names = [*indexed("Acorn Overseas", valid_until="2025-01-01"), *indexed("Zebra", valid_from="2025-01-01")]
    index = NameIndex.build(tmp_path / "a.names", names)
    assert NameSearch(index, as_of="2024-12-31").best("Acorn Overseas", 3)
    assert not NameSearch(index, as_of="2025-01-01").best("Acorn Overseas", 3)
    assert NameSearch(index).best("Acorn Overseas", 3)


def test_an_entry_answers_once_by_its_best_name(tmp_path: Path) -> None:
    entry = IndexedEntry("made:1", "1", "Acorn Overseas Ltd")
    names = [IndexName(entry, Name("Acorn Overseas Ltd")), IndexName(entry, Name("Old Acorn", NameKind.FORMER))]
    hits = NameSearch(NameIndex.build(tmp_path / "a.names", names)).best("Old Acorn", 5)
    assert [(hit.entry.entry_id, hit.matched.text) for hit in hits] == [("made:1", "Old Acorn")]
    assert hits[0].score == 100


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "x",
        "Ltd",
        "overseas",
        "12345",
        "🙂🙂",
        "a\u200bb",
        "\u202egnorw",
        "A" * 10_000,
        "Co. Ltd",
        "Overseas Manpower International Services",
        "1234567890 42",
        "😀😀😀",
        "Асоrn Оverseas",
        "Cafe\u0301 \u2066Jobs\u2069",
        "金" * 3_000,
        "A&B " * 2_000,
        "x" * 63 + " " + "y" * 63,
        "dba " * 2_000,
        "(" * 5_000,
        "\ud800 Acorn",
        "a " * 5_000,
        "'\"\\\0",
    ],
)
def test_hostile_queries_end_soon_and_honestly(search: NameSearch, name: str, bounded: Bounded) -> None:
    with bounded(2):
        assert all(0 < hit.score <= 100 for hit in search.best(name, 10))


@pytest.mark.parametrize("name", ["Global Overseas", "Acorn Overseas", "Ltd", "A", "12 34", "金龍僱傭中心"])
def test_very_many_equal_names_stay_bounded(tmp_path: Path, name: str, bounded: Bounded) -> None:
    index = NameIndex.build(tmp_path / "a.names", indexed(*[name] * 3_000))
    search = NameSearch(index)
    with bounded(1):
        hits = search.best(name, 10)
    assert len(hits) == 10
    assert {hit.score for hit in hits} == {100.0}


def test_a_common_word_of_a_huge_list_is_not_gathered_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retrieval, "MOST_TOGETHER", 100)
    search = NameSearch(NameIndex.build(tmp_path / "a.names", indexed(*["Global Overseas"] * 2_000, "Global Acorn")))
    assert search.best("Global Overseas", 3)[0].score == 100
    assert search.best("Global Acorn", 3)[0].entry.source_id == "2000"


def test_the_file_is_the_same_however_many_processes_make_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_work, "PIECE", 3)
    entry = IndexedEntry("made:x", "x", "Twice Named Oak")
    names = [*indexed(*LISTED), IndexName(entry, Name("Twice Named Oak")), IndexName(entry, Name("Oak Twice"))]
    for jobs in (1, 2):
        NameIndex.build(tmp_path / f"{jobs}.names", names, jobs=jobs)
    assert (tmp_path / "1.names").read_bytes() == (tmp_path / "2.names").read_bytes()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    assert NameSearch(NameIndex.build(tmp_path / "a.names", [])).best("Acorn", 5) == ()


def test_the_same_names_make_the_same_bytes(tmp_path: Path) -> None:
    NameIndex.build(tmp_path / "a.names", indexed(*LISTED))
    NameIndex.build(tmp_path / "b.names", indexed(*LISTED))
    assert (tmp_path / "a.names").read_bytes() == (tmp_path / "b.names").read_bytes()


def test_an_index_of_other_copies_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.names"
    NameIndex.build(path, indexed(*LISTED), made_of=["b", "a"])
    assert NameIndex.open(path, made_of=["a", "b"]) is not None
    assert NameIndex.open(path, made_of=["a"]) is None
    assert NameIndex.open(tmp_path / "none.names") is None


@pytest.mark.parametrize("damage", ["empty", "cut", "header", "body", "longer", "text"])
def test_a_damaged_file_is_no_index(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.names"
    NameIndex.build(path, indexed(*LISTED))
    whole = bytearray(path.read_bytes())
    if damage == "header":
        whole[60] ^= 1
    if damage == "body":
        whole[-9] ^= 1
    said = {"empty": b"", "cut": whole[:-50], "longer": whole + b"x", "text": b"name,id\n" * 50}
    path.write_bytes(bytes(said.get(damage, whole)))
    assert NameIndex.open(path) is None


def test_an_entry_of_another_country_loses_as_much_as_by_another_legal_form(tmp_path: Path) -> None:
    countries = {"Golden Sun Manpower Agency": "BD", "Green Sea Manpower Agency": "NP", "Gsma Overseas": "HK"}
    names = [
        IndexName(IndexedEntry(f"made:{number}", str(number), name, country), Name(name))
        for number, (name, country) in enumerate(countries.items())
    ]
    search = NameSearch(NameIndex.build(tmp_path / "a.names", names))
    here = search.best("GSMA", 3, country="NP")
    there = search.best("GSMA", 3, country="BD")
    letters = [[hit.entry.country for hit in hits if hit.entry.country != "HK"] for hits in (here, there)]
    assert letters == [["NP", "BD"], ["BD", "NP"]]
    anywhere = {hit.entry.country: hit.score for hit in search.best("GSMA", 3)}
    assert {hit.entry.country: hit.score for hit in there} == {
        country: points if country == "BD" else points - ELSEWHERE for country, points in anywhere.items()
    }


def test_a_file_is_hashed_once_for_each_of_its_states(tmp_path: Path) -> None:
    path = tmp_path / "a.names"
    NameIndex.build(path, indexed(*LISTED))
    stamp = path.with_name("a.names.hashed")
    assert stamp.stat().st_mode & 0o077 == 0
    stamp.unlink()
    assert NameIndex.open(path) is not None
    assert stamp.is_file()
    whole = bytearray(path.read_bytes())
    whole[-9] ^= 1
    path.write_bytes(whole)  # another state: the old stamp vouches for nothing
    os.utime(path, ns=(1, 1))
    assert NameIndex.open(path) is None


def test_a_namesake_of_another_firm_ranks_behind_the_firm_and_is_for_a_person(tmp_path: Path) -> None:
    rows = indexed("Rowan Retail Ltd T/A Corner Grill", "Hazel Foods Limited T/A Corner Grill", "Elm Jobs T/A Oak")
    search = NameSearch(NameIndex.build(tmp_path / "x.idx", rows, jobs=1))
    first, second = search.best("Hazel Foods Ltd T/A Corner Grill", 2)
    assert (first.entry.source_id, second.entry.source_id) == ("1", "0")
    assert first.score > MATCH_THRESHOLD > second.score >= REVIEW_THRESHOLD
    assert any("own names differ" in line for line in second.why)
    assert second.score == score(NameQuery("Hazel Foods Ltd T/A Corner Grill"), entry_named(rows[0].name.text)).score


@pytest.mark.parametrize(("asked", "listed"), [("饿了么", "e commerce"), ("鵝", "Eh"), ("a b", "阿")])
def test_single_letters_of_syllables_are_compared(tmp_path: Path, asked: str, listed: str) -> None:
    search = NameSearch(NameIndex.build(tmp_path / "x.idx", indexed(listed, "Acorn"), jobs=1))
    assert len(search.best(asked, 3)) <= 2


@pytest.mark.parametrize(
    ("asked", "place"),
    [("QFLLTABH", "6"), ("PFLH-GC", "11"), ("NSORB", "8")],
)
def test_letters_stand_for_a_row_and_for_two_runs_of_words(tmp_path: Path, asked: str, place: str) -> None:
    rows = indexed(*LISTED, "Peoples Front for the Labour of Hazel - General Council")
    search = NameSearch(NameIndex.build(tmp_path / "x.idx", rows, jobs=1))
    found = {hit.entry.source_id: hit.score for hit in search.best(asked, 10)}
    assert 0 < found[place] < MATCH_THRESHOLD


def test_a_word_cut_short_is_found_however_many_words_sound_like_it(tmp_path: Path) -> None:
    alike = (
        "Well",
        "Will",
        "Vell",
        "Vile",
        "Vill",
        "Wail",
        "Wall",
        "Weil",
        "Wella",
        "While",
        "Viell",
        "Wiel",
        "Veel",
        "Voll",
    )
    names = [*(f"{word} Capital Ltd" for word in alike), "Wyelands Capital Ltd"]
    search = NameSearch(NameIndex.build(tmp_path / "a.names", indexed(*names)))
    assert "Wyelands Capital Ltd" in [hit.entry.name for hit in search.best("Wyel. Capital Ltd", len(names))]


@pytest.mark.parametrize(
    ("asked", "listed", "crowd"),
    [
        ("Metrol Academy", "Metrol Academy", "Metrol {} Farms"),  # a common word decides among hundreds of one word
        ("Metro Academy", "Metrol Academy", "Metro {} Farms"),
        ("Circ-us Academy", "Circus Academy", "Circus {} World Farms"),  # of two halves one word has but one weight
        ("MPL Ltd", "MPL Home Ltd", "Mango {} Limited"),  # initials of long names do not crowd out the word itself
        ("Asuot Laboratories Limited", "Ascot Laboratories Limited", "All {} Farms"),  # "all" is no firm's initials
    ],
)
def test_the_right_name_is_found_among_hundreds_that_share_its_rare_word(
    tmp_path: Path, asked: str, listed: str, crowd: str
) -> None:
    letters = "bcdfghklmnpqrstvwz"
    words = [f"{a}o{b}i{a}u".title() for a in letters for b in letters]
    words = [f"P{word}" for word in words] if asked.startswith("MPL") else words
    index = NameIndex.build(tmp_path / "crowd.idx", indexed(*[crowd.format(word) for word in words], listed))
    best = NameSearch(index).best(asked, 3)
    assert best[0].matched.text == listed, [(hit.matched.text, hit.score) for hit in best]


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Waliyoollaah Overseas", "Valiullah Overseas"),
        ("Mohiyooddeen Travels", "Muhiuddin Travels"),
        ("Kareemooddeen Recruiting", "Karimudin Recruiting"),
        ("Goooildhall Manpower", "Guildhall Manpower"),
        ("Bibekanand Manpower", "Vivekanand Manpower"),
    ],
)
def test_a_word_that_another_hand_romanised_is_found_where_nothing_nearer_is(
    tmp_path: Path, asked: str, listed: str
) -> None:
    search = NameSearch(NameIndex.build(tmp_path / "romanised.names", indexed(*LISTED, listed)))
    assert search.best(asked, 1)[0].entry.name == listed


ROWS = ("Pink Garlic Limited T/A Deshi Spice", "Garlic Consultants Limited", "Deshi Spice Pinner")


@pytest.mark.parametrize(
    "asked", ["Garlic Limited T/A Deshi Spice Pink", "Deshi Spice Ltd T/A Pink Garlic", "Deshi T/A Pink Spice Garlic"]
)
def test_a_firm_of_which_every_name_fits_stands_before_those_that_share_one(tmp_path: Path, asked: str) -> None:
    rows = [IndexName(entry.entry, name) for entry in indexed(*ROWS) for name in split_names(entry.entry.name)]
    best = NameSearch(NameIndex.build(tmp_path / "rows.names", rows)).best(asked, 2)
    assert best[0].entry.name == ROWS[0]
    assert best[0].score > best[1].score
    assert best[0].why
    alone = score(NameQuery(asked), RegistryEntry("made", "0", split_names(ROWS[0]), (1,)))
    assert alone.score == best[0].score


@pytest.mark.parametrize(
    "other",
    [
        "Blue Garlic Limited T/A Deshi Spice",
        "Garlic Limited T/A Deshi Spice Blue",
        "Pink Garlic 2 Limited T/A Deshi",
    ],
)
def test_a_firm_with_a_word_or_number_of_its_own_is_not_compared_as_a_whole(other: str) -> None:
    entry = RegistryEntry("made", "0", split_names(ROWS[0]), (1,))
    assert score(NameQuery(other), entry).score < MATCH_THRESHOLD
