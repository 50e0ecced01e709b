"""Names of a register as another hand romanises them: queries against a register that ``large_set.py`` made.

usage: romanised_set.py FOLDER OUT [--seed 7] [--many 600] [--half tuning|kept]

Each telling word that is no ordinary English one is spelt in one to three other ways of those in ``WAYS``, which are
what Arabic, Persian, Urdu, Bengali, Nepali, Tamil and Chinese names are spelt by on passports and shop signs. Writes
``OUT/queries.csv`` beside a copy of ``FOLDER/register.csv``.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from asked_countries import Query
from made_names import FIELDS
from own_set import is_kept, key_of

from recruitcheck.names import parse_name, split_names
from recruitcheck.names.market_words import is_market_word, is_plain_word

LEAST_LETTERS, MOST_WAYS = 4, 3
WAYS = (
    ("ee", "i"), ("i", "ee"), ("oo", "u"), ("u", "oo"), ("ou", "u"), ("u", "ou"), ("o", "u"), ("u", "o"), ("e", "a"),
    ("a", "e"), ("a", "aa"), ("aa", "a"), ("e", "i"), ("ai", "ay"), ("ei", "ai"), ("ai", "ei"), ("y", "i"),
    ("kh", "h"), ("kh", "k"), ("q", "k"), ("k", "q"), ("gh", "g"), ("g", "gh"), ("j", "g"), ("j", "y"), ("dj", "j"),
    ("w", "v"), ("v", "w"), ("v", "b"), ("bh", "b"), ("dh", "d"), ("th", "t"), ("d", "dh"), ("t", "th"), ("z", "dh"),
    ("sh", "ch"), ("sh", "s"), ("ch", "tch"), ("c", "k"), ("ph", "f"), ("f", "ph"), ("z", "s"), ("ah$", "a"),
    ("a$", "ah"), ("i$", "y"), ("([lmnrst])\\1", "\\1"), ("(?<=[aeiou])([lmnrst])(?=[aeiou])", "\\1\\1"),
)  # fmt: skip
_WAYS = [(re.compile(f"(?<!^){way}" if way in {"i", "u", "o", "e", "a", "y"} else way), new) for way, new in WAYS]


def respelt(word: str, dice: random.Random) -> str:
    """A word with one to three of its sounds spelt otherwise, each once."""
    left = dice.randint(1, MOST_WAYS)
    found = word.lower()
    for way, new in dice.sample(_WAYS, len(_WAYS)):
        places = list(way.finditer(found))
        if places and left:
            one = dice.choice(places)
            found = found[: one.start()] + one.expand(new) + found[one.end() :]
            left -= 1
    return found.title()


def romanised(name: str, dice: random.Random) -> str:
    """The name with its telling words respelt; "" where it has none that romanisations spell."""
    words = name.split()
    changed = False
    for at, word in enumerate(words):
        plain = word.lower()
        if len(plain) < LEAST_LETTERS or not (plain.isascii() and plain.isalpha()):
            continue
        if parse_name(word).distinctive and not is_plain_word(plain) and not is_market_word(plain):
            words[at] = respelt(word, dice)
            changed = True
    return " ".join(words) if changed else ""


def asked(register: list[dict[str, str]], dice: random.Random, half: str) -> Iterator[Query]:
    """Queries without end of names, in any order, that are no filler."""
    also = defaultdict(list)
    for row in register:
        also[key_of(row["name"])].append(row["id"])
    for row in dice.sample(register, len(register)):
        name = row["name"]
        if row["id"].startswith("F") or len(split_names(name)) != 1 or is_kept(name) != (half == "kept"):
            continue
        other = romanised(name, dice)
        if other and other.lower() != name.lower():
            ids = "|".join(also[key_of(name)])
            yield {"category": "romanised_gen", "query_name": other, "target_id": row["id"], "also_ok_ids": ids}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--many", type=int, default=600)
    parser.add_argument("--half", choices=("tuning", "kept"), default="tuning")
    options = parser.parse_args()
    dice = random.Random(options.seed)  # noqa: S311
    with (options.folder / "register.csv").open(encoding="utf-8", newline="") as file:
        register = list(csv.DictReader(file))
    options.out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(options.folder / "register.csv", options.out / "register.csv")
    with (options.out / "queries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        for number, query in enumerate(asked(register, dice, options.half)):
            if number == options.many:
                break
            told = {"query_id": f"R{number:05}", "query_country": "", "label_origin": "made"}
            writer.writerow(told | query)


if __name__ == "__main__":
    main()
