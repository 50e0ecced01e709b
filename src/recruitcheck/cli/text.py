"""Foreign text on a terminal: no control character, escape or bidirectional mark gets through."""

from __future__ import annotations

import unicodedata

_KEEP = {"\n", "\t"}
_BIDI = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}


def plain(text: str) -> str:
    """The text with controls, bidirectional marks and lone surrogates shown as ``<U+001B>``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def one_line(text: str, limit: int = 400) -> str:
    """The same on one line and no longer than ``limit``."""
    flat = plain(" ".join(text.split()))
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _shown(char: str) -> str:
    if char in _KEEP:
        return char
    if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs"):
        return f"<U+{ord(char):04X}>"
    return char
