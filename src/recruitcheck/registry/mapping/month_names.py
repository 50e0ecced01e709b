# ruff: noqa: E501  a line per language is easier to check than a wrapped one
"""Names of the months in the languages of lists, full and shortened as they are printed."""

from __future__ import annotations

import regex

from recruitcheck.registry.readers.limits import PATTERN_SECONDS

ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# One word group per month, "|" between its spellings.
_NAMES = {
    "ar": "يناير|كانون الثاني,فبراير|شباط,مارس|آذار,أبريل|ابريل|إبريل|نيسان,مايو|أيار,يونيو|حزيران,يوليو|تموز,أغسطس|اغسطس|آب,"
    "سبتمبر|أيلول,أكتوبر|اكتوبر|تشرين الأول,نوفمبر|تشرين الثاني,ديسمبر|كانون الأول",
    "de": "januar|jänner|jan,februar|feb,märz|mär|mrz,april|apr,mai,juni|jun,juli|jul,august|aug,september|sept|sep,"
    "oktober|okt,november|nov,dezember|dez",
    "es": "enero|ene,febrero|feb,marzo|mar,abril|abr,mayo|may,junio|jun,julio|jul,agosto|ago,septiembre|setiembre|sept|sep|set,"
    "octubre|oct,noviembre|nov,diciembre|dic",
    "fr": "janvier|janv,février|fevrier|févr|fevr,mars,avril|avr,mai,juin,juillet|juil,août|aout,septembre|sept,octobre|oct,"
    "novembre|nov,décembre|decembre|déc|dec",
    "id": "januari|jan,februari|feb,maret|mar,april|apr,mei,juni|jun,juli|jul,agustus|agu|ags,september|sep,oktober|okt,"
    "november|nopember|nov,desember|des",
    "it": "gennaio|gen,febbraio|feb,marzo|mar,aprile|apr,maggio|mag,giugno|giu,luglio|lug,agosto|ago,settembre|set,ottobre|ott,"
    "novembre|nov,dicembre|dic",
    "ms": "januari|jan,februari|feb,mac,april|apr,mei,jun,julai|jul,ogos|ogo,september|sep,oktober|okt,november|nov,disember|dis",
    "nl": "januari|jan,februari|feb,maart|mrt,april|apr,mei,juni|jun,juli|jul,augustus|aug,september|sept|sep,oktober|okt,"
    "november|nov,december|dec",
    "pl": "stycznia|styczeń,lutego|luty,marca|marzec,kwietnia|kwiecień,maja|maj,czerwca|czerwiec,lipca|lipiec,sierpnia|sierpień,"
    "września|wrzesień,października|październik,listopada|listopad,grudnia|grudzień",
    "pt": "janeiro|jan,fevereiro|fev,março|marco|mar,abril|abr,maio|mai,junho|jun,julho|jul,agosto|ago,setembro|set,outubro|out,"
    "novembro|nov,dezembro|dez",
    "ro": "ianuarie|ian,februarie|feb,martie|mar,aprilie|apr,mai,iunie|iun,iulie|iul,august|aug,septembrie|sept,octombrie|oct,"
    "noiembrie|nov,decembrie|dec",
    "ru": "января|январь,февраля|февраль,марта|март,апреля|апрель,мая|май,июня|июнь,июля|июль,августа|август,сентября|сентябрь,"
    "октября|октябрь,ноября|ноябрь,декабря|декабрь",
    "th": "มกราคม|ม.ค.,กุมภาพันธ์|ก.พ.,มีนาคม|มี.ค.,เมษายน|เม.ย.,พฤษภาคม|พ.ค.,มิถุนายน|มิ.ย.,กรกฎาคม|ก.ค.,สิงหาคม|ส.ค.,"
    "กันยายน|ก.ย.,ตุลาคม|ต.ค.,พฤศจิกายน|พ.ย.,ธันวาคม|ธ.ค.",
    "tr": "ocak,şubat,mart,nisan,mayıs,haziran,temmuz,ağustos,eylül,ekim,kasım,aralık",
    "uk": "січня|січень,лютого|лютий,березня|березень,квітня|квітень,травня|травень,червня|червень,липня|липень,"
    "серпня|серпень,вересня|вересень,жовтня|жовтень,листопада|листопад,грудня|грудень",
}
LANGUAGES = frozenset(_NAMES)
_NUMBERS = {
    language: {name: number for number, group in enumerate(text.split(",")) for name in group.split("|")}
    for language, text in _NAMES.items()
}
_PATTERNS: dict[str, regex.Pattern[str]] = {}


def in_english(text: str, language: str, short: bool) -> str | None:
    """The text with its month in English, shortened to three letters where asked; None unless it names exactly one."""
    numbers = _NUMBERS[language]
    pattern = _PATTERNS.get(language)
    if pattern is None:
        names = "|".join(regex.escape(name) for name in sorted(numbers, key=len, reverse=True))
        pattern = _PATTERNS[language] = regex.compile(rf"(?<![^\W\d_])(?:{names})\.?(?![^\W\d_])", regex.IGNORECASE)
    found = list(pattern.finditer(text, timeout=PATTERN_SECONDS))
    if len(found) != 1:
        return None
    word = found[0].group().lower()
    number = numbers.get(word, numbers.get(word.rstrip(".")))
    if number is None:
        return None
    name = ENGLISH[number][:3] if short else ENGLISH[number]
    return text[: found[0].start()] + name + text[found[0].end() :]
