"""Text and JSON as SQLite can hold them."""

from __future__ import annotations

import json


def compact(value: object) -> str:
    """Compact JSON that SQLite can hold: lone surrogates of a broken source are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return text


def storable(text: str) -> str:
    """Text that SQLite can hold in a plain column."""
    return text.encode(errors="replace").decode()
