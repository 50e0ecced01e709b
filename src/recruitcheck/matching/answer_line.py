"""An answer of ``registry match`` as a line of JSON, written piece by piece: a list has thousands of candidates."""

from __future__ import annotations

import json
from collections.abc import Sequence

from recruitcheck.matching.bands import REVIEW_THRESHOLD, verdict_of
from recruitcheck.matching.search import OF_ANOTHER_COUNTRY, TOO_FAR, Hit

_quoted = json.encoder.encode_basestring
_number = float.__repr__
_AGREES, _DIFFERS = (("agrees", "The country agrees."), ("contradicts", OF_ANOTHER_COUNTRY))


def answer_line(query_id: str, query: str, country: str, hits: Sequence[Hit]) -> str:
    """What ``json.dumps`` makes of the query and of each ``Hit.answer``, not explained, told of its country.

    ``country``: ISO 3166-1 alpha-2, or "" where it is not known.
    """
    candidates = ", ".join([_candidate(hit, country) for hit in hits])
    return f'{{"query_id": {_quoted(query_id)}, "query": {_quoted(query)}, "candidates": [{candidates}]}}'


def _candidate(hit: Hit, asked: str) -> str:
    entry, score = hit.entry, hit.score
    why = list(hit.why) if score >= REVIEW_THRESHOLD else [TOO_FAR]
    more = ""
    if entry.country:
        more = f', "country": {_quoted(entry.country)}'
        if asked:
            field, sentence = _AGREES if asked == entry.country else _DIFFERS
            why.append(sentence)
            more += f', "{field}": ["country"]'
    return (
        f'{{"entry_id": {_quoted(entry.entry_id)}, "source_id": {_quoted(entry.source_id)}, '
        f'"name": {_quoted(entry.name)}, "matched_name": {_quoted(hit.matched.text)}, "score": {_number(score)}, '
        f'"verdict": "{verdict_of(score)}", "why": [{", ".join(map(_quoted, why))}]{more}}}'
    )
