"""Hours, durations and dates."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recruitcheck.model import Duration, FactKind, Hours
from tests.particulars.reading import facts


def _d(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


HOURS = [  # text, a day, a week, days a week, rest days a month
    ("lunes a viernes de 8 a 16 h", "8", None, None, None),  # by the clock, and no number of hours
    ("travail de 7 h à 15 h", "8", None, None, None),
    ("с 8 до 20 часов", "12", None, None, None),
    ("12 à 14 h par jour", "14", None, None, None),
    ("12/7 shift", "12", None, "7", None),
    ("8 hours a day", "8", None, None, None),
    ("12 hrs duty", "12", None, None, None),
    ("duty 12 hours", "12", None, None, None),
    ("Working hours: 10 hours", "10", None, None, None),
    ("ten hours per day", "10", None, None, None),
    ("10-12 hours daily", "12", None, None, None),
    ("4 a.m. a 6 p.m.", "14", None, None, None),
    ("7am-3:30 pm", "8.5", None, None, None),
    ("08:00 to 20:00", "12", None, None, None),
    ("Horário 14h-19h, segunda a sexta", "5", None, None, None),
    ("horaire 8h30-17h", "8.5", None, None, None),
    ("turno 22h-6h", "8", None, None, None),
    ("from 6 am to 10 pm", "16", None, None, None),
    ("40 hours per week", None, "40", None, None),
    ("38 Std./Woche", None, "38", None, None),
    ("35 h/week", None, "35", None, None),
    ("6 days a week", None, None, "6", None),
    ("five and a half days a week", None, None, "5.5", None),
    ("every day of the week", None, None, "7", None),
    ("rest days: four per month", None, None, None, "4"),
    ("one rest day per week", None, None, None, "4"),
    ("2 days off a month", None, None, None, "2"),
    ("no rest days", None, None, None, "0"),
    ("दैनिक १२ घण्टा", "12", None, None, None),
    ("12 ঘণ্টা", "12", None, None, None),
    ("8 oras", "8", None, None, None),
    ("8 jam", "8", None, None, None),
    ("วันละ 8 ชั่วโมง", "8", None, None, None),
    ("每天12小时", "12", None, None, None),
    ("8 گھنٹے", "8", None, None, None),
    ("без выходных", None, None, None, "0"),
]
NO_HOURS = [
    "rendez-vous lundi à 14 h",
    "la reunión es a las 14 h",
    "colloquio alle 14 h",
    "11 years' experience",
    "24/7 support",
    "within 48 hours",
    "9 hours' rest",
    "reply within 12 hours",
    "24 hours notice",
    "5 days",
    "rest 9 hours",
    "2024/7/1",
    "after 8 hours you rest",
]
DURATIONS = [
    ("Term two years", "2", "year", "contract"),
    ("2-year contract", "2", "year", "contract"),
    ("24 months contract", "24", "month", "contract"),
    ("probation of 3 months", "3", "month", "probation"),
    ("one month notice", "1", "month", "notice"),
    ("30 days' notice", "30", "day", "notice"),
    ("contrato de 2 años", "2", "year", "contract"),
    ("२ वर्ष करार", "2", "year", "contract"),
    ("hợp đồng 3 năm", "3", "year", "contract"),
    ("สัญญา 3 ปี", "3", "year", "contract"),
    ("合同2年", "2", "year", "contract"),
    ("kontrak 24 bulan", "24", "month", "contract"),
    ("договор 6 месяцев", "6", "month", "contract"),
]
NO_DURATIONS = ["11 years' experience", "aged 21 to 35 years", "18 years old", "6 days a week", "2 days off a month"]
DATES = [
    ("2024-05-01", "2024-05-01"),
    ("01/05/2024", "2024-05-01"),
    ("1.5.2024", "2024-05-01"),
    ("25-12-2023", "2023-12-25"),
    ("03/25/2024", "2024-03-25"),
    ("12 March 2024", "2024-03-12"),
    ("12th March, 2024", "2024-03-12"),
    ("March 12, 2024", "2024-03-12"),
    ("March 2024", "2024-03"),
    ("12 de marzo de 2024", "2024-03-12"),
    ("12 mars 2024", "2024-03-12"),
    ("2024年3月12日", "2024-03-12"),
    ("12 марта 2024", "2024-03-12"),
    ("१२ मार्च २०२४", "2024-03-12"),
]
NO_DATES = ["2024-13-01", "2024-02-30", "31/31/2024", "5 May", "1/2", "12.50.2024", "0000-00-00"]


@pytest.mark.parametrize(("text", "day", "week", "days", "rest"), HOURS)
def test_working_time_is_read(text: str, day: str | None, week: str | None, days: str | None, rest: str | None) -> None:
    (found,) = facts(text, FactKind.HOURS)
    assert found.value == Hours(_d(day), _d(week), _d(days), _d(rest))


@pytest.mark.parametrize("text", NO_HOURS)
def test_other_spans_are_no_working_time(text: str) -> None:
    assert facts(text, FactKind.HOURS) == ()


@pytest.mark.parametrize(("text", "amount", "unit", "of"), DURATIONS)
def test_duration_knows_what_it_measures(text: str, amount: str, unit: str, of: str) -> None:
    (found,) = facts(text, FactKind.DURATION)
    assert found.value == Duration(Decimal(amount), unit, of)


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_experience_and_age_are_no_durations(text: str) -> None:
    assert facts(text, FactKind.DURATION) == ()


@pytest.mark.parametrize(("text", "iso"), DATES)
def test_date_is_read_day_first(text: str, iso: str) -> None:
    assert [fact.value for fact in facts(f"on {text} .", FactKind.DATE)] == [iso]


@pytest.mark.parametrize("text", NO_DATES)
def test_impossible_dates_are_no_dates(text: str) -> None:
    assert facts(text, FactKind.DATE) == ()
