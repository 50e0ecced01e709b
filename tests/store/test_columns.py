"""What is worked out for a whole column is what each cell alone would come to."""

from __future__ import annotations

import random

import pytest

from recruitcheck.model import PlainEntries
from recruitcheck.names import fold_all
from recruitcheck.store.bones import bones_of, bones_of_all
from recruitcheck.store.identifier_keys import IdentifierKeys
from recruitcheck.store.payload import compact
from recruitcheck.store.prepared import cells_texts

PHONES = (
    "+977 1 4123456",
    "(01) 4123456",
    "4123456",
    "01-4123456/7",
    "+85223456789",
    "+67280754",
    "0067280754",
    "12",
    "tel 2345 6789",
    "٢٣٤٥٦٧٨٩",
    "",
)
MAILS = (
    *("info@firm.example", "Info@Firm.example", "x@gmail.com", "a.b@www.firm.example", "-a@firm.example", "b@c"),
    *("a_b-c@two-words.example", "é@ü.example", "none", f"{'l' * 63}@firm.example", "a@b@c.example", "a@firm.example"),
)
SITES = ("www.firm.example", "https://firm.example/a", "nothing", "facebook.com/firm")


@pytest.mark.parametrize("seed", range(12))
def test_keys_of_a_column_are_those_of_its_entries(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a fixed seed is the point
    plain_mails = seed % 3 == 0
    mails = [each for each in MAILS if not plain_mails or each.startswith(("info", "Info", "a.b"))]
    phones = PHONES[:3] if seed % 2 else PHONES
    count = 50

    def cells(values: tuple[str, ...] | list[str]) -> list[tuple[str, ...]]:
        return [tuple(filter(None, chance.sample(values, chance.randrange(3)))) for _ in range(count)]

    plain = PlainEntries(
        rows=list(range(1, count + 1)),
        keys=[str(number) for number in range(count)],
        names=["Alder"] * count,
        lists={"phones": cells(phones), "emails": cells(mails), "websites": cells(SITES)},
    )
    by_columns, by_entries = IdentifierKeys("NP"), IdentifierKeys("NP")
    by_columns.add_plain(plain, 100)
    for at in range(count):
        by_entries.add(100 + at, plain.entry("xx", at))
    assert set(by_columns.keys) - {100 + at for at in range(count)} == set(by_entries.keys)


@pytest.mark.parametrize("seed", range(8))
def test_bones_of_a_column_are_those_of_its_texts(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a fixed seed is the point
    words = ("alder", "a", "", "7", "shipping", "木", "overseas", "ee")
    folded = fold_all([" ".join(chance.choices(words, k=chance.randrange(5))) for _ in range(60)])
    assert bones_of_all(folded) == [bones_of(text.split()) for text in folded]


@pytest.mark.parametrize(
    "rows",
    [
        [["a", "b"], ["c", ""]],
        [["a"], [], ["b"]],
        [[]],
        [[""]],
        [['say "no"', "b"], ["c", "d"]],
        [["back\\slash"], ["line\nend"], ["\x00"]],
        [['","', "x"], [], []],
    ],
    ids=range(7),
)
def test_rows_are_kept_as_the_same_json_together_and_alone(rows: list[list[str]]) -> None:
    assert cells_texts(rows) == list(map(compact, rows))
