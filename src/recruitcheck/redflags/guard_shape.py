"""How a guard works, the same in every language."""

from __future__ import annotations

from typing import NamedTuple


class GuardShape(NamedTuple):
    """How a guard works; its words stand in the language files.

    ``spared_by`` names phrases that only look like the guard's words.
    ``effect``: ``stops`` (the words do not state the practice) or ``mentions`` (they speak of it).
    ``reach``: where its words must stand: ``before`` the hit (up to ``words`` words, no barrier between) or inside
    it, ``near`` it, in the same ``segment`` (between commas) or anywhere in the ``clause``.
    """

    name: str
    says: str
    effect: str
    reach: str
    words: int
    spared_by: str
    default: bool  # on for every rule that does not list its guards
