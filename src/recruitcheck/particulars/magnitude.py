"""Words that multiply an amount: lakh, juta, 万, k."""

# ruff: noqa: E501, SIM905 - tables of words read best as long lines

from __future__ import annotations

from decimal import Decimal

_K, _LAKH, _M, _CRORE, _B, _WAN = (Decimal(10) ** power for power in (3, 5, 6, 7, 9, 4))

# Strong words speak of money by themselves; weak ones need a currency or a word for money near by.
STRONG: dict[str, Decimal] = {
    **dict.fromkeys(
        (
            "lakh lakhs lac lacs lack lakhs/- lacs/- lakh/- लाख লাখ লক্ষ لاکھ லட்சம் இலட்சம் ලක්ෂ లక్షలు లక్ష ലക്ഷം ലക്ഷം "
            "สิบล้าน? lakhs."
        )
        .replace("สิบล้าน? ", "")
        .split(),
        _LAKH,
    ),
    **dict.fromkeys("crore crores cr करोड़ करोड কোটি کروڑ கோடி".split(), _CRORE),
    **dict.fromkeys("hazar hajar hazaar হাজার ہزار हजार हज़ार ஆயிரம்".split(), _K),
    **dict.fromkeys("juta jt jt-an".split(), _M),
    **dict.fromkeys("triệu tr củ".split(), _M),
    **dict.fromkeys("万 萬 만".split(), _WAN),
    **dict.fromkeys("සිය දහස් දහස".split()[1:], _K),
    **dict.fromkeys("หมื่น ม.".split()[:1], _WAN),
}
WEAK: dict[str, Decimal] = {
    **dict.fromkeys(
        "k thousand thousands ribu rb nghìn ngàn mil mille tysięcy tys тыс тысяч тис тисяч bin elfu ألف آلاف الف ሺህ ሺ".split(),
        _K,
    ),
    **dict.fromkeys("พัน ထောင် ພັນ ពាន់ 千 천".split(), _K),
    **dict.fromkeys("m mn million millions mio milhões millones млн مليون milioni".split(), _M),
    **dict.fromkeys("ล้าน ລ້ານ លាន".split(), _M),
    **dict.fromkeys("แสน သိန်း".split(), _LAKH),
    **dict.fromkeys("ម៉ឺន သောင်း".split(), _WAN),
    **dict.fromkeys("tỷ miliar billion".split(), _B),
}
ALL: dict[str, Decimal] = {**WEAK, **STRONG}
# A bare magnitude whose word tells the currency.
IMPLIED_CURRENCY = {"triệu": "VND", "tr": "VND", "củ": "VND", "nghìn": "VND", "ngàn": "VND"}
