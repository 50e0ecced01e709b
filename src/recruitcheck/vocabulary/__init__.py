"""The words that rules, law, registries and reports share: practices, places, sectors, terms, fees, messages."""

from recruitcheck.vocabulary.messages import Said, message_args, message_ids, say
from recruitcheck.vocabulary.practices import Family, Practice, covers, families, practices

__all__ = [
    "Family",
    "Practice",
    "Said",
    "covers",
    "families",
    "message_args",
    "message_ids",
    "practices",
    "say",
]
