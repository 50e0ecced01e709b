"""The short ways of building an index say what the long ones say."""

from __future__ import annotations

import random
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from recruitcheck.matching.index import NameIndex
from recruitcheck.matching.index import names as index_names
from recruitcheck.matching.index.file import Sections, write_sections
from recruitcheck.matching.index.indexed_name import IndexedEntry, IndexName
from recruitcheck.matching.index.key_table import hash_of
from recruitcheck.matching.index.keys import MIN_SLIP, deletions, grams
from recruitcheck.matching.index.name_pattern import Patterns
from recruitcheck.matching.index.names import Column, Piece
from recruitcheck.matching.index.word_keys import gram_keys, slip_keys
from recruitcheck.model import Name
from recruitcheck.names import legal_forms, parts
from recruitcheck.names.market_words import market_words, read_otherwise

_PIECES = (
    ("", "The ", "M/s ", "Al ", "al-", "St. ", "A ", "J P ", "Over ", "Jaish-e-", "'", "Care ", "International "),
    ("Amber", "Zenith", "Service", "Manpower", "Man", "Overseas", "Jamia", "Et", "And", "Trading", "Second", "II"),
    ("", " Amber", " Seas", " Services", " power", " and", " of Gulf", " s", " (Europe)", " (EU)", " ul Haq", " as"),
    ("", " Ltd", " Limited", " Liited", " (Pvt) Ltd", " Co.", " LLC", " Amberlimited", " Branch", " T/A Bell", " 2"),
)  # fmt: skip


def _taken_apart(names: list[str], *, by_pattern: bool, monkeypatch: pytest.MonkeyPatch) -> Piece:
    monkeypatch.setattr(index_names, "_PATTERNS", Patterns())
    if not by_pattern:
        monkeypatch.setattr(index_names, "_may_be_plain", lambda _: False)
    rows = [
        IndexName(IndexedEntry(f"x:{at}", str(at), text, "NP"), Name(text), "2020-01-01", "")
        for at, text in enumerate(names)
    ]
    piece = index_names.taken_apart(Column.of(rows))
    monkeypatch.undo()
    return piece


def _said(piece: Piece) -> list[object]:
    """What a piece says, whatever its words and shapes are numbered."""
    columns = {name: column.tolist() for name, column in piece.columns.items()}
    columns["name_shape"] = [piece.shapes[number] for number in columns["name_shape"]]
    words = [piece.words[number] for number in piece.word_of_name.tolist()]
    keys = sorted(set(piece.initials.tolist()))
    return [words, piece.words_in_name.tolist(), piece.texts, piece.entry_texts, columns, keys]


def test_a_name_read_by_its_pattern_is_read_as_the_parser_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(4)  # noqa: S311 - a drawing, no secret
    every = ["".join(four) for four in product(*_PIECES)]
    names = dice.sample(every, 2500)
    names = [*names, *(name.replace("Amber", "Quartz") for name in names), *(name.upper() for name in names[:500])]

    short = _taken_apart(names, by_pattern=True, monkeypatch=monkeypatch)
    long = _taken_apart(names, by_pattern=False, monkeypatch=monkeypatch)

    assert _said(short) == _said(long)


def test_most_ordinary_names_are_read_by_their_pattern() -> None:
    patterns = Patterns()
    tokens = [
        [first, "overseas", last, "ltd"] for first in ("amber", "zenith", "quartz") for last in ("agency", "travels")
    ]
    read = [patterns.of(one) is not None for one in tokens]

    assert sum(read) >= 3, "the first of a pattern shows it, the second teaches it"


@pytest.mark.parametrize("token", ["ltd", "limited", "and", "ii", "seas", "trading", "branch", "ul", "j", "2"])
def test_a_token_whose_place_matters_stands_for_itself(token: str) -> None:
    assert not parts.ordinary_word(token)


def test_what_is_plainly_a_telling_word_is_an_ordinary_word() -> None:
    dice = random.Random(9)  # noqa: S311 - a drawing, no secret
    known = sorted({*market_words(), *read_otherwise(), *parts._special(), *legal_forms._TOKENS})
    words = {*known, *(f"{word}s" for word in known), "amber", "quartz", "zenith"}
    for word in known:
        at = dice.randrange(len(word) + 1)
        words |= {
            word[:at],
            word[at:],
            f"{word}ltd",
            f"{word[:at]}{dice.choice('aeknst')}{word[at:]}",
            word[:at] + word[at + 1 :],
        }
    plain = [word for word in sorted(words - {""}) if parts.is_plainly_telling(word)]

    assert len(plain) > len(words) / 5
    assert [word for word in plain if parts.ordinary_word(word) != word or word in market_words()] == []


def test_keys_of_a_vocabulary_are_those_of_each_word() -> None:
    dice = random.Random(7)  # noqa: S311 - a drawing, no secret
    words = sorted(
        {"".join(dice.choices("abcxyz1é", (6, 6, 6, 6, 6, 6, 1, 1), k=dice.randrange(1, 14))) for _ in range(800)}
    )
    words.append("z" * 60)
    letters = [(number, word) for number, word in enumerate(words) if len(word) >= MIN_SLIP and word.isalpha()]

    slips = {hash_of(key) << 32 | number for number, word in letters for key in deletions(word)}
    pieces = {hash_of(key) << 32 | number for number, word in letters for key in grams(word)}

    assert set(slip_keys(words).tolist()) == slips
    assert set(gram_keys(words).tolist()) == pieces


def test_an_empty_list_has_a_piece() -> None:
    piece = index_names.taken_apart(Column.of([]))

    assert piece.words == []
    assert piece.initials.dtype == np.uint64


def test_an_index_of_another_version_or_without_a_section_is_none(tmp_path: Path) -> None:
    path = tmp_path / "names.idx"
    NameIndex.build(path, [IndexName(IndexedEntry("a", "a", "Amber Ltd"), Name("Amber Ltd"))], made_of=["copy"])
    about = Sections(path).about
    assert NameIndex.open(path, made_of=["copy"]) is not None

    for other in (about | {"format": [0, ""]}, about, {"format": about["format"]}, [], None):
        write_sections(path, {"words": ("B", b"amber")}, other)
        assert NameIndex.open(path, made_of=["copy"]) is None
