"""Dates are read only as declared and never made more exact than printed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from recruitcheck.model import PartialDate
from recruitcheck.registry.mapping import calendars
from recruitcheck.registry.mapping.day import period_oddity, read_date
from tests.registry.lists import HEAD, mapped


@pytest.mark.parametrize(
    ("text", "formats", "serial", "found"),
    [
        ("2021", ("%Y",), False, "2021"),
        ("05/2021", ("%m/%Y",), False, "2021-05"),
        ("August 2012", ("%B %Y",), False, "2012-08"),
        ("3/4/2021", ("%d/%m/%Y",), False, "2021-04-03"),
        ("3/4/2021", ("%m/%d/%Y",), False, "2021-03-04"),
        ("August 18, 2012", ("%m/%d/%Y", "%B %d, %Y"), False, "2012-08-18"),
        ("2031-10-03T00:00:00.000Z", ("%Y",), False, "2031-10-03"),
        ("2021-11-02", ("%d/%m/%Y",), False, "2021-11-02"),
        ("41139", ("%m/%d/%Y",), True, "2012-08-18"),
        ("41139", ("%m/%d/%Y",), False, None),
        ("31/02/2021", ("%d/%m/%Y",), False, None),
        ("2021-13-01", ("%Y",), False, None),
        ("soon", ("%d/%m/%Y",), True, None),
        ("2" * 5000, ("%Y",), True, None),
    ],
)
def test_a_date_is_what_its_format_says(text: str, formats: tuple[str, ...], serial: bool, found: str | None) -> None:
    read = read_date(text, formats, serial)
    assert (read.text if read else None) == found


@pytest.mark.parametrize(
    ("text", "formats", "months", "found"),
    [
        ("民國113年1月12日", ("roc",), None, "2024-01-12"),
        ("中華民國 99 年 12 月 31 日", ("roc",), None, "2010-12-31"),
        ("113/01/12", ("roc",), None, "2024-01-12"),
        ("1130229", ("roc",), None, "2024-02-29"),
        ("990101", ("roc",), None, "2010-01-01"),
        ("１１３年１月", ("roc",), None, "2024-01"),
        ("113年", ("roc",), None, "2024"),
        ("2024-01-12", ("roc",), None, "2024-01-12"),
        ("112/02/29", ("roc",), None, None),
        ("113/13/01", ("roc",), None, None),
        ("01/12/2024", ("roc",), None, None),
        ("平成25年02月01日", ("japanese_era",), None, "2013-02-01"),
        ("令和元年5月1日", ("japanese_era",), None, "2019-05-01"),
        ("R6.4.1", ("japanese_era",), None, "2024-04-01"),
        ("Ｈ２５．２．１", ("japanese_era",), None, "2013-02-01"),
        ("昭和64年1月7日", ("japanese_era",), None, "1989-01-07"),
        ("平成35年3月31日", ("japanese_era",), None, "2023-03-31"),
        ("令和元年4月30日", ("japanese_era",), None, None),
        ("平成0年1月1日", ("japanese_era",), None, None),
        ("平成25年", ("japanese_era",), None, "2013"),
        ("2080-01-01", ("bikram_sambat",), None, "2023-04-14"),
        ("2081/01/01", ("bikram_sambat",), None, "2024-04-13"),
        ("२०८१.१२.३०", ("bikram_sambat",), None, "2025-04-12"),
        ("2081-12-31", ("bikram_sambat",), None, "2025-04-13"),
        ("2000-01-01", ("bikram_sambat",), None, "1943-04-14"),
        ("2081-12-32", ("bikram_sambat",), None, None),
        ("2081-13-01", ("bikram_sambat",), None, None),
        ("2083-03-31", ("bikram_sambat",), None, "2026"),
        ("2083-11-02", ("bikram_sambat",), None, "2027"),
        ("2083-09-15", ("bikram_sambat",), None, None),
        ("2083", ("bikram_sambat",), None, None),
        ("1445/01/01", ("umm_al_qura",), None, "2023-07-19"),
        ("1445-09-01 هـ", ("umm_al_qura",), None, "2024-03-11"),
        ("1447/01/01", ("umm_al_qura",), None, "2025-06-26"),
        ("1445/01/31", ("umm_al_qura",), None, None),
        ("1390/01/01", ("umm_al_qura",), None, None),
        ("12/01/2567", ("buddhist %d/%m/%Y",), None, "2024-01-12"),
        ("29/02/2567", ("buddhist %d/%m/%Y",), None, "2024-02-29"),
        ("12 ม.ค. 2567", ("buddhist %d %b %Y",), "th", "2024-01-12"),
        ("๑๒ มกราคม ๒๕๖๗", ("buddhist %d %B %Y",), "th", "2024-01-12"),
        ("2567-01-12", ("buddhist %Y-%m-%d",), None, "2024-01-12"),
        ("12/01/2480", ("buddhist %d/%m/%Y",), None, None),
        ("12/01/2024", ("buddhist %d/%m/%Y",), None, None),
        ("1er août 2024", ("%der %B %Y", "%d %B %Y"), "fr", "2024-08-01"),
        ("12 août 2024", ("%d %B %Y",), "fr", "2024-08-12"),
        ("12 déc. 2024", ("%d %b %Y",), "fr", "2024-12-12"),
        ("12 de setembro de 2024", ("%d de %B de %Y",), "pt", "2024-09-12"),
        ("12 мая 2024", ("%d %B %Y",), "ru", "2024-05-12"),
        ("12 مايو 2024", ("%d %B %Y",), "ar", "2024-05-12"),
        ("Maret 2024", ("%B %Y",), "id", "2024-03"),
        ("12 brumaire 2024", ("%d %B %Y",), "fr", None),
        ("mai ou juin 2024", ("%B ou %B %Y",), "fr", None),
        ("12 " + "mai" * 15 + " 2024", ("%d %B %Y",), "fr", None),
    ],
)
def test_calendars_and_languages_are_read_only_where_declared(
    text: str, formats: tuple[str, ...], months: str | None, found: str | None
) -> None:
    read = read_date(text, formats, False, months)
    assert (read.text if read else None) == found


def test_every_day_of_the_tables_follows_the_one_before() -> None:
    for name, years, convert in (
        ("bikram_sambat", range(2000, 2082), calendars.from_bikram_sambat),
        ("umm_al_qura", range(1400, 1461), calendars.from_umm_al_qura),
    ):
        days = [
            date.fromisoformat(found.text)
            for year in years
            for month in range(1, 13)
            for day in range(1, 33)
            if (found := convert(f"{year}-{month}-{day}")) is not None
        ]
        assert all((after - before).days == 1 for before, after in pairwise(days)), name


PERIODS = """
layouts:
  - when: ["No", "Name", "Valid"]
    columns:
      name: "Name"
      licence_number: "No"
      status: {constant: valid, why: "Listed."}
      valid_from: {from: "Valid", date: "%d.%m.%Y", periods: "[;\\n]", part: start, open: ["open"]}
      valid_to: {from: "Valid", date: "%d.%m.%Y", periods: "[;\\n]", part: end, open: ["open"]}
"""


@pytest.mark.parametrize(
    ("text", "start", "end", "note"),
    [
        ("01.01.2024 - 31.12.2024", "2024-01-01", "2024-12-31", None),
        ("01.01.2024–31.12.2024;01.01.2019–31.12.2019", "2024-01-01", "2024-12-31", "the last of 2 periods printed"),
        ("01.01.2019 to 31.12.2019\n01.02.2024 to open", "2024-02-01", None, "the last of 2 periods printed"),
        ("01.01.2019 - 31.12.2019; soon", None, None, "valid_from not understood"),
        ("01.01.2019 - 02.01.2019 - 03.01.2019", None, None, "valid_from not understood"),
    ],
)
def test_of_several_periods_in_a_cell_the_last_counts(
    tmp_path: Path, text: str, start: str | None, end: str | None, note: str | None
) -> None:
    (entry,) = mapped(tmp_path, f'No,Name,Valid\n1,Alder,"{text}"\n', HEAD + PERIODS).entries
    (licence,) = entry.licences
    assert (licence.valid_from and licence.valid_from.text, licence.valid_to and licence.valid_to.text) == (start, end)
    assert (licence.note or "").startswith(note or "")
    assert (note is None) == (licence.note is None)


@pytest.mark.parametrize(
    ("start", "end", "duration", "oddity"),
    [
        ("2012-05-02", "2015-05-01", "3 years", None),
        ("2011-05-06", "2014-05-06", "3 Years", None),
        ("2013-09-20", "2015-09-19", "1 year", "the duration '1 year' does not fit the dates"),
        ("2009-08-17", "2009-08-17", "2 Years", "end date equals start date"),
        ("2009-08-17", "2009-08-16", None, "end date lies before start date"),
        (None, None, "1 year", "no dates given"),
        (None, "2009-08-17", None, "no start date given"),
        ("2009-08-17", None, None, None),
        ("2009", "2009", None, None),
        ("2009-01-01", "2009-06-30", "6 months", None),
    ],
)
def test_a_period_that_contradicts_itself_is_noted(
    start: str | None, end: str | None, duration: str | None, oddity: str | None
) -> None:
    found = period_oddity(PartialDate(start) if start else None, PartialDate(end) if end else None, duration)
    assert found == oddity
