"""Figures as adverts of South Asia write them: the currency before or after, lakh and hazar, hours, no rest day."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recruitcheck.model import FactKind, Hours, Money
from tests.particulars.reading import facts


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("වැටුප ඩොලර් 450 ක් මසකට", "450", "USD"),
        ("වැටුප රු. 75,000 ක්", "75000", "LKR"),
        ("சம்பளம் மாதம் 900 டாலர்", "900", "USD"),
        ("तलब २०,००० रुपैयाँ मासिक", "20000", "NPR"),
        ("বেতন ২৫,০০০ টাকা মাসিক", "25000", "BDT"),
        ("تنخواہ 800 ڈالر ماہانہ", "800", "USD"),
        ("वेतन 18,000 रुपये हर महीने", "18000", "INR"),
    ],
)
def test_wage_is_read_with_its_currency(text: str, amount: str, currency: str) -> None:
    values = [fact.value for fact in facts(text, FactKind.WAGE) if isinstance(fact.value, Money)]
    assert [(value.amount, value.currency) for value in values] == [(Decimal(amount), currency)]


@pytest.mark.parametrize(
    ("text", "per_day"),
    [
        ("தினமும் 14 மணி நேரம் வேலை", "14"),
        ("दैनिक १४ घण्टा काम", "14"),
        ("দৈনিক ১৪ ঘণ্টা কাজ", "14"),
        ("روزانہ 14 گھنٹے کام", "14"),
        ("दिन में 14 घंटे काम", "14"),
    ],
)
def test_hours_of_a_day_are_read(text: str, per_day: str) -> None:
    values = [fact.value for fact in facts(text, FactKind.HOURS) if isinstance(fact.value, Hours)]
    assert [value.per_day for value in values] == [Decimal(per_day)]


@pytest.mark.parametrize("text", ["නිවාඩු දිනයක් නොමැත", "விடுமுறை கிடையாது", "बिदा हुँदैन", "কোনো ছুটি নাই", "koi chutti nahi"])
def test_no_rest_day_is_read(text: str) -> None:
    values = [fact.value for fact in facts(text, FactKind.HOURS) if isinstance(fact.value, Hours)]
    assert [value.rest_days_per_month for value in values] == [Decimal(0)]
