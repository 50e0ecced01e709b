"""A labelled set of names in other scripts and in several romanisations, made from words written by hand.

usage: script_set.py FOLDER [--names NAMES.txt] [--half tuning|kept] [--seed 7] [--each 100]

``script_words.txt`` holds words of firm names with romanisations that people use, none of them made by recruitcheck.
Every second word belongs to the half that is kept from tuning. For each script: names in it whose entry is listed
romanised (``SCRIPT``), romanised names whose entry is listed in the script (``SCRIPT listed``), and romanised names
whose entry is listed in another romanisation (``SCRIPT respelt``). NAMES.txt (one a line) fills the register up.
Writes register.csv and queries.csv in the form of the labelled sample.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

WORDS = Path(__file__).with_name("script_words.txt")
SUN_LETTERS = {"ت": "t", "ث": "th", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ن": "n"}
JOINED = frozenset({"chinese", "cantonese", "japanese"})
LONELY = 0.2  # names of a single telling word


@dataclass(slots=True)
class Script:
    """Words of one script: the word and its romanisations; market words and forms with their English."""

    name: str
    head: bool  # market words stand before the name
    words: list[tuple[str, list[str]]] = field(default_factory=list)
    market: list[tuple[str, str]] = field(default_factory=list)
    opening: list[tuple[str, str]] = field(default_factory=list)
    closing: list[tuple[str, str]] = field(default_factory=list)


def scripts() -> Iterator[Script]:
    """The scripts of the file, in its order."""
    script = Script("", head=False)
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if line.startswith("["):
            if script.words:
                yield script
            name, *more = line.strip("[]").split()
            script = Script(name, head="head" in more)
            continue
        word, _, read = line.rpartition(": ")
        kinds = {"*": script.market, "<": script.opening, ">": script.closing}
        if line[0] in kinds:
            kinds[line[0]].append((word[1:], read))
        else:
            script.words.append((word, read.split()))
    yield script


Words = list[tuple[str, list[str]]]


def drawn(script: Script, words: Words, dice: random.Random) -> Words:
    """The telling words of one name."""
    least = 2 if script.name in ("cantonese", "korean") else 1
    return dice.sample(words, least if dice.random() < LONELY else 2)


def pair(script: Script, chosen: Words, dice: random.Random) -> tuple[str, str, str]:
    """(name in the script, romanised, romanised in another way)."""
    written, *read = zip(*[_told(script, word, ways, dice) for word, ways in chosen], strict=True)
    market = dice.choice(script.market)
    alone = script.name != "korean" or min(map(len, written)) < 2 or dice.random() < 0.5
    blank = "" if script.name in JOINED or not alone else " "
    own = blank.join(written)
    native = f"{market[0]} {own}" if script.head else f"{own}{blank}{market[0]}"
    listed = [f"{' '.join(side).title()} {market[1].title()}" for side in read]
    if script.name in ("chinese", "cantonese"):
        listed = [side.replace("Co Ltd", "Co. Ltd") for side in listed]
    draw = dice.random()
    if draw < 0.35 and script.closing:
        form = dice.choice(script.closing)
        gap = "" if script.name in JOINED else " "
        native, listed = f"{native}{gap}{form[0]}", [f"{side} {form[1].title()}" for side in listed]
    elif draw < 0.7 and script.opening:
        form = dice.choice(script.opening)
        gap = "" if script.name in JOINED else " "
        native, listed = f"{form[0]}{gap}{native}", [f"{side} {form[1].upper()}" for side in listed]
    return native, listed[0], listed[1]


def _told(script: Script, word: str, ways: list[str], dice: random.Random) -> tuple[str, str, str]:
    """A word, its article if it has one, in the script and in two romanisations."""
    one = dice.choice(ways)
    other = dice.choice([way for way in ways if way != one] or ways)
    if script.name != "arabic" or dice.random() < 0.4:
        return word, one, other
    letter = SUN_LETTERS.get(word[0])
    articles = ["al ", "al-", "el ", *([f"a{letter}-"] if letter else [])]
    return f"ال{word}", f"{dice.choice(articles)}{one}", f"{dice.choice(articles)}{other}"


def make(half: str, dice: random.Random, each: int) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """(rows of the register, rows of the queries) of one half of the words."""
    register, queries = [], []
    for script in scripts():
        words = [one for place, one in enumerate(script.words) if (place % 2 == 0) == (half == "tuning")]
        seen: set[frozenset[str]] = set()
        while len(seen) < each:
            chosen = drawn(script, words, dice)
            key = frozenset(ways[0] for _, ways in chosen)  # no two firms here are told apart by market words alone
            if key in seen:
                continue
            seen.add(key)
            native, listed, respelt = pair(script, chosen, dice)
            kind, asked, entry = f"{script.name}", native, listed
            if len(seen) % 2 == 0:
                kind, asked, entry = f"{script.name} listed", listed, native
            number = f"S{len(register):06}"
            register.append({"id": number, "name": entry, "country": ""})
            queries.append({"query_name": asked, "category": kind, "target_id": number})
            if kind == script.name and respelt != entry:
                queries.append({"query_name": respelt, "category": f"{script.name} respelt", "target_id": number})
    empty = {"query_country": "", "label_origin": "made", "also_ok_ids": ""}
    return register, [{"query_id": f"S{at:05}"} | empty | row for at, row in enumerate(queries)]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--half", choices=("tuning", "kept"), default="tuning")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=100)
    options = parser.parse_args()
    register, queries = make(options.half, random.Random(options.seed), options.each)  # noqa: S311
    if options.names:
        lines = sorted(
            {line.strip() for line in options.names.read_text(encoding="utf-8").splitlines() if line.strip()}
        )
        register += [{"id": f"N{at:06}", "name": line, "country": ""} for at, line in enumerate(lines)]
    options.folder.mkdir(parents=True, exist_ok=True)
    for file, rows in (("register.csv", register), ("queries.csv", queries)):
        with (options.folder / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


if __name__ == "__main__":
    main()
