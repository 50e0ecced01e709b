"""The lines of a cell of a PDF as one text: what was only broken for want of room is whole again."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BROKEN = re.compile(r"(?<=\w)-\n(?=\w)")
_WEB_HEAD = re.compile(r"(?:www\.|https?://).", re.IGNORECASE)
_MAIL_TAIL = re.compile(r"[a-z0-9._~/-]+\Z", re.IGNORECASE)
_FINISHED = re.compile(r"@[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2}|com|org|net|info|biz|gov|edu)\Z", re.IGNORECASE)
_BEGUN_MAIL = re.compile(r"[a-z0-9._+-]+\Z", re.IGNORECASE)
MAX_TAIL_CHARS = 60
MAX_ADDRESS_CHARS = 254  # of a mail address (RFC 5321)


def flowing(texts: Sequence[str]) -> str:
    """The lines of a cell; one that ends in a hyphen goes on in the next ("Dhaka-" and "1000"), and so does a mail
    or web address that the cell's edge has cut ("info@agency.exam", "ple").
    """
    if len(texts) == 1:
        return texts[0]
    text = "\n".join(texts)
    if "@" in text or "www." in text or "://" in text:
        text = "\n".join(_whole_addresses(texts))
    return _BROKEN.sub("-", text) if "-\n" in text else text


def _whole_addresses(texts: Sequence[str]) -> list[str]:
    kept: list[str] = []
    for text in texts:
        if kept and len(text) <= MAX_TAIL_CHARS and _goes_on(kept[-1], text):
            kept[-1] += text
        else:
            kept.append(text)
    return kept


def _goes_on(before: str, text: str) -> bool:
    """Whether an address ends in the next line. A whole one ends where it stands, unless the next begins with a dot."""
    words = before[-MAX_ADDRESS_CHARS - 1 :].split()
    last = words[-1] if words else ""
    if len(last) > MAX_ADDRESS_CHARS:
        return False
    if text.startswith("@"):
        return _BEGUN_MAIL.match(last) is not None
    if not ("@" in last[1:] or _WEB_HEAD.match(last)) or not _MAIL_TAIL.match(text):
        return False
    return text.startswith(".") or not _FINISHED.search(last)
