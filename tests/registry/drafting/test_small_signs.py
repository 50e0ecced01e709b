"""What single signs of a list tell a draft: codes that fit alike, totals, typed dates beside a workbook's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recruitcheck.registry.drafting.date_shape import DateContext, find_dates
from recruitcheck.registry.drafting.encoding_guess import guess_encoding
from recruitcheck.registry.drafting.led_dates import led_dates
from tests.registry.drafting.made_up_lists import MadeUp, csv_bytes, workbook_bytes
from tests.registry.drafting.scoring import drafted


def test_of_two_codes_that_fit_alike_the_usual_one_is_taken() -> None:
    text = "Nº Autorización;Razón Social;Teléfono\n0012;Muñoz e Íñigo, S.L.;964000111\n0013;Peña Colocación;964000222\n"
    assert guess_encoding(text.encode("latin-1"))[0] == "cp1252"


def test_a_total_with_a_number_under_the_names_is_no_firm(tmp_path: Path) -> None:
    rows = [[str(n), f"हिमाल {n} श्रम सेवा", f"०२{n}/०६४", "चालु"] for n in range(1, 6)]
    header = ["क्र.सं.", "संस्थाको नाम", "इजाजतपत्र नं.", "अवस्था"]
    _, mapped = drafted(MadeUp("total", "list.csv", csv_bytes([header, *rows, ["जम्मा", "५", "", ""]]), (), 5), tmp_path)
    assert (mapped.kept, len(mapped.entries)) == (5, 5)


def test_dates_typed_in_words_are_read_beside_those_of_the_workbook(tmp_path: Path) -> None:
    days = [date(2022, 3, 1), date(2022, 5, 12), "12 Agustus 2023", date(2024, 2, 29), "2 Mei 2023"]
    rows = [[n, f"PT. Cahaya {n} Sejahtera", f"00{n}/2022", day, "Aktif"] for n, day in enumerate(days, 1)]
    header = ["NO", "NAMA P3MI", "NOMOR SIP3MI", "BERLAKU S.D.", "STATUS"]
    _, mapped = drafted(MadeUp("dates", "list.xlsx", workbook_bytes({"P3MI": [header, *rows]}), (), 5), tmp_path)
    ends = [entry.licences[0].valid_to for entry in mapped.entries]
    assert [end.text for end in ends if end] == ["2022-03-01", "2022-05-12", "2023-08-12", "2024-02-29", "2023-05-02"]


@pytest.mark.parametrize(
    ("values", "formats", "ends"),
    [
        (["valid until 3/14/2027", "valid until 12/31/2026"], ("%m/%d/%Y",), True),
        (["Unbefristet", "bis 31.12.2026", "bis zum 14.02.2027"], ("%d.%m.%Y",), True),
        (["od dnia 01.02.2020", "od 15.03.2021"], ("%d.%m.%Y",), False),
        (["until May 3, 2027", "until further notice", "until June 14, 2026"], ("%B %d, %Y",), True),
    ],
    ids=["english", "german", "polish", "month first"],
)
def test_words_before_a_date_say_which_day_it_is(values: list[str], formats: tuple[str, ...], ends: bool) -> None:
    shape = find_dates(values, DateContext(date(2026, 11, 1)))
    assert shape is not None
    assert (shape.formats, shape.ends) == (formats, ends)


@pytest.mark.parametrize(
    "values",
    [
        ["from 01.02.2020", "until 03.04.2021"],  # which of the two the column tells is not to be guessed
        ["suite 12", "bis 4", "room 7"],
        ["until further notice"] * 4,
    ],
    ids=["both", "no dates", "open"],
)
def test_words_that_settle_nothing_make_no_dates(values: list[str]) -> None:
    assert find_dates(values, DateContext(date(2026, 11, 1))) is None


def test_words_around_dates_are_found_in_bounded_time_in_whatever_stands_there(bounded) -> None:  # type: ignore[no-untyped-def]
    with bounded(seconds=2):
        led_dates(["until " * 5_000 + "3/4/2027", "a" * 60_000, "bis " + "9" * 60_000])
