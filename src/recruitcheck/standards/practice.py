"""Whether a word is a practice or a family; the words themselves are the vocabulary's."""

from __future__ import annotations


def known_practice(word: str) -> bool:
    """Whether it is a practice or a family of the vocabulary."""
    from recruitcheck.vocabulary import families, practices

    return word in practices() or word in families()
