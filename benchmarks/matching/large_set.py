"""A register of any size out of real names, and the same queries asked of it and of a smaller one.

usage: large_set.py NAMES.txt FOLDER [--size 236567] and the options of own_set.py      (NAMES.txt as there)

The names and queries of ``own_set.py``, drawn to 1,200 with a true entry and 800 without (real firms held out, words
exchanged, other market words, numbered sisters). The register is then filled up with firms that could exist: a real
name with a telling word of another or with a word coined of two halves, or the beginning of one with the end of
another. Of real names beyond the first 200,000 two in five hold a telling word that none before them holds; the coined
ones follow that, so that a large register is as crowded as a real one. Some are wholly made (``made_names.py``). A firm
that could exist is of the country of the name it was made from, a wholly made one of any as often as real ones. Rows
come in no order (when the real names stood first, recall@1 of 236,567 names came out .015 better than it is). Writes
``FOLDER`` and ``FOLDER/small`` (the real names alone), so that what size alone costs can be read off.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

from asked_countries import Query, Shares
from made_names import names as made_names
from own_set import add_options, key_of, make, read_names, write

from recruitcheck.names import parse_name, split_names

WITH, WITHOUT = 1200, 800
MADE = 0.08  # of what fills the register up, the share that is wholly made
COINED = 0.4  # of the rest, the share with a coined word
JOINED = 0.1  # of the others, the share of two halves


def recombined(names: list[str], dice: random.Random) -> Iterator[tuple[str, str]]:
    """Firms that could exist, without end: parts of two real names; with the one that the name begins like."""
    while True:
        like, other = (dice.choice(names) for _ in range(2))
        first, second = split_names(like), split_names(other)
        if not (first and second):
            continue
        words, tail = first[0].text.split(), second[0].text.split()
        telling = parse_name(second[0].text).distinctive
        places = [at for at, word in enumerate(words) if parse_name(word).distinctive]
        if not telling or not places:
            continue
        if dice.random() < JOINED:
            yield " ".join([*words[: max(1, len(words) // 2)], *tail[len(tail) // 2 :]]), like
        else:
            at, new = dice.choice(places), dice.choice(telling)
            words[at] = (coined(words[at], new) if dice.random() < COINED else new).title()
            yield " ".join(words), like


def coined(one: str, other: str) -> str:
    """The beginning of a word with the end of another."""
    return one[: max(2, len(one) // 2)] + other[len(other) // 2 :]


def filled(names: list[str], listed: set[tuple[str, ...]], many: int, dice: random.Random) -> list[tuple[str, str]]:
    """So many firms that are not among those ``listed`` by their words, nor asked about; with a real one like it."""
    found: list[tuple[str, str]] = []
    seen = set(listed)
    likes = random.Random(many)  # noqa: S311
    wholly = ((name, likes.choice(names)) for name in made_names(many, dice))
    for source, share in ((wholly, MADE), (recombined(names, dice), 1.0)):
        for name, like in source:
            if len(found) >= share * many:
                break
            key = key_of(name)
            if key and key not in seen:
                seen.add(key)
                found.append((name, like))
    return found


def drawn(queries: list[Query], dice: random.Random) -> list[Query]:
    """So many with a true entry and without."""
    listed = [one for one in queries if one["target_id"]]
    strangers = [one for one in queries if not one["target_id"]]
    some = dice.sample(listed, min(WITH, len(listed))) + dice.sample(strangers, min(WITHOUT, len(strangers)))
    return sorted(some, key=lambda one: one["query_id"])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add_options(parser, 90)
    parser.add_argument("--size", type=int, default=236_567)
    options = parser.parse_args()
    country = read_names(options.names, options.most)
    names = list(country)
    dice = random.Random(options.seed)  # noqa: S311
    shares = Shares(wrong=options.wrong, alike=options.alike)
    register, queries = make(country, dice, options.each, options.half, shares)
    queries = drawn(queries, dice)
    taken = {key_of(one.text) for row in register for one in split_names(row["name"])}
    taken |= {key_of(one.text) for row in queries for one in split_names(row["query_name"])}
    write(options.folder / "small", register, queries)
    more = filled(names, taken, max(0, options.size - len(register)), dice)
    register += [{"id": f"F{at:06}", "name": name, "country": country[like]} for at, (name, like) in enumerate(more)]
    dice.shuffle(register)  # of names that tie the first is answered: the true ones may not all come first
    write(options.folder, register, queries)


if __name__ == "__main__":
    main()
