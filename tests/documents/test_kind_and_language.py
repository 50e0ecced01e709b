"""What a document is and which languages it speaks."""

from __future__ import annotations

import pytest

from recruitcheck.documents import guess_languages, infer_kind, parse_kind
from recruitcheck.model import DocumentKind

SAID = [
    ("offer letter", DocumentKind.OFFER_LETTER),
    ("offer_letter", DocumentKind.OFFER_LETTER),
    ("Job Ad", DocumentKind.ADVERT),
    ("job-ad", DocumentKind.ADVERT),
    ("whatsapp", DocumentKind.MESSAGE),
    (" Contract ", DocumentKind.CONTRACT),
    ("other", DocumentKind.OTHER),
    ("receipt", None),
    ("", None),
]
SHOWN = [
    ("EMPLOYMENT CONTRACT\n1. The Employer shall pay the Worker …\nSignature ____", DocumentKind.CONTRACT),
    ("CONTRATO DE TRABAJO entre la empresa y el trabajador", DocumentKind.CONTRACT),
    ("สัญญาจ้าง ระหว่างนายจ้างและลูกจ้าง", DocumentKind.CONTRACT),
    ("Dear Ms Rai, we are pleased to offer you the position of cook.", DocumentKind.OFFER_LETTER),
    ("Urgent requirement: 50 masons for Qatar. Send your CV, walk-in interview.", DocumentKind.ADVERT),
    ("Требуются разнорабочие", DocumentKind.ADVERT),
    ("招聘工人", DocumentKind.ADVERT),
    ("hi brother pls inbox me ok", DocumentKind.MESSAGE),
    ("The ministry published figures on migration.", DocumentKind.OTHER),
]
SPOKEN = [
    ("The worker must not pay any fee for this job and keeps the passport.", "en"),
    ("El trabajador no paga nada por el trabajo y la empresa cubre los gastos.", "es"),
    ("Le travailleur ne paie pas de frais et le salaire est versé au travailleur.", "fr"),
    ("तपाईंको तलब र खाना छ, कामदारले शुल्क तिर्नु पर्ने छैन", "ne"),
    ("आपको वेतन और खाना मिलेगा, यह नौकरी भारत के लिए है", "hi"),
    ("আপনার বেতন ভালো হবে", "bn"),
    ("உங்கள் சம்பளம்", "ta"),
    ("เงินเดือนดีมาก", "th"),
    ("လစာကောင်းသည်", "my"),
    ("ប្រាក់ខែល្អ", "km"),
    ("ደመወዝ ጥሩ ነው", "am"),
    ("招聘工人,月薪高", "zh"),
    ("お仕事の給与です", "ja"),
    ("월급이 좋습니다", "ko"),
    ("مطلوب عمال في السعودية مع راتب", "ar"),
    ("پاسپورٹ اپنے پاس رکھیں، تنخواہ اچھی ہے", "ur"),
    ("Работа для мужчин, оплата без задержек", "ru"),
    ("Робота для чоловіків, є договір", "uk"),
    ("Lương tháng và phí cho người lao động", "vi"),
    ("Gaji per bulan dan paspor dari agen dengan juta", "id"),
    ("Walang bayad ang trabaho at may sahod kada buwan", "tl"),
    ("Kazi ya ndani na mshahara wa mwezi kwa wanawake", "sw"),
    ("Praca dla kobiet, wynagrodzenie i umowa od zaraz za granicą", "pl"),
    ("Muncă pentru bărbați și salariu în lei la termen", "ro"),
]


@pytest.mark.parametrize(("text", "kind"), SAID)
def test_kind_is_parsed_from_what_the_user_says(text: str, kind: DocumentKind | None) -> None:
    assert parse_kind(text) is kind


@pytest.mark.parametrize(("text", "kind"), SHOWN)
def test_kind_is_inferred_from_wording(text: str, kind: DocumentKind) -> None:
    assert infer_kind(text) is kind


@pytest.mark.parametrize(("text", "language"), SPOKEN)
def test_first_language_is_guessed(text: str, language: str) -> None:
    assert guess_languages(text)[:1] == (language,)


def test_mixed_text_names_both_languages() -> None:
    found = guess_languages("आपको वेतन मिलेगा और पासपोर्ट रखना है but you will not pay for the visa and the salary is good")
    assert set(found) == {"hi", "en"}


@pytest.mark.parametrize("text", ["", "12345", "\ud800", "!!!"])
def test_wordless_text_has_no_language(text: str) -> None:
    assert guess_languages(text) == ()
