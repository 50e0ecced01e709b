"""What a person has said about a list beforehand or when asked; it goes before every guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from recruitcheck.errors import UsageError
from recruitcheck.model import LicenceStatus, RegistryKind

NOTHING = "nothing"
ORDERS = ("day-first", "month-first")
YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Answers:
    """``columns``: header → field, or "nothing". ``statuses``: word → status. ``listed``: listed means licensed."""

    title: str | None = None
    authority: str | None = None
    jurisdiction: str | None = None
    kind: RegistryKind | None = None
    date_order: str | None = None
    listed: bool | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    statuses: Mapping[str, LicenceStatus] = field(default_factory=dict)

    def with_answer(self, topic: str, about: str, answer: str) -> Answers:
        """These answers and one more. UsageError for one that is not understood."""
        if topic == "column":
            return replace(self, columns={**self.columns, about: answer})
        if topic == "status":
            return replace(self, statuses={**self.statuses, about: LicenceStatus(answer)})
        if topic == "kind":
            return replace(self, kind=RegistryKind(answer))
        if topic == "listed":
            return replace(self, listed=answer == "yes")
        if topic == "authority":
            return replace(self, authority=answer)
        if topic == "jurisdiction":
            return replace(self, jurisdiction=answer)
        if topic == "date_order":
            return replace(self, date_order=answer)
        raise UsageError(f"no question is called {topic!r}.")
