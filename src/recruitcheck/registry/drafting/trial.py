"""A draft tried on its own file: what it keeps and rejects, and the words that the sample did not hold."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.drafting.draft import Draft
from recruitcheck.registry.drafting.guess import Guess, Question
from recruitcheck.registry.drafting.status_guess import propose
from recruitcheck.registry.mapping.mapping import ListMapping
from recruitcheck.registry.mapping.permission import BLANK_WORD
from recruitcheck.registry.readers.reader import read_table

MAX_BATCHES = 150  # of two thousand rows each
MAX_WORDS = 60  # more different words are no states


@dataclass(frozen=True, slots=True)
class Trial:
    """Rows read, kept and rejected with reasons, entries and warnings. ``whole``: the file was read to its end."""

    read: int
    kept: int
    reasons: tuple[tuple[str, int], ...]
    entries: int
    unmapped: tuple[tuple[str, int], ...]
    warnings: tuple[str, ...]
    whole: bool


def try_draft(draft: Draft, path: Path, *, answered: Mapping[str, LicenceStatus] | None = None) -> tuple[Draft, Trial]:
    """Read the file as the draft says; status words that turn up only now get a proposal too."""
    trial = _tried(draft, path)
    words = {word: count for word, count in trial.unmapped if word != BLANK_WORD}
    if not words or len(words) > MAX_WORDS:
        return draft, trial
    content = copy.deepcopy(draft.content)
    told = content["layouts"][0]["columns"]["status"]["words"]
    guesses = list(draft.guesses)
    for word, guess in propose(words, {}, answered or {}).items():
        told[word] = guess.status.value
        choices = tuple(dict.fromkeys((guess.status.value, *(each.value for each in LicenceStatus))))
        text = f"Status word {word!r} ({words[word]} rows): what does it mean?"
        asked = None if guess.known else Question("status", word, text, choices, guess.status.value)
        guesses.append(
            Guess(f"status {word!r}", guess.status.value, guess.sure, f"{guess.why}; {words[word]:,} rows", (), asked)
        )
    left = tuple((word, count) for word, count in trial.unmapped if word == BLANK_WORD)
    return replace(draft, content=content, guesses=tuple(guesses)), replace(trial, unmapped=left)


def _tried(draft: Draft, path: Path) -> Trial:
    definition = draft.definition
    mapping = ListMapping(definition, read_table(path, definition))
    batches = mapping.read()
    for _ in islice(batches, MAX_BATCHES):
        pass
    return Trial(
        read=mapping.rows_read,
        kept=mapping.kept,
        reasons=tuple(sorted(mapping.reasons.items())),
        entries=mapping.entries,
        unmapped=tuple(mapping.unmapped_words.items()),
        warnings=mapping.warnings,
        whole=next(batches, None) is None,
    )
