"""Telephone numbers, mails, websites, and the accounts and wallets money is sent to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from recruitcheck.model import Contact, Fact, FactKind
from recruitcheck.names import normal_email, normal_phones, web_host
from recruitcheck.particulars.language import gathered
from recruitcheck.particulars.lexicon import Lexicon
from recruitcheck.particulars.limit import Limit
from recruitcheck.particulars.phrases import alternatives
from recruitcheck.particulars.view import View

MAX_PHONES = 2_000  # in one document; each costs a look-up in the numbering plans
_EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:(?:[^\W_]|-){1,63}\.){1,6}[^\W\d_]{2,24}")
_URL = re.compile(
    r"https?://[^\s<>\"'()\[\]{}]{3,500}"
    r"|(?<![^\W_])(?<![@.-])www\.[^\s<>\"'()\[\]{}]{3,300}"
    r"|(?<![^\W_])(?<![@./-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|info|biz|gov|edu|jobs|work|agency|online|site|xyz|top|shop|"
    r"me|io|co|ae|sa|qa|kw|bh|om|np|bd|lk|pk|in|ph|id|my|sg|hk|tw|th|vn|mm|kh|cn|jp|kr|uk|us|ca|au|nz|eu|de|fr|es|it|pt|pl|ro|ru|"
    r"ua|tr|ke|ug|tz|et|ng|gh|za)(?:/[^\s<>\"'()\[\]{}]{0,300})?(?![^\W_])(?!@)"
)
_BRACKETS = "<>\"'()[]{}"
_LONGEST_TOKEN = 500
_TOKEN = re.compile(rf"[^\s<>\"'()\[\]{{}}]{{1,{_LONGEST_TOKEN}}}")
_DOT = re.compile(r"\.(?=\w)|://")  # stands in every address
_LONGEST_LOCAL = 64
_PHONE = re.compile(
    # The first character stands before the looks behind it, so that a text without figures is passed over quickly.
    r"[+(0-9](?<![^\W_].)(?<![.,/@-].)(?:(?<=\+)\(?[0-9]|(?<=\()[0-9]|(?<=0)0\(?[0-9]|(?<=[0-9]))"
    r"(?:[ ().-]{0,2}[0-9X]){5,17}(?![0-9@]|[.,/-][0-9]|[^\W\d_])"
)
_WALLETS: dict[str, tuple[str, ...]] = {
    "bkash": ("bkash", "b-kash", "বিকাশ"),
    "nagad": ("nagad", "নগদ একাউন্ট"),
    "jazzcash": ("jazzcash", "jazz cash", "جاز کیش"),
    "easypaisa": ("easypaisa", "easy paisa", "ایزی پیسہ"),
    "gcash": ("gcash", "g-cash"),
    "maya": ("paymaya",),
    "palawan": ("palawan express", "cebuana"),
    "esewa": ("esewa", "e-sewa", "इसेवा", "ईसेवा"),
    "khalti": ("khalti", "खल्ती"),
    "upi": ("upi", "paytm", "phonepe", "phone pe", "google pay", "gpay", "यूपीआई", "पेटीएम"),
    "western_union": ("western union", "westernunion"),
    "moneygram": ("moneygram", "money gram"),
    "ria": ("ria money",),
    "mpesa": ("m-pesa", "mpesa"),
    "mtn_momo": ("mtn momo", "mobile money", "airtel money", "orange money"),
    "telebirr": ("telebirr",),
    "wave": ("wave money", "wavepay"),
    "kbzpay": ("kbzpay", "kpay", "kbz pay"),
    "truemoney": ("truemoney", "พร้อมเพย์", "promptpay"),
    "momo": ("ví momo", "zalopay"),
    "dana": ("ovo", "gopay"),
    "touch_n_go": ("touch n go", "touch 'n go", "tng ewallet"),
    "wechat_pay": ("wechat pay", "微信支付", "微信转账"),
    "alipay": ("alipay", "支付宝"),
    "paypal": ("paypal",),
    "cash_app": ("cash app", "cashapp", "zelle", "venmo"),
    "hawala": ("hawala", "hundi", "hundy", "حوالہ ہنڈی", "हुण्डी", "হুন্ডি"),
    "crypto": ("usdt", "bitcoin", "btc", "binance"),
}  # fmt: skip
_ACCOUNT_NUMBER = re.compile(
    r"(?:[^\w\n]|_){0,4}(?:(?:no|number|num|acc|a/c|account|personal|merchant|agent|নম্বর|नंबर|نمبر)\.?[ :]{0,2}){0,2}"
    r"(?P<n>[A-Z]{0,4}[0-9][0-9X -]{4,30}[0-9X])"
)
_TAIL = ".,;:!?)'"


@cache
def _cue() -> re.Pattern[str]:
    """What stands before a telephone number."""
    return re.compile(alternatives(gathered(lambda words: words.phone), edges=False) + r"[^\n]{0,18}\Z")


@cache
def _wallets() -> Lexicon:
    return Lexicon({**_WALLETS, "bank": gathered(lambda words: words.bank)})


def find_contacts(view: View, taken: Iterable[tuple[int, int]], limit: Limit) -> tuple[Fact, ...]:
    """Contact facts in order, none overlapping. ``taken`` are spans no phone number may touch."""
    kept: list[Fact] = []
    used = bytearray(len(view.text))
    for fact in limit.take("contacts", chain(_mails(view), _websites(view), _accounts(view))):
        if used.find(1, fact.start, fact.end) == -1:
            _mark(used, fact.start, fact.end)
            kept.append(fact)
    for start, end in taken:
        _mark(used, start, end)
    kept.extend(limit.take("telephone numbers", _phones(view, used), most=MAX_PHONES))
    return tuple(sorted(kept, key=lambda fact: fact.start))


def _mark(used: bytearray, start: int, end: int) -> None:
    used[start:end] = b"\1" * (end - start)


def _fact(view: View, start: int, end: int, kind: str, normal: str) -> Fact:
    return Fact(FactKind.CONTACT, start, end, view.text[start:end], Contact(kind, normal))


def _mails(view: View) -> Iterator[Fact]:
    lower, last = view.lower, 0
    for sign in re.finditer("@", lower):
        start = at = sign.start()
        while (
            start > last
            and at - start <= _LONGEST_LOCAL
            and (lower[start - 1].isalnum() or lower[start - 1] in "._%+-")
        ):
            start -= 1
        found = _EMAIL.match(lower, start)
        normal = normal_email(found.group()) if found else ""
        if found and normal:
            last = found.end()
            yield _fact(view, start, last, "email", normal)


def _websites(view: View) -> Iterator[Fact]:
    last = 0
    for dot in _DOT.finditer(view.lower):
        if dot.start() < last:
            continue
        start, last = _token(view.lower, dot.start(), last)
        found = _URL.search(view.lower, start, last)
        if found is None:
            continue
        end = found.end()
        while view.lower[end - 1] in _TAIL:
            end -= 1
        host = web_host(view.lower[found.start() : end])
        if host:
            yield _fact(view, found.start(), end, "website", host)


def _token(lower: str, at: int, last: int) -> tuple[int, int]:
    """[start, end) of the word without blanks around an offset, from ``last`` on; cut where it is too long."""
    start, first = at, max(last, at - _LONGEST_TOKEN)
    while start > first and not lower[start - 1].isspace() and lower[start - 1] not in _BRACKETS:
        start -= 1
    rest = _TOKEN.match(lower, at)
    return start, rest.end() if rest is not None else at + 1


def _accounts(view: View) -> Iterator[Fact]:
    for term in _wallets().find_rare(view.lower):
        found = _ACCOUNT_NUMBER.match(view.plain, term.end)
        if found is None:
            yield _fact(view, term.start, term.end, "account", term.label)
            continue
        number = re.sub(r"[ -]", "", found.group("n"))
        yield _fact(view, term.start, found.end(), "account", f"{term.label}:{number}")


def _phones(view: View, used: bytearray) -> Iterator[Fact]:
    for found in _PHONE.finditer(view.plain):
        start, end = found.span()
        if used.find(1, start, end) == -1 and _reads_as_phone(view, start, found.group()):
            numbers = normal_phones(found.group().replace("X", "0"), None)
            normal = numbers[0] if numbers else re.sub(r"[^0-9]", "", found.group())
            yield _fact(view, start, end, "phone", normal if "X" not in found.group() else found.group())


def _reads_as_phone(view: View, start: int, number: str) -> bool:
    digits = re.sub(r"[^0-9X]", "", number)
    if not 7 <= len(digits) <= 15 or digits.count("X") > 8 or len(set(digits)) == 1:
        return False
    if number.startswith(("+", "00")) or _cue().search(view.lower, max(0, start - 34), start):
        return True
    # Without a cue only what looks like a national mobile number, unbroken or with a leading zero.
    return (digits[0] == "0" and 9 <= len(digits) <= 12) or (len(digits) == 10 and digits[0] in "6789")
