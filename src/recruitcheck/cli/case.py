"""The frame of an inspector's report, from options, the clock and the copies in the database."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruitcheck.cli.session import now
from recruitcheck.cli.shared import Shared, parse_day

if TYPE_CHECKING:
    from recruitcheck.model import Assessment
    from recruitcheck.report import CaseInfo, CustodyStep
    from recruitcheck.store import Store


@dataclass(frozen=True, slots=True)
class CaseWords:
    """What the inspector gave on the command line."""

    number: str | None
    authority: str | None
    officer: str | None
    legal_basis: str | None
    question: str | None
    handling: str | None
    retain_until: str | None


def case_info(shared: Shared, store: Store, said: CaseWords, assessments: Sequence[Assessment]) -> CaseInfo:
    """Only an inspector's report carries the time and the command; the others are the same bytes on every run."""
    from recruitcheck.report import CaseInfo

    if said.retain_until is not None:
        parse_day(said.retain_until, "--retain-until")
    if shared.audience != "inspector":
        return CaseInfo(number=said.number)
    moment = now()
    return CaseInfo(
        number=said.number,
        authority=said.authority,
        officer=said.officer,
        legal_basis=said.legal_basis,
        question=said.question,
        made_utc=moment.isoformat(),
        made_local=moment.astimezone().isoformat(),
        command=" ".join(["recruitcheck", *sys.argv[1:]]),
        handling=said.handling,
        retain_until=said.retain_until,
        custody=custody_of(store, assessments),
    )


def custody_of(store: Store, assessments: Sequence[Assessment]) -> tuple[CustodyStep, ...]:
    """When each copy that answered came into the database: the first steps of the chain, as the database holds them."""
    from recruitcheck.report import CustodyStep

    used = {use.snapshot for assessment in assessments for use in assessment.registries}
    copies = (copy for copy in store.snapshots() if copy.id in used)
    return tuple(
        CustodyStep(
            copy.imported_at.isoformat(),
            "recruitcheck registry import",
            f"{copy.id} from {copy.source_name}, {copy.rows:,} rows, SHA-256 {copy.sha256}",
        )
        for copy in sorted(copies, key=lambda copy: (copy.imported_at, copy.id))
    )
