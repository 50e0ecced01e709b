"""Is the agency asked about the listed firm? Name and identifier must agree, or a person must have said so."""

from __future__ import annotations

from recruitcheck.matching import MATCH_THRESHOLD, REVIEW_THRESHOLD, NameQuery, score
from recruitcheck.model import DecisionAnswer, Match, NameKind
from recruitcheck.names import parse_name, split_names

# What an agency says of itself beside its name: anyone can claim to be "formerly" a licensed firm.
_CLAIMED = frozenset({NameKind.TRADING, NameKind.FORMER, NameKind.ALIAS})
_CONTACTS = frozenset({"phone", "email", "mail_domain", "website"})


def shares_contact(match: Match) -> bool:
    """Whether a telephone, mail or website agrees, whatever the name, and nobody said that the firms differ."""
    apart = match.decision is not None and match.decision.answer is DecisionAnswer.DIFFERENT
    return not apart and any(item.field in _CONTACTS for item in match.agrees)


def establishes(match: Match) -> bool:
    """Whether name and identifier agree, or a person said so; "Example 2" with the phone of "Example" is neither."""
    if match.decision is not None and match.decision.answer is not DecisionAnswer.DIFFERENT:
        return match.decision.answer is DecisionAnswer.SAME
    return match.identified and _name_agrees(match)


def _name_agrees(match: Match) -> bool:
    """Whether the agency's own name, and not only one that it says to have had, fits; sister numbers must be equal.

    Sister firms share a telephone, a domain, a floor: of 146 lines that firms of one real list share, ten join firms
    whose names score between the bands. So beside those the name must match; a licence number is the firm's alone.
    """
    numbered = any(item.field == "licence_number" for item in match.agrees)
    least = REVIEW_THRESHOLD if numbered else MATCH_THRESHOLD
    asked = split_names(match.query)
    own = [name for name in asked if name.kind not in _CLAIMED] or list(asked)
    fits = [name.text for name in own if score(NameQuery(name.text), match.entry).score >= least]
    listed = [sorted(parse_name(name.text).numbers) for name in match.entry.names]
    return any(sorted(parse_name(text).numbers) in listed for text in fits)
