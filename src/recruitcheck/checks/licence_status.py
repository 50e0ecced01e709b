"""What a licence amounts to on a day, and how grave each state is."""

from __future__ import annotations

from datetime import date

from recruitcheck.model import Licence, LicenceStatus, Match, Severity

HOLDS = frozenset({LicenceStatus.VALID, LicenceStatus.RESTRICTED})
# An authority acted: another licence of the same entry does not undo that.
ACTED_AGAINST = frozenset({LicenceStatus.SUSPENDED, LicenceStatus.REVOKED, LicenceStatus.BARRED, LicenceStatus.REFUSED})
SEVERITY = {
    LicenceStatus.REVOKED: Severity.CRITICAL,
    LicenceStatus.BARRED: Severity.CRITICAL,
    LicenceStatus.SUSPENDED: Severity.HIGH,
    LicenceStatus.REFUSED: Severity.HIGH,
    LicenceStatus.EXPIRED: Severity.HIGH,
    LicenceStatus.APPLICANT: Severity.HIGH,
    LicenceStatus.SURRENDERED: Severity.HIGH,
    LicenceStatus.UNLISTED: Severity.HIGH,
    LicenceStatus.UNKNOWN: Severity.MEDIUM,
}


def status_on(licence: Licence, day: date) -> LicenceStatus:
    """The status on a day: the printed word, corrected by the printed dates.

    A period that has ended makes ``expired`` whatever the word says; one that has not begun is ``applicant``. A start
    given as a year or month begins at its earliest day, since the copy lists the licence as held.
    """
    if licence.status not in HOLDS:
        return licence.status
    if licence.valid_to is not None and licence.valid_to.last < day:
        return LicenceStatus.EXPIRED
    if licence.valid_from is not None and licence.valid_from.first > day:
        return LicenceStatus.APPLICANT
    return licence.status


def best_status(match: Match, day: date) -> LicenceStatus:
    """The best state among the licences of an entry; UNKNOWN where it has none."""
    statuses = [status_on(licence, day) for licence in match.entry.licences]
    for wanted in LicenceStatus:  # declared from best to worst
        if wanted in statuses:
            return wanted
    return LicenceStatus.UNKNOWN
