"""A register of any size out of real names, and the same queries asked of it and of a smaller one.

usage: large_set.py NAMES.txt FOLDER [--size 236567] [--half tuning|kept] [--seed 7] [--each 90]   (one name per line)

The names and queries of ``own_set.py``, drawn to 1,200 with a true entry and 800 without (real firms held out, words
exchanged, other market words, numbered sisters). The register is then filled up with firms that could exist: a real
name with a telling word of another or with a word coined of two halves, or the beginning of one with the end of
another. Of real names beyond the first 200,000 two in five hold a telling word that none before them holds; the coined
ones follow that, so that a large register is as crowded as a real one. Some are wholly made (``made_names.py``). Writes
``FOLDER`` and ``FOLDER/small`` (the real names alone), so that what size alone costs can be read off.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

from made_names import names as made_names
from own_set import Query, key_of, make

from recruitcheck.names import parse_name, split_names

WITH, WITHOUT = 1200, 800
MADE = 0.08  # of what fills the register up, the share that is wholly made
COINED = 0.4  # of the rest, the share with a coined word
JOINED = 0.1  # of the others, the share of two halves


def recombined(names: list[str], dice: random.Random) -> Iterator[str]:
    """Firms that could exist, without end: parts of two real names."""
    while True:
        first, second = (split_names(dice.choice(names)) for _ in range(2))
        if not (first and second):
            continue
        words, tail = first[0].text.split(), second[0].text.split()
        telling = parse_name(second[0].text).distinctive
        places = [at for at, word in enumerate(words) if parse_name(word).distinctive]
        if not telling or not places:
            continue
        if dice.random() < JOINED:
            yield " ".join([*words[: max(1, len(words) // 2)], *tail[len(tail) // 2 :]])
        else:
            at, new = dice.choice(places), dice.choice(telling)
            words[at] = (coined(words[at], new) if dice.random() < COINED else new).title()
            yield " ".join(words)


def coined(one: str, other: str) -> str:
    """The beginning of a word with the end of another."""
    return one[: max(2, len(one) // 2)] + other[len(other) // 2 :]


def filled(names: list[str], listed: set[tuple[str, ...]], many: int, dice: random.Random) -> list[str]:
    """So many names of firms that are not among those ``listed`` by their words, nor asked about."""
    found: list[str] = []
    seen = set(listed)
    for source, share in ((made_names(many, dice), MADE), (recombined(names, dice), 1.0)):
        for name in source:
            if len(found) >= share * many:
                break
            key = key_of(name)
            if key and key not in seen:
                seen.add(key)
                found.append(name)
    return found


def drawn(queries: list[Query], dice: random.Random) -> list[Query]:
    """So many with a true entry and without."""
    listed = [one for one in queries if one["target_id"]]
    strangers = [one for one in queries if not one["target_id"]]
    some = dice.sample(listed, min(WITH, len(listed))) + dice.sample(strangers, min(WITHOUT, len(strangers)))
    return sorted(some, key=lambda one: one["query_id"])


def write(folder: Path, register: list[Query], queries: list[Query]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for file, rows in (("register.csv", register), ("queries.csv", queries)):
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=236_567)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=90)
    parser.add_argument("--half", choices=("tuning", "kept"), default="tuning")
    options = parser.parse_args()
    names = sorted({line.strip() for line in options.names.read_text(encoding="utf-8").splitlines() if line.strip()})
    dice = random.Random(options.seed)  # noqa: S311
    register, queries = make(names, dice, options.each, options.half)
    queries = drawn(queries, dice)
    taken = {key_of(one.text) for row in register for one in split_names(row["name"])}
    taken |= {key_of(one.text) for row in queries for one in split_names(row["query_name"])}
    write(options.folder / "small", register, queries)
    more = filled(names, taken, max(0, options.size - len(register)), dice)
    register += [{"id": f"F{at:06}", "name": name, "country": ""} for at, name in enumerate(more)]
    write(options.folder, register, queries)


if __name__ == "__main__":
    main()
