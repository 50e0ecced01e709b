"""The Arabic article in its many spellings: "An-Noor", "Ash-Shams", "Jamaat-ud-Dawa" and "El-Noor" all hold "al"."""

from __future__ import annotations

import re
from functools import cache

_BETWEEN = {
    "ul": "",
    "ud": "d",
    "ur": "r",
    "us": "s",
    "un": "n",
    "uz": "z",
    "ut": "t",
    "ush": "sh",
    "ol": "",
    "od": "d",
    "os": "s",
    "oz": "z",
}
ARTICLE = "al"


def with_articles(text: str) -> str:
    """The text with the article spelt one way wherever a hyphen shows that it is one."""
    return _ezafe().sub(" ", _joined().sub(f"{ARTICLE} ", text)) if "-" in text else text


@cache
def _joined() -> re.Pattern[str]:
    """Joined by a hyphen, and said like the letter that follows. Compiled on first use: most names have no hyphen."""
    return re.compile(r"\b(?:[aeou](sh|dh|th|[srdntz])-(?=\1)|[eou]l-(?=[a-z]))", re.IGNORECASE)


@cache
def _ezafe() -> re.Pattern[str]:
    """As in "Jaish-e-Mohammed"."""
    return re.compile(r"(?<=[a-z]{3})-[eio]-(?=[a-z]{3})", re.IGNORECASE)


MAY_BE_ARTICLES = frozenset(_BETWEEN)
"""The tokens of which ``may_be_article`` is true."""


def may_be_article(token: str) -> bool:
    """Whether a token is an article where the word after it allows."""
    return token in _BETWEEN


def told_articles(tokens: list[str]) -> list[str]:
    """Tokens with the article between two words ("zia ur rahman") spelt one way."""
    if _BETWEEN.keys().isdisjoint(tokens):
        return tokens
    return [
        ARTICLE if 0 < at < len(tokens) - 1 and _follows(token, tokens[at + 1]) else token
        for at, token in enumerate(tokens)
    ]


def _follows(token: str, after: str) -> bool:
    said = _BETWEEN.get(token)
    return said is not None and len(after) > 2 and after.startswith(said)
