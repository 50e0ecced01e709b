"""What a document is: as the user says it, or from its wording and shape."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from recruitcheck.model import DocumentKind

if TYPE_CHECKING:
    from recruitcheck.documents.sieve import Signs

_WINDOW = 20_000  # a document says what it is near its start
_SHORT = 600

_SYNONYMS: dict[str, DocumentKind] = {
    **dict.fromkeys(
        (
            "advert",
            "ad",
            "advertisement",
            "job ad",
            "job advert",
            "job advertisement",
            "job posting",
            "job post",
            "posting",
            "vacancy",
            "poster",
            "flyer",
            "leaflet",
            "job offer advert",
        ),
        DocumentKind.ADVERT,
    ),
    **dict.fromkeys(
        (
            "message",
            "messages",
            "chat",
            "whatsapp",
            "whatsapp message",
            "sms",
            "telegram",
            "messenger",
            "imo",
            "viber",
            "e mail",
            "email",
            "mail",
            "voice note",
            "post",
            "social media post",
        ),
        DocumentKind.MESSAGE,
    ),
    **dict.fromkeys(
        (
            "offer letter",
            "offer",
            "letter of offer",
            "job offer",
            "job offer letter",
            "appointment letter",
            "letter of appointment",
            "employment offer",
        ),
        DocumentKind.OFFER_LETTER,
    ),
    **dict.fromkeys(
        (
            "contract",
            "employment contract",
            "contract of employment",
            "work contract",
            "labour contract",
            "labor contract",
            "agreement",
            "employment agreement",
            "service agreement",
            "terms",
        ),
        DocumentKind.CONTRACT,
    ),
    **dict.fromkeys(("other", "unknown", "document", "article", "news", "policy", "leaflet text"), DocumentKind.OTHER),
}

# (pattern, weight); matched once each on the lower-cased opening of the text. Of several patterns one is enough.
_SIGNS: dict[DocumentKind, tuple[tuple[str | tuple[str, ...], int], ...]] = {
    DocumentKind.CONTRACT: (
        (
            r"(?:employment|labou?r|work|service|sea service|seafarer'?s?|worker|helper'?s?)[ -](?:contract|agreement)\b",
            3,
        ),
        (
            r"\bcontract (?:of|for) employment|\bagreement (?:is )?(?:made|entered)|\bhereinafter|\bwitnesseth|\bthe parties\b",
            3,
        ),
        (
            r"contrat de travail|contrato de trabajo|contrato de trabalho|arbeitsvertrag|contratto di lavoro|umowa o prac|umowa zlecen",
            3,
        ),
        (
            r"трудовой договор|трудовий договір|contract (?:individual )?de muncă|iş sözleşmesi|hợp đồng lao động|perjanjian kerja|kontrak (?:kerja|standar)",
            3,
        ),
        (
            r"عقد عمل|معاہدہ ملازمت|ملازمت کا معاہدہ|रोजगार करार|करारनामा|रोज़गार अनुबंध|নিয়োগ চুক্তি|চুক্তিপত্র|สัญญาจ้าง|劳动合同|勞動合約|雇用契約|근로계약|ஒப்பந்தம்|mkataba wa ajira|kasunduan|kontrata sa",
            3,
        ),
        (
            r"\b(?:shall|must)\b[^.]{0,80}\b(?:employee|employer|worker|helper|fisher)\b|\b(?:employee|employer|worker|helper|fisher) shall\b",
            2,
        ),
        (r"(?m)^[^\S\n]{0,40}(?:(?:clause|article|section|§)\s{0,3})?\d{1,2}(?:\.\d{1,2})?[.)]\s+\S", 1),
        (r"____|\bsignature\b|\bsigned\b|in witness whereof|\b(?:first|second) party\b", 1),
        (r"\btermination\b|\bnotice period\b|\bprobation(?:ary)?\b|\bgoverning law\b", 1),
    ),
    DocumentKind.OFFER_LETTER: (
        (
            r"\bdear (?:mr|ms|mrs|miss|sir|madam|candidate|[a-z]+)\b|\bestimad[oa]|\bprezad[oa]|\bsehr geehrte|\bgentile\b|szanown|уважаем|шановн|kính gửi|kepada yth",
            2,
        ),
        (
            r"(?:pleased|happy|delighted) to offer|\bwe offer you\b|offer of employment|\boffer letter\b|letter of (?:offer|appointment)|you agree to",
            3,
        ),
        (
            r"le ofrecemos|nous (?:vous proposons|avons le plaisir)|confirmation d'emploi|bieten (?:wir )?ihnen|oferta de empleo formal|surat (?:tawaran|penawaran)|خطاب عرض|عرض عمل رسمي|offer पत्र|nguyên thư mời|thư mời (?:làm|nhận) việc",
            3,
        ),
        (r"\byour (?:salary|start date|employment|position|wage|hours|pay)\b|\byours (?:sincerely|faithfully)\b", 1),
    ),
    DocumentKind.ADVERT: (
        (
            r"\b(?:urgent(?:ly)?|immediate) (?:requirement|required|hiring|vacanc|need)|\bwe are (?:hiring|looking|seeking)|\bjob (?:title|vacanc|opening|summary|description)|\bnow hiring|\bwalk[- ]?in\b|\bwanted\b",
            3,
        ),
        (
            r"\b(?:vacancy|vacancies|apply now|apply today|send (?:your )?cv|interview(?:s)? (?:date|on|at)|requirements?:|salary range|free recruitment|no placement fee)\b",
            2,
        ),
        (
            r"se busca|se necesita|se solicita|vacante|on (?:re)?cherche|recrute|contrata-se|vaga|wir suchen|\(m/w/d\)|cercasi|poszukuj|praca w|требу[юе]тся|требуются|потрібн|angajăm|lowongan|dibutuhkan|tuyển|đơn hàng|kerja kosong|jawatan kosong|hiring|aranıyor",
            2,
        ),
        (
            r"مطلوب|وظائف|آسامیاں|ضرورت ہے|भर्ती|आवश्यकता|माग|आवश्यक|নিয়োগ বিজ্ঞপ্তি|নিয়োগ|ஆட்கள் தேவை|வேலைவாய்ப்பு|รับสมัคร|招聘|招工|急招|求人|募集|채용|모집|ពលករ|ជ្រើសរើស|အလုပ်ခေါ်|නියමාවලි|අවශ්‍ය|ajira|nafasi za kazi",
            2,
        ),
        (r"\b(?:experience|qualification|responsibilit|candidates?|skills)\w*\b", 1),
    ),
    DocumentKind.MESSAGE: (
        (
            r"\b(?:hi|hello|hey|hola|oye|salam|salaam|assalam\w*|my (?:brother|sister|friend|dear)|bro|bhai|dada|kuya|ate|primo|hermano|mon frère|sis|boss)\b",
            2,
        ),
        (r"भाइ|दाइ|दिदी|भैया|ভাই|আপু|அண்ணா|தம்பி|اخي|أخي|بھائی|พี่|น้อง|anh ơi|em ơi|chị ơi|kak\b|bang\b|哥|姐", 2),
        (
            (
                r"\b(?:u|ur|pls|plz|thx|ok|lol|inbox|whatsapp me|pm me|dm)\b",
                r"\[\d{1,2}[:/.]\d{2}",
                r"\p{Emoji_Presentation}",
            ),
            1,
        ),
        (r"\b(?:i am writing|i paid|they (?:took|said|told)|he (?:took|said)|took (?:my|our))\b", 2),
    ),
}
_MINIMUM = 2


def parse_kind(text: str) -> DocumentKind | None:
    """The kind a user names ("offer letter", "job ad", "whatsapp"); None where we do not know it."""
    return _SYNONYMS.get(" ".join(re.split(r"[\s_-]+", text.strip().casefold())))


def infer_kind(text: str) -> DocumentKind:
    """The likeliest kind from wording and shape; OTHER where nothing speaks for one."""
    opening = text[:_WINDOW].lower()
    signs, told = _signs()
    standing = signs.standing_in(opening)
    scores = {kind: sum(weight for place, weight in places if place in standing) for kind, places in told.items()}
    if len(text) > 3000 and scores[DocumentKind.CONTRACT]:
        scores[DocumentKind.CONTRACT] += 1
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] >= _MINIMUM:
        return best
    return DocumentKind.MESSAGE if len(text) < _SHORT and scores[DocumentKind.MESSAGE] else DocumentKind.OTHER


@cache
def _signs() -> tuple[Signs, dict[DocumentKind, list[tuple[int, int]]]]:
    """The signs of all kinds, ready to be looked for; by kind their places with what each weighs."""
    from recruitcheck.documents.sieve import Sign, Signs

    signs: list[Sign] = []
    told: dict[DocumentKind, list[tuple[int, int]]] = {}
    for kind, rows in _SIGNS.items():
        for patterns, weight in rows:
            told.setdefault(kind, []).append((len(signs), weight))
            signs.append(Sign((patterns,) if isinstance(patterns, str) else patterns))
    return Signs(signs), told
