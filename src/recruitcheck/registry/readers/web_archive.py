"""Web pages saved as one file (MHTML): the page and its frames, taken out of the message that holds them."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.limits import MAX_ARCHIVE_TRIES, MAX_MARKUP_BYTES
from recruitcheck.registry.table import Source

_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s\";]{1,200}))", re.IGNORECASE)
_TYPE = re.compile(rb"^content-type:\s*(?:text/html|application/xhtml\+xml)\b", re.IGNORECASE | re.MULTILINE)
_CHARSET = re.compile(rb"charset\s*=\s*\"?([A-Za-z0-9_\-:]{2,30})", re.IGNORECASE)
_CODING = re.compile(rb"^content-transfer-encoding:\s*([a-z0-9-]{1,40})", re.IGNORECASE | re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_HEAD_CHARS = 20_000  # of a message or a part
_START = re.compile(r"[A-Za-z][A-Za-z-]{1,60}:[^\n]*\n")
_MARKS = tuple(
    re.compile(mark, re.IGNORECASE | re.MULTILINE)
    for mark in (r"^mime-version:", r"^content-type:\s*multipart/related")
)


def is_web_archive(text: str) -> bool:
    """Whether a file that opens so is a page saved with all it needs."""
    head = text[:_HEAD_CHARS]
    return _START.match(head) is not None and all(mark.search(head) for mark in _MARKS)


def pages(source: Source) -> Iterator[bytes]:
    """The page, then its frames, in UTF-8 where their encoding is named. InputError where it is cut, or holds none."""
    if source.size > 2 * MAX_MARKUP_BYTES:
        raise InputError(
            f"{source.size:,} bytes; a saved page of up to {2 * MAX_MARKUP_BYTES:,} can be read.",
            where=source.where,
            todo="Save the page as HTML only.",
        )
    data = source.path.read_bytes()
    named = _BOUNDARY.search(_head(data)[0])
    boundary = b"--" + (named[1] or named[2]) if named else b""
    if not boundary or boundary + b"--" not in data:
        raise InputError(
            "the saved page is damaged or cut.", where=source.where, todo="Save it again, as HTML only if need be."
        )
    found = 0
    for part in data.split(b"\n" + boundary)[1:]:
        head, body = _head(part)
        if _TYPE.search(head) and found < MAX_ARCHIVE_TRIES:
            found += 1
            yield _unpacked(head, body, source)
    if not found:
        raise InputError("the saved file holds no web page.", where=source.where, todo="Save the page as HTML only.")


def _head(part: bytes) -> tuple[bytes, bytes]:
    """What stands before the first blank line, and what after it."""
    end = _BLANK_LINE.search(part, part.find(b":"), _HEAD_CHARS)
    return (part[: end.start()], part[end.end() :]) if end else (b"", b"")


def _unpacked(head: bytes, body: bytes, source: Source) -> bytes:
    coding = _CODING.search(head)
    try:
        match coding[1].lower() if coding else b"":
            case b"quoted-printable":
                body = quopri.decodestring(body)
            case b"base64":
                body = base64.b64decode(body)
    except binascii.Error as error:
        raise InputError("the saved page is damaged.", where=source.where, todo="Save it again.") from error
    charset = _CHARSET.search(head)
    try:
        return body.decode(charset[1].decode()).encode() if charset else body
    except (UnicodeError, LookupError):
        return body  # named wrongly: the page itself may know better
