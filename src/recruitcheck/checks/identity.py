"""Is the agency asked about the listed firm? Name and identifier must agree, or a person must have said so."""

from __future__ import annotations

from recruitcheck.matching import REVIEW_THRESHOLD, NameQuery, score
from recruitcheck.model import DecisionAnswer, Match, NameKind
from recruitcheck.names import parse_name, split_names

# What an agency says of itself beside its name: anyone can claim to be "formerly" a licensed firm.
_CLAIMED = frozenset({NameKind.TRADING, NameKind.FORMER, NameKind.ALIAS})


def establishes(match: Match) -> bool:
    """Whether name and identifier agree, or a person said so; "Example 2" with the phone of "Example" is neither."""
    if match.decision is not None and match.decision.answer is not DecisionAnswer.DIFFERENT:
        return match.decision.answer is DecisionAnswer.SAME
    return match.identified and _name_agrees(match)


def _name_agrees(match: Match) -> bool:
    """Whether the agency's own name, and not only one that it says to have had, fits; sister numbers must be equal."""
    asked = split_names(match.query)
    own = [name for name in asked if name.kind not in _CLAIMED] or list(asked)
    fits = [name.text for name in own if score(NameQuery(name.text), match.entry).score >= REVIEW_THRESHOLD]
    listed = [sorted(parse_name(name.text).numbers) for name in match.entry.names]
    return any(sorted(parse_name(text).numbers) in listed for text in fits)
