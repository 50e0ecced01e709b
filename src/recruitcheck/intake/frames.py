"""Messages between the process that reads a list and the one that writes it: plain data, never code.

A frame is the length of its head, the head as JSON (with the sizes of what follows), then blocks of bytes. Columns of
text travel as one block: to divide a joined text costs a fifth of what JSON would take.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import IO, Any

from recruitcheck.model import Reject
from recruitcheck.store import PreparedBatch, PreparedEntry, PreparedRows, PreparedSearch

HASH_BYTES = 16
_LENGTH_BYTES = 4
_SEPARATOR = "\x1e"
_JOINED, _LISTED = b"J", b"L"


@dataclass(frozen=True, slots=True)
class Frame:
    """``head["kind"]`` tells what it is."""

    head: dict[str, Any]
    blocks: tuple[bytes, ...] = ()


def write_frame(stream: IO[bytes], frame: Frame) -> None:
    """Send one frame."""
    head = json.dumps({**frame.head, "sizes": [len(block) for block in frame.blocks]}).encode()
    stream.write(len(head).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(head)
    for block in frame.blocks:
        stream.write(block)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next frame; None where the other side has ended, in the middle of one too."""
    length = stream.read(_LENGTH_BYTES)
    if len(length) < _LENGTH_BYTES:
        return None
    size = int.from_bytes(length, "big")
    text = stream.read(size)
    if len(text) < size:
        return None
    head: dict[str, Any] = json.loads(text)
    blocks = tuple([stream.read(each) for each in head["sizes"]])
    return None if [len(block) for block in blocks] != head["sizes"] else Frame(head, blocks)


def batch_frame(batch: PreparedBatch) -> Frame:
    """A batch on its way."""
    raw, search = batch.raw, batch.search
    head = {
        "kind": "batch",
        "first": raw.first,
        "shapes": raw.shapes,
        "shape_of": raw.shape_of if len(raw.shapes) > 1 else len(raw.shape_of),
        "kinds": batch.kinds,
        "entries": [{**asdict(entry), "hash": entry.hash.hex()} for entry in batch.entries],
        "rejects": [(each.row, each.reason, each.raw) for each in batch.rejects],
        "withdrawn": batch.withdrawn,
        "search": search is not None,
    }
    texts = [raw.texts, batch.keys, batch.names, batch.texts]
    numbers: list[Sequence[int]] = [batch.rows]
    if search is not None:
        texts += [search.folded, search.bones]
        numbers.append(search.keys)
    blocks = [b"".join(raw.hashes), b"".join(batch.hashes), *map(_packed, texts)]
    return Frame(head, (*blocks, *(array("q", each).tobytes() for each in numbers)))


def batch_of(frame: Frame) -> PreparedBatch:
    """The batch that was sent."""
    head, (raw_hashes, hashes, *rest) = frame.head, frame.blocks
    told = 6 if head["search"] else 4
    raw_texts, keys, names, texts, *search = map(_texts, rest[:told])
    rows, *more = map(_numbers, rest[told:])
    shape_of = head["shape_of"]
    return PreparedBatch(
        raw=PreparedRows(
            first=head["first"],
            shapes=[tuple(shape) for shape in head["shapes"]],
            shape_of=[0] * shape_of if isinstance(shape_of, int) else shape_of,
            texts=raw_texts,
            hashes=_hashes(raw_hashes),
        ),
        rows=rows.tolist(),
        keys=keys,
        names=names,
        texts=texts,
        hashes=_hashes(hashes),
        search=PreparedSearch(search[0], search[1], more[0]) if search else None,
        kinds=head["kinds"],
        entries=[_entry(each) for each in head["entries"]],
        rejects=[Reject(row, why, tuple((key, text) for key, text in raw)) for row, why, raw in head["rejects"]],
        withdrawn=head["withdrawn"],
    )


def _entry(told: dict[str, Any]) -> PreparedEntry:
    return PreparedEntry(
        key=told["key"],
        text=told["text"],
        hash=bytes.fromhex(told["hash"]),
        rows=tuple(told["rows"]),
        names=tuple((kind, text) for kind, text in told["names"]),
        keys=tuple(told["keys"]),
    )


def _packed(texts: Sequence[str]) -> bytes:
    joined = _SEPARATOR.join(texts)
    if texts and joined.count(_SEPARATOR) == len(texts) - 1:
        return _JOINED + joined.encode(errors="surrogatepass")
    return _LISTED + json.dumps(list(texts)).encode()


def _texts(block: bytes) -> list[str]:
    if block[:1] == _JOINED:
        return block[1:].decode(errors="surrogatepass").split(_SEPARATOR)
    return [str(text) for text in json.loads(block[1:])]


def _hashes(block: bytes) -> list[bytes]:
    return [block[at : at + HASH_BYTES] for at in range(0, len(block), HASH_BYTES)]


def _numbers(block: bytes) -> array[int]:
    found: array[int] = array("q")
    found.frombytes(block)
    return found
