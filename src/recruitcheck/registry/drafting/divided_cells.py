# ruff: noqa: E501  patterns read better unwrapped
"""Cells that hold several things: name and address, number and date, an address with its telephone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from recruitcheck.registry.drafting.profile import Profile, looks_like_address, looks_like_firm
from recruitcheck.registry.readers.limits import PATTERN_SECONDS

ENOUGH = 0.6
MAX_TRIED = 300
_DATE = (
    r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}|\d{1,2}[ .-]+\p{L}{3,12}[ .,-]+\d{4}|\p{L}{3,12} \d{1,2},? \d{4}|"
    r"\d{2,4}年\s?\d{1,2}月\s?\d{1,2}日"
)
NUMBER_DATE = rf"(?s)^\s*(?P<number>.*?\d.*?)(?:[\s,;:(\[/]+(?:[\p{{L}}.]{{1,12}}[\s:]+){{0,2}})?(?P<day>{_DATE})(?:\s*\p{{L}}{{1,6}}\.)?[\s)\].]*$"
NAME_LINES = r"(?s)^\s*(?P<firm>[^\n]+)\n(?P<place>.*)$"
NAME_COMMA = (
    r"(?s)^\s*(?P<firm>[^,\n]+(?:,\s*(?:Inc|Ltd|LLC|L\.L\.C|S\.A|Co|s\.r\.o|a\.s)\b\.?)?)[,\n]\s*(?P<place>.*)$"
)
TEL = r"(?si)^(?P<place>.*?)(?:[\s,;(]*\b(?:tel(?:ephone)?|phone|ph|mobile|mob|cell|tél|teléfono|telefon|hp|contact)\b[\s.:#no]*(?P<tel>[+\d(].*))?$"
_TOWN = re.compile(
    r"(?:гр|г|м|с|смт|пос|село|місто|город|town of|city of|kota|kab|loc|com|mun|oraș)\.?\s+[^\W\d_]", re.IGNORECASE
)
_TEL_WORD = re.compile(
    r"\b(?:tel(?:ephone)?|phone|ph|mobile|mob|cell|tél|teléfono|telefon|hp|contact)\b[\s.:#no]*[+\d(]", re.IGNORECASE
)
NAME_NUMBER = (
    r"(?i)^(?P<firm>.*?)[\s,;:(\[–-]+(?:licen[cs]e|lic|rl|reg|registration|kraz|permit|lizenz|licencia|licença|nr kraz|certyfikat)\b"
    r"[\s.:#]*(?:n[or°º.]*|number|nr|no)?[\s.:#-]*(?P<number>[A-Z]{0,4}[-/ ]?\d[\w./-]*)[\s)\].]*$"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A pattern that divides a column, which field each of its groups is, and the share of values it divides."""

    header: str
    pattern: str
    fields: tuple[tuple[str, str], ...]  # (group, field)
    share: float
    why: str


def number_and_date(profile: Profile, *, ends: bool) -> Cut | None:
    """A licence number with the day on which it was given, or until which it holds."""
    share = _share(NUMBER_DATE, profile)
    if share < ENOUGH or (profile.dates and profile.dates.share > 0.8):
        return None
    date_field = "valid_to" if ends else "valid_from"
    return Cut(
        profile.header, NUMBER_DATE, (("number", "licence_number"), ("day", date_field)), share, "number and date"
    )


def name_and_address(profile: Profile) -> Cut | None:
    """A firm with its address under it, or behind a comma."""
    lines = _share(NAME_LINES, profile)
    if lines >= ENOUGH and _after_is_place(NAME_LINES, profile):
        return Cut(profile.header, NAME_LINES, (("firm", "name"), ("place", "address")), lines, "name, then address")
    comma = _share(NAME_COMMA, profile)
    if comma >= 0.8 and _after_is_place(NAME_COMMA, profile):
        return Cut(profile.header, NAME_COMMA, (("firm", "name"), ("place", "address")), comma, "name, comma, address")
    return None


def name_and_number(profile: Profile) -> Cut | None:
    """A firm with its licence number behind it."""
    share = _share(NAME_NUMBER, profile)
    if share < ENOUGH:
        return None
    return Cut(profile.header, NAME_NUMBER, (("firm", "name"), ("number", "licence_number")), share, "name and number")


def address_and_phone(profile: Profile) -> Cut | None:
    """An address that ends with a telephone number and says so."""
    tried = profile.different[:MAX_TRIED]
    share = sum(bool(_TEL_WORD.search(value)) for value in tried) / len(tried) if tried else 0.0
    if share < 0.4:
        return None
    return Cut(profile.header, TEL, (("place", "address"), ("tel", "phone")), share, "address and telephone")


def parts(cut: Cut, values: Sequence[str], group: str) -> list[str]:
    """What one group of the pattern finds in each value; "" where it does not fit."""
    pattern = regex.compile(cut.pattern)
    found = []
    for value in values:
        try:
            match = pattern.search(value, timeout=PATTERN_SECONDS)
        except TimeoutError:
            match = None
        found.append((match.group(group) or "").strip() if match else "")
    return found


def _share(text: str, profile: Profile) -> float:
    tried = list(dict.fromkeys(profile.values))[:MAX_TRIED]
    pattern = regex.compile(text)
    try:
        return (
            sum(pattern.search(value, timeout=PATTERN_SECONDS) is not None for value in tried) / len(tried)
            if tried
            else 0.0
        )
    except TimeoutError:
        return 0.0


def _after_is_place(text: str, profile: Profile) -> bool:
    pattern = regex.compile(text)
    tried = list(dict.fromkeys(profile.values))[:60]
    found = [match for value in tried if (match := pattern.search(value, timeout=PATTERN_SECONDS))]
    places = sum(_is_place(match.group("place"), under=text == NAME_LINES) for match in found)
    firms = sum(looks_like_firm(match.group("firm")) for match in found)
    return bool(found) and places > 0.5 * len(found) and firms > 0.2 * len(found)


def _is_place(text: str, *, under: bool) -> bool:
    """Whether this follows a firm's name as its place; under it, a town and its state behind a comma will do."""
    if looks_like_address(text) or any(map(str.isdigit, text)):
        return True
    return under and ("," in text or _TOWN.match(text) is not None) and not looks_like_firm(text)
