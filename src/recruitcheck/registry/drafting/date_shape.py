"""Which date formats a column is written in, by evidence: what each format can read, and which order days prove."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from recruitcheck.model import PartialDate
from recruitcheck.registry.drafting.led_dates import led_dates
from recruitcheck.registry.drafting.periods import divided_periods
from recruitcheck.registry.drafting.words import open_words, word_key
from recruitcheck.registry.mapping.calendars import CALENDARS, plain
from recruitcheck.registry.mapping.day import read_date
from recruitcheck.registry.mapping.month_names import LANGUAGES

MAX_VALUES = 400  # different values of a column that are tried
ENOUGH = 0.6  # share of values that a column of dates must give
MORE = 0.01  # share that a further format must add
MAX_FORMATS = 4
EARLIEST, LATEST = 1900, 2120
BUDDHIST = "buddhist "
ISO = "%Y-%m-%d"

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]|\Z)")
_SEPARATED = re.compile(r"\d{1,4}([./\- ])\s?\d{1,2}\1\s?\d{1,4}")
_TIME = re.compile(r"[T ]+(\d{1,2}:\d{2}(:\d{2})?(\.\d+)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?)$", re.IGNORECASE)
_DIGITS_ONLY = re.compile(r"\d{4,8}\Z")
_ROC_DIGITS = re.compile(r"1[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z")  # 1140531, from year 100 on
_LETTERS = re.compile(r"[^\W\d_]")
_DAY_FIRST = ("%d{0}%m{0}%Y", "%d{0}%m{0}%y")
_MONTH_FIRST = ("%m{0}%d{0}%Y", "%m{0}%d{0}%y")
_YEAR_FIRST = ("%Y{0}%m{0}%d", "%y{0}%m{0}%d")
_NAMED = (
    "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%d-%B-%Y", "%d %B, %Y", "%d %b, %Y",
    "%d. %B %Y", "%d. %b %Y", "%d/%b/%Y", "%d.%b.%Y", "%B %d %Y", "%b %d %Y", "%d %b %y", "%d/%b/%y", "%d de %B de %Y",
    "%B %Y", "%b %Y", "%b-%y", "%b-%Y", "%Y %B %d", "%d%b%Y", "%a, %d %b %Y", "%A, %d %B %Y", "%Y-%b-%d", "%d-%b, %Y",
)  # fmt: skip
_SCRIPT_MONTHS = (
    "%d %B %Y", "%d %b %Y", "%d %B, %Y", "%B %d, %Y", "%d. %B %Y", "%d-%b-%Y", "%d. %b %Y", "%d de %B de %Y",
                  "%B %Y", "%d %B %Y г.", "%d %B %Y р.")  # fmt: skip
_YEARS = {"bikram_sambat": (2040, 2099), "umm_al_qura": (1400, 1460), BUDDHIST: (2450, 2680)}


@dataclass(frozen=True, slots=True)
class DateShape:
    """How the dates of a column are written.

    ``share``: of the values that are no word for "no end". ``day_first``, ``month_first``: values that only this order
    can read. ``either``: values that both can, and differently. ``unread``: examples of what no format reads.
    """

    formats: tuple[str, ...]
    share: float
    serial: bool = False
    months: str | None = None
    opens: tuple[str, ...] = ()
    ranges: bool = False
    between: str | None = None  # what divides the sides of a range, where it is not one of the usual marks
    lead: str | None = None  # a pattern that finds the date (``day``) among the words around it: "valid until 3/4/2027"
    ends: bool | None = None  # whether those words say that it is the last day, or the first
    day_first: int = 0
    month_first: int = 0
    either: int = 0
    unread: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    reads: tuple[tuple[str, PartialDate], ...] = field(default=(), repr=False)

    @property
    def ambiguous(self) -> bool:
        """Whether nothing in the column proves the order of day and month."""
        return self.either > 0 and not self.day_first and not self.month_first


@dataclass(frozen=True, slots=True)
class DateContext:
    """What is known around a column: the day of the draft, the country, the order that other columns prove."""

    today: date
    country: str | None = None
    order: str | None = None  # "day-first" or "month-first"
    languages: tuple[str, ...] = ()


def find_dates(values: Sequence[str], context: DateContext) -> DateShape | None:
    """The shape of a column's dates; None where it holds none."""
    different = list(dict.fromkeys(" ".join(value.split()) for value in values if value.strip()))[:MAX_VALUES]
    opens = tuple(value for value in different if word_key(value) in open_words())
    dated = [value for value in different if word_key(value) not in open_words()]
    if not dated or sum(any(map(str.isdigit, value)) for value in dated) < ENOUGH * len(dated):
        return None
    if sum(len(value) <= 60 for value in dated) < ENOUGH * len(dated):
        return None
    period = divided_periods(dated)
    if period is not None:
        shape = _single([side for sides in period.sides for side in sides], context)
        if shape is not None:
            return _with(shape, ranges=True, between=period.between, opens=opens, examples=tuple(dated[:3]))
    shape = _single(dated, context) or _led(dated, context)
    return shape and _with(shape, opens=opens, examples=tuple(dated[:3]))


def _led(values: list[str], context: DateContext) -> DateShape | None:
    """Dates behind words that say what day it is: "s.d. 14 Agustus 2027", "до 30.09.2024 г."."""
    led = led_dates(values)
    if led is None:
        return None
    found = re.compile(led.pattern)
    shape = _single([match.group("day") for value in values if (match := found.match(value))], context)
    return shape and _with(shape, lead=led.pattern, ends=led.ends)


def _with(shape: DateShape, **changes: object) -> DateShape:
    from dataclasses import replace

    return replace(shape, **changes)  # type: ignore[arg-type]


def _single(values: list[str], context: DateContext) -> DateShape | None:
    calendar = _calendar(values, context)
    if calendar is not None:
        return calendar
    best: DateShape | None = None
    for months in _month_languages(values, context):
        found = _by_formats(values, _candidates(values, months), months, context)
        if found and (best is None or found.share > best.share + 0.001):
            best = found
    if best is None or best.share < 0.95:
        serial = _serials(values)
        if serial and (best is None or serial.share > best.share):
            return serial
    return best if best and best.share >= ENOUGH else None


def _calendar(values: list[str], context: DateContext) -> DateShape | None:
    """A calendar that is not ours, where the years say so."""
    texts = [plain(value) for value in values]
    for name in ("japanese_era", "roc"):
        marked = sum(_marked(name, text) for text in texts)
        if marked >= ENOUGH * len(values) or (name == "roc" and all(map(_ROC_DIGITS.match, texts))):
            found = _by_formats(values, (name, "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日"), None, context)
            if found and found.share >= ENOUGH:
                return found
    years = [int(year) for text in texts if (year := _year(text))]
    if len(years) < ENOUGH * len(values):
        return None
    for name, (low, high) in _YEARS.items():
        within = sum(low <= year <= high for year in years)
        if within >= 0.8 * len(years) and (name != "bikram_sambat" or _is_bikram(years, context)):
            found = _in_calendar(name, values, context)
            if found is not None:
                return found
    return None


def _in_calendar(name: str, values: list[str], context: DateContext) -> DateShape | None:
    """The column read in one calendar, where most of it can be."""
    if name == BUDDHIST:
        ways = [
            (tuple(BUDDHIST + each for each in _candidates(values, months)), months)
            for months in _month_languages(values, context)
        ]
    else:
        ways = [((name,), None)]
    for formats, months in ways:
        found = _by_formats(values, formats, months, context)
        if found and found.share >= ENOUGH:
            return found
    return None


def _is_bikram(years: list[int], context: DateContext) -> bool:
    """Years of Bikram Sambat run 57 ahead: beyond any licence's end, unless the country says so."""
    return (
        context.country == "NP" or "ne" in context.languages or sorted(years)[len(years) // 2] > context.today.year + 25
    )


def _marked(name: str, text: str) -> bool:
    if name == "japanese_era":
        return re.match(r"(?:明治|大正|昭和|平成|令和|[MTSHR]\s?\d{1,2}[.年/-])", text) is not None
    return (
        re.match(r"(?:中華民國|民國|民国|\d{2,3}年|(?:[6-9]\d|1[0-4]\d)[./-]\d{1,2}[./-]\d{1,2}\Z)", text) is not None
    )


def _year(text: str) -> str | None:
    found = re.search(r"(?<!\d)(1[3-9]\d\d|2[0-6]\d\d)(?!\d)", text)
    return found.group() if found else None


def _month_languages(values: list[str], context: DateContext) -> tuple[str | None, ...]:
    """No language, then those in which month names of the column may be; only where it holds letters."""
    if sum(bool(_LETTERS.search(value)) for value in values) < 0.2 * len(values):
        return (None,)
    first = tuple(each for each in context.languages if each in LANGUAGES)
    return (None, *dict.fromkeys((*first, *sorted(LANGUAGES))))


def _candidates(values: list[str], months: str | None) -> tuple[str, ...]:
    if months is not None:
        # A workbook's own dates beside dates that were typed.
        return (*_SCRIPT_MONTHS, ISO) if any(map(_ISO.match, values)) else _SCRIPT_MONTHS
    separators = {
        found.group(1) for value in values if (found := _SEPARATED.search(unicodedata.normalize("NFKC", value)))
    }
    spaced = any(re.search(r"\d[./]\s\d", value) for value in values)
    formats: list[str] = [ISO] if any(map(_ISO.match, values)) else []
    for each in sorted(separators):
        for sign in (each, f"{each} ") if spaced and each != " " else (each,):
            formats += [shape.format(sign) for shape in (*_DAY_FIRST, *_MONTH_FIRST, *_YEAR_FIRST)]
    clock = _clock_of([value for value in values if not _ISO.match(value)])
    if clock:
        formats += [f"{each}{clock}" for each in list(formats)]
    formats += [f"{each}." for each in list(formats) if any(value.endswith(".") for value in values)]
    if any(_LETTERS.search(value) for value in values):
        formats += _NAMED
        formats += ["%Y年%m月%d日", "%Y年%m月", "%Y년 %m월 %d일", "%Y.%m.%d."]
    if any(_DIGITS_ONLY.match(value) for value in values):
        formats += ["%Y%m%d", "%d%m%Y", "%Y"]
    return (*formats, "%m/%Y", "%m.%Y", "%Y-%m", "%Y")


def _clock_of(values: list[str]) -> str:
    found = next((match for value in values if (match := _TIME.search(value))), None)
    if found is None:
        return ""
    shape = "T" if "T" in found.group(0)[:1] else " "
    clock = "%I:%M" if found.group(4) else "%H:%M"
    clock += ":%S" if found.group(2) else ""
    return f"{shape}{clock}" + (".%f" if found.group(3) else "") + (" %p" if found.group(4) else "")


def _reads(values: list[str], form: str, months: str | None) -> dict[str, PartialDate]:
    found = {}
    for value in values:
        if _ISO.match(value) and form != ISO and not form.startswith(BUDDHIST) and form not in CALENDARS:
            continue  # it is read whatever the format: it proves none
        told = read_date(value, (form,), False, months)
        if told is not None and EARLIEST <= told.first.year <= LATEST:
            found[value] = told
    return found


def _by_formats(
    values: list[str], formats: Sequence[str], months: str | None, context: DateContext
) -> DateShape | None:
    """The fewest formats that read the most, day and month in the order that is proved."""
    reads = {form: found for form in dict.fromkeys(formats) if (found := _reads(values, form, months))}
    if not reads:
        return None
    day_first, month_first, either = _order_evidence(reads)
    order = context.order or _order(day_first, month_first, context)
    usable = [form for form in reads if _order_of(form) in (None, order)]
    if order and context.order is None:
        usable += [form for form in reads if _order_of(form) not in (None, order)]
    chosen: list[str] = []
    read: dict[str, PartialDate] = {}
    while len(chosen) < MAX_FORMATS:
        gains = [
            (len(reads[form].keys() - read.keys()), -usable.index(form), form) for form in usable if form not in chosen
        ]
        gain, _, form = max(gains, default=(0, 0, ""))
        # The other order would only turn days into months: it may not mop up what is left.
        if not gain or (chosen and (gain < MORE * len(values) or _clashes(form, chosen))):
            break
        chosen.append(form)
        for value, told in reads[form].items():
            read.setdefault(value, told)
    if not chosen:
        return None
    unread = tuple(value for value in values if value not in read)
    return DateShape(
        formats=tuple(chosen),
        share=len(read) / len(values),
        months=months if any("%B" in form or "%b" in form for form in chosen) else None,
        day_first=day_first,
        month_first=month_first,
        either=either,
        unread=unread[:3],
        reads=tuple(read.items()),
    )


def _order_of(form: str) -> str | None:
    bare = form.removeprefix(BUDDHIST)
    if bare.startswith("%d") and "%m" in bare:
        return "day-first"
    return "month-first" if bare.startswith("%m") and "%d" in bare else None


def _clashes(form: str, chosen: list[str]) -> bool:
    order = _order_of(form)
    return order is not None and any(_order_of(each) not in (None, order) for each in chosen)


def _order_evidence(reads: dict[str, dict[str, PartialDate]]) -> tuple[int, int, int]:
    by: dict[str, dict[str, PartialDate]] = {"day-first": {}, "month-first": {}}
    for form, found in reads.items():
        order = _order_of(form)
        if order:
            by[order].update(found)
    days, months = by["day-first"], by["month-first"]
    both = days.keys() & months.keys()
    return (
        len(days.keys() - months.keys()),
        len(months.keys() - days.keys()),
        sum(days[value] != months[value] for value in both),
    )


def _order(day_first: int, month_first: int, context: DateContext) -> str:
    if day_first != month_first:
        return "day-first" if day_first > month_first else "month-first"
    return "month-first" if context.country in ("US", "PH", "FM", "MH", "PW") else "day-first"


def _serials(values: list[str]) -> DateShape | None:
    """Excel day numbers: five digits, years 1955 to 2120."""
    read = {
        value: told
        for value in values
        if (told := read_date(value, ("%d/%m/%Y",), True)) is not None and 1955 <= told.first.year <= LATEST
    }
    if len(read) < 0.9 * len(values):
        return None
    return DateShape(("%d/%m/%Y",), len(read) / len(values), serial=True, reads=tuple(read.items()))
