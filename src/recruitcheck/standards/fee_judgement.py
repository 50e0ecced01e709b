"""One fee against the limits of origin and destination, judged apart and never merged into one "lawful"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from recruitcheck.model import FeeJudgement
from recruitcheck.standards.citation import source_name
from recruitcheck.standards.fee_basis import comparable, surely_counted
from recruitcheck.standards.fee_limit import FeeLimit, Nothing
from recruitcheck.standards.fee_verdict import FeeCase, Verdict, describe, verdict_on
from recruitcheck.standards.fit import CountryGroup, Fit, all_fit, place_fits, sector_fits
from recruitcheck.standards.instrument import Verification

_BREACH = ("above", "none_allowed")
_GENDER = "the worker's gender"
# Whoever is recruited across a border is a foreigner where the work is.
_FOREIGN = frozenset({"non_national", "foreign_national", "foreign_worker", "foreign_employee"})
_AT_HOME = frozenset({"domestic_job_seeker"})


@dataclass(frozen=True, slots=True)
class LimitReading:
    """A limit that applies or may apply in a corridor; ``unknown`` are the facts that would decide it."""

    row: FeeLimit
    fit: Fit
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Held:
    """A row that may apply, whether it does, and what is not known."""

    row: FeeLimit
    fit: Fit
    unknown: tuple[str, ...]
    narrow: int


def judge(
    rows: Iterable[FeeLimit], case: FeeCase, groups: Mapping[str, CountryGroup], years: Mapping[str, int]
) -> tuple[FeeJudgement, ...]:
    """One judgement for each side, jurisdiction, bound party and basis; conflicting rows stand side by side.

    ``years`` gives the year of each instrument: without a start date a row is not used before that year.
    """
    held: list[_Held] = []
    for row in rows:
        if row.how.printable and comparable(row.basis, case.item) and case.item not in row.items_excluded:
            found = _hold(row, case, groups, years)
            if found.fit is not Fit.NO:
                held.append(found)
    parted: dict[tuple[str, str, str, str], list[_Held]] = {}
    for found in held:
        if not any(_overrides(other, found) for other in held):
            row = found.row
            parted.setdefault((row.side, row.jurisdiction, row.bound, row.basis), []).append(found)
    judgements: list[FeeJudgement] = []
    for key in sorted(parted, key=lambda key: (key[0] != "origin", *key)):
        judgements.extend(_decide(parted[key], case))
    return tuple(dict.fromkeys(judgements))


def readings(
    rows: Iterable[FeeLimit], case: FeeCase, groups: Mapping[str, CountryGroup], years: Mapping[str, int]
) -> tuple[LimitReading, ...]:
    """The printable limits that apply or may apply in the case, whatever the charge; origin first."""
    held = [_hold(row, case, groups, years) for row in rows if row.how.printable]
    found = [LimitReading(item.row, item.fit, item.unknown) for item in held if item.fit is not Fit.NO]
    return tuple(sorted(found, key=lambda item: (item.row.side != "origin", item.fit is Fit.UNKNOWN, item.row.id)))


_COVERED_BOUND = {"anyone": ("anyone", "any agency", "local licensee", "employer"), "any agency": ("local licensee",)}
_COVERED_BASIS = {
    "any_fee": ("agency_fee", "placement_fee", "all_recruitment_costs", "document_costs"),
    "all_recruitment_costs": ("agency_fee", "placement_fee"),
}


def _overrides(special: _Held, general: _Held) -> bool:
    """Whether a narrower rule that surely applies and lets nothing be taken leaves the general one no room."""
    one, other = special.row, general.row
    return (
        special.fit is Fit.YES
        and special.narrow > general.narrow
        and one.usable
        and isinstance(one.limit, Nothing)
        and (one.side, one.jurisdiction) == (other.side, other.jurisdiction)
        and (one.bound == other.bound or other.bound in _COVERED_BOUND.get(one.bound, ()))
        and (one.basis == other.basis or other.basis in _COVERED_BASIS.get(one.basis, ()))
    )


def _hold(row: FeeLimit, case: FeeCase, groups: Mapping[str, CountryGroup], years: Mapping[str, int]) -> _Held:
    corridor = case.corridor
    own = corridor.origin if row.side == "origin" else corridor.destination
    if own is None or place_fits(row.jurisdiction, own, groups, case.on) is Fit.NO:
        return _Held(row, Fit.NO, (), 0)  # most rows end here, before any date is looked at
    checks: list[tuple[Fit, str]] = [
        (place_fits(row.jurisdiction, own, groups, case.on), "whether the case lies where the rule applies"),
        (place_fits(row.origin, corridor.origin, groups, case.on), "the country of origin"),
        (place_fits(row.destination, corridor.destination, groups, case.on), "the destination"),
        (sector_fits((row.sector,), corridor.sector), "the sector"),
        (_outside(row.not_sector, corridor.sector), "the sector"),
        (_dated(row, case.on, years), "whether the rule was in force on that day"),
    ]
    checks.extend(
        (_group_fits(key, values, case), f"the worker's {key.replace('_', ' ')}") for key, values in row.group
    )
    if row.condition and not case.conditions.get(row.id, False):
        checks.append((Fit.NO if row.id in case.conditions else Fit.UNKNOWN, f"whether {row.condition}"))
    unknown = tuple(dict.fromkeys(what for fit, what in checks if fit is Fit.UNKNOWN))
    # A named country is narrower than a group of countries, a group narrower than "anywhere".
    places = sum(0 if place == "*" else 1 if place in groups else 2 for place in (row.origin, row.destination))
    narrow = places + 2 * (row.sector != "*") + 2 * len(row.group) + bool(row.condition)
    return _Held(row, all_fit(fit for fit, _ in checks), unknown, narrow)


def _outside(not_sector: str | None, sector: str | None) -> Fit:
    if not_sector is None:
        return Fit.YES
    inside = sector_fits((not_sector,), sector)
    return {Fit.YES: Fit.NO, Fit.NO: Fit.YES}.get(inside, Fit.UNKNOWN)


def _group_fits(key: str, values: tuple[str, ...], case: FeeCase) -> Fit:
    given = case.worker.get(key)
    if given is not None:
        return Fit.YES if given in values else Fit.NO
    origin, destination = case.corridor.origin, case.corridor.destination
    if key == "status" and origin and destination and origin.partition("-")[0] != destination.partition("-")[0]:
        if _FOREIGN.issuperset(values):
            return Fit.YES
        if _AT_HOME.issuperset(values):
            return Fit.NO
    return Fit.UNKNOWN


def _dated(row: FeeLimit, on: date, years: Mapping[str, int]) -> Fit:
    if row.in_force_to and on > row.in_force_to.last:
        return Fit.NO
    if row.in_force_to and not row.in_force_to.is_exact and on >= row.in_force_to.first:
        return Fit.UNKNOWN
    if row.in_force_from:
        if on < row.in_force_from.first:
            return Fit.NO
        return Fit.YES if row.in_force_from.is_exact or on > row.in_force_from.last else Fit.UNKNOWN
    # Without a start the row counts from the day its source stated it; a statute, from the year after its own.
    if row.stated_on:
        return Fit.YES if on >= row.stated_on.last else Fit.UNKNOWN
    year = years.get(row.instrument)
    return Fit.YES if year is not None and on.year > year else Fit.UNKNOWN


def _decide(held: list[_Held], case: FeeCase) -> list[FeeJudgement]:
    held = sorted(held, key=lambda item: (-item.narrow, item.row.id))
    sure = [item for item in held if item.fit is Fit.YES]
    if not sure:
        return _undecided(held, case)
    top = [item for item in sure if item.narrow == sure[0].narrow]
    rivals = [item for item in held if item.fit is Fit.UNKNOWN and item.narrow > sure[0].narrow and item.row.usable]
    decided = [_judge_one(item, case) for item in top]
    if not rivals:
        return decided
    if all(judgement.verdict == "cannot_tell" for judgement in decided):
        return [*decided, *(_judge_one(item, case) for item in rivals)]
    answers = {verdict_on(item.row, case)[0] for item in rivals}
    if answers <= set(_BREACH) and all(judgement.verdict in _BREACH for judgement in decided):
        return decided
    if answers == {"within"} and all(judgement.verdict == "within" for judgement in decided):
        return decided
    open_points = " and ".join(dict.fromkeys(what for item in rivals for what in item.unknown))
    return [
        _as_judgement(
            item.row,
            "cannot_tell",
            f"A narrower rule may apply: {open_points} is not known. {verdict_on(item.row, case)[1]}",
        )
        for item in top
    ]


def _undecided(held: list[_Held], case: FeeCase) -> list[FeeJudgement]:
    """No row surely applies: the narrowest are shown, unless a row for men and one for women agree."""
    top = [item for item in held if item.narrow == held[0].narrow]
    if all(item.unknown == (_GENDER,) for item in top):
        genders = {value for item in top for key, values in item.row.group if key == "gender" for value in values}
        answers = [(item, verdict_on(item.row, case)) for item in top]
        if genders == {"female", "male"} and all(verdict in _BREACH for _, (verdict, _) in answers):
            item, (verdict, working) = min(answers, key=lambda answer: answer[1][0] == "none_allowed")
            words = f"Whatever the worker's gender: {working}"
            return [_as_judgement(item.row, verdict, " ".join((words, *_caveats(item.row, case, verdict))))]
    return [_judge_one(item, case) for item in top]


def _judge_one(item: _Held, case: FeeCase) -> FeeJudgement:
    row = item.row
    if obstacle := _obstacle(item, case):
        return _as_judgement(row, "cannot_tell", obstacle)
    verdict, working = verdict_on(row, case)
    return _as_judgement(row, verdict, " ".join((working, *_caveats(row, case, verdict))))


def _obstacle(item: _Held, case: FeeCase) -> str | None:
    """Why the row does not decide, whatever the figures."""
    row = item.row
    if item.unknown:
        return f"The rule may apply: {' and '.join(item.unknown)} is not known. {describe(row)}"
    if not _binds_collector(row, case.collector):
        return f"It binds {_bound_words(row)}; the money goes to somebody else ({case.collector})."
    if not row.usable:
        known = f"Known from {source_name(row.verified_at)} with low confidence only; no judgement rests on it."
        return f"{known} {describe(row)}"
    if not surely_counted(row.basis, case.item, row.items_included):
        return f"Whether the rule counts this item as a cost of recruitment was not verified. {describe(row)}"
    return None


def _caveats(row: FeeLimit, case: FeeCase, verdict: Verdict) -> Iterator[str]:
    if case.collector is None and row.bound != "anyone":
        yield f"It binds {_bound_words(row)}; who takes the money is not stated."
    elif row.bound == "local licensee":
        yield f"It binds {_bound_words(row)} only."
    if row.when_allowed and verdict == "within":
        yield f"Allowed {row.when_allowed}."
    if row.caveat:
        yield row.caveat
    if row.instrument in case.weak:
        yield case.weak[row.instrument]
    if row.how is Verification.SECONDARY_SOURCE:
        yield f"As reported by {source_name(row.verified_at)}."
    if row.in_force_from is None:
        yield "The day the limit took effect was not verified."
    if row.conflicts_with:
        yield "Another source says otherwise; both are shown."


def _binds_collector(row: FeeLimit, collector: str | None) -> bool:
    if collector is None or row.bound == "anyone":
        return True
    return collector == ("employer" if row.bound == "employer" else "agency")


def _bound_words(row: FeeLimit) -> str:
    return {
        "local licensee": f"the agency licensed in {row.jurisdiction}",
        "any agency": "agencies",
        "employer": "the employer",
        "anyone": "anyone",
    }[row.bound]


def _as_judgement(row: FeeLimit, verdict: Verdict, working: str) -> FeeJudgement:
    return FeeJudgement(
        jurisdiction=row.jurisdiction,
        side=row.side,
        bound=row.bound,
        basis=row.basis,
        verdict=verdict,
        working=working.strip(),
        instrument=row.instrument,
        provision=row.provision,
        verification=row.how.value,
    )
