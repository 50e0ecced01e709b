"""Where a licence number, telephone, mail or website may be found: coarse keys, packed into one table of integers.

A key only narrows down. Whoever looks something up works out the identifiers of the entries found and compares them
whole: so an import need not understand every telephone number, and a number is understood as today's code does.

A packed key is 31 bits of a checksum over kind and text, then 32 bits of the entry's number.
"""

from __future__ import annotations

import re
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from recruitcheck.model import PlainEntries, RegistryEntry
from recruitcheck.names import is_free_mail, normal_email, normal_number, normal_phones, web_host

PHONE_DIGITS = 6  # the last ones: the same in every way of writing a number
_MIN_PLAIN_DIGITS = 8  # with fewer, a prefix that falls away may reach into the last six
_FLUSH = 500_000
_PLAIN_PHONE = re.compile(r"\+?[0-9 ()]{8,40}\Z")
_PLAIN_MAIL = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}[a-z0-9]@((?:[a-z0-9]+\.){1,4}[a-z]{2,20})\Z")
_START = {kind: zlib.crc32(f"{kind}\n".encode()) for kind in ("licence_number", "other_id", "phone", "mail", "website")}
_KIND = {"email": "mail", "mail_domain": "mail"}


def packed_range(kind: str, value: str) -> tuple[int, int]:
    """The packed keys, first and last, under which entries with this identifier (comparable form) may lie."""
    start = _packed(stored_kind(kind), coarse(kind, value)) << 32
    return start, start | 0xFFFFFFFF


def stored_kind(kind: str) -> str:
    """The kind under which an identifier is kept: addresses and domains of mail lie together."""
    return _KIND.get(kind, kind)


def packed_key(kind: str, value: str, number: int) -> int:
    """The key of one identifier (comparable form) of an entry."""
    return packed_range(kind, value)[0] | number


def coarse(kind: str, value: str) -> str:
    """The text of an identifier's key: last digits of a telephone, domain of a mail address unless it is shared."""
    if kind == "phone":
        return value[-PHONE_DIGITS:]
    if kind == "email":
        domain = value.rpartition("@")[2].removeprefix("www.")
        return value if is_free_mail(domain) else domain
    return value


def _packed(kind: str, text: str) -> int:
    return zlib.crc32(text.encode(errors="replace"), _START[kind]) >> 1


def phone_keys(text: str, country: str | None) -> set[str]:
    """Keys that hold those of every number which ``normal_phones`` finds in a cell, mostly without asking it."""
    if not _PLAIN_PHONE.match(text) or "  " in text:
        return {number[-PHONE_DIGITS:] for number in normal_phones(text, country)}
    digits, found = "", set()
    for group in text.split(" "):  # a number may end with any group: "2345 6789 2345 6780" are two
        digits += "".join(filter(str.isdigit, group))
        if len(digits) >= PHONE_DIGITS:
            found.add(digits[-PHONE_DIGITS:])
    if len(digits) < _MIN_PLAIN_DIGITS:
        found.update(number[-PHONE_DIGITS:] for number in normal_phones(text, country))
    return found


def mail_key(text: str) -> str:
    """The key of a mail address; "" where there is none."""
    plain = _PLAIN_MAIL.match(lower := text.lower())
    if plain is None:
        found = normal_email(text)
        return coarse("email", found) if found else ""
    domain = plain.group(1).removeprefix("www.")
    return lower if _is_shared(domain) else domain


_is_shared = lru_cache(maxsize=20_000)(is_free_mail)
_host = lru_cache(maxsize=20_000)(web_host)


class IdentifierWriter:
    """Adds keys inside the caller's transaction; what is there already is not added again."""

    def __init__(self, connection: sqlite3.Connection, registry_id: int, jurisdiction: str) -> None:
        self._connection, self._registry_id = connection, registry_id
        self._country = jurisdiction[:2]
        self._keys: array[int] = array("q")
        self._kinds: set[str] = set()

    def add(self, number: int, entry: RegistryEntry) -> None:
        """The keys of one entry."""
        country = next((address.country for address in entry.addresses), None) or self._country
        self._note("licence_number", map(normal_number, (licence.number or "" for licence in entry.licences)), number)
        self._note("other_id", (normal_number(value) for _, value in entry.other_ids), number)
        phones = (found for phone in entry.phones for found in phone_keys(phone, country))
        self._note("phone", phones, number)
        self._note("mail", map(mail_key, entry.emails), number)
        self._note("website", map(web_host, entry.websites), number)

    def _note(self, kind: str, texts: Iterable[str], number: int) -> None:
        for text in texts:
            if text:
                self._kinds.add(kind)
                self._keys.append(_packed(kind, text) << 32 | number)

    def add_plain(self, plain: PlainEntries, numbers: Sequence[int], wanted: Sequence[int]) -> None:
        """The keys of some plain entries; ``numbers`` of all of them."""
        if plain.licensed and "number" in plain.licence:
            self._numbers(plain, numbers, wanted)
        for number, pairs in self._each(plain, "other_ids", numbers, wanted):
            self._note("other_id", (normal_number(value) for _, value in pairs), number)
        country = plain.address.get("country")
        where = dict(zip(numbers, country, strict=True)) if country else {}
        for number, texts in self._each(plain, "phones", numbers, wanted):
            for phone in texts:
                self._note("phone", phone_keys(phone, where.get(number) or self._country), number)
        for number, texts in self._each(plain, "emails", numbers, wanted):
            self._note("mail", map(mail_key, texts), number)
        for number, texts in self._each(plain, "websites", numbers, wanted):
            self._note("website", map(_host, texts), number)

    def _numbers(self, plain: PlainEntries, numbers: Sequence[int], wanted: Sequence[int]) -> None:
        told, keys = plain.licence["number"], plain.keys
        for at in wanted:
            text = told[at]
            if text.isdigit() and text.isascii() and text.lstrip("0") == keys[at]:
                self._kinds.add("licence_number")  # found by the entry's own key
            elif text:
                self._note("licence_number", (normal_number(text),), numbers[at])

    @staticmethod
    def _each(
        plain: PlainEntries, field: str, numbers: Sequence[int], wanted: Sequence[int]
    ) -> Iterator[tuple[int, Any]]:
        column = plain.lists.get(field)
        if column is not None:
            for at in wanted:
                if column[at]:
                    yield numbers[at], column[at]

    def flush(self, *, least: int = _FLUSH) -> None:
        """Write what has gathered, sorted, where it is ``least`` keys or more."""
        if len(self._keys) < least:
            return
        self._connection.executemany("INSERT OR IGNORE INTO identifier_keys VALUES (?)", zip(sorted(self._keys)))
        del self._keys[:]

    def close(self) -> None:
        """Write the rest and which kinds the list has."""
        self.flush(least=1)
        self._connection.executemany(
            "INSERT OR IGNORE INTO identifier_kinds VALUES (?, ?)",
            ((self._registry_id, kind) for kind in sorted(self._kinds)),
        )
