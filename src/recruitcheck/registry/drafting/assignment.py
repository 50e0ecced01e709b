"""Which column of the file is which field: by its header, by its values, and by what no other column is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recruitcheck.registry.drafting.answers import NOTHING
from recruitcheck.registry.drafting.guess import Sureness
from recruitcheck.registry.drafting.number_shape import number_pattern
from recruitcheck.registry.drafting.profile import Profile
from recruitcheck.registry.drafting.value_fit import fit
from recruitcheck.registry.drafting.words import Heading, headings

LISTS = ("phone", "email", "website")  # fields that may stand in several columns
LEAST = 0.42  # what a column needs to be given a field
EXTRA = ("contact", "owner", "remark", "count", "fax", "status_date")


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
    """``columns``: header → claim. ``rivals``: header → other fields it might be. ``left``: why it has none."""

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
    judged = (_by_header(profile, heading) for heading in headings(profile.header))
    found = [claim for claim in judged if claim is not None]
    fits = {claim.field: claim.by_header for claim in found}
    if not (profile.dates and profile.dates.ranges) and fits.get("valid_from", 0.0) >= fits.get("valid_to", 1.0):
        # "term (begins)" is its first day, never its last.
        found = [claim for claim in found if claim.field != "valid_to"]
    known = {claim.field for claim in found}
    found += [claim for claim in _by_values(profile, unclaimed=not found) if claim.field not in known]
    return sorted(found, key=lambda claim: (-claim.merit, claim.field))


def _by_header(profile: Profile, heading: Heading) -> Claim | None:
    if profile.yes_no and not (heading.field == "status" and heading.fit >= 0.9):
        return None  # yes and no tell what a licence covers, never what it is
    fits = fit(profile, heading.field)
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


def _by_values(profile: Profile, *, unclaimed: bool) -> list[Claim]:
    """What the values alone say. Never more than a proposal, but for what has a shape of its own.

    ``unclaimed``: no word of the header fits them.
    """
    shape = profile.dates
    dated = shape is not None and shape.share > 0.8 and not shape.serial and shape.formats != ("%Y",)
    if profile.counter:
        return [_claim("serial", 0.7, "the values only count the rows")]
    if profile.mail > 0.6:
        return [_claim("email", 0.8 * profile.mail, "the values are mail addresses")]
    if profile.web > 0.7:
        return [_claim("website", 0.75 * profile.web, "the values are web addresses")]
    if shape is not None and dated:
        # Which day it is, the values cannot tell: taken for an end, it would make licences expire that do not.
        if shape.ends is not None:
            return [_claim("valid_to" if shape.ends else "valid_from", 0.6, "the words before the dates say so")]
        return [_claim("period" if shape.ranges else "status_date", 0.45, "the values are dates")]
    return [
        claim
        for claim in (_phone(profile), _state(profile), _number(profile, unclaimed=unclaimed), *_words(profile))
        if claim
    ]


def _claim(name: str, merit: float, why: str) -> Claim:
    return Claim(name, round(merit, 3), why, 0.0, merit)


def _phone(profile: Profile) -> Claim | None:
    long = sum(sum(map(str.isdigit, value)) >= 8 for value in profile.different) > 0.6 * len(profile.different)
    if profile.phone > 0.8 and long and not profile.padded:
        return _claim("phone", 0.6 * profile.phone, "the values are numbers to call")
    return None


def _state(profile: Profile) -> Claim | None:
    if profile.states > 0.8:
        return _claim("status", 0.62 * profile.states, "the values are states of a licence")
    return None


def _number(profile: Profile, *, unclaimed: bool) -> Claim | None:
    whole = profile.numbers > 0.95 and profile.unique > 0.95 and profile.filled > 0.9 and profile.length <= 24
    if not unclaimed or not whole or profile.counter or (profile.phone >= 0.5 and not profile.padded):
        return None
    if number_pattern(profile.values)[0] is None:
        return None
    return _claim("licence_number", 0.46, "every row has a number of its own, of one shape")


def _words(profile: Profile) -> Iterator[Claim]:
    if profile.firms > 0.25 and profile.unique > 0.4 and profile.addresses < 0.5:
        yield _claim("name", 0.4 + 0.3 * min(1.0, profile.firms), "the values carry legal forms or words of the trade")
    if profile.addresses > 0.6 and profile.firms < 0.5:
        yield _claim("address", 0.62 * profile.addresses, "the values look like addresses")
    if profile.countries > 0.9 and len(profile.different) > 1:
        yield _claim("country", 0.5, "the values are countries")
