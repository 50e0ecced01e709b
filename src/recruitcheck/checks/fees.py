"""The fees that a document asks for, each judged against the limits of its corridor by the caller's judge."""

from __future__ import annotations

from collections.abc import Callable

from recruitcheck.model import Document, Fact, FactKind, FeeFact, FeeJudgement, Money, Particulars

FeeJudge = Callable[[Fact], tuple[FeeJudgement, ...]]


def list_fees(document: Document, particulars: Particulars, judge: FeeJudge) -> tuple[FeeFact, ...]:
    """Every fee in document order, whoever pays it; only what a worker may bear is judged against limits.

    A fee whose payer the text does not name is judged too: silence is not "the employer".
    """
    return tuple(_fee(document, fact, judge) for fact in particulars.of(FactKind.FEE))


def _fee(document: Document, fact: Fact, judge: FeeJudge) -> FeeFact:
    money = fact.value if isinstance(fact.value, Money) else None
    borne_by_worker = fact.payer in (None, "worker", "other")
    return FeeFact(
        fact=fact.text,
        document=document.id,
        start=fact.start,
        end=fact.end,
        amount=_amount(money),
        currency=money.currency if money else None,
        ilo_item=fact.item,
        payer=fact.payer,
        collector=fact.collector,
        judgements=judge(fact) if borne_by_worker else (),
    )


def _amount(money: Money | None) -> str | None:
    """Plain digits; "a-b" for a range, "a x n" for repeated payments."""
    if money is None:
        return None
    text = f"{money.amount:f}"
    if money.amount_max is not None:
        text += f"-{money.amount_max:f}"
    return text if money.times is None else f"{text} x {money.times}"
