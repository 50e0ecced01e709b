"""A definition as YAML text that reads back as the same: every text quoted, doubts beside what they are about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from recruitcheck.registry.drafting.draft import Draft
from recruitcheck.registry.drafting.guess import Sureness

WIDTH = 118
_BARE = frozenset({"kind", "coverage", "absence_means", "constant"})
_WORDS = frozenset({"words", "status_words"})
_TALL = frozenset({"columns", "words", "divide", "marks"})


def definition_text(draft: Draft, *, file: str) -> str:
    """The draft as a file of its own; what nobody can be sure of is said at its top and at its place."""
    doubts = [guess for guess in draft.guesses if guess.sure is Sureness.LOW]
    lines = [
        f"# Drafted from {_comment(file)} ({draft.rows:,} rows). Read it before you rely on it: a draft is a guess.",
        *(f"# Doubtful: {_comment(guess.what)} = {_comment(guess.value)} ({_comment(guess.why)})." for guess in doubts),
        *(f"# Left out: {_comment(header)} ({_comment(why)})." for header, why in draft.left_out),
        *_mapping(draft.content, 0),
    ]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> str:
    return "".join(each for each in " ".join(text.split()) if each.isprintable())[:160]


def _mapping(content: Mapping[str, Any], indent: int, within: str = "") -> Iterator[str]:
    pad = " " * indent
    for key, value in content.items():
        name = (
            key if key.isascii() and key.replace("_", "").isalnum() and key.islower() and not _trap(key) else _text(key)
        )
        flat = _flat(value, key if within not in _WORDS else within, within in _WORDS)
        if flat is not None and len(flat) + len(name) + indent < WIDTH:
            yield f"{pad}{name}: {flat}"
        elif isinstance(value, Mapping):
            yield f"{pad}{name}:"
            yield from _mapping(value, indent + 2, key)
        elif isinstance(value, list):
            yield f"{pad}{name}:"
            yield from _sequence(value, indent + 2)
        else:
            yield f"{pad}{name}: {flat}"


def _sequence(items: list[Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = _mapping(item, indent + 2)
            yield f"{pad}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{pad}- {_flat(item, '', False)}"


def _flat(value: Any, key: str, is_word: bool) -> str | None:
    """The value on one line; None for what must stand over several."""
    if isinstance(value, str):
        return value if key in _BARE or is_word else _text(value)
    if isinstance(value, list):
        return _flat_list(value)
    if isinstance(value, Mapping):
        return _flat_mapping(value, key)
    if isinstance(value, bool) or value is None:
        return json.dumps(value)
    return str(value)


def _flat_list(items: list[Any]) -> str | None:
    if any(isinstance(item, Mapping) for item in items):
        return None
    parts = [_flat(item, "", False) for item in items]
    return None if None in parts else f"[{', '.join(part for part in parts if part)}]"


def _flat_mapping(content: Mapping[str, Any], key: str) -> str | None:
    if len(content) > 4 or key in _TALL:
        return None
    pieces = []
    for name, item in content.items():
        told = _flat(item, name, key in _WORDS)
        if told is None:
            return None
        plain = name.isascii() and name.isidentifier() and not _trap(name)
        pieces.append(f"{name if plain else _text(name)}: {told}")
    return "{" + ", ".join(pieces) + "}"


def _trap(key: str) -> bool:
    return key.casefold() in ("yes", "no", "on", "off", "y", "n", "true", "false", "null")


def _text(text: str) -> str:
    """Double-quoted; what JSON escapes YAML reads alike, and signs that no line may hold are escaped too."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(
        each if each.isprintable() else f"\\u{ord(each):04x}" if ord(each) < 65536 else f"\\U{ord(each):08x}"
        for each in quoted
    )
