"""Where a licence number, telephone, mail or website may be found: coarse keys, packed into sorted runs of integers.

A key only narrows down. Whoever looks something up works out the identifiers of the entries found and compares them
whole: so an import need not understand every telephone number, and a number is understood as today's code does.

A packed key is 31 bits of a checksum over kind and text, then 32 bits of the entry's number. An import writes its keys
as sets, sorted and cut into chunks: appending a chunk costs a hundredth of placing each key in a tree.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from recruitcheck.model import PlainEntries, RegistryEntry
from recruitcheck.names import is_free_mail, normal_email, normal_number, normal_phones, web_host

PHONE_DIGITS = 6  # the last ones: the same in every way of writing a number
_REMEMBERED = 50_000
_MIN_PLAIN_DIGITS = 8  # with fewer, a prefix that falls away may reach into the last six
CHUNK_KEYS = 1024
_FLUSH = 250_000  # keys of one set
_PLAIN_PHONE = re.compile(r"\+?\(?[0-9]+(?:(?: ?\(|\) ?| )[0-9]+)*\Z")
_PLAIN_MAIL = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}[a-z0-9]@((?:[a-z0-9]+\.){1,4}[a-z]{2,20})\Z")
_DIGITS_ONLY = str.maketrans("", "", "+ ()")
_START = {kind: zlib.crc32(f"{kind}\n".encode()) for kind in ("licence_number", "other_id", "phone", "mail", "website")}
_KIND = {"email": "mail", "mail_domain": "mail"}


def packed_range(kind: str, value: str) -> tuple[int, int]:
    """The packed keys, first and last, under which entries with this identifier (comparable form) may lie."""
    start = _packed(stored_kind(kind), coarse(kind, value)) << 32
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


def _packed(kind: str, text: str) -> int:
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


class IdentifierWriter:
    """Adds keys of one list inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, registry_id: int, jurisdiction: str) -> None:
        self._connection, self._registry_id = connection, registry_id
        self._country = jurisdiction[:2]
        self._keys: array[int] = array("q")
        self._kinds: set[str] = set()
        self._hosts: dict[str, int] = {}  # domains and websites come again and again
        self._sites: dict[str, int] = {}

    def add(self, number: int, entry: RegistryEntry) -> None:
        """The keys of one entry."""
        country = next((address.country for address in entry.addresses), None) or self._country
        self._note("licence_number", map(normal_number, (licence.number or "" for licence in entry.licences)), number)
        self._note("other_id", (normal_number(value) for _, value in entry.other_ids), number)
        phones = (found for phone in entry.phones for found in phone_keys(phone, country))
        self._note("phone", phones, number)
        self._note("mail", map(mail_key, entry.emails), number)
        self._note("website", map(web_host, entry.websites), number)

    def add_value(self, number: int, kind: str, value: str) -> None:
        """The key of one identifier in comparable form."""
        self._note(stored_kind(kind), (coarse(kind, value),), number)

    def _note(self, kind: str, texts: Iterable[str], number: int) -> None:
        for text in texts:
            if text:
                self._kinds.add(kind)
                self._keys.append(_packed(kind, text) << 32 | number)

    def add_plain(self, plain: PlainEntries, numbers: Sequence[int], wanted: Sequence[int]) -> None:
        """The keys of some plain entries; ``numbers`` of all of them."""
        if plain.licensed and "number" in plain.licence:
            self._numbers(plain, numbers, wanted)
        for at in wanted if "other_ids" in plain.lists else ():
            self._note("other_id", (normal_number(pair[1]) for pair in plain.lists["other_ids"][at]), numbers[at])
        if any(phones := plain.lists.get("phones", ())):
            self._phones(phones, plain.address.get("country"), numbers, wanted)
        if any(mails := plain.lists.get("emails", ())):
            self._kinds.add("mail")
            self._keys.extend(
                [self._mail(text) | numbers[at] for at in wanted for text in mails[at]]  # type: ignore[arg-type]
            )
        if any(sites := plain.lists.get("websites", ())):
            self._kinds.add("website")
            self._keys.extend(
                [self._site(text) | numbers[at] for at in wanted for text in sites[at]]  # type: ignore[arg-type]
            )

    def _numbers(self, plain: PlainEntries, numbers: Sequence[int], wanted: Sequence[int]) -> None:
        told, keys = plain.licence["number"], plain.keys
        for at in wanted:
            text = told[at]
            if text.lstrip("0") == keys[at] and text.isdigit() and text.isascii():
                continue  # found by the entry's own key
            if text:
                self._note("licence_number", (normal_number(text),), numbers[at])
        if any(told):
            self._kinds.add("licence_number")

    def _phones(
        self, column: Sequence[Any], countries: list[str] | None, numbers: Sequence[int], wanted: Sequence[int]
    ) -> None:
        self._kinds.add("phone")
        start, add, crc32, home = _START["phone"], self._keys.append, zlib.crc32, self._country
        plain, least, most = _PLAIN_PHONE.match, _MIN_PLAIN_DIGITS, 2 * PHONE_DIGITS
        for at in wanted:
            for text in column[at]:
                # As phone_keys, without a call for the common number.
                if plain(text) and least <= len(digits := text.translate(_DIGITS_ONLY)) < most:
                    add((crc32(digits[-PHONE_DIGITS:].encode(), start) >> 1) << 32 | numbers[at])
                    continue
                for key in phone_keys(text, (countries[at] if countries else "") or home):
                    add((crc32(key.encode(), start) >> 1) << 32 | numbers[at])

    def _mail(self, text: str) -> int:
        """The key of a mail address without a number; 0 where it is none. By its domain, where that is not shared."""
        plain = _PLAIN_MAIL.match(text)
        if plain is None:
            key = mail_key(text)
            return _packed("mail", key) << 32 if key else 0
        known = self._hosts.get(domain := plain.group(1))
        if known is None:
            key = domain.removeprefix("www.")
            if is_free_mail(key):
                return _packed("mail", text) << 32
            if len(self._hosts) > _REMEMBERED:
                self._hosts.clear()
            known = self._hosts[domain] = _packed("mail", key) << 32
        return known

    def _site(self, text: str) -> int:
        known = self._sites.get(text)
        if known is None:
            if len(self._sites) > _REMEMBERED:
                self._sites.clear()
            host = web_host(text)
            known = self._sites[text] = _packed("website", host) << 32 if host else 0
        return known

    def flush(self, *, least: int = _FLUSH) -> None:
        """Write what has gathered as one set, where it is ``least`` keys or more."""
        if len(self._keys) < least:
            return
        query = "INSERT INTO identifier_sets (registry_id, keys) VALUES (?, ?)"
        number = self._connection.execute(query, (self._registry_id, len(self._keys))).lastrowid
        ordered = array("q", sorted(set(self._keys)))
        chunks = (ordered[start : start + CHUNK_KEYS] for start in range(0, len(ordered), CHUNK_KEYS))
        self._connection.executemany(
            "INSERT INTO identifier_chunks VALUES (?, ?, ?, ?)",
            ((number, chunk[0], chunk[-1], _bytes_of(chunk)) for chunk in chunks),
        )
        del self._keys[:]

    def close(self) -> None:
        """Write the rest and which kinds the list has."""
        self.flush(least=1)
        self._connection.executemany(
            "INSERT OR IGNORE INTO identifier_kinds VALUES (?, ?)",
            ((self._registry_id, kind) for kind in sorted(self._kinds)),
        )


def _bytes_of(chunk: array[int]) -> bytes:
    if sys.byteorder == "big":
        chunk.byteswap()
    return chunk.tobytes()


def find_entries(connection: sqlite3.Connection, registry_id: int, kind: str, value: str) -> set[int]:
    """Numbers of entries of a list that may carry an identifier (comparable form)."""
    first, last = packed_range(kind, value)
    found: set[int] = set()
    sets = connection.execute("SELECT id FROM identifier_sets WHERE registry_id = ?", (registry_id,)).fetchall()
    for (number,) in sets:
        # Chunks of a set follow each other: from the last that begins in or before the range back to its beginning.
        for end, blob in connection.execute(
            "SELECT last, keys FROM identifier_chunks WHERE set_id = ? AND first <= ? ORDER BY first DESC",
            (number, last),
        ):
            if end < first:
                break
            keys: array[int] = array("q")
            keys.frombytes(blob)
            if sys.byteorder == "big":
                keys.byteswap()
            found.update(key & 0xFFFFFFFF for key in keys[bisect_left(keys, first) : bisect_right(keys, last)])
    return found


def move_identifiers(connection: sqlite3.Connection) -> None:
    """Migration: the table of identifiers that was before becomes sets of keys."""
    for number, jurisdiction in connection.execute("SELECT id, jurisdiction FROM registries").fetchall():
        writer = IdentifierWriter(connection, number, jurisdiction)
        for kind, value, entry in connection.execute(
            "SELECT i.kind, i.value, i.entry FROM identifiers i JOIN entries e ON e.id = i.entry"
            " WHERE e.registry_id = ?",
            (number,),
        ):
            writer.add_value(entry, kind, value)
        writer.close()
    connection.execute("DROP TABLE identifiers")
