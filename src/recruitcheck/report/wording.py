"""Words of a report for the model's codes. Calm on purpose: a finding is a reason to look, not a verdict."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from recruitcheck.model import RegistryUse

if TYPE_CHECKING:
    from recruitcheck.standards import Catalogue

REGISTRY_FAMILIES = frozenset({"licence", "debarment", "impersonation", "linkage", "coverage", "corridor"})
# Where one of these is flagged, somebody may be in danger now: the emergency line comes before any question.
DANGER_FAMILIES = frozenset({"threats", "restricted_movement", "isolation"})

# Never the locale's: the same report must come out everywhere.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SEVERITY: Mapping[str, str] = {
    "critical": "Critical",
    "high": "High",
    "medium": "Medium",
    "low": "Low",
    "info": "For information",
}
CONFIDENCE: Mapping[str, str] = {"high": "High confidence", "medium": "Medium confidence", "low": "Low confidence"}
OUTCOME: Mapping[str, str] = {
    "flagged": "Flagged",
    "review": "A person must decide",
    "clear": "Nothing flagged",
    "not_applicable": "Does not apply",
    "not_checked": "Not checked",
    "error": "The check failed",
}
STANCE: Mapping[str, str] = {
    "states": "The document states it itself",
    "attested": "The document tells of it as it happened",
    "mentions": "The document only mentions it",
}
BINDING: Mapping[str, str] = {
    "law_here": "Law for this corridor",
    "law_elsewhere": "Law elsewhere, not here",
    "standard": "Standard, not law here",
    "not_checked": "Whether it binds here was not checked",
}
EFFECT: Mapping[str, str] = {
    "bars": "the text bars the practice",
    "limits": "the text limits the practice",
    "requires": "the text sets a duty",
    "indicator": "the text lists it as an indicator only",
}
VERIFICATION: Mapping[str, str] = {
    "text_read": "text read",
    "heading_seen": "heading verified, text not read",
    "secondary_source": "as reported by a secondary source",
}
REGISTRY_KIND: Mapping[str, str] = {
    "licensing": "Recruitment licences",
    "sponsor": "Permission to employ, not a recruitment licence",
    "debarment": "Exclusions",
    "licensing_and_debarment": "Recruitment licences and exclusions",
    "disclosure": "Disclosure list, never a licence",
    "watch": "Watch list, never a licence",
    "company": "Company register, never a recruitment licence",
}
DOCUMENT_KIND: Mapping[str, str] = {
    "advert": "Advert",
    "message": "Message",
    "offer_letter": "Offer letter",
    "contract": "Contract",
    "other": "Other document",
}
KIND_FROM: Mapping[str, str] = {"option": "told by the user", "input": "told by the input", "inferred": "inferred"}
ORIGIN: Mapping[str, str] = {
    "worker": "from a worker",
    "agency": "from the agency",
    "public": "published",
    "unknown": "source unknown",
}
SUBJECT: Mapping[str, str] = {"agency": "Agency", "offer": "Job offer", "case": "Case"}
ROLE: Mapping[str, str] = {
    "principal": "Principal",
    "employer": "Employer",
    "sub_agent": "Sub-agent",
    "partner": "Partner",
}
TERM_STATE: Mapping[str, str] = {"stated": "Stated", "not_stated": "Not stated", "contradicted": "Contradicted"}
INDICATOR: Mapping[str, str] = {
    "sign": "A sign was found",
    "no_sign": "No sign in what was read",
    "not_assessable": "Not assessable from papers",
}
VERDICT: Mapping[str, str] = {
    "within": "Within the limit found",
    "above": "Above the limit found",
    "none_allowed": "No fee allowed by the limit found",
    "cannot_tell": "Cannot tell",
}
SIDE: Mapping[str, str] = {"origin": "Origin", "destination": "Destination"}
TAKEN_FROM: Mapping[str, str] = {
    "option": "given by the user",
    "input": "from the input file",
    "document": "read in the document",
    "registry": "from a registry",
    "none": "not known",
}


def words(table: Mapping[str, str], code: object) -> str:
    """The words of a code; a code without words is shown as it is, with spaces."""
    key = str(code)
    return table.get(key) or label(key)


def label(key: str) -> str:
    """A field name as a label: ``valid_to`` is "Valid to"."""
    spaced = key.replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:]


def day(value: date | str | None) -> str:
    """A day in words, "3 September 2026"; text that is no ISO day is left as it is; None is "not known"."""
    if value is None:
        return "not known"
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return str(value)
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def place(code: str | None) -> str:
    """A jurisdiction in words; a code without a name (a province, a fictional country) stays as it is."""
    from recruitcheck.vocabulary import country_name

    if not code:
        return "not known"
    if code == "INTL":
        return "International"
    return country_name(code)


def family(category: str) -> str:
    """The title of a practice family."""
    from recruitcheck.vocabulary import families

    found = families().get(category)
    return found.title if found else label(category)


def practice(text: str) -> str:
    """The title of a practice where the text is the id of one, else the text."""
    from recruitcheck.vocabulary import practices

    found = practices().get(text)
    return found.title if found else text


def fee_item(item: str) -> str:
    """The title of a fee item; an unknown one as a label."""
    from recruitcheck.vocabulary import fee_items

    found = fee_items().get(item)
    return found.title if found else label(item)


def instrument(identity: str) -> str:
    """The short title of a shipped instrument; another one (from the user's own files) by its id."""
    return _catalogue().title_of(identity)


@cache
def _catalogue() -> Catalogue:
    from recruitcheck.standards import load_catalogue

    return load_catalogue()


def count(number: int, one: str, many: str | None = None) -> str:
    """ "1 list", "2 lists"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def money(amount: object) -> str:
    """Digits in groups of three where it is a plain number, else as given."""
    text = str(amount)
    whole, _, part = text.partition(".")
    if not (whole.isdecimal() and whole.isascii() and (part.isdecimal() or not part)):
        return text
    return f"{int(whole):,}" + (f".{part}" if part.strip("0") else "")


def age(use: RegistryUse) -> str:
    """How old the copy is, and whether that is too old, e.g. "203 days old, stale"."""
    if use.snapshot is None:
        return "no copy"
    if use.age_days is None:
        return "stale" if use.stale else "age not known"
    old = count(use.age_days, "day") + " old"
    return f"{old}, stale" if use.stale else old


def copy_date(use: RegistryUse) -> str:
    """The date of the copy: published where known, else retrieved."""
    if use.published_on:
        return f"published {day(use.published_on)}"
    return f"retrieved {day(use.retrieved_on)}" if use.retrieved_on else "no date"


def joined(parts: list[str] | tuple[str, ...]) -> str:
    """ "a", "a and b", "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return ", ".join(parts[:-1]) + " and " + parts[-1]
