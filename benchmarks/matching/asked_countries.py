"""The countries that queries of our own sets name: mostly the right one, sometimes none or a wrong one.

Nobody has counted how often people name which; the shares below are guesses, so a result must hold for others too
(``country_loss.py`` says how).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

Query = dict[str, str]
# A worker is asked for a country and tells the own one: the large countries of origin.
WORKERS = ("BD", "ET", "ID", "IN", "KE", "LK", "MM", "NP", "PH", "PK", "UG", "VN")
SISTERS = ("neg_sister_",)
ALIKE = ("neg_lookalike_", "neg_same_trading_name")


class Shares(NamedTuple):
    """Of all queries, those that name no country; of the others, by kind, those that name another one.

    ``wrong``: of firms that exist, listed or not. ``alike``, ``sister``: strangers made from a listed name, where the
    country of that name is the other choice. A sister mostly is next door; a look-alike may be anywhere.
    """

    none: float = 0.2
    wrong: float = 0.06  # one in twenty of all queries
    alike: float = 0.5
    sister: float = 0.25

    def elsewhere(self, category: str) -> float:
        """The share that names another country."""
        if category.startswith(SISTERS):
            return self.sister
        return self.alike if category.startswith(ALIKE) else self.wrong


def asked_countries(
    queries: Iterable[Query], listed: Mapping[str, str], dice: random.Random, shares: Shares
) -> Iterator[Query]:
    """The queries, ``query_country`` (that of the name a query was made from, "" for none) as somebody would name it.

    ``listed``: country by name; another country is one of the lists, drawn as often as its names, or a worker's.
    """
    counts = Counter(country for country in listed.values() if country)
    for query in queries:
        own = query["query_country"]
        if not own:
            yield query
        elif dice.random() < shares.none:
            yield query | {"query_country": ""}
        elif dice.random() < shares.elsewhere(query["category"]):
            yield query | {"query_country": _another(own, counts, dice)}
        else:
            yield query


def _another(own: str, counts: Mapping[str, int], dice: random.Random) -> str:
    others = [country for country in counts if country != own]
    if others and dice.random() < 0.5:
        return dice.choices(others, [counts[country] for country in others])[0]
    return dice.choice([country for country in WORKERS if country != own])
