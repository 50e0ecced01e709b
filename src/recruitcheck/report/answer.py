"""The first page: the answer in words, what it means for the reader, four tiles, why, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from recruitcheck.model import Assessment, Finding, Outcome, RegistryUse, Severity
from recruitcheck.report.safe_text import LONGEST_NAME, clip
from recruitcheck.report.wording import DANGER_FAMILIES, REGISTRY_FAMILIES, SEVERITY, count, day, joined
from recruitcheck.vocabulary import families

TOP = 5
OPEN = (Outcome.FLAGGED, Outcome.REVIEW)
_RANK = {"high": 2, "medium": 1, "low": 0}


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the four tiles: a link with icon, count and words."""

    title: str
    icon: str
    number: int
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, with the finding that asks for it (None for a gap)."""

    text: str
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Steps for one role, in order of severity."""

    title: str
    steps: tuple[Step, ...]


def by_weight(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Gravest first, surest first, then families in their printed order: the order of every list in a report."""
    order = {family.id: family.order for family in families().values()}
    return tuple(
        sorted(
            findings,
            key=lambda f: (-f.severity.rank, -_RANK[f.confidence.value], order.get(f.category, 99), f.rule, f.id),
        ),
    )


def is_fictional(assessment: Assessment) -> bool:
    """Whether the page must say that it shows made-up data."""
    return assessment.fictional or any(use.fictional for use in assessment.registries)


def of(assessment: Assessment, *outcomes: Outcome) -> tuple[Finding, ...]:
    """The findings with one of these outcomes, gravest first."""
    return by_weight(finding for finding in assessment.findings if finding.outcome in outcomes)


def headline(assessment: Assessment) -> str:
    """What was found, in one sentence, without a score."""
    flagged, review = of(assessment, Outcome.FLAGGED), of(assessment, Outcome.REVIEW)
    if flagged:
        return _titles(flagged, "red flag")
    if assessment.outcome is Outcome.ERROR:
        return "The check did not finish, so nothing can be concluded."
    if review:
        return f"A person must decide first: {_titles(review, 'question', lower=True)}"
    required = sum(gap.required for gap in assessment.not_checked)
    if required or assessment.outcome is Outcome.NOT_CHECKED:
        return "What was asked could not be fully checked, so nothing can be concluded from silence."
    nothing = "Nothing was flagged in the sources that were checked."
    held = of(assessment, Outcome.CLEAR)
    return f"{held[0].title}. {nothing}" if held else nothing


def _titles(findings: tuple[Finding, ...], noun: str, *, lower: bool = False) -> str:
    """The two gravest titles, each once with how often it stands, and how many findings are left."""
    times: dict[str, int] = {}
    for finding in findings:
        title = clip(finding.title.rstrip("."), LONGEST_NAME)
        times[title] = times.get(title, 0) + 1
    named = list(times.items())[:2]
    sentences = [title if number == 1 else f"{title} ({number} times)" for title, number in named]
    if lower:
        sentences[0] = sentences[0][:1].lower() + sentences[0][1:]
    rest = len(findings) - sum(number for _, number in named)
    return ". ".join(sentences) + (f". And {count(rest, f'further {noun}')}." if rest else ".")


def basis(assessment: Assessment) -> str:
    """Date judged and the age of the data, in one sentence."""
    used = [use for use in assessment.registries if use.snapshot]
    ages = [use.age_days for use in used if use.age_days is not None]
    parts = []
    if used:
        oldest = f" (the oldest copy is {count(max(ages), 'day')} old)" if ages else ""
        parts.append(count(len(used), "official list") + oldest)
    if assessment.documents:
        parts.append(count(len(assessment.documents), "document"))
    source = joined(parts) or "no official list and no document"
    return f"Judged as of {day(assessment.as_of)}, from {source}."


def in_danger(assessment: Assessment) -> bool:
    """Whether a flagged finding tells of threats or confinement."""
    return any(
        finding.category in DANGER_FAMILIES and finding.severity.rank >= Severity.HIGH.rank
        for finding in of(assessment, Outcome.FLAGGED)
    )


def proceed(assessment: Assessment) -> tuple[str, str]:
    """ "May I proceed?" as (short answer, what it rests on). The decision stays with the reader."""
    flagged = of(assessment, Outcome.FLAGGED)
    gaps = any(gap.required for gap in assessment.not_checked)
    if any(finding.severity.rank >= Severity.HIGH.rank for finding in flagged):
        return (
            "Not yet.",
            "Settle the serious points below first: ask, have any fee repaid, have the terms corrected, then decide. "
            "Protect workers who have already been recruited; if you leave, leave responsibly.",
        )
    if flagged:
        return "Only on conditions.", "Have the points below corrected or explained in writing, and keep the answers."
    if review := of(assessment, Outcome.REVIEW):
        named = any(finding.category in REGISTRY_FAMILIES for finding in review)
        likeness = "A similar name is a question, not an answer. " if named else ""
        return "Not yet: a person must decide first.", f"{likeness}Have the open points below answered and recorded."
    if gaps or assessment.outcome in (Outcome.NOT_CHECKED, Outcome.ERROR):
        return "Not on this report alone.", "Something that was required was not checked. Close the gaps listed below."
    return (
        "Nothing found here stands against it.",
        "That is no assurance of good practice: a licence says who may recruit, not how workers are treated. "
        "Ask the workers what they paid and signed.",
    )


def tiles(assessment: Assessment) -> tuple[Tile, ...]:
    """Registry status, offer red flags, needs a person, not checked."""
    flagged = of(assessment, Outcome.FLAGGED)
    listed = tuple(finding for finding in flagged if finding.category in REGISTRY_FAMILIES)
    offered = tuple(finding for finding in flagged if finding.category not in REGISTRY_FAMILIES)
    people = of(assessment, Outcome.REVIEW, Outcome.ERROR)
    required = sum(gap.required for gap in assessment.not_checked)
    unchecked = len(assessment.not_checked) + len(of(assessment, Outcome.NOT_CHECKED))
    return (
        Tile("Registry status", "registry", len(listed), _registry_words(assessment, listed), "#registry-findings"),
        Tile("Offer red flags", "flag", len(offered), _offer_words(assessment, offered), "#offer-findings"),
        Tile(
            "Needs a person",
            "person",
            len(people),
            "to be decided before anything is concluded" if people else "no open question",
            "#person-findings",
        ),
        Tile(
            "Not checked",
            "gap",
            unchecked,
            _gap_words(unchecked, required),
            "#not-checked",
        ),
    )


def _gap_words(unchecked: int, required: int) -> str:
    if not unchecked:
        return "nothing asked for was left out"
    return f"{count(required, 'required point')} among them" if required else "none of them required; see why"


def could_answer(use: RegistryUse) -> bool:
    """Whether a list had a copy for the day, and one that is not too old to be relied on."""
    return use.snapshot is not None and not use.stale


def _registry_words(assessment: Assessment, listed: tuple[Finding, ...]) -> str:
    asked = len(assessment.registries)
    if not asked:
        return "no registry was asked"
    answered = sum(could_answer(use) for use in assessment.registries)
    found = f"flagged; {by_severity_words(listed)}" if listed else "flagged"
    return f"{found}; {answered} of {count(asked, 'registry', 'registries')} could answer"


def _offer_words(assessment: Assessment, offered: tuple[Finding, ...]) -> str:
    if not assessment.documents:
        return "no document was given"
    read = f"in {count(len(assessment.documents), 'document')}"
    return f"{by_severity_words(offered)}, {read}" if offered else f"found {read}"


def by_severity_words(findings: Iterable[Finding]) -> str:
    """ "1 critical, 2 high"."""
    graded = list(findings)
    parts = [(sum(f.severity.value == code for f in graded), word.lower()) for code, word in SEVERITY.items()]
    return ", ".join(f"{number} {word}" for number, word in parts if number)


def top_findings(assessment: Assessment) -> tuple[Finding, ...]:
    """The five gravest findings that were flagged or that a person must decide, flagged first."""
    return (of(assessment, Outcome.FLAGGED) + of(assessment, Outcome.REVIEW))[:TOP]


def next_steps(assessment: Assessment) -> tuple[Role, ...]:
    """What to do, by role. A step is printed once even where several findings ask for it."""
    open_findings = of(assessment, Outcome.FLAGGED) + of(assessment, Outcome.REVIEW)
    listed = [f for f in open_findings if f.category in REGISTRY_FAMILIES]
    offered = [f for f in open_findings if f.category not in REGISTRY_FAMILIES]
    roles = (
        Role("Ask the agency to show that", _once(Step(f.clears_if, f) for f in open_findings)),
        Role("Before engaging the agency", _once(Step(f.remedy, f) for f in listed)),
        Role("Have corrected in the offer", _once(Step(f.remedy, f) for f in offered)),
        Role("To close the gaps", _once(Step(gap.todo) for gap in assessment.not_checked)),
    )
    return tuple(role for role in roles if role.steps)


def _once(steps: Iterable[Step]) -> tuple[Step, ...]:
    seen: dict[str, Step] = {}
    for step in steps:
        if step.text.strip():
            seen.setdefault(step.text.strip(), step)
    return tuple(seen.values())
