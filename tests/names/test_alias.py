"""One cell of a list may hold several names."""

from __future__ import annotations

import pytest

from recruitcheck.model import NameKind
from recruitcheck.names import split_names
from recruitcheck.names.alias import row_initials
from tests.bounds import Bounded

R, T, F, O, A, S = (  # noqa: E741
    NameKind.REGISTERED,
    NameKind.TRADING,
    NameKind.FORMER,
    NameKind.OTHER_SCRIPT,
    NameKind.ABBREVIATION,
    NameKind.ALIAS,
)


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        ("", []),
        ("  \n ", []),
        ("- () -", []),
        ("(RL-0123)", []),
        ("M/s.", []),
        ("  Acorn   Staffing ", [("Acorn Staffing", R)]),
        ("Acorn Ltd T/A Oak Jobs", [("Acorn Ltd", R), ("Oak Jobs", T)]),
        ("Acorn Ltd t/as Oak Jobs", [("Acorn Ltd", R), ("Oak Jobs", T)]),
        ("Acorn Ltd (T/A Oak Jobs)", [("Acorn Ltd", R), ("Oak Jobs", T)]),
        ("Acorn Ltd trading as Oak Jobs", [("Acorn Ltd", R), ("Oak Jobs", T)]),
        ("Acorn Ltd trading under the name of Oak Jobs", [("Acorn Ltd", R), ("Oak Jobs", T)]),
        ("Acorn Inc. DBA Oak Jobs", [("Acorn Inc.", R), ("Oak Jobs", T)]),
        ("Acorn Inc., d/b/a Oak Jobs", [("Acorn Inc.", R), ("Oak Jobs", T)]),
        ("Acorn Ltd TA Oak Jobs", [("Acorn Ltd", R), ("Oak Jobs", T)]),
        ("Acorn (Trading as)", [("Acorn", R)]),
        ("Acorn TA Oak", [("Acorn TA Oak", R)]),
        ("Acorn a.k.a. Oak", [("Acorn", R), ("Oak", S)]),
        ("Acorn AKA Oak dba Elm", [("Acorn", R), ("Oak", S), ("Elm", T)]),
        ("Acorn Manpower (FORMERLY Oak Services", [("Acorn Manpower", R), ("Oak Services", F)]),
        ("Acorn Manpower (formerly known as Oak Services)", [("Acorn Manpower", R), ("Oak Services", F)]),
        ("Acorn, formerly Oak", [("Acorn", R), ("Oak", F)]),
        ("Acorn f/k/a Oak", [("Acorn", R), ("Oak", F)]),
        ("Acorn (formerly Oak) Ltd", [("Acorn Ltd", R), ("Oak", F)]),
        ("Acorn Agency (FOR: Oak Clinic)", [("Acorn Agency", R), ("Oak Clinic", S)]),
        ("Acorn Agency (FOR: Oak Clinic", [("Acorn Agency", R), ("Oak Clinic", S)]),
        ("Golden Sun Manpower Agency (GSMA)", [("Golden Sun Manpower Agency", R), ("GSMA", A)]),
        ("Golden Sun Manpower Agency (G.S.M.A.)", [("Golden Sun Manpower Agency", R), ("G.S.M.A.", A)]),
        ("Golden Sun (UK) Ltd", [("Golden Sun (UK) Ltd", R)]),
        ("Golden Sun (Private) Limited", [("Golden Sun (Private) Limited", R)]),
        ("Acorn Employment 橡果僱傭中心", [("Acorn Employment", R), ("橡果僱傭中心", O)]),
        ("橡果僱傭中心 Acorn Employment", [("橡果僱傭中心", R), ("Acorn Employment", O)]),
        ("橡果僱傭中心Acorn Employment", [("橡果僱傭中心", R), ("Acorn Employment", O)]),
        ("Acorn Employment (橡果僱傭中心)", [("Acorn Employment", R), ("橡果僱傭中心", O)]),
        ("Al Balut شركة البلوط", [("Al Balut", R), ("شركة البلوط", O)]),
        ("ABC 僱傭中心", [("ABC 僱傭中心", R)]),
        ("Acorn Staffing / Oak Jobs", [("Acorn Staffing / Oak Jobs", R)]),
        ("M/s. Acorn Overseas (RL-0123)", [("M/s. Acorn Overseas (RL-0123)", R)]),
        ("DBA Holdings", [("DBA Holdings", R)]),
        ("Acorn T/A", [("Acorn T/A", R)]),
        ("Acorn T/A Acorn", [("Acorn", R)]),
        ("O`Brien Staffing", [("O`Brien Staffing", R)]),
        ("Katana Ltd", [("Katana Ltd", R)]),
    ],
)
def test_names_of_a_cell_are_taken_apart(raw: str, names: list[tuple[str, NameKind]]) -> None:
    assert [(name.text, name.kind) for name in split_names(raw)] == names


@pytest.mark.parametrize("raw", ["(" * 50_000, "a dba " * 20_000, "(T/A x" * 10_000, "金a" * 20_000, "t / " * 50_000])
def test_hostile_cell_is_split_in_bounded_time(raw: str, bounded: Bounded) -> None:
    with bounded(1):
        assert len(split_names(raw)) <= 12


def test_many_markers_in_a_short_cell_give_few_names() -> None:
    assert len(split_names("".join(f"n{number} dba " for number in range(90)))) <= 12


@pytest.mark.parametrize(
    ("raw", "letters"),
    [
        ("Acorn Jobs Ltd T/A Oak & Sons", "ajtaos"),
        ("J. Elm dba Elm Dependable Labor", "jededl"),
        ("Hazel Farms D/B/A Fir Labor Services", "hfdfls"),
        ("Acorn Overseas", ""),
        ("Acorn T/A", ""),
        ("Elm T/A", ""),
        ("T/A", ""),
        ("dba " * 3_000, ""),
        ("金龍 T/A Oak", ""),
    ],
)
def test_a_row_of_several_names_has_initials_of_its_own(raw: str, letters: str) -> None:
    assert row_initials(raw) == letters
