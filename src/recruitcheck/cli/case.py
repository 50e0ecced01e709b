"""The frame of an inspector's report, from options and the clock."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from recruitcheck.cli.session import now
from recruitcheck.cli.shared import Shared

if TYPE_CHECKING:
    from recruitcheck.report import CaseInfo


def case_info(
    shared: Shared, number: str | None, authority: str | None, officer: str | None, legal_basis: str | None
) -> CaseInfo:
    """Only an inspector's report carries the time and the command; the others are the same bytes on every run."""
    from recruitcheck.report import CaseInfo

    if shared.audience != "inspector":
        return CaseInfo(number=number)
    moment = now()
    return CaseInfo(
        number=number,
        authority=authority,
        officer=officer,
        legal_basis=legal_basis,
        made_utc=moment.isoformat(),
        made_local=moment.astimezone().isoformat(),
        command=" ".join(["recruitcheck", *sys.argv[1:]]),
    )
