"""How well the values of a column fit a field that its header names: 0 to 1, or None where they cannot be it."""

from __future__ import annotations

from collections.abc import Callable

from recruitcheck.registry.drafting.profile import Profile

NAMES = ("name", "other_name", "trading_name", "former_name", "alias")
DATED = ("valid_from", "valid_to", "revoked_on", "suspended_on", "cancelled_on", "status_date")
NUMBERS = ("licence_number", "company_number", "tax_number", "record_id")
_BEGUN = ("revoked_on", "suspended_on", "cancelled_on")
NEUTRAL = 0.6


def fit(profile: Profile, name: str) -> float | None:
    """The fit for a field; fields of which values say little get a middling one."""
    if name in DATED:
        return _dated(profile, name)
    if name in NAMES or name == "name_address":
        return _name(profile, name)
    if name in NUMBERS:
        return _number(profile, name)
    judge = _JUDGES.get(name)
    return judge(profile) if judge else NEUTRAL


def holds_digits(profile: Profile) -> bool:
    """Whether more than half of the values have a digit."""
    return sum(any(map(str.isdigit, value)) for value in profile.different) > 0.5 * len(profile.different)


def _email(profile: Profile) -> float | None:
    return profile.mail if profile.mail > 0.2 else None


def _website(profile: Profile) -> float | None:
    return profile.web if profile.web > 0.2 else None


def _phone(profile: Profile) -> float | None:
    shape = profile.dates
    if profile.mail > 0.5 or profile.padded or (shape and shape.share > 0.9 and not profile.phone > 0.9):
        return None
    return max(profile.phone, 0.35 if holds_digits(profile) else 0.0) or None


def _dated(profile: Profile, name: str) -> float | None:
    shape = profile.dates
    if shape is None:
        return None
    if shape.ranges:
        return 0.5 if name in ("valid_to", "valid_from") else 0.3
    if shape.ends is not None and name in ("valid_to", "valid_from"):
        return shape.share if shape.ends == (name == "valid_to") else 0.1
    # A state that is told by the day on which it began is blank for everybody else.
    if name in _BEGUN:
        return shape.share if profile.filled < 0.9 else 0.4
    return shape.share


def _period(profile: Profile) -> float | None:
    shape = profile.dates
    return None if shape is None else 1.0 if shape.ranges else 0.35


def _number_date(profile: Profile) -> float | None:
    return 0.8 if not profile.dates and holds_digits(profile) else None


def _name(profile: Profile, name: str) -> float | None:
    if profile.mail > 0.3 or profile.phone > 0.5 or profile.dates or profile.counter or profile.yes_no:
        return None
    if profile.letters < 0.3 and profile.firms < 0.3:
        return None
    if name != "name":
        return 0.7
    if profile.states > 0.7:
        return None
    found = 0.35 + 0.4 * min(1.0, profile.firms * 1.6) + 0.25 * (profile.unique > 0.5)
    found -= 0.3 * (profile.addresses > 0.6 and profile.firms < 0.4) + 0.3 * (profile.filled < 0.5)
    return max(0.1, min(1.0, found))


def _status(profile: Profile) -> float | None:
    if profile.dates or profile.mail > 0.2 or profile.phone > 0.3:
        return None
    if profile.states > 0:
        return 0.4 + 0.6 * profile.states
    few = len(profile.different) <= 25 and not profile.yes_no
    return 0.3 if few else 0.2 if profile.yes_no else None


def _number(profile: Profile, name: str) -> float | None:
    dates = profile.dates
    if profile.mail > 0.2 or profile.numbers < 0.4 or (dates is not None and dates.share > 0.95 and not dates.serial):
        odd = name == "licence_number" and profile.mail <= 0.2 and profile.length < 30 and not dates
        return 0.25 if odd else None
    found = 0.4 * profile.numbers + 0.4 * min(1.0, profile.unique * 1.1) + 0.2 * profile.filled
    return max(0.1, found - 0.25 * (profile.amounts or profile.counter))


def _serial(profile: Profile) -> float | None:
    return 1.0 if profile.counter else 0.5 if profile.numbers > 0.9 and not profile.letters else None


def _address(profile: Profile) -> float | None:
    return max(profile.addresses, 0.4) if profile.letters > 0.1 or profile.addresses > 0.2 else None


def _country(profile: Profile) -> float | None:
    return profile.countries if profile.countries > 0.3 else 0.3 if profile.length < 4 else None


def _place(profile: Profile) -> float | None:
    if profile.countries > 0.8 and len(profile.different) > 3:
        return 0.3
    return 0.75 if profile.length < 40 else 0.3


def _postal_code(profile: Profile) -> float | None:
    return profile.postal if profile.postal > 0.2 else 0.3


def _remark(profile: Profile) -> float | None:
    """Remarks that are all words for states are the states, whatever their header."""
    return None if profile.states > 0.8 else 0.5


_JUDGES: dict[str, Callable[[Profile], float | None]] = {
    "email": _email,
    "website": _website,
    "phone": _phone,
    "fax": _phone,
    "period": _period,
    "number_date": _number_date,
    "status": _status,
    "remark": _remark,
    "serial": _serial,
    "address": _address,
    "country": _country,
    "place": _place,
    "region": _place,
    "postal_code": _postal_code,
}
