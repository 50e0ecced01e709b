"""The bands of the score: match, review, below.

Chosen on pairs of our own making (``benchmarks/matching/own_pairs.py``: 500 names of two agency lists,
each perturbed in seven ways, against numbered sisters, exchanged and added words and real neighbours
in the list), with the shipped weights; ``docs/matching.md`` prints the table for users:

============================  =======  =======
share that reaches            review   match
============================  =======  =======
other legal form              1.00     1.00
honorific, licence number     1.00     0.99
words in another order        0.99     0.83
plural of every word          0.98     0.89
spacing                       0.97     0.88
one vowel respelt             0.96     0.78
typing slip                   0.96     0.71
a number added (a sister)     0.86     0.00
a telling word added          0.97     0.03
a telling word exchanged      0.04     0.00
a real neighbour in the list  0.08     0.00
============================  =======  =======

So a match is rarely another firm, and what stands between the bands is a question for a person.
"""

MATCH_THRESHOLD = 86.0
"""From here on the name alone fits well enough to be shown as a match."""

REVIEW_THRESHOLD = 62.0
"""From here on a person should look; below, the entry is only named as the nearest."""

BELOW_MATCH = MATCH_THRESHOLD - 1.0
"""The highest score of what a person must decide whatever else agrees in the name."""


def verdict_of(score: float) -> str:
    """The band of a score: ``match``, ``review`` or ``no``."""
    return "match" if score >= MATCH_THRESHOLD else "review" if score >= REVIEW_THRESHOLD else "no"
