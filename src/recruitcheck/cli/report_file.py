"""Writes a report to a file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.cli.output import talk
from recruitcheck.cli.shared import Shared
from recruitcheck.errors import InputError

if TYPE_CHECKING:
    from recruitcheck.model import Assessment
    from recruitcheck.report import CaseInfo


def write_report(shared: Shared, assessment: Assessment, case: CaseInfo) -> None:
    """Render for the reader of ``--for`` and put the page under its name."""
    from recruitcheck.report import render_assessment

    assert shared.report is not None
    write_text(shared.report, render_assessment(assessment, shared.audience, case=case))
    talk(shared, f"Report: {shared.report}")


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step, so that a reader never sees half of it."""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as stream:
            stream.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror}).", where=str(path), todo="Choose another file or folder."
        ) from error
