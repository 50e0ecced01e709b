"""A text of any script in Latin letters, in each of the ways its firms may write it."""

from __future__ import annotations

import re
from collections.abc import Callable

from recruitcheck.names.scripts import abjad, burmese, greek, han, indic, korean, thai

MOST_READINGS = 4

Reader = Callable[[str, int], str]
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (abjad.WORD, abjad.read),
    (indic.WORD, indic.read),
    (burmese.WORD, burmese.read),
    (thai.WORD, thai.read),
    (greek.WORD, greek.read),
    (korean.WORD, korean.read),
    (han.RUN, han.read),
    (han.KANA, han.read_kana),
)


def readings(text: str) -> tuple[str, ...]:
    """The text with its words of other scripts in Latin letters: the commonest way first, each way once.

    Cyrillic stays as it is: letter by letter is how they are romanised. Chinese characters stay in the first
    way (they are read as Mandarin where tokens are made), and are read as Cantonese or Japanese in the others.
    """
    if text.isascii():
        return (text,)
    found: dict[str, None] = {}
    for way in range(MOST_READINGS):
        read = text
        for word, reader in _READERS:
            if word.search(read):
                read = word.sub(lambda one, reader=reader, way=way: reader(one.group(), way), read)  # type: ignore[misc]
        found.setdefault(read)
    return tuple(found)
