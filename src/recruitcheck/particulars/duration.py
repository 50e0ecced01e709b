"""Lengths of time: of the contract, of probation, of notice."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from recruitcheck.model import Duration, Fact, FactKind
from recruitcheck.particulars.clause import Clauses
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.numeral import small_number
from recruitcheck.particulars.view import View

_REACH = 50
_LATIN_OR_CYRILLIC = "a-zA-Zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0400-\u052f"
_UNITS: dict[str, str] = {
    "year": r"years?|yrs?|años?|anos|ans?\b|année?s?|jahre?|anni|lat\b|lata|roku|лет|года?|роки|років|ani\b|yıl|tahun|taon|năm|سنوات|سنة|سنتين|عامين|سال|वर्ष|साल|বছর|வருட(?:ம்|ங்கள்)?|ஆண்டு|අවුරුදු|වසර|ปี|နှစ်|ឆ្នាំ|ປີ|年|년|miaka|mwaka|ዓመት",
    "month": r"months?|mths?|meses|mes\b|mois|monate?n?|mesi|miesi(?:ące|ęcy|ąc)|месяц(?:ев|а)?|місяц(?:ів|і)|luni|ay\b|bulan|buwan|tháng|أشهر|شهرا|شهر|ماہ|مہینے|महीने|महिना|মাস|மாத(?:ம்|ங்கள்)?|මාස|เดือน|လ(?![\w\u102b-\u103e])|ខែ|ເດືອນ|个月|個月|ヶ月|か月|개월|miezi|ወር",
    "week": r"weeks?|wks?|semanas?|semaines?|wochen?|settimane|tygodn(?:ie|i)|недел[ьи]|тижн(?:і|ів)|săptămâni|minggu|linggo|tuần|أسابيع|ہفتے|सप्ताह|हप्ता|সপ্তাহ|สัปดาห์|周|週間|주\b",
    "day": r"(?:working |calendar )?days?|días?|dias|jours?|tagen?|giorni|dni|дн(?:ей|я|ів)|zile|gün|hari|araw|ngày|أيام|يوما|دن|दिन|দিন|நாட்கள்|දින|วัน|ရက်|ថ្ងៃ|天|日間|일\b|siku|ቀን",
}
_OF: tuple[tuple[str, str], ...] = (
    ("probation", r"probation|trial period|on trial|período de prueba|période d'essai|probezeit|periodo di prova|okres próbny|испытательн|випробувальн|percubaan|percobaan|thử việc|تجربة|परिवीक्षा|परीक्षण काल|ทดลองงาน|试用期|試用期|試用期間|수습"),
    ("notice", r"notice|preaviso|préavis|aviso previo|kündigungsfrist|preavviso|wypowiedzeni|уведомлени|notis|pemberitahuan|báo trước|إشعار|إنذار|सूचना|แจ้งล่วงหน้า|提前通知|予告|통지"),
    ("contract", r"contract|term\b|duration|agreement|renewable|period of employment|bond\b|contrato|contrat|vertrag|befristet|contratto|umow|договор|контракт|договір|sözleşme|kontrak|perjanjian|kontrata|hợp đồng|عقد|معاہدہ|کنٹریکٹ|अनुबंध|करार|সম্মতি|চুক্তি|ஒப்பந்த|ගිවිසුම|สัญญา|စာချုပ်|កិច្ចសន្យា|合同|合約|契約|계약|mkataba|ውል"),
)  # fmt: skip
_NOT_A_TERM = re.compile(
    r"['’]?s?'? ?(?:of )?(?:(?:work|relevant|gulf|proven|total|field)\w* )?(?:experience|exp\b|old\b|age\b|of age|ago|expérience|experiencia|опыт|"
    r"pengalaman|अनुभव|অভিজ্ঞতা|تجربہ|خبرة|ประสบการณ์|经验|經驗|経験|岁|a week|per week|/ ?week|/ ?wk|off\b|rest\b|leave)"
)
_AGE_BEFORE = re.compile(
    r"(?:age[ds]?|between|above|over|under|minimum age|edad|âge|alter|wiek|возраст|umur|tuổi|عمر|उमेर|उम्र|আয়স|বয়স|อายุ|experience)[^.\n;]{0,16}\Z"
)


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
    return re.compile(rf"(?:\([0-9]{{1,3}}\))?[ -]?(?:{units})(?![{_LATIN_OR_CYRILLIC}])")


@cache
def _purposes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((of, re.compile(words)) for of, words in _OF)


def find_durations(view: View, clauses: Clauses, numbers: Iterable[tuple[int, int]], limit: Limit) -> tuple[Fact, ...]:
    """Duration facts in order; experience, ages, leave and working weeks are no durations.

    ``numbers`` are the small numbers of the view.
    """
    return tuple(limit.take("lengths of time", _all(view, clauses, numbers)))


def _all(view: View, clauses: Clauses, numbers: Iterable[tuple[int, int]]) -> Iterator[Fact]:
    pattern = _pattern()
    for start, end in numbers:
        found = pattern.match(view.lower, end)
        value = _read(view, start, end, found, clauses) if found is not None else None
        if found is not None and value is not None:
            yield Fact(FactKind.DURATION, start, found.end(), view.text[start : found.end()], value)


def _read(view: View, start: int, end: int, found: re.Match[str], clauses: Clauses) -> Duration | None:
    amount = small_number(view.lower[start:end])
    unit = found.lastgroup
    if not amount or unit is None:
        return None
    end = found.end()
    if _NOT_A_TERM.match(view.lower, end) or _AGE_BEFORE.search(view.lower, max(0, start - 28), start):
        return None
    low, high = clauses.around(start, end)
    return Duration(amount, unit, _of(view.lower, start, end, max(low, start - _REACH), min(high, end + _REACH)))


def _of(lower: str, start: int, end: int, low: int, high: int) -> str:
    """The nearest word that says what the length measures."""
    best, nearest = "other", _REACH + 1
    for of, words in _purposes():
        for found in words.finditer(lower, low, high):
            distance = start - found.end() if found.end() <= start else found.start() - end
            if distance < nearest:
                best, nearest = of, distance
    return best
