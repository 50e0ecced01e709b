"""Text and JSON as SQLite can hold them."""

from __future__ import annotations

import json

# Made once: to make an encoder costs as much as a short text.
_AS_IT_STANDS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ESCAPED = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def compact(value: object) -> str:
    """Compact JSON that SQLite can hold: lone surrogates of a broken source are escaped."""
    text = _AS_IT_STANDS(value)
    try:
        text.encode()
    except UnicodeEncodeError:
        return _ESCAPED(value)
    return text


def storable(text: str) -> str:
    """Text that SQLite can hold in a plain column."""
    return text.encode(errors="replace").decode()
