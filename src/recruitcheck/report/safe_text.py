"""Foreign text made harmless and readable: control characters shown, lengths bounded, links checked, workers masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

MASK = "\u2588"  # one per code point, so that offsets still hold
LONGEST_TEXT = 2_000  # code points of any one printed value
LONGEST_NAME = 160  # in headings and lists
LEAST_MASKED = 4  # shorter masked words are not hunted elsewhere: "Ali" is also part of other words

# Controls (but tab and line ends), marks that reorder text, separators that end a line for some programs,
# tag characters, and lone surrogates, which UTF-8 cannot carry.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_CELL_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def visible(text: str) -> str:
    """The text with every unseen character written out, e.g. ``⟨U+202E⟩``."""
    if _UNSEEN.search(text) is None:
        return text
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def clip(text: str, longest: int = LONGEST_TEXT) -> str:
    """At most ``longest`` code points; what was cut is said, never hidden."""
    if len(text) <= longest:
        return text
    return f"{text[:longest]} … ({len(text):,} characters in all)"


def excerpt(text: str, longest: int) -> str:
    """The beginning of a sentence that is printed in full elsewhere, cut between words."""
    if len(text) <= longest:
        return text
    begun = text[:longest]
    return f"{begun.rsplit(' ', 1)[0] if ' ' in begun[longest // 2 :] else begun} …"


def safe_url(url: str | None) -> str | None:
    """The address if it is http or https with a host and no unseen or blank character, else None."""
    if not url or len(url) > LONGEST_TEXT or _UNSEEN.search(url) or re.search(r"[\s\"'<>\\`]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


def safe_href(href: str) -> str:
    """A relative link to a page of the same batch, else an empty one: no scheme, no host, no climbing out."""
    plain = re.fullmatch(r"[A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*(#[A-Za-z0-9-]*)?", href)
    return href if plain and ".." not in href.split("/") else "#"


def mask(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with each [start, end) in blocks; a span beyond the text is cut to it."""
    letters = list(text)
    for start, end in spans:
        for place in range(max(start, 0), min(end, len(letters))):
            letters[place] = MASK
    return "".join(letters)


def mask_words(text: str, words: Iterable[str]) -> str:
    """The text with each of these words in blocks, longest first, wherever it stands."""
    for word in sorted(set(words), key=lambda item: (-len(item), item)):
        if len(word.strip()) >= LEAST_MASKED and word in text:
            text = text.replace(word, MASK * len(word))
    return text


def safe_cell(text: str) -> str:
    """A spreadsheet cell that no program reads as a formula, on one line, with nothing unseen."""
    shown = visible(clip(text))
    flat = " ".join(shown.split()) if any(sign in shown for sign in "\r\n\t") else shown
    return f"'{flat}" if text.startswith(_CELL_FORMULA) or flat.startswith(_CELL_FORMULA) else flat


def pieces(text: str, values: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
    """The text cut at inserted values of another script: (piece, is foreign), so that each can be isolated."""
    foreign = sorted({value for value in values.values() if value and not value.isascii()}, key=lambda v: (-len(v), v))
    if not foreign:
        return ((text, False),)
    pattern = re.compile("|".join(re.escape(value) for value in foreign))
    cut: list[tuple[str, bool]] = []
    place = 0
    for found in pattern.finditer(text):
        cut += [(text[place : found.start()], False), (found[0], True)]
        place = found.end()
    cut.append((text[place:], False))
    return tuple(piece for piece in cut if piece[0])
