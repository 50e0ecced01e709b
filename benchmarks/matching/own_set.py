"""A labelled set of our own, made from any list of real names; what is tuned is tuned on it.

usage: own_set.py NAMES.txt FOLDER [--seed 7] [--each 120]      (one name per line)

Writes register.csv and queries.csv in the form of the labelled sample, so that the sample's scorer reads them. One name
in thirty is held out of the register: asked as it stands, with a word exchanged, or with a number added, it has no true
entry. The others are changed as people change names.
"""

from __future__ import annotations

import argparse
import csv
import random
import string
from collections.abc import Callable, Iterator
from pathlib import Path

from own_pairs import honour, reform, reorder, respace, respell, slip

from recruitcheck.names import parse_name, split_names

HELD_OUT = 30

Change = Callable[[str, random.Random], str]


def two_slips(name: str, dice: random.Random) -> str:
    return slip(slip(name, dice), dice)


def shortened(name: str, dice: random.Random) -> str:
    words = name.split()
    at = dice.randrange(len(words))
    words[at] = words[at][: max(3, len(words[at]) // 2)] + "." if len(words[at]) > 5 else words[at]
    return " ".join(words)


def partial(name: str, dice: random.Random) -> str:
    words = name.split()
    return " ".join(words[: max(1, len(words) - dice.randint(1, 2))]) if len(words) > 2 else name


def letters(name: str, dice: random.Random) -> str:
    kept = [word for word in parse_name(name).words if word not in ("and", "of", "the", "for")]
    found = "".join(word[0] for word in kept).upper()
    return f"{found} {dice.choice(['', 'Ltd', 'Limited'])}".strip() if len(found) > 2 and found.isalpha() else ""


SAME: dict[str, Change] = {
    "typo_gen": slip,
    "spelling_variant": two_slips,
    "transliteration_gen": respell,
    "spacing_gen": respace,
    "word_order_gen": reorder,
    "legal_form_gen": reform,
    "licence_noise_gen": honour,
    "abbreviation_gen": shortened,
    "partial_name": partial,
    "acronym_gen": letters,
}


def swapped(name: str, other: str, dice: random.Random) -> str:
    words = name.split()
    telling = [at for at, word in enumerate(words) if parse_name(word).distinctive]
    new = parse_name(other).distinctive
    if not telling or not new:
        return ""
    words[dice.choice(telling)] = string.capwords(dice.choice(new))
    return " ".join(words)


def key_of(name: str) -> tuple[str, ...]:
    """Names with the same words are one firm here."""
    return tuple(sorted(parse_name(name).words))


class Register:
    """The names that are listed, by number and by their words, and those held out."""

    def __init__(self, names: list[str], dice: random.Random) -> None:
        cells = [(f"N{number:06}", name) for number, name in enumerate(names) if split_names(name)]
        gone = {key_of(one.text) for _, name in dice.sample(cells, len(cells) // HELD_OUT) for one in split_names(name)}
        self.listed: dict[tuple[str, ...], list[str]] = {}
        self.cells: list[tuple[str, str]] = []
        self.held_out: list[str] = []
        for number, name in cells:
            keys = [key_of(one.text) for one in split_names(name)]
            if not gone.isdisjoint(keys):
                self.held_out.append(name)
                continue
            self.cells.append((number, name))
            for key in keys:
                self.listed.setdefault(key, []).append(number)


def positives(register: Register, dice: random.Random, each: int) -> Iterator[dict[str, str]]:
    """Queries with a true entry."""
    for kind, change in SAME.items():
        for number, name in dice.sample(register.cells, each):
            one = dice.choice(split_names(name)).text
            asked = change(one, dice)
            if split_names(asked) and any(map(str.isalpha, asked)):
                also = "|".join(register.listed[key_of(one)])
                yield {"category": kind, "query_name": asked, "target_id": number, "also_ok_ids": also}


def negatives(register: Register, dice: random.Random, many: int) -> Iterator[dict[str, str]]:
    """Queries without a true entry."""
    for name in dice.sample(register.held_out, min(many, len(register.held_out))):
        yield {"category": "neg_holdout_real", "query_name": split_names(name)[0].text}
    for number, name in dice.sample(register.cells, many):
        one = split_names(name)[0].text
        made = {"neg_lookalike_swapped": swapped(one, dice.choice(register.cells)[1], dice)}
        if number[-1] in "13579":
            made["neg_sister_generated"] = f"{one} {dice.choice(['II', '2', '3', 'III', '(No. 2)'])}"
        for kind, asked in made.items():
            if asked and key_of(asked) not in register.listed:
                yield {"category": kind, "query_name": asked}


def make(names: list[str], dice: random.Random, each: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """(rows of the register, rows of the queries)."""
    register = Register(names, dice)
    empty = {"query_country": "", "target_id": "", "label_origin": "generated", "also_ok_ids": ""}
    found = [*positives(register, dice, each), *negatives(register, dice, 4 * each)]
    queries = [{"query_id": f"Q{number:05}"} | empty | query for number, query in enumerate(found)]
    return [{"id": number, "name": name, "country": ""} for number, name in register.cells], queries


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=120)
    options = parser.parse_args()
    names = sorted({line.strip() for line in options.names.read_text(encoding="utf-8").splitlines() if line.strip()})
    options.folder.mkdir(parents=True, exist_ok=True)
    tables = make(names, random.Random(options.seed), options.each)  # noqa: S311
    for file, rows in zip(("register.csv", "queries.csv"), tables, strict=True):
        with (options.folder / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
