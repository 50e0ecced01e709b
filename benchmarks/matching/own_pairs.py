"""Made pairs for choosing the bands: perturbed names against look-alikes, from any list of real names.

usage: own_pairs.py NAMES.txt [--seed 7] [--size 600]      (one name per line)

Same firm: a typing slip, spacing, word order, plural, another or no legal form, honorific, licence
number, a vowel respelt. Other firm: another number, one telling word exchanged for that of another
firm, one added, and real firms of the same list that share a telling word. Prints the share of each
kind that reaches each score. The sample's own pairs are never used here.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from recruitcheck.matching import MATCH_THRESHOLD, REVIEW_THRESHOLD, NameQuery, score
from recruitcheck.model import Name, RegistryEntry
from recruitcheck.names import parse_name, split_names

MARKS = (60.0, REVIEW_THRESHOLD, 75.0, 80.0, MATCH_THRESHOLD, 90.0, 95.0)
VOWELS = "aeiou"

Change = Callable[[str, random.Random], str]


def slip(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, max(2, len(name) - 1))
    kind = dice.randrange(3)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    return name[:at] + dice.choice("abcdefghiklmnoprstu") + name[at + 1 :]


def respell(name: str, dice: random.Random) -> str:
    places = [place for place, letter in enumerate(name) if place and letter.lower() in VOWELS]
    if not places:
        return name
    at = dice.choice(places)
    return name[:at] + dice.choice([vowel for vowel in VOWELS if vowel != name[at].lower()]) + name[at + 1 :]


def respace(name: str, dice: random.Random) -> str:
    words = name.split()
    at = dice.randrange(max(1, len(words) - 1))
    return " ".join([*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]])


def reorder(name: str, dice: random.Random) -> str:
    words = name.split()
    return " ".join(words[1:] + words[:1])


def reform(name: str, dice: random.Random) -> str:
    form = dice.choice(["Ltd", "(Pvt.) Ltd.", "Limited", "Co. Ltd", "LLC", ""])
    return " ".join((*parse_name(name).words, form))


def plural(name: str, dice: random.Random) -> str:
    return " ".join(word if word.endswith("s") or len(word) < 4 else f"{word}s" for word in name.split())


def honour(name: str, dice: random.Random) -> str:
    return f"M/s. {name} (RL-{dice.randrange(1, 2500):04})"


SAME: dict[str, Change] = {
    "slip": slip,
    "respelt": respell,
    "spacing": respace,
    "order": reorder,
    "form": reform,
    "plural": plural,
    "noise": honour,
}


def others(
    name: str, all_names: list[str], sharing: dict[str, list[str]], dice: random.Random
) -> Iterator[tuple[str, str]]:
    parts = parse_name(name)
    yield "number_added", f"{name} {dice.choice(['II', '2', '3', 'III'])}"
    telling = parse_name(dice.choice(all_names)).distinctive
    if parts.distinctive and telling and telling[0] not in parts.distinctive:
        gone = dice.choice(parts.distinctive)
        yield "word_exchanged", " ".join(telling[0] if word == gone else word for word in parts.words)
        yield "word_added", " ".join((telling[0], *parts.words))
    near = [other for word in parts.distinctive for other in sharing[word] if parse_name(other).words != parts.words]
    if near:
        yield "real_neighbour", dice.choice(near)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--size", type=int, default=600)
    options = parser.parse_args()
    dice = random.Random(options.seed)  # noqa: S311
    lines = sorted({line.strip() for line in options.names.read_text(encoding="utf-8").splitlines() if line.strip()})
    names = [split_names(line)[0].text for line in lines if split_names(line)]
    sharing: dict[str, list[str]] = defaultdict(list)
    for name in names:
        for word in parse_name(name).distinctive:
            sharing[word].append(name)
    results: dict[str, list[float]] = defaultdict(list)
    for name in dice.sample(names, min(options.size, len(names))):
        entry = RegistryEntry("made", "1", (Name(name),), (1,))
        for kind, change in SAME.items():
            results[f"same  {kind}"].append(score(NameQuery(change(name, dice)), entry).score)
        for kind, other in others(name, names, sharing, dice):
            results[f"other {kind}"].append(score(NameQuery(other), entry).score)
    print(f"{'share at or above':24}" + "".join(f"{mark:8.0f}" for mark in MARKS))
    for kind, scores in results.items():
        shares = [sum(1 for one in scores if one >= mark) / len(scores) for mark in MARKS]
        print(f"{kind:24}" + "".join(f"{share:8.2f}" for share in shares))


if __name__ == "__main__":
    main()
