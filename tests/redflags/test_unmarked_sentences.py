"""Scripts in which no sign ends a sentence: what one clause is there, and which words are shown."""

from __future__ import annotations

import pytest

from recruitcheck.redflags import load_rules
from recruitcheck.redflags.clauses import cut_clauses
from recruitcheck.redflags.quotes import quote_span
from recruitcheck.redflags.rulebook.examples import scan_text

RULES = load_rules()
KEPT = "นายจ้างยึดพาสปอร์ตของเรา"
FILLER = "ที่พักอยู่ใกล้ตลาดและสถานีรถไฟ อาหารอร่อยมาก เพื่อนร่วมงานเป็นคนไทยทั้งหมด "


def _flagged(text: str) -> set[str]:
    return {hit.rule_id for hit in scan_text(text, "th", RULES).hits}


@pytest.mark.parametrize("text", ["จะแจ้ง ตม. ให้จับ", "แจ้งตม. ทันที", "เข้างาน 8 น. เลิก 17 น. ทุกวัน"])
def test_a_thai_short_form_ends_no_sentence(text: str) -> None:
    assert len(cut_clauses(text)) == 1


def test_a_warning_speaks_for_the_words_beside_it_only() -> None:
    assert "passport-kept" not in _flagged("อย่าให้ใครยึดพาสปอร์ตของเรา")
    assert "passport-kept" in _flagged(f"เงินเดือน 9,000 ติดต่อด่วน {KEPT} {FILLER * 2}แต่เพื่อนบอกว่าอย่าเซ็น")


def test_a_quote_ends_where_a_space_parts_phrases() -> None:
    text = f"{FILLER}{KEPT} {FILLER}"
    first = text.index("ยึด")
    span = quote_span(text, 0, len(text), first, first + 3)
    assert text[span.start : span.end] == KEPT


def test_a_comma_within_a_figure_begins_no_quote() -> None:
    lead = "The office told us a good deal about the trip and about life over there, and the fee: "
    text = f"{lead}pay 45,000 baht today, then wait for a call."
    first = text.index("baht")
    span = quote_span(text, 0, len(text), first, first + 4)
    assert text[span.start : span.end] == "pay 45,000 baht today"
