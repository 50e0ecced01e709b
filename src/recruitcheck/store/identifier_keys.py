"""Coarse keys of identifiers, worked out without a database: what ``identifier_index`` keeps and looks up.

A key is 31 bits of a checksum over kind and coarse text (last digits of a telephone, domain of a mail address), shifted
to leave room for the number of its entry. A column of a list is worked out as a whole where its cells are written in
common ways; a test compares that with cell by cell.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, count, repeat
from operator import or_
from typing import Any

from recruitcheck.model import PlainEntries, RegistryEntry
from recruitcheck.names import is_free_mail, normal_email, normal_number, normal_phones, web_host

PHONE_DIGITS = 6  # the last ones: the same in every way of writing a number
_REMEMBERED = 50_000
_MIN_PLAIN_DIGITS = 8  # with fewer, a prefix that falls away may reach into the last six
_FIVE_DIGITS = "672"  # the only prefix whose numbers may have five: another digit is then put before them
_PLAIN_PHONE = re.compile(r"\+?\(?[0-9]+(?:(?: ?\(|\) ?| )[0-9]+)*\Z")
_PLAIN_MAIL = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}[a-z0-9]@((?:[a-z0-9]+\.){1,4}[a-z]{2,20})\Z")
_PLAIN_DOMAIN = re.compile(r"(?:[a-z0-9]{1,63}\.){1,4}[a-z]{2,20}\Z")
_LOCAL_LENGTHS = (2, 62)  # of what stands before the "@" of _PLAIN_MAIL
# Letters and digits of a plain address as "a", dots and dashes as ".", whatever else as "x".
_MAIL_SHAPE = bytes(
    ord("a") if chr(code) in "abcdefghijklmnopqrstuvwxyz0123456789"
    else ord(".") if chr(code) in "._-" else code if chr(code) in "@\n" else ord("x") for code in range(256)
)  # fmt: skip
_FIVE = _FIVE_DIGITS.encode()
_DIGITS_ONLY = str.maketrans("", "", "+ ()")
_PHONE_MARKS = b"+ ()"
_SAME_DIGIT = bytes.maketrans(b"123456789", b"000000000")
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
        short = digits[-8:-5] == _FIVE_DIGITS
        if (
            _MIN_PLAIN_DIGITS <= len(digits) < 2 * PHONE_DIGITS and not short
        ):  # too short for two numbers, too long for a prefix only
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

    def add_keys(self, keys: Sequence[int], number: int) -> None:
        """Keys worked out before: ``number`` is added to what stands where an entry's number goes."""
        self.keys += _raised(keys, number) if isinstance(keys, array) else array("q", [key + number for key in keys])

    def add_value(self, number: int, kind: str, value: str) -> None:
        """The key of one identifier in comparable form."""
        self._note(stored_kind(kind), (coarse(kind, value),), number)

    def _note(self, kind: str, texts: Iterable[str], number: int) -> None:
        for text in texts:
            if text:
                self.kinds.add(kind)
                self.keys.append(packed(kind, text) << 32 | number)

    def add_plain(self, plain: PlainEntries, first: int = 0) -> None:
        """The keys of plain entries, whose numbers begin at ``first``."""
        if plain.licensed and "number" in plain.licence:
            self._numbers(plain, first)
        lists = plain.lists
        for number, pairs in enumerate(lists.get("other_ids", ()), first):
            self._note("other_id", (normal_number(pair[1]) for pair in pairs), number)
        if any(phones := lists.get("phones", ())):
            self._phones(*_valued(phones, first), plain.address.get("country"), first)
        if any(mails := lists.get("emails", ())):
            self._mails(*_valued(mails, first))
        if any(sites := lists.get("websites", ())):
            self.kinds.add("website")
            texts, numbers = _valued(sites, first)
            self.keys.fromlist(list(map(or_, map(self._sites.__getitem__, texts), numbers)))

    def _numbers(self, plain: PlainEntries, first: int) -> None:
        told, keys = plain.licence["number"], plain.keys
        joined = "".join(told)
        # A number that is the entry's own key is found by that.
        own = joined.isascii() and joined.isdigit() and list(map(str.lstrip, told, repeat("0"))) == keys
        for number, text, key in () if own else zip(count(first), told, keys, strict=False):
            if text and not (text.lstrip("0") == key and text.isdigit() and text.isascii()):
                self._note("licence_number", (normal_number(text),), number)
        if joined:
            self.kinds.add("licence_number")

    def _phones(self, texts: list[str], numbers: Sequence[int], countries: list[str] | None, first: int) -> None:
        self.kinds.add("phone")
        joined = "\n".join(texts)
        if not joined.isascii() or joined.count("\n") != len(texts) - 1:
            self._note_phones(zip(texts, numbers, strict=True), countries, first)
            return
        written = joined.encode()
        shapes = written.translate(_SAME_DIGIT).split(b"\n")
        odd_shapes = {shape for shape in set(shapes) if not self._shapes[shape]}
        digits = written.translate(None, _PHONE_MARKS).split(b"\n")
        odd = {at for at, shape in enumerate(shapes) if shape in odd_shapes} if odd_shapes else set()
        odd.update([at for at, text in enumerate(digits) if text[-8:-5] == _FIVE])
        if odd:
            self._note_phones([(texts[at], numbers[at]) for at in sorted(odd)], countries, first)
            plain = [at for at in range(len(texts)) if at not in odd]
            digits, numbers = [digits[at] for at in plain], [numbers[at] for at in plain]
        sums = map(zlib.crc32, [text[-PHONE_DIGITS:] for text in digits], repeat(_START["phone"]))
        self.keys.fromlist([found >> 1 << 32 | number for found, number in zip(sums, numbers, strict=True)])

    def _note_phones(self, told: Iterable[tuple[str, int]], countries: list[str] | None, first: int) -> None:
        for text, number in told:
            country = (countries[number - first] if countries else "") or self._country
            self._note("phone", phone_keys(text, country), number)

    def _mails(self, texts: list[str], numbers: Sequence[int]) -> None:
        self.kinds.add("mail")
        domains = _plain_domains(texts)
        # A domain that is shared, or written in no common way, has no key of its own.
        keys = [0] * len(texts) if domains is None else list(map(self._hosts.__getitem__, domains))
        if not all(keys):
            keys = [key or self._mail(text) for key, text in zip(keys, texts, strict=True)]
        self.keys.fromlist(list(map(or_, keys, numbers)))

    def _mail(self, text: str) -> int:
        """The key of a mail address without a number; 0 where it is none."""
        key = mail_key(text)
        return packed("mail", key) << 32 if key else 0


def _raised(keys: array[int], number: int) -> array[int]:
    """Each key with ``number`` added, as one sum of two long integers: none is so large that it reaches the next key.

    To make an object of each key would cost more than all the rest that is done with them.
    """
    size, order = keys.itemsize, sys.byteorder
    summand = int.from_bytes(number.to_bytes(size, order) * len(keys), order)
    result: array[int] = array("q")
    result.frombytes((int.from_bytes(keys.tobytes(), order) + summand).to_bytes(size * len(keys), order))
    return result


def _valued(column: Sequence[tuple[Any, ...]], first: int) -> tuple[list[str], Sequence[int]]:
    """All values of a column, and beside them the numbers of their entries."""
    texts = list(chain.from_iterable(column))
    if len(texts) == len(column) and all(column):
        return texts, range(first, first + len(column))
    return texts, [number for number, values in enumerate(column, first) for _ in values]


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


class _Shapes(dict[bytes, bool]):
    """Whether a telephone of this shape, its digits made alike, is one number whose last digits can be cut off."""

    def __missing__(self, shape: bytes) -> bool:
        digits = len(shape.translate(None, _PHONE_MARKS))
        # Too short for two numbers, too long for a prefix only.
        found = _PLAIN_PHONE.match(shape.decode()) is not None and _MIN_PLAIN_DIGITS <= digits < 2 * PHONE_DIGITS
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
        host = text.removeprefix("www.") if _PLAIN_DOMAIN.match(text) else web_host(text)
        if len(self) > _REMEMBERED:
            self.clear()
        found = self[text] = packed("website", host) << 32 if host else 0
        return found
