# ruff: noqa: E501  lists of words read better unwrapped
"""What a status word of a list may mean. Never valid unless the word says just that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.drafting.guess import Sureness
from recruitcheck.registry.drafting.words import is_telling, stands_in, status_words, word_key

MAX_WORD_CHARS = 80
_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
_NEUTRAL = frozenset(
    {"licence", "license", "licenced", "registration", "agency", "status", "currently", "permit", "certificate", "the", "is", "has",
     "been", "lizenz", "erlaubnis", "licencia", "licenca", "permis", "permiso", "lesen", "izin", "lisans", "класс", "лицензия",
     "autorizacion", "autorizzazione", "autorizatie", "ترخيص", "الترخيص", "a", "b", "c", "class"}
)  # fmt: skip
_DENIALS = frozenset(
    {"not", "no", "non", "un", "nicht", "kein", "keine", "ne", "nie", "nu", "pas", "sin", "sem", "senza", "bez", "tidak", "belum",
     "bukan", "khong", "chua", "degil", "غير", "لا", "не", "नहीं", "छैन", "না", "নয়", "never", "without", "hindi"}
)  # fmt: skip
_DENIAL_SIGNS = ("不", "未", "無", "无", "非", "ไม่")


@dataclass(frozen=True, slots=True)
class StatusGuess:
    """The proposed meaning, how sure, and why. ``known``: the word itself is in our lists."""

    status: LicenceStatus
    sure: Sureness
    why: str
    known: bool = False


@lru_cache(maxsize=4096)
def status_of(word: str) -> StatusGuess:
    """The proposal for one word."""
    key = word_key(word)
    found = status_words().get(key)
    if found is not None:
        sure = Sureness.MEDIUM if found is LicenceStatus.UNKNOWN else Sureness.HIGH
        why = "may be a voluntary exit or an error; only the authority's own order makes it revoked"
        return StatusGuess(found, sure, why if found is LicenceStatus.UNKNOWN else "a word for it", True)
    if len(word) > MAX_WORD_CHARS or not key:
        return StatusGuess(LicenceStatus.UNKNOWN, Sureness.LOW, "no word we know")
    words = key.split()
    if _DENIALS & set(words) or any(sign in key for sign in _DENIAL_SIGNS):
        return StatusGuess(LicenceStatus.UNKNOWN, Sureness.LOW, "it denies something")
    rated = _in_brackets(word)
    if rated is not None:
        return StatusGuess(rated, Sureness.MEDIUM, "the words in brackets say so", True)
    bare = " ".join(each for each in words if each not in _NEUTRAL)
    found = status_words().get(bare)
    if found is not None:
        return StatusGuess(found, Sureness.MEDIUM, f"{bare!r} is a word for it", found is not LicenceStatus.UNKNOWN)
    held = {status for each, status in status_words().items() if is_telling(each) and stands_in(each, key)}
    sharp = held - {LicenceStatus.VALID, LicenceStatus.UNKNOWN}
    if len(sharp) == 1:
        return StatusGuess(next(iter(sharp)), Sureness.LOW, "such a word stands in it")
    if held == {LicenceStatus.VALID}:
        return StatusGuess(LicenceStatus.UNKNOWN, Sureness.LOW, "it looks like valid, but says more than that")
    return StatusGuess(LicenceStatus.UNKNOWN, Sureness.LOW, "no word we know")


def _in_brackets(word: str) -> LicenceStatus | None:
    """What every bracket of a word says alike: "Tier 2 (A rating) / Tier 5 (A rating)"; None where it is not so."""
    inside = _BRACKETS.findall(word)
    outside = word_key(_BRACKETS.sub(" ", word))
    told = {status_words().get(word_key(each)) for each in inside}
    if len(told) != 1 or None in told or any(len(each) > 3 and stands_in(each, outside) for each in status_words()):
        return None
    return told.pop()


def propose(
    words: Iterable[str], known: Mapping[str, LicenceStatus], answered: Mapping[str, LicenceStatus]
) -> dict[str, StatusGuess]:
    """A proposal per word: what a person said, what the list's definition knows, else our own lists."""
    told = {word_key(word): status for word, status in known.items()}
    said = {word_key(word): status for word, status in answered.items()}
    proposals = {}
    for word in words:
        key = word_key(word)
        if key in said:
            proposals[word] = StatusGuess(said[key], Sureness.HIGH, "you said so", True)
        elif key in told:
            proposals[word] = StatusGuess(told[key], Sureness.HIGH, "the list's definition knows the word", True)
        else:
            proposals[word] = status_of(word)
    return proposals
