"""How well a name fits an entry, and why. A match is a question for a person, never proof."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
