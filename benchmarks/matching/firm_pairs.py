"""Pairs of firm names written by hand: how many different firms are called one, how many spellings of one are missed.

usage: firm_pairs.py [--show]      (of ``firm_pairs.txt``; ``--show`` prints every pair that is not as one would wish)

Different firms should not reach the band ``match``; one firm in two spellings should at least come to a person. Nothing
is fitted to the pairs: what they teach is mended where its cause is general.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from recruitcheck.matching import NameQuery, score
from recruitcheck.matching.bands import verdict_of
from recruitcheck.model import Name, RegistryEntry
from recruitcheck.names import split_names

PAIRS = Path(__file__).with_name("firm_pairs.txt")
BANDS = ("no", "review", "match")


class Pair(NamedTuple):
    """``same``: whether both names are of one firm."""

    same: bool
    kind: str
    one: str
    other: str


def pairs() -> Iterator[Pair]:
    """The pairs of the file."""
    same = False
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            same = line == "[same]"
        elif line.strip() and not line.startswith("#"):
            kind, _, names = line.partition(": ")
            one, _, other = names.partition(" | ")
            yield Pair(same, kind, one.strip(), other.strip())


def points(pair: Pair) -> float:
    """The score of a pair."""
    entry = RegistryEntry("made", "1", split_names(pair.other) or (Name(pair.other),), (1,))
    return score(NameQuery(pair.one), entry).score


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true")
    show = parser.parse_args().show
    bands: dict[tuple[bool, str], Counter[str]] = defaultdict(Counter)
    for pair in pairs():
        told = points(pair)
        band = verdict_of(told)
        for kind in (pair.kind, "all"):
            bands[pair.same, kind][band] += 1
        if show and band != ("match" if pair.same else "no"):
            print(f"{'same' if pair.same else 'other':5} {pair.kind:7} {told:5} {band:6} {pair.one} | {pair.other}")
    for (same, kind), counts in bands.items():
        told_of = "  ".join(f"{band} {counts[band]:3}" for band in BANDS)
        print(f"{'one firm' if same else 'two firms'} {kind:8} {told_of}")


if __name__ == "__main__":
    main()
