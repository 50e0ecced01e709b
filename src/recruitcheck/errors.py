"""The exception tree. Every message is one line: what, where, what to do."""

from __future__ import annotations


class RecruitcheckError(Exception):
    """A failure the user can understand and mend; printed as one line, exit code 1."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        head = f"{where}: {what}" if where else what
        super().__init__(f"{head} {todo}" if todo else head)


class UsageError(RecruitcheckError):
    """The command was asked for something it does not offer; exit code 2."""

    exit_code = 2


class DataFileError(RecruitcheckError):
    """A definition, rule, instrument or settings file is wrong; carries every problem at once."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class InputError(RecruitcheckError):
    """A file the user gave cannot be read: missing, binary, empty, wrong encoding, too large."""


class RegistryError(RecruitcheckError):
    """A registry file does not fit its definition (no layout, row bounds, missing column)."""


class StoreError(RecruitcheckError):
    """The database cannot be opened, written, or was written by a newer version."""


class NetworkError(RecruitcheckError):
    """Something could not be fetched: no answer, a wrong certificate, a foreign host, too large, too slow, cut off."""


class NotRecordedError(RecruitcheckError):
    """The ledger cannot be written (read-only database); checks go on and say so."""
