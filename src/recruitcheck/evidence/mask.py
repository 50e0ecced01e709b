"""Cover workers' personal data in what people are shown; offsets stay as they are."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from recruitcheck.model import Contact, Fact, FactKind, Particulars, Party, Span

MASK = "█"
_PATIENCE = 5.0
_MIN_NAME = 4
_BEFORE = 160  # code points in which it is said whose contact follows, or that money goes there

_NO = r"(?:[ ]?(?:number|numbers|no|nos|nr|num|#|n[º°]|नं|नंबर|নং|নম্বর|نمبر|رقم|номер)\.?)?[ ]?[:.#-]{0,2}[ ]?"
_ID_WORDS = (
    r"passport|pasaporte|passeport|passaporto|reisepass|paszport|pașaport|pasaport|pasport|paspor|hộ chiếu|паспорт|جواز(?: السفر)?|پاسپورٹ|पासपोर्ट|राहदानी|পাসপোর্ট|"
    r"கடவுச்சீட்டு|พาสปอร์ต|หนังสือเดินทาง|护照|護照|旅券|여권|national id|nid|identity card|id card|id|identification|cnic|nic|nric|fin|aadhaar|aadhar|आधार|नागरिकता|"
    r"citizenship|iqama|civil id|qid|emirates id|residence card|cédula|dni|nie|curp|nik|ktp|cccd|cmnd|身份证|身分證|在留カード|social security|ssn|seaman'?s? book|srn"
)
_ID = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}])(?:{_ID_WORDS}){_NO}(?P<n>(?=[^\s]{{0,20}}\p{{Nd}}{{3}})[\p{{Lu}}\p{{Nd}}][\p{{L}}\p{{Nd}}-]{{4,24}})",
    regex.IGNORECASE,
)
_CNIC = regex.compile(r"(?<![0-9-])(?P<n>[0-9]{5}-[0-9]{7}-[0-9])(?![0-9-])")
_BIRTH = regex.compile(
    r"(?:date of birth|d\.?o\.?b\.?|born(?: on)?|birth ?date|fecha de nacimiento|nacid[oa] el|date de naissance|né[e]? le|data de nascimento|geburtsdatum|geboren am|data di nascita|"
    r"data urodzenia|дата рождения|дата народження|doğum tarihi|tanggal lahir|tarikh lahir|petsa ng kapanganakan|ngày sinh|تاريخ الميلاد|تاریخ پیدائش|जन्म तिथि|जन्म मिति|"
    r"জন্ম তারিখ|பிறந்த தேதி|උපන් දිනය|วันเกิด|出生日期|生年月日|생년월일)[ ]?[:.=-]{0,2}[ ]?(?P<n>[\p{L}\p{M}\p{Nd}/. ,年月日-]{0,8}\p{Nd}[\p{L}\p{M}\p{Nd}/. ,年月日-]{0,20}\p{Nd})",
    regex.IGNORECASE,
)
_OWNER = regex.compile(
    r"(?<![\p{L}\p{M}])(?:my|worker'?s?|employee'?s?|candidate'?s?|helper'?s?|applicant'?s?|her|his|next of kin|emergency contact|family|mother|father|wife|husband|brother|sister|"
    r"mi|mon|ma|meu|mein|мой|нaш|saya|aking|của tôi|मेरा|मेरो|আমার|میرا|我的)(?![a-zà-ÿа-я])[^\n.;]{0,30}\Z",
    regex.IGNORECASE,
)
# Where money is to go stays visible, whoever's account it is said to be.
_COLLECTS = regex.compile(
    r"\b(?:pay|pays|send|deposit|transfer|remit|agent|agency|office|recruiter|fee|charge|bayar|envi|pague|verser|जम्मा|भुगतान|تحويل|پیسے)\w*",
    regex.IGNORECASE,
)


def mask_spans(text: str, particulars: Particulars) -> tuple[Span, ...]:
    """What to cover, in order, none overlapping: identity numbers, birth dates and workers' own data.

    Contacts of agencies and of whoever collects money are evidence and stay visible.
    """
    found = [*_patterned(text), *_worker_names(text, particulars), *_worker_contacts(text, particulars)]
    return _merge(found)


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text with each code point of each span as █; the length is unchanged."""
    parts: list[str] = []
    last = 0
    for span in _merge(spans):
        start, end = max(last, span.start), min(len(text), span.end)
        if end > start:
            parts += (text[last:start], MASK * (end - start))
            last = end
    return "".join((*parts, text[last:]))


def _patterned(text: str) -> Iterator[Span]:
    for pattern in (_ID, _CNIC, _BIRTH):
        seen = 0
        try:
            for found in pattern.finditer(text, timeout=_PATIENCE):
                yield Span(*found.span("n"))
                seen = found.end()
        except TimeoutError:
            yield Span(seen, len(text))  # what was not searched for secrets is not shown


def _worker_names(text: str, particulars: Particulars) -> Iterator[Span]:
    """The worker's name after its label, and wherever else the same words stand."""
    names = {fact.text for fact in particulars.of(FactKind.PARTY) if _is_worker(fact)}
    for fact in particulars.of(FactKind.PARTY):
        if _is_worker(fact):
            yield Span(fact.start, fact.end)
    for name in sorted(names):
        if len(name) < _MIN_NAME:
            continue
        start = text.find(name)
        while start != -1:
            yield Span(start, start + len(name))
            start = text.find(name, start + len(name))


def _is_worker(fact: Fact) -> bool:
    return isinstance(fact.value, Party) and fact.value.role == "worker"


def _worker_contacts(text: str, particulars: Particulars) -> Iterator[Span]:
    for fact in particulars.of(FactKind.CONTACT):
        if not isinstance(fact.value, Contact) or fact.value.kind == "website":
            continue
        start = max(text.rfind("\n", 0, fact.start) + 1, fact.start - _BEFORE)
        if _OWNER.search(text, start, fact.start) and not _COLLECTS.search(text, start, fact.start):
            yield Span(fact.start, fact.end)


def _merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
