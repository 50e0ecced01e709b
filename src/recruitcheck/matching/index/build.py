"""Turns names taken apart into the sections of a name index.

Words are the middle: a name is a run of word numbers, and whatever is fuzzy (slips, sounds, pieces) is an index over
the *vocabulary*, which grows far slower than the list. Only neighbours written as one and initials point at names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from recruitcheck.matching.bulk.arrays import U32, U64
from recruitcheck.matching.index.key_table import directory_of
from recruitcheck.matching.index.keys import MIN_JOINED
from recruitcheck.matching.index.names import COLUMNS, Piece
from recruitcheck.matching.index.word_keys import bone_keys, gram_keys, slip_keys, sound_keys
from recruitcheck.matching.weights import SHIPPED, TokenWeights

Sections = dict[str, tuple[str, Any]]  # item type of ``array``, data
Task = tuple[str, Any]
Run = Callable[[Callable[[Task], Sections], list[Task]], Iterable[Sections]]


def sections_of(pieces: Sequence[Piece], weights: TokenWeights = SHIPPED, run: Run = map) -> Sections:
    """Everything of the file but its header. ``run`` does the work of ``map``, perhaps in several processes."""
    vocabulary = sorted({word for piece in pieces for word in piece.words})
    numbers = {word: number for number, word in enumerate(vocabulary)}
    words = _renumbered([(piece.words, piece.word_of_name) for piece in pieces], numbers)
    in_name = _whole([piece.words_in_name for piece in pieces])
    owner = np.repeat(np.arange(len(in_name), dtype=np.uint32), in_name)
    names_before = _before([len(piece.words_in_name) for piece in pieces])
    threes = _shifted([piece.threes for piece in pieces], names_before, np.uint64)
    guessed = sorted({numbers[word] for piece in pieces for word in piece.guessed})
    tasks: list[Task] = [
        ("sounds", vocabulary),
        ("bones", list(enumerate(vocabulary))),
        ("joins", (vocabulary, words, owner, threes)),
        ("slips", vocabulary),
        ("grams", vocabulary),
        ("initials", _shifted([piece.initials for piece in pieces], names_before, np.uint64)),
        ("read", [(number, vocabulary[number]) for number in guessed]),
    ]
    keyed = run(keys_of, tasks)
    found: Sections = {"words": ("B", "\n".join(vocabulary).encode())}
    found |= _table("word", [word.encode() for word in vocabulary])
    found |= _postings(vocabulary, words, owner, in_name, weights)
    found |= _texts("name", [piece.texts for piece in pieces], [piece.text_sizes for piece in pieces])
    found |= _texts("entry", [piece.entry_texts for piece in pieces], [piece.entry_sizes for piece in pieces])
    found["entry_first"] = ("I", _shifted([piece.entry_first for piece in pieces], names_before))
    found["entry_country"] = ("H", _whole([piece.entry_country for piece in pieces], np.uint16))
    found |= _columns(pieces)
    for sections in keyed:
        found |= sections
    return found


_MAKERS: dict[str, Callable[[Any], U64]] = {
    "slips": slip_keys,
    "grams": gram_keys,
    "bones": bone_keys,
    "read": bone_keys,
}


def keys_of(task: Task) -> Sections:
    """The sections of one kind of key: of a vocabulary, of words and their names, or of keys made before."""
    name, given = task
    more: Sections = {}
    if name == "sounds":
        keys, more = sound_keys(given)
    elif name == "initials":
        keys = given
    elif name == "joins":
        keys = _joins(*given)
    else:
        keys = _MAKERS[name](given)
    ordered = _different(keys)
    return {name: ("Q", ordered), f"{name}_pages": ("I", directory_of(ordered))} | more


def _columns(pieces: Sequence[Piece]) -> Sections:
    """What is kept of each name beside its words, and the shapes."""
    entries_before = _before([len(piece.entry_sizes) for piece in pieces])
    shapes = list(dict.fromkeys(shape for piece in pieces for shape in piece.shapes))
    numbers = {shape: number for number, shape in enumerate(shapes)}
    moved = {
        "name_entry": _shifted([piece.columns["name_entry"] for piece in pieces], entries_before),
        "name_shape": _renumbered([(piece.shapes, piece.columns["name_shape"]) for piece in pieces], numbers),
    }
    found = _table("shape", [shape.encode() for shape in shapes])
    for name, kind in COLUMNS.items():
        column = moved[name] if name in moved else _whole([piece.columns[name] for piece in pieces], np.dtype(kind))
        found[name] = (kind, column)
    return found


def _postings(vocabulary: list[str], words: U32, owner: U32, in_name: U32, weights: TokenWeights) -> Sections:
    """The names that hold each word, and what the words of each name weigh together."""
    weight = np.array(weights.of_all(vocabulary), np.float32)
    norms = np.bincount(owner, weights=weight[words].astype(np.float64), minlength=len(in_name))
    norms[norms == 0] = 1.0
    held = _different(words.astype(np.uint64) << np.uint64(32) | owner)
    holders = np.bincount((held >> np.uint64(32)).astype(np.int64), minlength=len(vocabulary))
    return {
        "name_words": ("I", words),
        "name_words_ends": ("I", _ends(in_name)),
        "norms": ("f", norms.astype(np.float32)),
        "weights": ("f", weight),
        "postings": ("I", held.astype(np.uint32)),
        "postings_ends": ("I", _ends(holders)),
    }


def _joins(vocabulary: list[str], words: U32, owner: U32, threes: U64) -> U64:
    """Neighbours written as one: each pair of words is hashed once, however many names hold it."""
    inside = owner[:-1] == owner[1:]
    pairs = (words[:-1].astype(np.uint64) << np.uint64(32) | words[1:])[inside]
    different, which = np.unique(pairs, return_inverse=True)
    firsts, seconds = (different >> np.uint64(32)).tolist(), (different & np.uint64(0xFFFF_FFFF)).tolist()
    joined = [vocabulary[first] + vocabulary[second] for first, second in zip(firsts, seconds, strict=True)]
    hashes = np.fromiter((crc32(both.encode()) for both in joined), np.uint64, len(joined))
    long_enough = np.fromiter(map(len, joined), np.int64, len(joined)) >= MIN_JOINED
    which = which.ravel()
    return np.concatenate(((hashes[which] << np.uint64(32) | owner[:-1][inside])[long_enough[which]], threes))


def _different(keys: U64) -> U64:
    """Keys in order, each once."""
    ordered = np.sort(keys)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


def _table(name: str, rows: list[bytes]) -> Sections:
    return _texts(name, [b"".join(rows)], [np.fromiter(map(len, rows), np.uint32, len(rows))])


def _texts(name: str, texts: list[bytes], sizes: list[U32]) -> Sections:
    """Texts one after another, and where each ends."""
    return {f"{name}_text": ("B", b"".join(texts)), f"{name}_ends": ("I", _ends(_whole(sizes)))}


def _ends(sizes: NDArray[Any]) -> U32:
    """0, and where each of some runs ends that lie one after another."""
    ends = np.zeros(len(sizes) + 1, np.uint32)
    np.cumsum(sizes, out=ends[1:])
    return ends


def _before(sizes: list[int]) -> list[int]:
    """How much lies before each of some runs."""
    return [sum(sizes[:at]) for at in range(len(sizes))]


def _whole(parts: Sequence[NDArray[Any]], kind: Any = np.uint32) -> NDArray[Any]:
    return np.concatenate(parts).astype(kind, copy=False) if parts else np.zeros(0, kind)


def _shifted(parts: Sequence[NDArray[Any]], by: list[int], kind: Any = np.uint32) -> NDArray[Any]:
    """Runs whose numbers begin anew in each, numbered on."""
    return _whole([part + part.dtype.type(more) for part, more in zip(parts, by, strict=True)], kind)


def _renumbered(parts: Sequence[tuple[list[str], NDArray[Any]]], numbers: Mapping[str, int]) -> U32:
    """Runs whose numbers stand for the texts beside them, by the numbers that those have in the whole."""
    return _whole([np.array([numbers[text] for text in texts], np.uint32)[run] for texts, run in parts])
