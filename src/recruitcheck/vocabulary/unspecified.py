"""Words that say that nothing was given where a sector or a country is asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from recruitcheck.vocabulary.spelling import MAX_WORD, word_key


def is_unspecified(text: str) -> bool:
    """Whether a country or sector field holds no answer: empty, only signs, or a word such as "various"."""
    if len(text) > MAX_WORD:
        return False
    key = word_key(text)
    return not key or key in _words()


@cache
def _words() -> frozenset[str]:
    from recruitcheck.resources import package_data
    from recruitcheck.resources.kept import kept

    path = package_data("vocabulary/unspecified.yml")
    return frozenset(word_key(word) for word in kept("words 1", [path], lambda: _read(path)))


def _read(path: Path) -> list[str]:
    from recruitcheck.resources import load_models
    from recruitcheck.vocabulary.shapes import WordsFile

    ((_, file),) = load_models(WordsFile, [path])
    return list(file.root)
