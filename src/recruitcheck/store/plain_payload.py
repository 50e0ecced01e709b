"""The stored form of many plain entries at once: the text that ``to_payload`` would make, put together by columns."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any

from recruitcheck.model import ADDRESS_FIELDS, LICENCE_FIELDS, PlainEntries
from recruitcheck.model.printable import is_unescaped
from recruitcheck.store.payload import HASH_BYTES, to_payload

_LISTS = ("phones", "emails", "websites")
_PAIRS = ("other_ids", "extra")
_ADDRESS = ',"addresses":[{'


def plain_payloads(plain: PlainEntries) -> list[str]:
    """Payload text of each entry."""
    texts = _Template(plain).filled()
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:  # lone surrogates of a broken source: the careful way for all
        return [to_payload(plain.entry("", index)).text for index in range(len(texts))]
    return texts


def plain_hashes(texts: Sequence[str]) -> list[bytes]:
    """Content hash of each payload text of ``plain_payloads``: with one row each, it is that of the text."""
    return hashes_of(hashlib.blake2b(digest_size=HASH_BYTES), texts)


class _Template:
    """JSON with gaps, and a column of texts for each gap: to fill the gaps of a row takes one step.

    A column without blanks that needs no escapes fills its gap as it stands; of any other, each cell is written out
    with what stands around it.
    """

    def __init__(self, plain: PlainEntries) -> None:
        self._piece = ""  # what stands before the next gap
        self._columns: list[Iterable[str]] = []
        self._rows = len(plain.rows)
        self._unescaped = plain.unescaped
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
                    self._unescaped = False  # words of the definition may stand in it
                    self._several(',"scope":', plain.scope)
                    self._unescaped = plain.unescaped
                elif name in plain.licence:
                    self._column(f',"{name}":', plain.licence[name])
            self._text("}]}")
        else:
            self._text("}")

    def filled(self) -> list[str]:
        """The text of each row."""
        if not self._columns:
            return [self._piece] * self._rows
        # To join what stands between the gaps too takes half the time of filling them by a format.
        return list(map("".join, zip(*self._columns, repeat(self._piece, self._rows), strict=True)))

    def _text(self, text: str) -> None:
        self._piece += text

    def _gap(self, column: Sequence[str]) -> None:
        self._columns += [repeat(self._piece, self._rows), column]
        self._piece = ""

    def _stands(self, texts: Sequence[str]) -> bool:
        """Whether no text is blank and none needs an escape."""
        return all(texts) and (self._unescaped or is_unescaped("".join(texts)))

    def _column(self, before: str, texts: Sequence[str], after: str = "") -> None:
        if self._stands(texts):
            self._text(f'{before}"')
            self._gap(texts)
            self._text(f'"{after}')
        else:
            self._gap(_column(before, texts, after))

    def _address(self, fields: list[tuple[str, Sequence[str]]]) -> None:
        if fields and all(self._stands(texts) for _, texts in fields):
            for at, (name, texts) in enumerate(fields):
                self._column(f"{',' if at else _ADDRESS}{name}", texts)
            self._text("}]")
        elif fields:
            told = [_column(name, texts) for name, texts in fields]
            objects = [",".join(filter(None, each)) for each in zip(*told, strict=True)]
            self._gap([f',"addresses":[{{{each}}}]' if each else "" for each in objects])

    def _several(self, opening: str, column: Sequence[tuple[Any, ...]]) -> None:
        """Each tuple as a JSON array after ``opening``; nothing for an empty one."""
        single = list(chain.from_iterable(column))  # nearly every cell holds one value
        if len(single) != len(column) or not all(column):
            if max(map(len, column)) > 1:
                self._gap([f"{opening}{_array(values)}" if values else "" for values in column])
                return
            single = [values[0] if values else "" for values in column]
        if isinstance(next(filter(None, single), ""), str):
            self._column(f"{opening}[", single, "]")
            return
        labels = set(map(itemgetter(0), filter(None, single)))
        if len(labels) == 1:
            told = f"{opening}[[{_quoted(labels.pop())},"
            texts = list(map(itemgetter(1), single)) if all(single) else [pair[1] if pair else "" for pair in single]
            self._column(told, texts, "]]")
        else:
            self._gap([f"{opening}{_array(values)}" if values else "" for values in column])


def hashes_of(start: Any, texts: Sequence[str]) -> list[bytes]:
    """The hash of each text after what ``start`` was given; UnicodeEncodeError for a lone surrogate."""
    joined = "\n".join(texts)
    encoded = joined.encode().split(b"\n")
    if len(encoded) > len(texts):
        encoded = [text.encode() for text in texts]
    hashes: list[bytes] = []
    copy, keep = start.copy, hashes.append
    for text in encoded if texts else ():
        state = copy()
        state.update(text)
        keep(state.digest())
    return hashes


def _column(before: str, texts: Sequence[str], after: str = "") -> list[str]:
    """Each text as JSON between two pieces; "" for a blank one."""
    different = set(texts)
    if 4 * len(different) < len(texts):
        told = {text: f"{before}{_quoted(text)}{after}" if text else "" for text in different}
        return [told[text] for text in texts]
    if is_unescaped("".join(texts)):
        before, after = f'{before}"', f'"{after}'
        return [f"{before}{text}{after}" if text else "" for text in texts]
    return [f"{before}{_quoted(text)}{after}" if text else "" for text in texts]


def _quoted(text: str) -> str:
    return f'"{text}"' if is_unescaped(text) else encode_basestring(text)


def _array(values: tuple[str, ...] | tuple[tuple[str, str], ...]) -> str:
    return f"[{','.join([_quoted(value) if isinstance(value, str) else _array(value) for value in values])}]"
