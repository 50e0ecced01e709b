"""Licence and registration numbers as written."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

from functools import cache

import regex

from recruitcheck.model import Fact, FactKind, LicenceMention
from recruitcheck.particulars.view import View

_PATIENCE = 5.0
_NUMBER = r"(?P<n>(?=[^\s]{0,40}[0-9])[\p{Lu}0-9][\p{L}0-9/+.\-]{0,48}[\p{L}0-9+])"
_NO = r"(?: ?(?:number|numbers|no|nos|nr|num|n[º°]|#|code|id|नं|नम्बर|नंबर|নং|নম্বর|نمبر|رقم|เลขที่|số|номер)\.?)"
_LICENCE = (
    r"(?:licen[cs]e|licen[cs]ed|lic\.?|registration|regn\.?|regd\.?|reg\.?|permit|certificate|cert\.?|accreditation|licencia|licence|autorización|agrément|"
    r"licença|erlaubnis|autorizzazione|лицензи[яи]|ліцензі[яї]|licenț[aă]|lesen|izin|sippmi|siup|lisensya|giấy phép|ترخيص|رخصة|لائسنس|लाइसेंस|इजाजतपत्र|अनुमति(?:पत्र)?|"
    r"स्वीकृति|লাইসেন্স|உரிமம்|බලපත්‍ර|ใบอนุญาต|လိုင်စင်|អាជ្ញាប័ណ្ណ|leseni|ፈቃድ)"
)
_BODY = r"(?:poea|dmw|dofe|boesl|bmet|oep|bali?k|slbfe|mea|mol|moe|mom|glaa?|gla|kraz|ea|eaa|cea|mara|ndol|nita|dole|bp2mi|kemnaker)"
# Every label that stands before a number; the longer form first.
_LABELLED = (
    rf"(?<![\p{{L}}])(?:{_BODY} ?)?{_LICENCE}{_NO}? ?[:.#-]{{0,2}} ?{_NUMBER}",
    rf"(?<![\p{{L}}])(?i:{_BODY}){_NO}? ?[:.#-]{{0,2}} ?{_NUMBER}",
    r"(?:許可番号|届出番号|登録番号|许可证号?|許可證號?碼?|牌照號碼|牌照号码|备案号|허가번호|등록번호) ?[:.]? ?(?P<n>[^\s,。、)]{2,30})",
)
# Shapes that are numbers by themselves.
_SHAPED = (
    r"(?<![\p{L}0-9])(?P<n>RL[- ]?[0-9]{2,5})(?![0-9])",
    r"(?<![\p{L}0-9])(?P<n>B-?[0-9]{3,5}/[A-Z]{2,6}/[A-Z0-9+/]{2,30})",
    r"(?<![\p{L}0-9])(?P<n>(?:POEA|DMW)-?[0-9]{2,4}-[A-Z]{2,3}-[0-9]{5,8}(?:-[A-Z]{1,3})?)",
    r"(?<![\p{L}0-9])(?P<n>[0-9]{3}-[A-Z]{2}-[0-9]{6}-[A-Z]{1,3})",
    r"(?<![\p{L}0-9])(?P<n>URN[A-Z0-9]{6,10})(?![A-Z0-9])",
)
_DRIVING = regex.compile(r"(?:driving|driver'?s?|light|heavy|valid|vehicle)[ ]{1,2}\Z")
_NAMED = regex.compile(_NO + r"[ :.#-]{0,3}\Z")
_MIN_DIGITS = 3  # without the word "number" a shorter run is chance ("licence 2 years")


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    return tuple(
        [regex.compile(pattern, regex.IGNORECASE) for pattern in _LABELLED] + [regex.compile(p) for p in _SHAPED]
    )


def find_licence_numbers(view: View) -> tuple[Fact, ...]:
    """Licence number facts; each span is the number alone, without its label."""
    facts: list[Fact] = []
    for pattern in _patterns():
        try:
            for found in pattern.finditer(view.plain, timeout=_PATIENCE):
                if _is_number(view, found):
                    start, end = found.span("n")
                    number = view.text[start:end]
                    facts.append(Fact(FactKind.LICENCE_NUMBER, start, end, number, LicenceMention(number)))
        except TimeoutError:
            continue
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _is_number(view: View, found: regex.Match[str]) -> bool:
    number = found.group("n")
    if _DRIVING.search(view.lower, max(0, found.start() - 14), found.start()):
        return False
    digits = sum(char.isdigit() for char in number)
    named = _NAMED.search(view.lower, found.start(), found.start("n")) is not None
    return bool(digits >= (1 if named else _MIN_DIGITS))
