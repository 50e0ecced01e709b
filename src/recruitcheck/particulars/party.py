"""Parties named after a label: agency, employer, worker."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

from recruitcheck.model import Fact, FactKind, Party
from recruitcheck.particulars.letter import LETTER, WORD_BEFORE
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.view import View

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
_LONGEST_LABEL = 48
_SIGN = re.compile(r"[:=\t]| - ")  # between a label and its name
_NAME = re.compile(rf"[^\W\d_][^\n\r\t,;:|<>_]{{1,{MAX_NAME}}}")
_LEGAL_END = re.compile(r"\.(?= |$)")
_SHORT_FORMS = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|co|ltd|pvt|bhd|sdn|inc|corp|no|s\.a|l\.l\.c|w\.l\.l|[a-z]))\Z", re.IGNORECASE
)
_STOP = re.compile(
    r"\s{2,}|\(| [-–—] |\s(?:shall|will|must|is|are|has|and the|agrees?|hereby|whose|of legal|with|at the|pays?|provides?|undertakes?)\b",
    re.IGNORECASE,
)
_MS = re.compile(rf"(?<!{LETTER})m/s\.? ?(?={LETTER})")
_DEAR = re.compile(r"(?i:\bdear) (?:Mr|Ms|Mrs|Miss)\.? ")
_NAME_WORD = re.compile(rf" ?{LETTER}(?:{LETTER}|['’.-]){{1,30}}")
_MAX_NAME_WORDS = 4


@cache
def _labels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Per role what stands right before the sign that a name follows."""
    return tuple((role, re.compile(rf"{WORD_BEFORE}{words} ?\Z")) for role, words in _LABELS.items())


def find_parties(view: View, limit: Limit) -> tuple[Fact, ...]:
    """Party facts in order, none overlapping; the span is the name without its label."""
    kept: list[Fact] = []
    for fact in sorted(limit.take("names of parties", _all(view)), key=lambda one: (one.start, -one.end)):
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _all(view: View) -> Iterator[Fact]:
    for role, start, stop in chain(_labelled(view), _addressed(view)):
        end = _end(view.plain, start, stop)
        name = view.text[start:end]
        if len(name) >= 2 and any(char.isalpha() for char in name):
            yield Fact(FactKind.PARTY, start, end, name, Party(role, name))


def _labelled(view: View) -> Iterator[tuple[str, int, int]]:
    """Role and name of "Employer: Name": sought from the sign, because few signs stand in a text and many words."""
    last = dict.fromkeys(_LABELS, 0)
    for sign in _SIGN.finditer(view.lower):
        at = sign.end()
        name = _NAME.match(view.plain, at + 1 if view.plain[at : at + 1] == " " else at)
        if name is None or unicodedata.category(name.group()[0]) not in ("Lu", "Lo"):
            continue
        for role, label in _labels():
            if label.search(view.lower, max(last[role], sign.start() - _LONGEST_LABEL), sign.start()):
                last[role] = name.end()
                yield role, name.start(), name.end()


def _addressed(view: View) -> Iterator[tuple[str, int, int]]:
    """Role and name of "M/s Name" and "Dear Ms Name"."""
    last = 0
    for found in _MS.finditer(view.lower) if "m/s" in view.lower else ():
        name = _NAME.match(view.plain, found.end())
        if name is not None and found.start() >= last:
            last = name.end()
            yield "agency", name.start(), name.end()
    for found in _DEAR.finditer(view.plain) if "dear " in view.lower else ():
        start = end = found.end()
        for _ in range(_MAX_NAME_WORDS):
            word = _NAME_WORD.match(view.plain, end)
            if word is None or word.group().startswith(" ") == (end == start) or not word.group().strip()[0].isupper():
                break
            end = word.end()
        if end > start:
            yield "worker", start, end


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
