"""Decode the bytes of a text: mark, UTF-8, declared charset, then a guess."""

from __future__ import annotations

import codecs
import re

from recruitcheck.errors import InputError

_MARKS: tuple[tuple[bytes, str], ...] = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_META_WINDOW = 4096
_GUESS_BYTES = 200_000
# Codecs Python knows that are no character sets, or that would run away on hostile input.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})


def decode(data: bytes, *, where: str, markup: bool = False) -> str:
    """The text of the bytes; only a byte order mark is dropped, nothing else changes.

    ``markup`` also believes the charset that a web page declares. Raises InputError where the
    bytes do not fit the encoding their mark promises, or where no encoding fits.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(codec)
            except UnicodeDecodeError as wrong:
                raise _undecodable(where, f"is marked as {codec} but breaks at byte {wrong.start}.") from wrong
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _declared(data) if markup else None
    for candidate in (declared, _guessed(data)):
        if candidate is not None:
            try:
                return data.decode(candidate)
            except (UnicodeDecodeError, LookupError):
                continue
    raise _undecodable(where, "is in no encoding we know.")


def _declared(data: bytes) -> str | None:
    """The charset of a page's meta element where Python has it."""
    found = _META_CHARSET.search(data, 0, _META_WINDOW)
    if found is None:
        return None
    try:
        info = codecs.lookup(found.group(1).decode("ascii"))
    except LookupError:
        return None
    # Pages that say Latin-1 mean Windows-1252, as every browser reads them.
    name = "cp1252" if info.name == "iso8859-1" else info.name
    return None if name in _NO_CHARSETS or not info._is_text_encoding else name


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_BYTES]).best()
    return best.encoding if best is not None else None


def _undecodable(where: str, what: str) -> InputError:
    return InputError(f"the text {what}", where=where, todo="Save it as UTF-8 and try again.")
