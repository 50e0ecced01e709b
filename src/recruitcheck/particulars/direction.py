"""Who pays whom in a clause, from actors and verbs."""

# ruff: noqa: E501 - tables of words read best as long lines

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recruitcheck.particulars.lexicon import Lexicon, Term

_REACH = 70  # code points between a verb and its actor

# Labels: pay (subject pays), receive (subject takes), passive ("paid by" + payer), deduct, to, from, not.
_VERBS: dict[str, tuple[str, ...]] = {
    "passive": (
        "paid by", "be paid by", "payable by", "borne by", "be borne by", "covered by", "provided by", "met by", "reimbursed by", "refunded by", "at the expense of", "at the cost of",
        "at employer's", "on the account of", "responsibility of", "are for", "is for", "a cargo de", "a cargo del", "pagado por", "à la charge de", "à charge de", "payé par", "por conta de", "zu lasten", "übernimmt", "a carico di", "a carico del", "na koszt", "ponosi",
        "за счет", "за счёт", "за рахунок", "suportat de", "ditanggung oleh", "ditanggung", "dibayar oleh", "sagot ng", "babayaran ng", "do", "على حساب", "على نفقة", "يتحملها", "由", "負担",
    ),
    "pay": (
        "pay", "pays", "paid", "paying", "to pay", "bear", "bears", "cover", "covers", "reimburse", "reimburses", "refund", "refunds", "give", "gives", "gave", "deposit", "deposits", "deposited",
        "transfer", "transfers", "send", "sends", "sent", "owe", "owes", "repay", "repays", "repaid", "forfeit", "forfeits", "lose", "loses", "spend", "spent", "contribute", "submit", "arrange",
        "pagar", "paga", "pagará", "pague", "abonar", "depositar", "verse", "verser", "paie", "payer", "payez", "pagare", "zahlt", "zahlen", "bezahlt", "płaci", "zapłaci", "wpłaca", "платит", "оплачивает", "заплатить", "оплатить", "сплачує", "plătește",
        "bayar", "membayar", "magbayad", "magbabayad", "nộp", "đóng", "trả", "يدفع", "تدفع", "ادفع", "دفع", "ادا", "देना", "भुगतान", "तिर्नु", "तिर्ने", "बुझाउनु", "दिएको", "দিতে", "প্রদান", "দিয়েছি", "செலுத்த", "ගෙවිය", "จ่าย", "ชำระ", "ပေး", "បង់", "支付", "缴纳", "繳納", "交", "付", "払", "支払", "지불", "lipa", "alipe", "ይከፍላል",
    ),
    "receive": (
        "charge", "charges", "charged", "charging", "take", "takes", "took", "taken", "collect", "collects", "collected", "demand", "demands", "demanded", "asked", "asks", "ask for", "receive", "receives", "require", "requires",
        "cobra", "cobran", "cobrar", "exige", "facture", "demande", "cobram", "verlangt", "pobiera", "взимает", "берет", "mengenakan", "kenakan", "naniningil", "thu", "يتقاضى", "لیتا", "लेता", "लिन्छ", "नेয়", "เรียกเก็บ", "เก็บ", "收取", "收", "徴収",
    ),
    "deduct": (
        "deduct", "deducts", "deducted", "deduction", "deductions", "withheld", "withhold", "withholds", "recover", "recovered", "cut from", "taken from your", "from your salary", "from her salary", "from his salary", "from salary", "from the salary", "from wages", "salary deduction",
        "descontar", "descuento", "descuenta", "retenu", "retenue", "descontado", "abgezogen", "trattenuta", "potrącenie", "удерживается", "вычет", "dipotong", "potongan", "potong gaji", "kaltas", "ikakaltas", "trừ lương", "trừ", "يخصم", "تخصم", "خصم", "کاٹ", "کٹے", "काट", "कट्टी", "কেটে", "பிடித்த", "අඩු කර", "หัก", "ဖြတ်", "កាត់", "扣", "控除", "공제", "katwa",
    ),
    "to": ("to", "to the", "into", "a la", "al", "à", "an den", "an die", "kepada", "sa", "cho", "إلى", "को", "लाई", "کو", "给", "給", "向"),
    "from": ("from", "from the", "de", "dari", "daripada", "mula sa", "từ", "من", "से", "बाट", "থেকে", "سے", "从"),
    "not": ("not", "no", "never", "nor", "without", "don't", "dont", "shall not", "must not", "cannot", "nobody", "ne", "pas", "aucun", "aucune", "sin", "ningún", "ninguna", "nicht", "kein", "keine", "nie", "не", "bez", "tidak", "tiada", "tanpa", "jangan", "walang", "huwag", "hindi", "không", "لا", "بدون", "نہیں", "نہ", "नहीं", "न", "ना", "नपर्ने", "छैन", "নেই", "না", "লাগবে না", "இல்லை", "නැත", "ไม่", "မ", "មិន", "不", "无", "無", "免", "없음", "hakuna", "bila"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Direction:
    """``payer`` and ``collector``: worker, employer, agency or None."""

    payer: str | None = None
    collector: str | None = None


@cache
def verb_words() -> Lexicon:
    """Label: pay, receive, passive, deduct, to, from, not."""
    return Lexicon(_VERBS)


def direction(actors: list[Term], verbs: list[Term], start: int) -> Direction:
    """Who pays whom in a stretch of text from ``start``; the first verb that settles it decides."""
    for verb in verbs:
        found = _by_verb(verb, actors, verbs, start)
        if found is not None:
            return found
    return Direction()


def _by_verb(verb: Term, actors: list[Term], verbs: list[Term], start: int) -> Direction | None:
    if verb.label in ("to", "from", "not"):
        return None
    before = next((a for a in reversed(actors) if a.end <= verb.start and verb.start - a.end <= _REACH), None)
    after = next((a for a in actors if a.start >= verb.end and a.start - verb.end <= _REACH), None)
    denied = any(v.label == "not" and verb.start - 40 <= v.start < verb.start for v in verbs)
    if verb.label == "passive":
        close = after if after is not None and after.start - verb.end <= 25 else None
        return None if close is None else Direction(payer=None if denied else close.label)
    if verb.label == "deduct":
        return Direction(None if denied else "worker", _other_than_worker(before))
    if denied:
        return None
    if verb.label == "receive":
        return _received(before, after)
    return _paid(verb, before, _recipient(verb, actors, verbs), start)


def _received(before: Term | None, after: Term | None) -> Direction | None:
    """ "The agent took 5,20,000 from me": the subject collects, the object pays."""
    collector, payer = _other_than_worker(before), after.label if after is not None else None
    if payer == "worker":
        return Direction("worker", collector)
    if collector and payer is None:
        return Direction("worker", collector)
    return None


def _paid(verb: Term, before: Term | None, recipient: str | None, start: int) -> Direction | None:
    payer = before.label if before is not None else None
    if payer is None and verb.start - start <= 12:
        payer = "worker"  # an order: "Pay …", "Send …"
    if payer is None:
        return None
    if payer != "worker" and recipient == "worker":
        return Direction(payer, None)
    return Direction(payer, recipient if recipient != payer else None)


def _recipient(verb: Term, actors: list[Term], verbs: list[Term]) -> str | None:
    for mark in verbs:
        if mark.label == "to" and verb.end <= mark.start <= verb.end + _REACH:
            actor = next((a for a in actors if a.end > mark.end and mark.start <= a.start <= mark.end + 12), None)
            if actor is not None:
                return actor.label
    close = next((a for a in actors if 0 <= a.start - verb.end <= 5), None)
    return close.label if close is not None and close.label != "worker" else None


def _other_than_worker(term: Term | None) -> str | None:
    return term.label if term is not None and term.label != "worker" else None
