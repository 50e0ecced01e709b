"""What a reading of a list came to, in numbers: the same whichever process read it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any, Self

from recruitcheck.model import Reject


@dataclass(frozen=True, slots=True)
class Tally:
    """``rows_read == kept + rejected``. ``duplicates``: rows equal to an earlier one of the same firm."""

    rows_read: int = 0
    kept: int = 0
    entries: int = 0
    licences: int = 0
    debarments: int = 0
    duplicates: int = 0
    reasons: dict[str, int] = field(default_factory=dict)  # of rejects
    first_reject: Reject | None = None
    unmapped_words: dict[str, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    row_bounds_problem: str | None = None

    @property
    def rejected(self) -> int:
        """Rows that became no entry."""
        return sum(self.reasons.values())

    def told(self) -> dict[str, Any]:
        """As plain values, for ``of``."""
        return asdict(self)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        """From ``told``, which may hold more."""
        values = {each.name: told[each.name] for each in fields(cls)}
        first = values["first_reject"]
        if first is not None:
            values["first_reject"] = Reject(first["row"], first["reason"], tuple(map(tuple, first["raw"])))
        values["warnings"] = tuple(values["warnings"])
        return cls(**values)
