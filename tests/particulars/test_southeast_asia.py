"""Money, hours and dates as Thai, Burmese and Khmer write them, in their own digits too."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recruitcheck.model import FactKind, Hours, Money
from tests.particulars.reading import facts


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("ค่าจ้าง ๑๒,๕๐๐ บาทต่อเดือน", "12500", "THB"),
        ("ค่าดำเนินการ 4.5 หมื่น", "45000", None),
        ("รายได้ 2 แสน", "200000", None),
        ("ပွဲစားခ ၁၅ သိန်း", "1500000", None),
        ("ယွမ် ၅ သောင်း", "50000", "CNY"),
        ("ဒေါ်လာ ၅၀၀၀", "5000", "USD"),
        ("ប្រាក់ខែ ១៥០០ដុល្លារ", "1500", "USD"),
        ("២ម៉ឺនរៀល", "20000", "KHR"),
    ],
)
def test_an_amount_is_read_in_its_own_digits(text: str, amount: str, currency: str | None) -> None:
    value = facts(text, FactKind.MONEY)[0].value
    assert isinstance(value, Money)
    assert (value.amount, value.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize("text", ["ทำงานวันละ 14 ชม.", "တစ်ရက်ကို ၁၄ နာရီ", "១៤ម៉ោងក្នុងមួយថ្ងៃ"])
def test_hours_a_day_are_read(text: str) -> None:
    value = facts(text, FactKind.HOURS)[0].value
    assert isinstance(value, Hours)
    assert value.per_day == Decimal(14)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("เริ่มงาน 1 มิถุนายน 2568", "2025-06-01"),
        ("วันที่ ๑๕ มี.ค. ๒๕๖๗", "2024-03-15"),
        ("ออกให้ 3 เมษายน พ.ศ. 2566", "2023-04-03"),
        ("เริ่มงาน 1 มิถุนายน 2025", "2025-06-01"),
    ],
)
def test_a_buddhist_year_beside_a_month_is_read_in_ours(text: str, day: str) -> None:
    assert [str(fact.value) for fact in facts(text, FactKind.DATE)] == [day]


def test_a_sewing_factory_deducts_nothing() -> None:
    assert not facts("រោងចក្រកាត់ដេរ ប្រាក់ធ្វើដំណើរ ៧ដុល្លារ។", FactKind.FEE)
