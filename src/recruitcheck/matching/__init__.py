"""How well a name fits an entry, and why. A match is a question for a person, never proof."""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.matching.bands import MATCH_THRESHOLD, REVIEW_THRESHOLD
    from recruitcheck.matching.matcher import rank, score
    from recruitcheck.matching.query import NameQuery
    from recruitcheck.matching.weights import TokenWeights

__all__ = ["MATCH_THRESHOLD", "REVIEW_THRESHOLD", "NameQuery", "TokenWeights", "rank", "score"]

_HOMES = {
    "MATCH_THRESHOLD": "bands",
    "REVIEW_THRESHOLD": "bands",
    "rank": "matcher",
    "score": "matcher",
    "NameQuery": "query",
    "TokenWeights": "weights",
}

__getattr__ = lazy_exports(__name__, _HOMES)
