"""The state of a licence in a drafted layout: a column of words, days on which a state began, or remarks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.drafting.column_draft import ColumnDraft
from recruitcheck.registry.drafting.guess import Guess, Question, Sureness
from recruitcheck.registry.drafting.status_guess import propose

STATE = "state by date"
STATE_BY_REMARK = "state by remark"
NO_DATE = "no such date"
NO_REMARK = "no remark"
MAX_STATUS_WORDS = 60
_BY_DATE = (
    ("revoked_on", LicenceStatus.REVOKED),
    ("suspended_on", LicenceStatus.SUSPENDED),
    ("cancelled_on", LicenceStatus.UNLISTED),
)


def draft_status(draft: ColumnDraft) -> None:
    """Draft ``status`` and the marks that it is made from; nothing where no column tells a state."""
    dated = [
        (header, norm)
        for field, norm in _BY_DATE
        for header in draft.headers_of(field)[:1]
        if field not in draft.columns
    ]
    for header in draft.headers_of("status")[:1]:
        _by_words(draft, header)
        draft.note("status", header)
        if draft.profiles[header].filled < 0.5 and not draft.given.columns[header].by_header:
            # Remarks on a few rows: what the others are, only the list as a whole can tell.
            draft.marks[STATE_BY_REMARK] = {"of": [header], "otherwise": NO_REMARK}
            draft.columns["status"]["from"].append(STATE_BY_REMARK)
            draft.columns["status"]["words"][NO_REMARK] = LicenceStatus.UNKNOWN.value
    for header in draft.headers_of("rating")[:1]:
        if "status" not in draft.columns and draft.profiles[header].states > 0.7:
            _by_words(draft, header)
    if dated:
        _by_dates(draft, dated)


def _by_words(draft: ColumnDraft, header: str) -> None:
    counts = Counter(" ".join(value.split()) for value in draft.profiles[header].values)
    asked_of = [word for word, _ in counts.most_common(MAX_STATUS_WORDS)]
    proposals = propose(asked_of, draft.known.status_words if draft.known else {}, draft.answers.statuses)
    words = {word: guess.status.value for word, guess in proposals.items()}
    draft.columns["status"] = {"from": [header], "words": words or {"active": "valid"}}
    draft.statuses = tuple(guess.status for guess in proposals.values())
    for word, guess in proposals.items():
        asked = None
        if guess.sure is not Sureness.HIGH:
            choices = tuple(dict.fromkeys((guess.status.value, *(each.value for each in LicenceStatus))))
            asked = Question(
                "status",
                word,
                f"Status word {word!r} ({counts[word]:,} of the rows looked at): what does it mean?",
                choices,
                guess.status.value,
            )
        draft.guesses.append(
            Guess(
                f"status {word!r}",
                guess.status.value,
                guess.sure,
                f"{guess.why}; {counts[word]:,} of the rows looked at",
                (),
                asked,
            )
        )


def _by_dates(draft: ColumnDraft, dated: Sequence[tuple[str, LicenceStatus]]) -> None:
    otherwise = "" if "status" in draft.columns else NO_DATE
    draft.marks[STATE] = {"of": [header for header, _ in dated]} | ({"otherwise": otherwise} if otherwise else {})
    before = draft.columns.get("status", {"from": [], "words": {}})
    words = {header: norm.value for header, norm in dated} | before["words"]
    if otherwise:
        words[NO_DATE] = LicenceStatus.UNKNOWN.value
    draft.columns["status"] = {"from": [STATE, *before["from"]], "words": words}
    draft.statuses = (*draft.statuses, *(norm for _, norm in dated))
    for header, norm in dated:
        draft.guesses.append(
            Guess(
                "columns.status",
                header,
                Sureness.MEDIUM,
                f"a row with a date in it is {norm.value}",
                draft.profiles[header].examples(),
            )
        )
