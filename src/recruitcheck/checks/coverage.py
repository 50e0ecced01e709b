"""What could not be checked: missing, late, stale, short or out-of-scope copies, and no licensing list at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recruitcheck.checks.drafting import draft_gap
from recruitcheck.model import AbsenceMeans, Agency, DecisionAnswer, Gap, NotChecked, RegistryLookup
from recruitcheck.vocabulary import country_name


def registry_gaps(lookups: Sequence[RegistryLookup], day: date) -> tuple[NotChecked, ...]:
    """One gap for every registry that could not fully answer for the day."""
    return tuple(
        _gap(lookup, lookup.gap, day)
        for lookup in lookups
        if lookup.gap is not None and not (lookup.gap is Gap.OUT_OF_SCOPE and lookup.matches)
    )


def _gap(lookup: RegistryLookup, gap: Gap, day: date) -> NotChecked:
    registry, snapshot = lookup.registry, lookup.snapshot
    args = {"registry": registry.id, "date": day.isoformat()}
    if gap is Gap.NO_COPY_THEN:
        args["earliest"] = lookup.earliest_copy.isoformat() if lookup.earliest_copy else "none"
    if gap is Gap.NOT_KNOWN_THEN and lookup.first_known is not None:
        args["first"] = lookup.first_known.isoformat()
    if gap is Gap.STALE and snapshot is not None:
        args |= {
            "effective": snapshot.effective_on.isoformat(),
            "shelf_life": str(registry.shelf_life_days),
            "age": str((day - snapshot.effective_on).days),
        }
    if gap is Gap.PARTIAL and snapshot is not None:
        args["reason"] = snapshot.partial_reason or "the copy is short"
    if gap is Gap.OUT_OF_SCOPE:
        args["scope"] = registry.scope.note or ", ".join(registry.scope.sectors) or "see the definition"
    return draft_gap(gap.value, registry.title, message_id=f"gap.{gap.value}", args=args, required=lookup.required)


def bears_on_licence(lookup: RegistryLookup, country: str | None) -> bool:
    """Whether a list can license the agency: another country's list of licences and exclusions only excludes."""
    here = country is None or lookup.required or _within(lookup.registry.jurisdiction, country)
    return lookup.registry.kind.licenses and here


def _within(jurisdiction: str, country: str) -> bool:
    """Whether one place holds the other: a national list for a province, a province's list for its nation."""
    return jurisdiction.split("-", maxsplit=1)[0] == country.split("-", maxsplit=1)[0] and (
        "-" not in jurisdiction or "-" not in country or jurisdiction == country
    )


def licensing_gaps(
    agency: Agency, lookups: Sequence[RegistryLookup], day: date, country: str | None, *, limited: bool
) -> tuple[NotChecked, ...]:
    """The gap where no licensing list could answer: then nothing is known of a licence, and nothing may look clear.

    A list that had to answer and could not has its own required gap. ``limited``: the user named the lists to ask, so
    that a licence was not the question; the gap is printed and not required.
    """
    licensing = [lookup for lookup in lookups if bears_on_licence(lookup, country)]
    if any(lookup.required or (lookup.gap is None and not _is_silent(lookup)) for lookup in licensing):
        return ()
    args = {"date": day.isoformat()}
    if country is None:
        code, what = "country_not_given", agency.name
    else:
        code = "no_licensing_answer" if licensing else "no_licensing_registry"
        what = country
        args["country"] = country_name(country)
    return (draft_gap(code, what, message_id=f"gap.{code}", args=args, required=not limited),)


def silence_gaps(agency: Agency, lookups: Sequence[RegistryLookup], day: date) -> tuple[NotChecked, ...]:
    """A required gap for a list that had to answer, lists nothing like the name, and whose silence proves nothing."""
    return tuple(
        draft_gap(
            "absence_proves_nothing",
            f"{lookup.registry.id}: {agency.name}",
            message_id="gap.absence_proves_nothing",
            args={"registry": lookup.registry.title, "name": agency.name, "date": day.isoformat()},
            required=True,
        )
        for lookup in lookups
        if lookup.required and not lookup.registry.kind.debars and _is_silent(lookup)
    )


def _is_silent(lookup: RegistryLookup) -> bool:
    """Whether a usable copy holds nothing like the name and that says nothing either way."""
    found = any(
        match.decision is None or match.decision.answer is not DecisionAnswer.DIFFERENT for match in lookup.matches
    )
    return lookup.gap is None and lookup.registry.absence_means is AbsenceMeans.NOTHING and not found


def debarment_gaps(lookups: Sequence[RegistryLookup], day: date) -> tuple[NotChecked, ...]:
    """A gap, not required, where no list of exclusions was asked."""
    if any(lookup.registry.kind.debars for lookup in lookups):
        return ()
    args = {"date": day.isoformat()}
    return (
        draft_gap(
            "no_debarment_registry", "debarment", message_id="gap.no_debarment_registry", args=args, required=False
        ),
    )
