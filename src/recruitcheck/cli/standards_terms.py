"""What a contract or an advert must state in a corridor, and the least ages, as tables or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruitcheck.cli.registry_views import put_list
from recruitcheck.cli.shared import Shared
from recruitcheck.cli.standards_tables import some_corridor
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.model import Corridor
    from recruitcheck.standards import Catalogue


def show_terms(shared: Shared, what: str) -> None:
    """Of ``contract``, ``advert`` and ``age`` the list asked for."""
    from recruitcheck.standards import load_catalogue

    views = {"contract": _contract, "advert": _advert, "age": _age}
    if what not in views:
        raise UsageError(f"--what {what}: not known.", todo=f"Use one of: {', '.join(views)}.")
    views[what](shared, load_catalogue(shared.standards), some_corridor(shared))


def _contract(shared: Shared, catalogue: Catalogue, corridor: Corridor) -> None:
    from recruitcheck.vocabulary import terms

    titles = terms()
    rows = [
        {
            "term": item.term,
            "title": titles[item.term].title,
            "side": item.side,
            "jurisdiction": item.jurisdiction,
            "instrument": item.instrument,
            "provision": f"{catalogue.title_of(item.instrument)}, {item.provision}",
            "verification": item.verification.replace("_", " "),
            "note": item.note,
        }
        for item in catalogue.required_terms(corridor, shared.as_of)
    ]
    columns = ["term", "side", "jurisdiction", "provision", "verification"]
    put_list(shared, f"Required contract terms as of {shared.as_of}", "required_terms", rows, columns)


def _advert(shared: Shared, catalogue: Catalogue, corridor: Corridor) -> None:
    rows = [
        {
            "jurisdiction": rule.jurisdiction,
            "instrument": rule.instrument,
            "provision": f"{catalogue.title_of(rule.instrument)}, {rule.provision}",
            "licence_number": _seen(rule.licence_number),
            "prior_approval": _seen(rule.prior_approval),
            "contents": "; ".join(rule.contents),
            "when": rule.when,
            "verification": rule.how.value.replace("_", " "),
            "verified_at": rule.verified_at,
            "note": rule.note,
        }
        for rule in catalogue.advert_rules(corridor, shared.as_of)
    ]
    columns = ["provision", "licence_number", "prior_approval", "contents", "when"]
    put_list(shared, f"Rules on adverts as of {shared.as_of}", "advert_rules", rows, columns)


def _seen(value: bool | None) -> str:
    return "not seen" if value is None else "required" if value else "not required"


def _age(shared: Shared, catalogue: Catalogue, corridor: Corridor) -> None:
    rows = [
        {
            "years": item.rule.years,
            "side": item.rule.side,
            "jurisdiction": item.rule.jurisdiction,
            "applies": f"depends on {' and '.join(item.unknown)}" if item.unknown else "yes",
            "instrument": item.rule.instrument,
            "provision": ", ".join(filter(None, (catalogue.title_of(item.rule.instrument), item.rule.provision))),
            "verification": item.rule.how.value.replace("_", " "),
            "verified_at": item.rule.verified_at,
            "note": item.rule.note,
        }
        for item in catalogue.minimum_ages(corridor, shared.as_of)
    ]
    columns = ["years", "jurisdiction", "provision", "applies", "note"]
    put_list(shared, f"Least age as of {shared.as_of}", "minimum_ages", rows, columns)
