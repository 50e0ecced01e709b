"""Coarse keys of identifiers, worked out without a database: what ``identifier_index`` keeps and looks up.

A key is 31 bits of a checksum over kind and coarse text (last digits of a telephone, domain of a mail address), shifted
to leave room for the number of its entry. A column of a list is worked out as a whole where its cells are written in
common ways; a test compares that with cell by cell.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from recruitcheck.model import PlainEntries, RegistryEntry
from recruitcheck.names import is_free_mail, normal_email, normal_number, normal_phones, web_host

PHONE_DIGITS = 6  # the last ones: the same in every way of writing a number
_REMEMBERED = 50_000
_MIN_PLAIN_DIGITS = 8  # with fewer, a prefix that falls away may reach into the last six
_PLAIN_PHONE = re.compile(r"\+?\(?[0-9]+(?:(?: ?\(|\) ?| )[0-9]+)*\Z")
_PLAIN_MAIL = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}[a-z0-9]@((?:[a-z0-9]+\.){1,4}[a-z]{2,20})\Z")
_PLAIN_DOMAIN = re.compile(r"(?:[a-z0-9]+\.){1,4}[a-z]{2,20}\Z")
_LOCAL_LENGTHS = (2, 62)  # of what stands before the "@" of _PLAIN_MAIL
# Letters and digits of a plain address as "a", dots and dashes as ".", whatever else as "x".
_MAIL_SHAPE = bytes(
    ord("a") if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789"
    else ord(".") if chr(code) in "._-" else code if chr(code) in "@\n" else ord("x") for code in range(256)
)  # fmt: skip
_DIGITS_ONLY = str.maketrans("", "", "+ ()")
_PHONE_MARKS = b"+ ()"
_SAME_DIGIT = str.maketrans("123456789", "000000000")
_START = {kind: zlib.crc32(f"{kind}\n".encode()) for kind in ("licence_number", "other_id", "phone", "mail", "website")}
_KIND = {"email": "mail", "mail_domain": "mail"}


def packed_range(kind: str, value: str) -> tuple[int, int]:
    """The packed keys, first and last, under which entries with this identifier (comparable form) may lie."""
    start = packed(stored_kind(kind), coarse(kind, value)) << 32
    return start, start | 0xFFFFFFFF


def stored_kind(kind: str) -> str:
    """The kind under which an identifier is kept: addresses and domains of mail lie together."""
    return _KIND.get(kind, kind)


def coarse(kind: str, value: str) -> str:
    """The text of an identifier's key: last digits of a telephone, domain of a mail address unless it is shared."""
    if kind == "phone":
        return value[-PHONE_DIGITS:]
    if kind == "email":
        domain = value.rpartition("@")[2].removeprefix("www.")
        return value if is_free_mail(domain) else domain
    return value


def packed(kind: str, text: str) -> int:
    return zlib.crc32(text.encode(errors="replace"), _START[kind]) >> 1


def phone_keys(text: str, country: str | None) -> Iterable[str]:
    """Keys that hold those of every number which ``normal_phones`` finds in a cell, mostly without asking it."""
    if _PLAIN_PHONE.match(text):
        digits = text.translate(_DIGITS_ONLY)
        if _MIN_PLAIN_DIGITS <= len(digits) < 2 * PHONE_DIGITS:  # too short for two numbers, too long for a prefix only
            return (digits[-PHONE_DIGITS:],)
    return {number[-PHONE_DIGITS:] for number in normal_phones(text, country)}


def mail_key(text: str) -> str:
    """The key of a mail address; "" where there is none."""
    plain = _PLAIN_MAIL.match(lower := text.lower())
    if plain is None:
        found = normal_email(text)
        return coarse("email", found) if found else ""
    domain = plain.group(1).removeprefix("www.")
    return lower if is_free_mail(domain) else domain


class IdentifierKeys:
    """Gathers the keys of entries: ``keys`` with the numbers given, and ``kinds`` of identifiers met."""

    def __init__(self, jurisdiction: str) -> None:
        self._country = jurisdiction[:2]
        self.keys: array[int] = array("q")
        self.kinds: set[str] = set()
        self._shapes, self._hosts, self._sites = _Shapes(), _Hosts(), _Sites()

    def add(self, number: int, entry: RegistryEntry) -> None:
        """The keys of one entry."""
        country = next((address.country for address in entry.addresses), None) or self._country
        self._note("licence_number", map(normal_number, (licence.number or "" for licence in entry.licences)), number)
        self._note("other_id", (normal_number(value) for _, value in entry.other_ids), number)
        phones = (found for phone in entry.phones for found in phone_keys(phone, country))
        self._note("phone", phones, number)
        self._note("mail", map(mail_key, entry.emails), number)
        self._note("website", map(web_host, entry.websites), number)

    def add_keys(self, keys: Iterable[int], number: int) -> None:
        """Keys worked out before: ``number`` is added to what stands where an entry's number goes."""
        self.keys.extend([key + number for key in keys])

    def add_value(self, number: int, kind: str, value: str) -> None:
        """The key of one identifier in comparable form."""
        self._note(stored_kind(kind), (coarse(kind, value),), number)

    def _note(self, kind: str, texts: Iterable[str], number: int) -> None:
        for text in texts:
            if text:
                self.kinds.add(kind)
                self.keys.append(packed(kind, text) << 32 | number)

    def add_plain(self, plain: PlainEntries, numbers: Sequence[int], wanted: Sequence[int]) -> None:
        """The keys of some plain entries; ``numbers`` of all of them."""
        if plain.licensed and "number" in plain.licence:
            self._numbers(plain, numbers, wanted)
        for at in wanted if "other_ids" in plain.lists else ():
            self._note("other_id", (normal_number(pair[1]) for pair in plain.lists["other_ids"][at]), numbers[at])
        if any(phones := plain.lists.get("phones", ())):
            self._phones(phones, plain.address.get("country"), numbers, wanted)
        if any(mails := plain.lists.get("emails", ())):
            self._mails(mails, numbers, wanted)
        if any(sites := plain.lists.get("websites", ())):
            self.kinds.add("website")
            key = self._sites.__getitem__
            self.keys.extend(
                [key(text) | numbers[at] for at in wanted for text in sites[at]]  # type: ignore[arg-type]
            )

    def _numbers(self, plain: PlainEntries, numbers: Sequence[int], wanted: Sequence[int]) -> None:
        told, keys = plain.licence["number"], plain.keys
        joined = "".join(told)
        # A number that is the entry's own key is found by that.
        own = joined.isascii() and joined.isdigit() and [text.lstrip("0") for text in told] == keys
        for at in () if own else wanted:
            text = told[at]
            if text.lstrip("0") == keys[at] and text.isdigit() and text.isascii():
                continue
            if text:
                self._note("licence_number", (normal_number(text),), numbers[at])
        if any(told):
            self.kinds.add("licence_number")

    def _phones(
        self, column: Sequence[Any], countries: list[str] | None, numbers: Sequence[int], wanted: Sequence[int]
    ) -> None:
        self.kinds.add("phone")
        told = [(text, at) for at in wanted for text in column[at]]
        joined = "\n".join([text for text, _ in told])
        if not joined.isascii() or joined.count("\n") != len(told) - 1:
            self._note_phones(told, countries, numbers)
            return
        shapes = list(map(self._shapes.__getitem__, joined.translate(_SAME_DIGIT).split("\n")))
        start, crc32 = _START["phone"], zlib.crc32
        digits = joined.encode().translate(None, _PHONE_MARKS).split(b"\n")
        if all(shapes):
            self.keys.extend(
                [
                    (crc32(text[-PHONE_DIGITS:], start) >> 1) << 32 | numbers[at]
                    for text, (_, at) in zip(digits, told, strict=True)
                ]
            )
            return
        self._note_phones([each for each, plain in zip(told, shapes, strict=True) if not plain], countries, numbers)
        self.keys.extend(
            (crc32(text[-PHONE_DIGITS:], start) >> 1) << 32 | numbers[at]
            for text, plain, (_, at) in zip(digits, shapes, told, strict=True)
            if plain
        )

    def _note_phones(
        self, told: Sequence[tuple[str, int]], countries: list[str] | None, numbers: Sequence[int]
    ) -> None:
        for text, at in told:
            self._note("phone", phone_keys(text, (countries[at] if countries else "") or self._country), numbers[at])

    def _mails(self, column: Sequence[Any], numbers: Sequence[int], wanted: Sequence[int]) -> None:
        self.kinds.add("mail")
        told = [(text, at) for at in wanted for text in column[at]]
        domains = _plain_domains([text for text, _ in told])
        if domains is None:
            self.keys.extend([self._mail(text) | numbers[at] for text, at in told])
            return
        keys = map(self._hosts.__getitem__, domains)
        # A domain that is shared, or written in no common way, has no key of its own.
        self.keys.extend([(key or self._mail(text)) | numbers[at] for key, (text, at) in zip(keys, told, strict=True)])

    def _mail(self, text: str) -> int:
        """The key of a mail address without a number; 0 where it is none."""
        key = mail_key(text)
        return packed("mail", key) << 32 if key else 0


def _plain_domains(mails: Sequence[str]) -> list[str] | None:
    """The domain of each mail address; None unless what stands before the "@" is plain in all of them."""
    joined = "\n".join(mails).lower()
    if not joined.isascii() or joined.count("\n") != len(mails) - 1:
        return None
    shape = b"\n" + joined.encode().translate(_MAIL_SHAPE)
    if b"x" in shape or b"\n." in shape or b".@" in shape or shape.translate(None, b"a.") != b"\n@" * len(mails):
        return None
    parts = joined.replace("@", "\n").split("\n")
    lengths = list(map(len, parts[::2]))
    least, most = _LOCAL_LENGTHS
    return parts[1::2] if least <= min(lengths) and max(lengths) <= most else None


class _Shapes(dict[str, bool]):
    """Whether a telephone of this shape, its digits made alike, is one number whose last digits can be cut off."""

    def __missing__(self, shape: str) -> bool:
        digits = len(shape.translate(_DIGITS_ONLY))
        # Too short for two numbers, too long for a prefix only.
        found = _PLAIN_PHONE.match(shape) is not None and _MIN_PLAIN_DIGITS <= digits < 2 * PHONE_DIGITS
        if len(self) > _REMEMBERED:
            self.clear()
        self[shape] = found
        return found


class _Hosts(dict[str, int]):
    """Keys of the plain domains of mail addresses; 0 for what needs a closer look."""

    def __missing__(self, domain: str) -> int:
        key = domain.removeprefix("www.")
        plain = _PLAIN_DOMAIN.match(domain) is not None and not is_free_mail(key)
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[domain] = packed("mail", key) << 32 if plain else 0
        return found


class _Sites(dict[str, int]):
    """Keys of websites met so far: domains and websites come again and again."""

    def __missing__(self, text: str) -> int:
        host = web_host(text)
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[text] = packed("website", host) << 32 if host else 0
        return found
