"""What being listed says of a licence, where no column of the list tells its state."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from recruitcheck.model import LicenceStatus
from recruitcheck.registry.definition import Definition
from recruitcheck.registry.drafting.answers import Answers
from recruitcheck.registry.drafting.guess import Question, Sureness
from recruitcheck.registry.drafting.list_kind import listed_means
from recruitcheck.registry.drafting.profile import Profile

ListedState = tuple[LicenceStatus, Sureness, str, Question | None]


def listed_state(
    answers: Answers,
    profiles: Sequence[Profile],
    read: Collection[str],
    known: Definition | None,
    titles: Sequence[str],
) -> ListedState:
    """The state, how sure, why, and what to ask. ``read`` are the columns that tell a state already.

    Valid only where a person, the definition or the list's own title says so, and no other column denies it of some.
    """
    question = Question("listed", "", "Does being listed mean that the licence is valid?", ("no", "yes"), "no")
    if answers.listed is not None:
        if answers.listed:
            return (
                LicenceStatus.VALID,
                Sureness.HIGH,
                "Whoever drafted this said that being listed is the licence.",
                None,
            )
        return (
            LicenceStatus.UNKNOWN,
            Sureness.HIGH,
            "Whoever drafted this said that being listed is no licence.",
            None,
        )
    for profile in profiles:
        if profile.header not in read and profile.bad_state is not None:
            why = f"The column {profile.header!r} says {profile.bad_state!r} of some, so not all who are listed hold."
            return LicenceStatus.UNKNOWN, Sureness.LOW, why, question
    if known is not None:
        words = {word.casefold(): norm for word, norm in known.status_words.items()}
        if any(
            words.get(word) is LicenceStatus.VALID
            for word in ("licensed", "listed", "registered", "license", "licence")
        ):
            why = f"Its definition calls it {known.title!r}, and no column of the file holds another state."
            return LicenceStatus.VALID, Sureness.MEDIUM, why, None
    found = listed_means(titles, [profile.header for profile in profiles])
    if found is not None:
        text, _ = found
        why = f"The file calls it {text!r}, and no column of it holds another state."
        proposed = Question("listed", "", question.text, ("yes", "no"), "yes")
        return LicenceStatus.VALID, Sureness.MEDIUM, why, proposed if known is None else None
    why = "No column holds a state, and nothing says that being listed is the licence."
    return LicenceStatus.UNKNOWN, Sureness.LOW, why, question
