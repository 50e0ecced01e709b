"""The stored form of many plain entries at once: the text that ``to_payload`` would make, put together by columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring
from typing import Any

from recruitcheck.model import ADDRESS_FIELDS, LICENCE_FIELDS, PlainEntries
from recruitcheck.model.printable import is_printable
from recruitcheck.store.payload import HASH_BYTES, to_payload

_LISTS = ("phones", "emails", "websites")
_PAIRS = ("other_ids", "extra")
_ADDRESS = ',"addresses":[{'


def plain_payloads(plain: PlainEntries) -> tuple[list[str], list[bytes]]:
    """Payload text and content hash of each entry."""
    texts = _Template(plain).filled()
    start = hashlib.blake2b(digest_size=HASH_BYTES)
    try:
        return texts, hashes_of(start, texts)
    except UnicodeEncodeError:  # lone surrogates of a broken source: the careful way for all
        stored = [to_payload(plain.entry("", index)) for index in range(len(texts))]
        return [each.text for each in stored], [each.hash for each in stored]


class _Template:
    """JSON with gaps, and a column of texts for each gap: to fill the gaps of a row takes one step.

    A column without blanks that needs no escapes fills its gap as it stands; of any other, each cell is written out
    with what stands around it.
    """

    def __init__(self, plain: PlainEntries) -> None:
        self._pieces: list[str] = []
        self._columns: list[Sequence[str]] = []
        self._rows = len(plain.rows)
        self._column('{"names":[[', plain.names, ',"registered"]]')
        if plain.source_ids is not None:
            self._column(',"row_ids":[', plain.source_ids, "]")
        self._address([(f'"{name}":', plain.address[name]) for name in ADDRESS_FIELDS if name in plain.address])
        for name in (*_LISTS, *_PAIRS):
            if name in plain.lists:
                self._several(f',"{name}":', plain.lists[name])
        if plain.licensed:
            self._text(',"licences":[{"slot":0')
            for name in LICENCE_FIELDS:
                if name == "scope" and plain.scope is not None:
                    self._several(',"scope":', plain.scope)
                elif name in plain.licence:
                    self._column(f',"{name}":', plain.licence[name])
            self._text("}]}")
        else:
            self._text("}")

    def filled(self) -> list[str]:
        """The text of each row."""
        if not self._columns:
            return ["".join(self._pieces)] * self._rows
        return list(map("".join(self._pieces).__mod__, zip(*self._columns, strict=True)))

    def _text(self, text: str) -> None:
        self._pieces.append(text.replace("%", "%%"))

    def _gap(self, column: Sequence[str]) -> None:
        self._pieces.append("%s")
        self._columns.append(column)

    def _column(self, before: str, texts: Sequence[str], after: str = "") -> None:
        if _as_it_stands(texts):
            self._text(f'{before}"')
            self._gap(texts)
            self._text(f'"{after}')
        else:
            self._gap(_column(before, texts, after))

    def _address(self, fields: list[tuple[str, Sequence[str]]]) -> None:
        if fields and all(_as_it_stands(texts) for _, texts in fields):
            for at, (name, texts) in enumerate(fields):
                self._column(f"{',' if at else _ADDRESS}{name}", texts)
            self._text("}]")
        elif fields:
            told = [_column(name, texts) for name, texts in fields]
            objects = [",".join(filter(None, each)) for each in zip(*told, strict=True)]
            self._gap([f',"addresses":[{{{each}}}]' if each else "" for each in objects])

    def _several(self, opening: str, column: Sequence[tuple[Any, ...]]) -> None:
        """Each tuple as a JSON array after ``opening``; nothing for an empty one."""
        if max(map(len, column)) > 1:
            self._gap([f"{opening}{_array(values)}" if values else "" for values in column])
            return
        single = [values[0] if values else "" for values in column]  # nearly every cell holds one value
        if isinstance(next(filter(None, single), ""), str):
            self._column(f"{opening}[", single, "]")
            return
        labels = {pair[0] for pair in single if pair}
        if len(labels) == 1:
            told = f"{opening}[[{_quoted(labels.pop())},"
            self._column(told, [pair[1] if pair else "" for pair in single], "]]")
        else:
            self._gap([f"{opening}{_array(values)}" if values else "" for values in column])


def hashes_of(start: Any, texts: Iterable[str]) -> list[bytes]:
    """The hash of each text after what ``start`` was given; UnicodeEncodeError for a lone surrogate."""
    hashes: list[bytes] = []
    for text in texts:
        state = start.copy()
        state.update(text.encode())
        hashes.append(state.digest())
    return hashes


def _as_it_stands(texts: Sequence[str]) -> bool:
    """Whether no text is blank and none needs an escape."""
    return all(texts) and _is_plain("".join(texts))


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
    return '"' not in text and "\\" not in text and is_printable(text)


def _quoted(text: str) -> str:
    return f'"{text}"' if _is_plain(text) else encode_basestring(text)


def _array(values: tuple[str, ...] | tuple[tuple[str, str], ...]) -> str:
    return f"[{','.join([_quoted(value) if isinstance(value, str) else _array(value) for value in values])}]"
