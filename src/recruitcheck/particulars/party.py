"""Parties named after a label: agency, employer, worker."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

from functools import cache

import regex

from recruitcheck.model import Fact, FactKind, Party
from recruitcheck.particulars.view import View

_PATIENCE = 5.0
MAX_NAME = 80
_LABELS: dict[str, str] = {
    "worker": r"(?:name of (?:the )?(?:worker|employee|candidate|applicant|helper|seafarer|fisher)|(?:worker|employee|candidate|applicant|helper|seafarer|fisher|second party)(?:'?s)?(?: name)?|full name|"
    r"nombre del trabajador|trabajador[a]?|nom du (?:salarié|travailleur)|salarié|arbeitnehmer(?:in)?|lavorator[e|a]|pracownik|работник|працівник|pekerja|nama pekerja|manggagawa|người lao động|"
    r"اسم العامل|العامل|کارکن کا نام|कर्मचारी का नाम|कामदारको नाम|कामदार|কর্মীর নাম|ชื่อลูกจ้าง|ลูกจ้าง|员工姓名|劳动者|乙方|労働者氏名|근로자)",
    "employer": r"(?:name of (?:the )?(?:employer|company|sponsor)|employer(?:'?s)?(?: name)?|company(?: name)?|sponsor(?:'?s)?(?: name)?|first party|hiring company|principal|"
    r"empleador|empresa|employeur|entreprise|empregador|arbeitgeber|datore di lavoro|pracodawca|работодатель|роботодавець|angajator|işveren|majikan|perusahaan|công ty|chủ sử dụng lao động|"
    r"صاحب العمل|الشركة|اسم الشركة|کمپنی|कंपनी|कम्पनी|नियोक्ता|কোম্পানি|নিয়োগকর্তা|நிறுவனம்|සමාගම|นายจ้าง|บริษัท|用人单位|雇主|甲方|事業主|会社名|회사명|사업주)",
    "agency": r"(?:name of (?:the )?(?:agency|agent|recruiter)|(?:recruit(?:ment|ing) |employment |manpower |placement |manning )?agency(?: name)?|recruiter|agencia|agence|agência|agentur|agenzia|agencja|агентство|"
    r"агенція|agensi|ahensya|công ty môi giới|المكتب|مكتب الاستقدام|وكالة|ایجنسی|एजेंसी|एजेन्सी|म्यानपावर|এজেন্সি|ஏஜென்சி|ඒජන්සිය|บริษัทจัดหางาน|中介公司|派遣公司|仲介公司|紹介事業者)",
}
_NAME = rf"(?P<name>[\p{{Lu}}\p{{Lo}}][^\n\r\t,;:|<>_]{{1,{MAX_NAME}}})"
_LEGAL_END = regex.compile(r"\.(?= |$)")
_SHORT_FORMS = regex.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|co|ltd|pvt|bhd|sdn|inc|corp|no|s\.a|l\.l\.c|w\.l\.l|[a-z]))\Z", regex.IGNORECASE
)
_STOP = regex.compile(
    r"\s{2,}|\(| [-–—] |\s(?:shall|will|must|is|are|has|and the|agrees?|hereby|whose|of legal|with|at the|pays?|provides?|undertakes?)\b",
    regex.IGNORECASE,
)
_MS = rf"(?<![\p{{L}}])M/s\.? ?{_NAME}"
_DEAR = r"(?i:\bdear) (?:Mr|Ms|Mrs|Miss)\.? (?P<name>\p{Lu}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{1,30}){0,3})"


@cache
def _patterns() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    labelled = [
        (role, regex.compile(rf"(?<![\p{{L}}\p{{M}}])(?i:{words}) ?(?:[:=]|\t| - ) ?{_NAME}"))
        for role, words in _LABELS.items()
    ]
    return (*labelled, ("agency", regex.compile(_MS, regex.IGNORECASE)), ("worker", regex.compile(_DEAR)))


def find_parties(view: View) -> tuple[Fact, ...]:
    """Party facts in order, none overlapping; the span is the name without its label."""
    facts: list[Fact] = []
    for role, pattern in _patterns():
        try:
            for found in pattern.finditer(view.plain, timeout=_PATIENCE):
                start = found.start("name")
                end = _end(view.plain, start, found.end("name"))
                name = view.text[start:end]
                if len(name) >= 2 and any(char.isalpha() for char in name):
                    facts.append(Fact(FactKind.PARTY, start, end, name, Party(role, name)))
        except TimeoutError:
            continue
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _end(plain: str, start: int, end: int) -> int:
    """Cut a name at the end of its sentence or where a verb begins."""
    stop = _STOP.search(plain, start, end)
    end = stop.start() if stop else end
    for dot in _LEGAL_END.finditer(plain, start, end + 1):
        if dot.start() < end and not _SHORT_FORMS.search(plain, start, dot.start()):
            end = dot.start()
            break
    while end > start and (plain[end - 1].isspace() or plain[end - 1] in "-.'\""):
        end -= 1
    return end
