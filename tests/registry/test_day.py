"""Dates are read only as declared and never made more exact than printed."""

from __future__ import annotations

import pytest

from recruitcheck.model import PartialDate
from recruitcheck.registry.day import period_oddity, read_date


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
