"""The keys under which words and names are filed."""

from __future__ import annotations

from recruitcheck.names import NameParts, fold
from recruitcheck.names.market_words import JOINING_WORDS

MIN_JOINED = 4  # letters of two neighbours written as one
MIN_SLIP = 4  # letters of a word in which a slip is looked for
MIN_SOUND = 4
MIN_SPOKEN = 3
SPOKEN = "~"  # opens the key of a word in one spelling for each sound
MIN_BONES = 2  # letters of a word that is looked for by what every romanisation keeps of it
MAX_INITIALS = 12
MIN_INITIALS = 2


def deletions(word: str) -> set[str]:
    """The word, and the word without each of its letters."""
    found = {word[:at] + word[at + 1 :] for at in range(len(word))}
    found.add(word)
    return found


def grams(word: str) -> set[str]:
    """Runs of three letters, ends marked."""
    marked = f"^{word}$"
    return {marked[at : at + 3] for at in range(len(marked) - 2)}


def initials_of(text: str, parts: NameParts) -> set[str]:
    """What a name may be shortened to: first letters of its words, with and without joining words and legal form."""
    words = parts.words
    every = fold(text).split()
    found = {"".join(parts.initials), "".join([word[0] for word in words]), "".join([word[0] for word in every])}
    if not JOINING_WORDS.isdisjoint(every):
        found.add("".join([word[0] for word in words if word not in JOINING_WORDS]))
        found.add("".join([word[0] for word in every if word not in JOINING_WORDS]))
    return {key for key in found if MIN_INITIALS <= len(key) <= MAX_INITIALS and key.isalpha()}
