"""Working time: hours a day and a week, working days, rest days."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import chain

from recruitcheck.model import Fact, FactKind, Hours
from recruitcheck.particulars.letter import places
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.numeral import SMALL, SMALL_TOP, small_number
from recruitcheck.particulars.view import View

WEEKS_PER_MONTH = 4  # a weekly rest day counts as four a month, the least that it can be

_HOUR = (
    r"(?:hours?|hrs?\.?|hr\.?|h\b|horas?|heures?|stunden|std\.?|ore\b|godz(?:in|iny|\.)?|час(?:ов|а)?|годин[аи]?|saat|jam|oras|giờ|tiếng|"
    r"ساعات|ساعة|گھنٹے|گھنٹہ|ساعت|घंटे|घंटा|घण्टा|घन्टा|ঘণ্টা|ঘন্টা|மணி ?நேரம்|மணிநேர|පැය|ชั่วโมง|ชม\.?|နာရီ|ម៉ោង|ຊົ່ວໂມງ|小时|小時|钟头|時間|시간|saa|masaa|ሰዓት)"
)
_A_DAY = (
    r"(?:a day|per day|each day|every day|daily|/ ?day|/ ?d\b|/ ?j(?:our)?\b|/ ?tag|pro tag|am tag|al día|por día|diarias?|al giorno|par jour|por dia|dziennie|в день|"
    r"на день|pe zi|günde|sehari|per hari|/ ?hari|kada araw|bawat araw|(?:mỗi|một) ngày|/ ?ngày|يوميا|في اليوم|روزانہ|प्रतिदिन|रोज(?:ाना)?|दैनिक|প্রতিদিন|দৈনিক|"
    r"ต่อวัน|တစ်နေ့|ក្នុងមួយថ្ងៃ|/天|一天|毎日|kwa siku|በቀን|of work|work(?:ing)?\b|duty|shift)"
)
_A_WEEK = (
    r"(?:a week|per week|each week|weekly|/ ?we?e?k|/ ?wk|pro woche|/ ?woche|in der woche|a la semana|por semana|semanales|alla settimana|par semaine|/ ?semaine|hebdomadaires?|"
    r"tygodniowo|w tygodniu|в неделю|на тиждень|pe săptămână|haftada|seminggu|per minggu|sa isang linggo|kada linggo|(?:mỗi|một) tuần|/ ?tuần|أسبوعيا|في الأسبوع|"
    r"ہفتے میں|सप्ताह|हप्ता(?:मा)?|হপ্তায়|সপ্তাহে|வாரத்திற்கு|සතියකට|ต่อสัปดาห์|สัปดาห์ละ|/周|每周|周|週|kwa wiki)"
)
_BEFORE_DAY = r"(?:daily|per day|a day|duty(?: time| hours)?|working (?:hours?|time)|work(?:ing)?|hours|दैनिक|दिनको|प्रतिदिन|रोज|দৈনিক|প্রতিদিন|روزانہ|يوميا|วันละ|每天|一天|1日|하루|sehari|mỗi ngày|ngày|တစ်နေ့|günde)"
_DAYS = r"(?:days?|días?|dias|jours?|tage?|giorni|dni|дн(?:ей|я|ів)|zile|gün|hari|araw|ngày|أيام|ایام|دن|दिन|দিন|நாட்கள்|දවස්|วัน|ရက်|ថ្ងៃ|天|日|일|siku)"
_TO = r"(?: ?(?:-|to|~|à|a|bis|до|until|hasta|till|sampai|hanggang|đến|ถึง|至|到|se|से) ?)"
_AM = r"(?:a\.?m\.?|p\.?m\.?)"
_TIME = rf"(?P<h{{n}}>[01]?[0-9]|2[0-4])(?:[:.h](?P<m{{n}}>[0-5][0-9])|h)?(?::00)? ?(?P<x{{n}}>{_AM})?"
_OFF = (
    r"(?:rest days?|days? off|off days?|weekly (?:rest|holidays?)|days? of rest|días? (?:libres?|de descanso)|"
    r"jours? de repos|freie[rn]? tage?|hari libur|cuti mingguan)"
)
_PER_MONTH = r"(?: ?(?:per|a|each|every|/|in a|of the) ?(?P<unit>month|week))"
_NO_REST = (
    r"(?:every day of the week|seven days (?:a|per) week|(?:no|without)(?: any)?(?: weekly)? (?:rest days?|days? off|off days?|holidays?)"
    r"|sin d[ií]as? libres?|sans jour de repos|bez dni wolnych|без выходных|без вихідних|tanpa (?:hari )?libur|"
    r"walang (?:day off|pahinga)|không (?:có )?ngày nghỉ|ไม่มีวันหยุด|没有休息日|无休|無休|छुट्टी नहीं|बिदा छैन|ছুটি নেই|"
    r"کوئی چھٹی نہیں|بدون إجازة)"
)
# How each of them begins.
_NO_REST_HEADS = (
    "every day of", "seven days", "no ", "without ", "sin d", "sans jour", "bez dni", "без вых", "без вих", "tanpa ", "walang ", "không ", "ไม่มีวันหยุด",
    "没有休息日", "无休", "無休", "छुट्टी", "बिदा", "ছুটি", "کوئی", "بدون",
)  # fmt: skip
_LABELS_AFTER = 3  # readings with a label before the figure come after the first three

# Right before a figure these words make it another span of time than work.
_OTHER_BEFORE = re.compile(
    r"(?:within|rest|notice|after|before|every|in any|minimum|least|break|sleep|free|off|flight|last|past|next|ago|dentro de|repos|descanso|отдых|konsekutif|"
    r"only|about|around)[^.\n]{0,12}\Z"
)
_OTHER_AFTER = re.compile(
    r"['’]?[^.\n,;]{0,14}(?:rest|notice|off|sleep|break|experience|support|after|before|ago|flight|train|course|overtime|ot\b|repos|descanso|отдых|consecutiv|per month|/month|a month)"
)


_Reader = Callable[[View, re.Match[str]], Hours | None]
_LOOK_BACK = 24


def find_hours(view: View, numbers: Iterable[tuple[int, int]], limit: Limit) -> tuple[Fact, ...]:
    """Hours facts, in order, none overlapping. ``numbers`` are the small numbers of the view."""
    facts = list(limit.take("working hours", chain(_without_figures(view), _with_figures(view, numbers))))
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _with_figures(view: View, numbers: Iterable[tuple[int, int]]) -> Iterator[Fact]:
    unit_ahead = _unit_ahead()
    for start, end in numbers:
        if unit_ahead.match(view.lower, end):
            yield from _at(view, start, end)


def _at(view: View, start: int, end: int) -> Iterator[Fact]:
    """The first reading of the number at [start, end) that makes sense."""
    for found, read in _readings(view.lower, start, end):
        value = read(view, found)
        if value is not None:
            yield _fact(view, found.span(), value)
            return


def _readings(lower: str, start: int, end: int) -> Iterator[tuple[re.Match[str], _Reader]]:
    number_first = _number_first()
    for pattern, read in number_first[:_LABELS_AFTER]:
        if found := pattern.match(lower, start):
            yield found, read
    low, high = max(0, start - _LOOK_BACK), min(len(lower), end + _LOOK_BACK)
    for pattern, read in _label_first():
        if (found := pattern.search(lower, low, high)) and found.start("n") == start:
            yield found, read
    for pattern, read in number_first[_LABELS_AFTER:]:
        if found := pattern.match(lower, start):
            yield found, read


def _without_figures(view: View) -> Iterator[Fact]:
    for at in places(view.lower, _NO_REST_HEADS):
        if found := _no_rest_day().match(view.lower, at):
            yield _fact(view, found.span(), _no_rest(found.group()))


def _fact(view: View, span: tuple[int, int], value: Hours) -> Fact:
    return Fact(FactKind.HOURS, span[0], span[1], view.text[span[0] : span[1]], value)


@cache
def _unit_ahead() -> re.Pattern[str]:
    """What must follow a number before anything dearer is tried."""
    off = r"(?:paid |weekly )?(?:rest|off)|days? of rest"
    return re.compile(
        rf"(?:{_TO}{SMALL_TOP})?['’]? ?(?:/7|working {_DAYS}|{_HOUR}|{_DAYS}|{_OFF}|{off}|[:.h][0-5][0-9]|{_AM}|per|a |{_TO}[0-9])"
    )


@cache
def _number_first() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    number, range_ = rf"(?P<n>{SMALL})", rf"(?P<n>{SMALL})(?:{_TO}(?P<top>{SMALL_TOP}))?"
    table: tuple[tuple[str, _Reader], ...] = (
        (r"(?<![0-9/.])(?P<n>[0-9]{1,2})/7(?![0-9/])", _around_the_week),
        (rf"{range_} ?{_HOUR}['’]?,? ?(?:of (?:work|duty) )?{_A_WEEK}", _weekly),
        (rf"{range_} ?{_HOUR}['’]? ?{_A_DAY}(?! (?:notice|break))", _daily),
        (rf"(?<![0-9:.$]){_TIME.format(n=1)}{_TO}{_TIME.format(n=2)}(?![0-9:])", _clock),
        (rf"{number} {_DAYS} ?[x×] ?(?P<hours>{SMALL}) ?{_HOUR}", _days_by_hours),
        (rf"{number} ?(?:working )?{_DAYS} ?(?:of work )?{_A_WEEK}", _days),
        (rf"{number} (?:paid )?{_OFF}{_PER_MONTH}", _rest),
        (rf"{number} {_DAYS} off{_PER_MONTH}", _rest),
        (rf"{range_} ?{_HOUR}", _bare),
    )
    return tuple((re.compile(pattern), read) for pattern, read in table)


@cache
def _label_first() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    range_ = rf"(?P<n>{SMALL})(?:{_TO}(?P<top>{SMALL_TOP}))?"
    table: tuple[tuple[str, _Reader], ...] = (
        (rf"{_BEFORE_DAY} ?[:=]? ?{range_} ?{_HOUR}", _daily),
        (rf"{_OFF}:? ?(?:is |are )?(?P<n>{SMALL}){_PER_MONTH}", _rest),
    )
    return tuple((re.compile(pattern), read) for pattern, read in table)


@cache
def _no_rest_day() -> re.Pattern[str]:
    return re.compile(_NO_REST)


def _number(found: re.Match[str], group: str = "n") -> Decimal | None:
    text = found.group(group)
    return small_number(text) if text else None


def _top(found: re.Match[str]) -> Decimal | None:
    """The figure a range is judged by: its upper end."""
    low, top = _number(found), _number(found, "top")
    return top if top is not None and low is not None and top >= low else low


def _other(view: View, found: re.Match[str]) -> bool:
    start, end = found.span()
    return bool(
        _OTHER_BEFORE.search(view.lower, max(0, start - 24), start) or _OTHER_AFTER.match(view.lower, end, end + 30)
    )


def _daily(view: View, found: re.Match[str]) -> Hours | None:
    hours = _top(found)
    if hours is None or not 1 <= hours <= 24 or _OTHER_AFTER.match(view.lower, found.end(), found.end() + 20):
        return None
    return Hours(per_day=hours)


def _weekly(_view: View, found: re.Match[str]) -> Hours | None:
    hours = _top(found)
    return Hours(per_week=hours) if hours is not None and 1 <= hours <= 168 else None


def _bare(view: View, found: re.Match[str]) -> Hours | None:
    """ "8 hours" alone: a working day from 4 to 16, a working week from 30 to 60."""
    hours = _top(found)
    if hours is None or _other(view, found):
        return None
    if 4 <= hours <= 16:
        return Hours(per_day=hours)
    return Hours(per_week=hours) if 30 <= hours <= 60 else None


def _around_the_week(_view: View, found: re.Match[str]) -> Hours | None:
    """ "12/7" is twelve hours on seven days; "24/7" tells of a service, not of a shift."""
    hours = _number(found)
    return Hours(per_day=hours, days_per_week=Decimal(7)) if hours is not None and 6 <= hours <= 18 else None


def _clock(_view: View, found: re.Match[str]) -> Hours | None:
    marks = found.group("x1"), found.group("x2")
    if not all(marks) and not (found.group("m1") and found.group("m2")) and not marks[1]:
        return None
    begin, end = (_minutes(found, n, marks[n - 1]) for n in (1, 2))
    if begin is None or end is None or begin == end:
        return None
    return Hours(per_day=(Decimal((end - begin) % 1440) / 60).quantize(Decimal("0.01")).normalize())


def _minutes(found: re.Match[str], n: int, mark: str | None) -> int | None:
    hour, minute = int(found.group(f"h{n}")), int(found.group(f"m{n}") or 0)
    if mark:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark.startswith("p") else 0)
    return hour * 60 + minute


def _days(_view: View, found: re.Match[str]) -> Hours | None:
    days = _number(found)
    return Hours(days_per_week=days) if days is not None and 1 <= days <= 7 else None


def _days_by_hours(_view: View, found: re.Match[str]) -> Hours | None:
    days, hours = _number(found), _number(found, "hours")
    if days is None or hours is None or not (1 <= days <= 7 and 1 <= hours <= 24):
        return None
    return Hours(per_day=hours, days_per_week=days)


def _rest(_view: View, found: re.Match[str]) -> Hours | None:
    days = _number(found)
    if days is None or days > 31:
        return None
    return Hours(rest_days_per_month=days * (WEEKS_PER_MONTH if found.group("unit") == "week" else 1))


def _no_rest(words: str) -> Hours:
    if words.startswith(("seven days", "every day")):
        return Hours(days_per_week=Decimal(7))
    return Hours(rest_days_per_month=Decimal(0))
