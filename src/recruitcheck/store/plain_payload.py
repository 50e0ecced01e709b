"""The stored form of many plain entries at once: the text that ``to_payload`` would make, put together by columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from typing import Any

from recruitcheck.model import ADDRESS_FIELDS, LICENCE_FIELDS, PlainEntries
from recruitcheck.store.payload import HASH_BYTES, to_payload

_LISTS = ("phones", "emails", "websites")
_PAIRS = ("other_ids", "extra")


def plain_payloads(plain: PlainEntries) -> tuple[list[str], list[bytes]]:
    """Payload text and content hash of each entry."""
    texts = list(map("".join, zip(*_parts(plain), strict=True)))
    digest = hashlib.blake2b
    try:
        return texts, [digest(text.encode(), digest_size=HASH_BYTES).digest() for text in texts]
    except UnicodeEncodeError:  # lone surrogates of a broken source: the careful way for all
        stored = [to_payload(plain.entry("", index)) for index in range(len(texts))]
        return [each.text for each in stored], [each.hash for each in stored]


def _parts(plain: PlainEntries) -> Iterable[Sequence[str]]:
    yield _column('{"names":[[', plain.names, ',"registered"]]')
    if plain.source_ids is not None:
        yield _column(',"row_ids":[', plain.source_ids, "]")
    address = [_column(f'"{name}":', plain.address[name]) for name in ADDRESS_FIELDS if name in plain.address]
    if address:
        objects = [",".join(filter(None, fields)) for fields in zip(*address, strict=True)]
        yield [f',"addresses":[{{{each}}}]' if each else "" for each in objects]
    for name in (*_LISTS, *_PAIRS):
        if name in plain.lists:
            yield _lists(f',"{name}":', plain.lists[name])
    if plain.licensed:
        yield [',"licences":[{"slot":0'] * len(plain.rows)
        for name in LICENCE_FIELDS:
            if name == "scope" and plain.scope is not None:
                yield _lists(',"scope":', plain.scope)
            elif name in plain.licence:
                yield _column(f',"{name}":', plain.licence[name])
        yield ["}]}"] * len(plain.rows)
    else:
        yield ["}"] * len(plain.rows)


def _lists(opening: str, column: Sequence[tuple[Any, ...]]) -> list[str]:
    """Each tuple as a JSON array after ``opening``; "" for an empty one."""
    if max(map(len, column)) <= 1:  # nearly every cell holds one value
        single = [values[0] if values else "" for values in column]
        if isinstance(next(filter(None, single), ""), str):
            return _column(f"{opening}[", single, "]")
        labels = {pair[0] for pair in single if pair}
        if len(labels) == 1:
            told = f"{opening}[[{_quoted(labels.pop())},"
            return _column(told, [pair[1] if pair else "" for pair in single], "]]")
    return [f"{opening}{_array(values)}" if values else "" for values in column]


def _column(before: str, texts: Sequence[str], after: str = "") -> list[str]:
    """Each text as JSON between two pieces; "" for a blank one."""
    different = set(texts)
    if 4 * len(different) < len(texts):
        told = {text: f"{before}{_quoted(text)}{after}" if text else "" for text in different}
        return [told[text] for text in texts]
    if _is_plain("".join(texts)):
        before, after = f'{before}"', f'"{after}'
        return [f"{before}{text}{after}" if text else "" for text in texts]
    return [f"{before}{_quoted(text)}{after}" if text else "" for text in texts]


def _is_plain(text: str) -> bool:
    """Whether it can stand in JSON as it is. What is no printable character is looked at more closely elsewhere."""
    return '"' not in text and "\\" not in text and text.isprintable()


def _quoted(text: str) -> str:
    return f'"{text}"' if _is_plain(text) else encode_basestring(text)


def _array(values: tuple[str, ...] | tuple[tuple[str, str], ...]) -> str:
    return f"[{','.join([_quoted(value) if isinstance(value, str) else _array(value) for value in values])}]"
