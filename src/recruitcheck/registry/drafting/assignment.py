"""Which column of the file is which field: by its header, by its values, and by what no other column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recruitcheck.registry.drafting.answers import NOTHING
from recruitcheck.registry.drafting.guess import Sureness
from recruitcheck.registry.drafting.number_shape import number_pattern
from recruitcheck.registry.drafting.profile import Profile
from recruitcheck.registry.drafting.words import Heading, headings

LISTS = ("phone", "email", "website")  # fields that may stand in several columns
LEAST = 0.42  # what a column needs to be given a field
NAMES = ("name", "other_name", "trading_name", "former_name", "alias")
DATED = ("valid_from", "valid_to", "revoked_on", "suspended_on", "cancelled_on", "status_date")
EXTRA = ("contact", "owner", "remark", "count", "fax", "status_date")
_OTHER_DATES = ("period", "duration")


@dataclass(frozen=True, slots=True)
class Claim:
    """A field for a column: how much speaks for it (0 to 1) and what."""

    field: str
    merit: float
    why: str
    by_header: float = 0.0
    by_values: float = 0.0

    @property
    def sure(self) -> Sureness:
        """Sure where header and values agree, doubtful where only one of them speaks, and not loudly."""
        if self.merit >= 0.78:
            return Sureness.HIGH
        return Sureness.MEDIUM if self.merit >= 0.55 else Sureness.LOW


@dataclass(slots=True)
class Assignment:
    """``columns``: header → claim. ``rivals``: header → other fields it might be. ``left``: header → why it has none."""

    columns: dict[str, Claim] = field(default_factory=dict)
    rivals: dict[str, list[Claim]] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> list[str]:
        """The headers that were given a field, in file order."""
        return [header for header, claim in self.columns.items() if claim.field == name]


def assign(profiles: Sequence[Profile], answered: Mapping[str, str]) -> Assignment:
    """A field for each column that has one. Every single field goes to the column with most merit."""
    result = Assignment()
    claims: list[tuple[float, int, Profile, Claim]] = []
    for place, profile in enumerate(profiles):
        told = answered.get(profile.header)
        if told is not None:
            if told == NOTHING:
                result.left[profile.header] = "you said so"
            else:
                result.columns[profile.header] = Claim(told, 1.0, "you said so", 1.0, 1.0)
            continue
        found = claims_of(profile)
        result.rivals[profile.header] = found
        claims += [(claim.merit, -place, profile, claim) for claim in found if claim.merit >= LEAST]
    taken = {claim.field for claim in result.columns.values() if claim.field not in LISTS}
    for _, _, profile, claim in sorted(claims, key=lambda each: (-each[0], -each[1], each[3].field)):
        if profile.header in result.columns or (claim.field in taken and claim.field not in (*LISTS, *EXTRA)):
            continue
        result.columns[profile.header] = claim
        taken.add(claim.field)
    result.columns = {each.header: result.columns[each.header] for each in profiles if each.header in result.columns}
    for profile in profiles:
        if profile.header not in result.columns and profile.header not in result.left:
            result.left[profile.header] = _why_left(profile, result)
    return result


def _why_left(profile: Profile, result: Assignment) -> str:
    if not profile.values:
        return "it is empty"
    best = next(iter(result.rivals.get(profile.header, [])), None)
    if best is not None and best.merit >= LEAST:
        others = result.of(best.field)
        if others:
            return f"it looks like {best.field}, but {others[0]!r} does so more"
    return "neither its header nor its values say what it is"


def claims_of(profile: Profile) -> list[Claim]:
    """Every field that a column might be, the likeliest first."""
    if not profile.values:
        return []
    found = [claim for claim in map(lambda heading: _by_header(profile, heading), headings(profile.header)) if claim]
    known = {claim.field for claim in found}
    found += [claim for claim in _by_values(profile) if claim.field not in known]
    return sorted(found, key=lambda claim: (-claim.merit, claim.field))


def _by_header(profile: Profile, heading: Heading) -> Claim | None:
    if profile.yes_no and not (heading.field == "status" and heading.fit >= 0.9):
        return None  # yes and no tell what a licence covers, never what it is
    fits = _fits(profile, heading.field)
    if fits is None:
        return None
    merit = 0.6 * heading.fit + 0.4 * fits
    if heading.fit < 0.8:
        merit = min(merit, 0.5 + 0.3 * heading.fit)
    said = f"the header says {heading.word!r}" + (f" ({heading.language})" if heading.language != "en" else "")
    seen = (
        "the values fit"
        if fits >= 0.6
        else "the values do not speak against it"
        if fits >= 0.3
        else "the values hardly fit"
    )
    return Claim(heading.field, round(merit, 3), f"{said}; {seen}", heading.fit, fits)


def _fits(profile: Profile, name: str) -> float | None:
    """How well the values fit a field that the header names (0 to 1); None where they cannot be it."""
    shape = profile.dates
    if name == "email":
        return profile.mail if profile.mail > 0.2 else None
    if name == "website":
        return profile.web if profile.web > 0.2 else None
    if name in ("phone", "fax"):
        if profile.mail > 0.5 or (shape and shape.share > 0.9 and not profile.phone > 0.9):
            return None
        return max(profile.phone, 0.35 if _holds_digits(profile) else 0.0) or None
    if name in DATED:
        return _fits_dated(profile, name)
    if name == "period":
        return (1.0 if shape.ranges else 0.35) if shape else None
    if name == "number_date":
        return 0.8 if not shape and _holds_digits(profile) else None
    if name in NAMES or name == "name_address":
        return _fits_name(profile, name)
    if name == "status":
        return _fits_status(profile)
    if name in ("licence_number", "company_number", "tax_number", "record_id"):
        return _fits_number(profile, name)
    if name == "serial":
        return 1.0 if profile.counter else 0.5 if profile.numbers > 0.9 and not profile.letters else None
    if name == "address":
        return max(profile.addresses, 0.4) if profile.letters > 0.1 or profile.addresses > 0.2 else None
    if name == "country":
        return profile.countries if profile.countries > 0.3 else (0.3 if profile.length < 4 else None)
    if name in ("place", "region"):
        return 0.3 if profile.countries > 0.8 and len(profile.different) > 3 else 0.75 if profile.length < 40 else 0.3
    if name == "postal_code":
        return profile.postal if profile.postal > 0.2 else 0.3
    return 0.6


def _holds_digits(profile: Profile) -> bool:
    return sum(any(map(str.isdigit, value)) for value in profile.different) > 0.5 * len(profile.different)


def _fits_dated(profile: Profile, name: str) -> float | None:
    shape = profile.dates
    if shape is None:
        return None
    if shape.ranges:
        return 0.5 if name in ("valid_to", "valid_from") else 0.3
    # A state that is told by the day on which it began is blank for everybody else.
    if name in ("revoked_on", "suspended_on", "cancelled_on"):
        return shape.share if profile.filled < 0.9 else 0.4
    return shape.share


def _fits_name(profile: Profile, name: str) -> float | None:
    if profile.mail > 0.3 or profile.phone > 0.5 or profile.dates or profile.counter or profile.yes_no:
        return None
    if profile.letters < 0.3 and profile.firms < 0.3:
        return None
    if name != "name":
        return 0.7
    fits = 0.35 + 0.4 * min(1.0, profile.firms * 1.6) + 0.25 * (profile.unique > 0.5)
    if profile.addresses > 0.6 and profile.firms < 0.4:
        fits -= 0.3
    if profile.states > 0.7:
        return None
    return max(0.1, min(1.0, fits - (0.3 if profile.filled < 0.5 else 0.0)))


def _fits_status(profile: Profile) -> float | None:
    if profile.dates or profile.mail > 0.2 or profile.phone > 0.3:
        return None
    if profile.states > 0:
        return 0.4 + 0.6 * profile.states
    return 0.3 if len(profile.different) <= 25 and not profile.yes_no else 0.2 if profile.yes_no else None


def _fits_number(profile: Profile, name: str) -> float | None:
    if (
        profile.mail > 0.2
        or profile.numbers < 0.4
        or (profile.dates and profile.dates.share > 0.95 and not profile.dates.serial)
    ):
        return (
            0.25
            if name == "licence_number" and profile.mail <= 0.2 and profile.length < 30 and not profile.dates
            else None
        )
    fits = 0.4 * profile.numbers + 0.4 * min(1.0, profile.unique * 1.1) + 0.2 * profile.filled
    if profile.amounts or profile.counter:
        fits -= 0.25
    return max(0.1, fits)


def _by_values(profile: Profile) -> list[Claim]:
    """What the values alone say. Never more than a proposal, but for what has a shape of its own."""
    found: list[Claim] = []

    def claim(name: str, merit: float, why: str) -> None:
        if merit > 0:
            found.append(Claim(name, round(merit, 3), why, 0.0, merit))

    if profile.counter:
        claim("serial", 0.7, "the values only count the rows")
        return found
    if profile.mail > 0.6:
        claim("email", 0.8 * profile.mail, "the values are mail addresses")
        return found
    if profile.web > 0.7:
        claim("website", 0.75 * profile.web, "the values are web addresses")
        return found
    shape = profile.dates
    if shape is not None and shape.share > 0.8 and not shape.serial and shape.formats != ("%Y",):
        # Which day it is, the values cannot tell: taken for an end, it would make licences expire that do not.
        claim("period" if shape.ranges else "status_date", 0.45, "the values are dates")
        return found
    if profile.phone > 0.8 and _long_numbers(profile):
        claim("phone", 0.6 * profile.phone, "the values are numbers to call")
    if profile.states > 0.8:
        claim("status", 0.62 * profile.states, "the values are states of a licence")
    if not headings(profile.header) and profile.numbers > 0.95 and profile.unique > 0.95 and profile.filled > 0.9:
        if profile.length <= 24 and not profile.counter and profile.phone < 0.5 and number_pattern(profile.values)[0]:
            claim("licence_number", 0.46, "every row has a number of its own, of one shape")
    if profile.firms > 0.25 and profile.unique > 0.4 and profile.addresses < 0.5:
        claim("name", 0.4 + 0.3 * min(1.0, profile.firms), "the values carry legal forms or words of the trade")
    if profile.addresses > 0.6 and profile.firms < 0.5:
        claim("address", 0.62 * profile.addresses, "the values look like addresses")
    if profile.countries > 0.9 and len(profile.different) > 1:
        claim("country", 0.5, "the values are countries")
    return found


def _long_numbers(profile: Profile) -> bool:
    return sum(sum(map(str.isdigit, value)) >= 8 for value in profile.different) > 0.6 * len(profile.different)
