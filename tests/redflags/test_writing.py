"""Scripts: no spaces, right to left, clitics, wrapped lines without case."""

from __future__ import annotations

import pytest

from recruitcheck.redflags import load_rules
from recruitcheck.redflags.clauses import cut_clauses
from recruitcheck.redflags.rulebook.examples import scan_text
from recruitcheck.redflags.words.folding import fold
from recruitcheck.redflags.words.lexicon import Lexicon, Mentions
from recruitcheck.redflags.words.phrase_table import table_of
from recruitcheck.redflags.words.tokens import tokenise
from recruitcheck.redflags.words.wording import Affixes, Wording

RULES = load_rules()


def _found(slot: str, text: str, *, endings: tuple[str, ...] = (), prefixes: tuple[str, ...] = ()) -> bool:
    return bool(_mentions(Affixes(endings, prefixes), [slot], text).of(slot))


def _mentions(affixes: Affixes, slots: list[str], text: str) -> Mentions:
    words = tokenise(fold(text)).words
    lexicon = Lexicon(table_of(Wording({}), affixes, slots), affixes, {})
    return Mentions(lexicon, lexicon.see(words, 0, len(words)))


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("(扣押护照)", "老板扣押护照了"),
        ("(ยึดหนังสือเดินทาง)", "นายจ้างยึดหนังสือเดินทางไว้"),
        ("(နိုင်ငံကူးလက်မှတ်)", "အလုပ်ရှင်က နိုင်ငံကူး\u200bလက်မှတ် သိမ်းထား"),
        ("(លិខិតឆ្លងដែន)", "ថៅកែដកហូតលិខិតឆ្លង\u200bដែន"),
        ("(ໜັງສືຜ່ານແດນ)", "ນາຍຈ້າງເກັບໜັງສືຜ່ານແດນ"),
        ("(パスポート)", "会社がﾊﾟｽﾎﾟｰﾄを保管"),
        ("(여권*)", "회사가 여권을 보관합니다"),
        ("(جواز السفر)", "يحتفظ بـ جَوازُ السَّفر"),
        ("(पासपोर्ट)", "कंपनी पासपोर्ट रखेगी"),
        ("(паспорт*)", "Забрали паспортa"),
    ],
)
def test_a_phrase_is_found_in_every_script(slot: str, text: str) -> None:
    assert _found(slot, text)


@pytest.mark.parametrize(
    ("slot", "text", "prefixes", "endings"),
    [
        ("(جواز~)", "وجوازاتهم معي", ("و", "ال"), ("اتهم",)),
        ("(جواز~)", "الجواز معي", ("و", "ال"), ()),
        ("(agenzia~)", "le spese dell’agenzia", ("l'", "dell'"), ()),
    ],
)
def test_clitics_are_forms_of_a_word(slot: str, text: str, prefixes: tuple[str, ...], endings: tuple[str, ...]) -> None:
    assert _found(slot, text, prefixes=prefixes, endings=endings)
    assert not _found(slot, text)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("工资五千元。不收费！押护照？", 3),
        ("ደመወዝ አለ። ክፍያ የለም።", 2),
        ("លុយ។ ការងារ។", 2),
        ("အလုပ်ရှိ၊ လစာကောင်း။ ဆက်သွယ်ပါ။", 2),
        ("یک جمله؛ جملهٔ دوم؟ سوم", 3),
        ("কাজ আছে। টাকা লাগবে।", 2),
        ("Работа есть. Оплата сразу.", 2),
    ],
)
def test_sentences_end_where_their_script_ends_them(text: str, clauses: int) -> None:
    assert len(cut_clauses(text)) == clauses


def test_a_wrapped_sentence_without_case_stays_one_clause() -> None:
    first = "नियोक्ता कर्मचारी को अनुबंध की समाप्ति पर वापसी का टिकट अपने खर्च पर उपलब्ध कराएगा और"
    assert len(cut_clauses(f"{first}\nकोई शुल्क नहीं लेगा।")) == 1
    assert len(cut_clauses("用人单位应当按照国家规定为劳动者办理各项社会保险手续并且按月足额支付\n劳动报酬。")) == 1
    assert len(cut_clauses("वेतन 900\nखाना मुफ्त")) == 2


def test_a_word_that_denies_itself_is_another_word() -> None:
    slots = ["(alıkoy*)", "(el koy*)", "(çıkamaz*)"]

    def found(text: str) -> list[str]:
        mentions = _mentions(Affixes(denials=("maz", "mıyor")), slots, text)
        return [slot for slot in slots if mentions.of(slot)]

    assert found("pasaportu alıkoymaz, el koymaz") == []
    assert found("pasaportu alıkoyar") == ["(alıkoy*)"]
    assert found("evden çıkamaz") == ["(çıkamaz*)"]


@pytest.mark.parametrize(
    ("lang", "text", "flagged"),
    [
        ("ru", "Рабочий день 14 часов в день.", True),
        ("ru", "Рабочий день не более 14 часов в день.", False),
        ("zh", "每天工作14小时。", True),
        ("zh", "每天工作不得超过14小时。", False),
        ("de", "Die Arbeitszeit darf 14 Stunden am Tag nicht überschreiten.", False),
    ],
)
def test_figures_are_judged_by_the_words_of_their_own_language(lang: str, text: str, flagged: bool) -> None:
    result = scan_text(text, lang, RULES)
    assert ("long-working-day" in {hit.rule_id for hit in result.hits}) is flagged


@pytest.mark.parametrize(
    ("written", "also"), [("ሠራተኛ", "ሰራተኛ"), ("ዓመት", "አመት"), ("ኃላፊ", "ሀላፊ"), ("ፀሐይ", "ጸሀይ"), ("ሓኪም", "ሃኪም")]
)
def test_amharic_letters_of_one_sound_are_one(written: str, also: str) -> None:
    assert fold(written).text == fold(also).text


@pytest.mark.parametrize(
    ("written", "also"),
    [("कम्पनी", "कम्पनि"), ("पाँच", "पांच"), ("वीज़ा", "वीजा"), ("চাকরী", "চাকরি"), ("පණිවිඩය", "පනිවිඩය"), ("نہیں", "نہین")],
)
def test_spellings_that_writers_of_indian_scripts_exchange_are_one(written: str, also: str) -> None:
    assert fold(written).text == fold(also).text


@pytest.mark.parametrize("sign", ["$", "€", "₹", "৳", "£", "฿", "US$ "])
def test_a_sign_before_a_figure_is_no_word_of_its_own(sign: str) -> None:
    result = scan_text(f"You can earn {sign}300 extra a day.", "en", RULES)
    assert {hit.rule_id for hit in result.hits} == {"too-good-pay"}
