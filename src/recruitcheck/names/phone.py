"""Telephone numbers in comparable form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MAX_CHARS = 400
MAX_NUMBERS = 12
MIN_DIGITS = 6
MAX_DIGITS = 15

_CUT = re.compile(r"[/,;|\n\r&]|\bor\b|\band\b|(?<=\d)\s{2,}(?=[\d+(])", re.IGNORECASE)
_EXTENSION = re.compile(r"\b(?:ext|extn|extension|x)\.?\s*:?\s*\d{1,5}\b", re.IGNORECASE)
_RANGE = re.compile(r"(\d{6,})\s*-\s*\d{1,2}(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+\.?")
_TAIL_DIGITS = 4  # "2881234/35": a piece this short names the last digits of another line


def normal_phones(text: str, country: str | None) -> tuple[str, ...]:
    """Every number of a cell, in order, without repeats: E.164 where it is valid, else its digits.

    ``country`` (ISO 3166-1 alpha-2) is where a number without prefix belongs. Words ("Off."),
    extensions and ranges ("48318901-10") are dropped; fewer than six digits are no number.
    """
    return _phones(text[:MAX_CHARS], (country or "").upper() or None)


@lru_cache(maxsize=16_384)
def _phones(text: str, country: str | None) -> tuple[str, ...]:
    plain = _EXTENSION.sub(" ", _ascii_digits(unicodedata.normalize("NFKC", text)))
    found: list[str] = []
    last = ""
    for piece in _CUT.split(plain):
        cleaned = _RANGE.sub(r"\1", _WORDS.sub(" ", piece)).strip()
        digits = re.sub(r"\D", "", cleaned)
        if last and 0 < len(digits) <= _TAIL_DIGITS:
            found.append(last[: -len(digits)] + digits)
            continue
        numbers = _numbers(cleaned, country)
        found.extend(numbers)
        last = numbers[-1] if numbers else ""
    return tuple(dict.fromkeys(found))[:MAX_NUMBERS]


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in text)


def _numbers(piece: str, country: str | None) -> list[str]:
    """The piece as one number, else as several parted by blanks, else its bare digits."""
    whole = _e164(piece, country)
    if whole:
        return [whole]
    parts = [_e164(part, country) for part in piece.split()]
    if len(parts) > 1 and all(parts):
        return parts
    groups = piece.split()
    for size in (2, 3):  # "2345 6789 2345 6780"
        if len(groups) > size and len(groups) % size == 0:
            numbers = [_e164(" ".join(groups[at : at + size]), country) for at in range(0, len(groups), size)]
            if all(numbers):
                return numbers
    digits = re.sub(r"\D", "", piece)
    return [digits] if MIN_DIGITS <= len(digits) <= MAX_DIGITS else []


def _e164(piece: str, country: str | None) -> str:
    import phonenumbers

    digits = re.sub(r"\D", "", piece)
    if not MIN_DIGITS <= len(digits) <= MAX_DIGITS + 2:
        return ""
    international = piece.lstrip("( ").startswith("+")
    if not international and digits.startswith("00"):
        international, digits = True, digits[2:]
    attempts = [f"+{digits}"] if international else [digits, f"+{digits}"] if country else []
    for attempt in attempts:
        try:
            number = phonenumbers.parse(attempt, country)
        except phonenumbers.NumberParseException:
            continue
        if not phonenumbers.is_valid_number(number):
            continue
        # Without a "+", digits that begin with a country code count only for the country asked about.
        if attempt[0] == "+" and not international and phonenumbers.region_code_for_number(number) != country:
            continue
        return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return ""
