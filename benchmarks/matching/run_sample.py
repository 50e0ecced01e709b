"""Run the matcher over a labelled sample of names and write the answers for its scorer.

usage: run_sample.py FOLDER OUTPUT.jsonl [--top 10] [--limit N]

FOLDER holds register.csv (id, name, country) and queries.csv (query_id, query_name, …). Candidates come
from a plain index in memory (rare words, skeletons, trigrams of rare words, initials): good enough to
judge the score, no measure of the index. Nothing of the sample is used to set a weight or a threshold
except the number of names that hold each word, which any register tells about itself.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from recruitcheck.matching import NameQuery, TokenWeights, rank
from recruitcheck.matching.token import skeleton
from recruitcheck.model import Name, RegistryEntry
from recruitcheck.names import parse_name, split_names

CANDIDATES = 120
LONGEST_LIST = 3000  # keys held by more names than this find nobody


def keys(name: str) -> set[str]:
    """Retrieval keys of one name."""
    parts = parse_name(name)
    words = parts.words
    found = {f"w:{word}" for word in words}
    found |= {f"j:{first}{second}" for first, second in pairwise(words)}
    found |= {f"j:{word}" for word in words if len(word) > 4}
    found |= {f"s:{skeleton(word)}" for word in parts.distinctive if len(word) > 3}
    found |= {
        f"t:{word[at : at + 3]}" for word in (f"^{one}$" for one in parts.distinctive) for at in range(len(word) - 2)
    }
    initials = "".join(parts.initials)
    if len(initials) > 2:
        found.add(f"a:{initials}")
    found |= {f"a:{word}" for word in parts.distinctive if 2 < len(word) < 7}
    return found


class Candidates:
    """Entries by key, the rare keys weighing most."""

    def __init__(self, entries: list[RegistryEntry]) -> None:
        self.entries = entries
        self.places: dict[str, list[int]] = defaultdict(list)
        for place, entry in enumerate(entries):
            for key in {key for name in entry.names for key in keys(name.text)}:
                self.places[key].append(place)

    def of(self, name: str) -> Iterable[RegistryEntry]:
        """The entries that share the rarest keys with a name."""
        points: dict[int, float] = defaultdict(float)
        for key in {key for part in split_names(name) or (Name(name),) for key in keys(part.text)}:
            held = self.places.get(key, ())
            if 0 < len(held) <= LONGEST_LIST:
                weight = math.log(len(self.entries) / len(held)) * (0.4 if key[0] == "t" else 1.0)
                for place in held:
                    points[place] += weight
        best = sorted(points, key=lambda place: (-points[place], place))[:CANDIDATES]
        return [self.entries[place] for place in best]


def read_register(path: Path) -> tuple[list[RegistryEntry], TokenWeights]:
    """The register as entries, and how rare its words are."""
    entries = []
    counts: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            names = split_names(row["name"]) or (Name(row["name"]),)
            entries.append(RegistryEntry("sample", row["id"], names, (number,)))
            counts.update({word for name in names for word in parse_name(name.text).words})
    return entries, TokenWeights.from_counts(counts, len(entries))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--no-rarity", action="store_true", help="use the shipped weights alone")
    options = parser.parse_args()
    started = time.perf_counter()
    entries, weights = read_register(options.folder / "register.csv")
    candidates = Candidates(entries)
    built = time.perf_counter()
    with (options.folder / "queries.csv").open(encoding="utf-8", newline="") as file:
        queries = list(csv.DictReader(file))[: options.limit]
    with options.output.open("w", encoding="utf-8") as out:
        for row in queries:
            query = NameQuery(row["query_name"])
            found = rank(
                query,
                candidates.of(query.name),
                floor=1.0,
                top=options.top,
                weights=None if options.no_rarity else weights,
            )
            answers = [{"source_id": match.entry.key, "score": match.score} for match in found]
            out.write(json.dumps({"query_id": row["query_id"], "candidates": answers}) + "\n")
    ended = time.perf_counter()
    sys.stderr.write(f"built {built - started:.1f} s, {len(queries) / (ended - built):.0f} queries/s on one core\n")


if __name__ == "__main__":
    main()
