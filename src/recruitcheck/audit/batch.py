"""Many subjects, one after the other, in the order of the input."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recruitcheck.audit.inputs import InputList
from recruitcheck.audit.single import Rendered, assess_row
from recruitcheck.audit.workbench import Workbench
from recruitcheck.model import Assessment


def run_audit(listed: InputList, bench: Workbench, render: Callable[[Assessment], str]) -> Iterator[Rendered]:
    """One assessment with its page per input row, in input order, as they are asked for."""
    for row in listed.rows():
        yield assess_row(row, listed.kind, listed.path.name, bench, render)
