"""A licence, a number and an exclusion are judged on a day; a name alone is a question."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from recruitcheck.checks.agency import check_agency
from recruitcheck.checks.debarment import holds_on
from recruitcheck.checks.drafting import CheckResult
from recruitcheck.checks.licence_status import status_on
from recruitcheck.model import (
    AbsenceMeans,
    Agency,
    Confidence,
    Coverage,
    Decision,
    DecisionAnswer,
    Gap,
    LicenceStatus,
    Name,
    NameKind,
    Outcome,
    RegistryKind,
    RegistryLookup,
    Severity,
)
from tests.checks.made_up import DAY, debarment, entry, licence, lookup, match, registry, snapshot

AGENCY = Agency("Example Himal Overseas Pvt. Ltd.", country="NP")


def check(*lookups: RegistryLookup, agency: Agency = AGENCY, country: str | None = "NP") -> CheckResult:
    return check_agency(agency, lookups, DAY, country=country)


def messages(result: CheckResult) -> list[str]:
    return [finding.message_id for finding in result.findings]


@pytest.mark.parametrize(
    ("status", "valid_from", "valid_to", "expected"),
    [
        (LicenceStatus.VALID, None, None, LicenceStatus.VALID),
        (LicenceStatus.VALID, None, "2026-06-15", LicenceStatus.VALID),
        (LicenceStatus.VALID, None, "2026-06-14", LicenceStatus.EXPIRED),
        (LicenceStatus.VALID, None, "2026-06", LicenceStatus.VALID),
        (LicenceStatus.VALID, None, "2025", LicenceStatus.EXPIRED),
        (LicenceStatus.VALID, "2026-06-16", None, LicenceStatus.APPLICANT),
        (LicenceStatus.VALID, "2026", None, LicenceStatus.VALID),
        (LicenceStatus.RESTRICTED, None, "2026-01-01", LicenceStatus.EXPIRED),
        (LicenceStatus.REVOKED, None, "2030-01-01", LicenceStatus.REVOKED),
        (LicenceStatus.UNKNOWN, None, "2020-01-01", LicenceStatus.UNKNOWN),
    ],
)
def test_the_dates_correct_the_word(
    status: LicenceStatus, valid_from: str | None, valid_to: str | None, expected: LicenceStatus
) -> None:
    assert status_on(licence(status, valid_from=valid_from, valid_to=valid_to), DAY) is expected


def test_a_name_alone_is_a_question_never_clear() -> None:
    result = check(lookup(match(entry("Example Himal Overseas Pvt. Ltd.", licence()))))
    assert messages(result) == ["licence.name_only"]
    assert result.findings[0].outcome is Outcome.REVIEW
    assert result.clear == ()


@pytest.mark.parametrize("field", ["licence_number", "phone", "email", "website", "address"])
def test_name_and_identifier_together_are_clear(field: str) -> None:
    result = check(lookup(match(entry("Example Himal Overseas Pvt. Ltd.", licence()), agrees=("name", field))))
    assert messages(result) == ["licence.valid"]
    assert result.findings[0].outcome is Outcome.CLEAR
    assert [item.kind for item in result.findings[0].evidence] == ["entry", "comparison", "comparison"]
    assert set(result.clear) >= {"licence-not-listed", "licence-not-valid", "licence-identity-not-established"}


def test_agreement_on_the_country_is_no_identifier() -> None:
    result = check(lookup(match(entry("Example Himal", licence()), agrees=("name", "country"))))
    assert messages(result) == ["licence.name_only"]


def test_a_persons_decision_same_lets_the_licence_be_judged() -> None:
    decision = Decision(DecisionAnswer.SAME, "A. Specimen", datetime(2026, 6, 1, tzinfo=UTC), "same address")
    result = check(lookup(match(entry("Example Himal", licence()), 75, decision=decision)))
    assert "licence-not-valid" in result.clear


def test_a_persons_decision_different_removes_the_candidate() -> None:
    decision = Decision(DecisionAnswer.DIFFERENT, "A. Specimen", datetime(2026, 6, 1, tzinfo=UTC), "other owner")
    result = check(lookup(match(entry("Example Himal", licence()), decision=decision)))
    assert messages(result) == ["licence.unlisted"]


def test_who_is_unsure_leaves_the_question_open_and_accuses_nobody() -> None:
    unsure = Decision(DecisionAnswer.UNSURE, "A. Specimen", datetime(2026, 6, 1, tzinfo=UTC), "two offices, one name")
    own = match(entry("Silver Gateway", licence(number="0102")), 100.0, agrees=("licence_number",), decision=unsure)
    result = check(lookup(own, by_number=(own,)), agency=NUMBERED)
    assert messages(result) == ["licence.identity_doubtful"]
    assert result.findings[0].outcome is Outcome.REVIEW
    assert result.clear == ()
    assert [one["answer"] for one in result.findings[0].decisions] == ["unsure"]


@pytest.mark.parametrize("answer", list(DecisionAnswer))
def test_a_finding_tells_every_decision_that_it_rests_on(answer: DecisionAnswer) -> None:
    decision = Decision(answer, "A. Specimen", datetime(2026, 6, 1, tzinfo=UTC), "seen in person")
    result = check(lookup(match(entry("Example Himal", licence()), decision=decision)))
    assert result.findings
    for finding in result.findings:
        (told,) = finding.decisions
        assert (told["answer"], told["by"], told["reason"]) == (answer.value, "A. Specimen", "seen in person")


@pytest.mark.parametrize(
    ("status", "message", "outcome", "severity"),
    [
        (LicenceStatus.SUSPENDED, "licence.not_valid", Outcome.FLAGGED, Severity.HIGH),
        (LicenceStatus.REVOKED, "licence.not_valid", Outcome.FLAGGED, Severity.CRITICAL),
        (LicenceStatus.BARRED, "licence.not_valid", Outcome.FLAGGED, Severity.CRITICAL),
        (LicenceStatus.REFUSED, "licence.not_valid", Outcome.FLAGGED, Severity.HIGH),
        (LicenceStatus.APPLICANT, "licence.not_valid", Outcome.FLAGGED, Severity.HIGH),
        (LicenceStatus.EXPIRED, "licence.expired", Outcome.FLAGGED, Severity.HIGH),
        (LicenceStatus.UNKNOWN, "licence.status_unknown", Outcome.REVIEW, Severity.MEDIUM),
        (LicenceStatus.RESTRICTED, "licence.restricted", Outcome.REVIEW, Severity.LOW),
    ],
)
def test_a_listed_firm_without_a_plain_licence_is_told(
    status: LicenceStatus, message: str, outcome: Outcome, severity: Severity
) -> None:
    result = check(lookup(match(entry("Example", licence(status, status_word="As printed")), agrees=("phone",))))
    assert messages(result) == [message]
    assert (result.findings[0].outcome, result.findings[0].severity) == (outcome, severity)
    assert "As printed" in result.findings[0].message
    assert "licence-not-valid" not in result.clear


def test_one_valid_licence_among_expired_ones_is_enough() -> None:
    held = entry("Example", licence(valid_to="2020-01-01"), licence(valid_to="2030-01-01", row=2))
    assert "licence-not-valid" in check(lookup(match(held, agrees=("phone",)))).clear


def test_a_licence_that_ends_soon_is_told_and_stays_valid() -> None:
    result = check(lookup(match(entry("Example", licence(valid_to="2026-07-01")), agrees=("phone",))))
    assert messages(result) == ["licence.valid", "licence.expiring_soon"]
    assert result.findings[1].severity is Severity.INFO
    assert "16 days" in result.findings[1].message


def test_the_scope_of_a_licence_is_said_not_to_be_checked() -> None:
    held = entry("Example", licence(scope=("Foreign Domestic Helpers",)))
    gaps = check(lookup(match(held, agrees=("phone",)))).not_checked
    scope = next(gap for gap in gaps if gap.code == "licence_scope_not_checked")
    assert scope.why.startswith("Licensed; scope not checked")
    assert not scope.required


def test_entries_that_say_different_things_need_a_person() -> None:
    one = match(entry("Example", licence(), key="a"), agrees=("phone",))
    two = match(entry("Example", licence(LicenceStatus.EXPIRED), key="b"), agrees=("phone",))
    assert messages(check(lookup(one, two))) == ["licence.entries_conflict"]


def test_several_close_names_are_one_question() -> None:
    one = match(entry("Example Himal 1", licence(), key="a"), 90)
    two = match(entry("Example Himal 2", licence(), key="b"), 88)
    result = check(lookup(one, two))
    assert messages(result) == ["licence.several_entries"]
    assert len(result.findings[0].evidence) == 2


def test_an_absent_name_is_flagged_with_the_search_as_evidence() -> None:
    near = match(entry("Somebody Else"), 55.0)
    result = check(lookup(nearest=(near,)))
    finding = result.findings[0]
    assert (finding.message_id, finding.outcome, finding.confidence) == (
        "licence.unlisted",
        Outcome.FLAGGED,
        Confidence.MEDIUM,
    )
    assert finding.evidence[0].kind == "search"
    assert finding.evidence[0].nearest[0].score == 55.0


@pytest.mark.parametrize("gap", [Gap.STALE, Gap.PARTIAL, Gap.OUT_OF_SCOPE])
def test_a_gap_never_flags_an_absence_and_never_clears_it(gap: Gap) -> None:
    copy = snapshot(complete=False, partial_reason="cut") if gap is Gap.PARTIAL else snapshot(date(2025, 1, 1))
    result = check(lookup(gap=gap, snapshot=copy))
    assert result.findings == ()
    assert result.clear == ()
    assert any(item.code == gap.value and item.required for item in result.not_checked)


def test_absence_from_a_list_that_proves_nothing_is_silent() -> None:
    silent = registry(absence_means=AbsenceMeans.NOTHING)
    assert check(lookup(registry=silent)).findings == ()


def test_no_copy_at_all_is_a_required_gap() -> None:
    result = check(lookup(snapshot=None, gap=Gap.NO_COPY))
    assert result.findings == ()
    first = result.not_checked[0]
    assert (first.code, first.required) == ("registry_missing", True)


def test_no_licensing_list_asked_is_a_required_gap() -> None:
    codes = {gap.code: gap.required for gap in check().not_checked}
    assert codes["no_licensing_registry"]
    assert {gap.code for gap in check(country=None).not_checked} >= {"country_not_given"}


@pytest.mark.parametrize("country", [None, "NP"])
def test_old_lists_nobody_named_leave_the_licence_unknown_and_say_so(country: str | None) -> None:
    old = lookup(gap=Gap.STALE, snapshot=snapshot(date(2020, 1, 1)), required=False)
    gaps = {gap.code: gap.required for gap in check(old, country=country).not_checked}
    assert gaps["country_not_given" if country is None else "no_licensing_answer"]


def test_asking_one_list_by_name_asks_no_other_question() -> None:
    result = check_agency(AGENCY, (exclusions(),), DAY, country=None, limited=True)
    assert not any(gap.required for gap in result.not_checked)
    assert any(gap.code == "country_not_given" for gap in result.not_checked)


def test_a_stale_copy_cannot_clear_a_listed_firm() -> None:
    held = match(entry("Example", licence()), agrees=("phone",))
    result = check(lookup(held, gap=Gap.STALE, snapshot=snapshot(date(2025, 1, 1))))
    assert result.findings[0].outcome is Outcome.NOT_CHECKED
    assert "licence-not-valid" not in result.clear


def test_an_entry_that_left_the_list_is_told_with_its_last_copy() -> None:
    gone = (match(entry("Example Himal", licence()), 97.0), snapshot(date(2026, 3, 1)))
    result = check(lookup(gone=(gone,)))
    assert messages(result) == ["licence.no_longer_listed"]
    assert "2026-03-01" in result.findings[0].message


def test_without_a_country_absence_weighs_less_and_says_so() -> None:
    result = check_agency(AGENCY, (lookup(required=False),), DAY, country=None)
    assert messages(result) == ["licence.unlisted_country_unknown"]
    assert result.findings[0].confidence is Confidence.LOW


def test_without_a_country_being_found_in_one_list_silences_the_others() -> None:
    found = lookup(match(entry("Example", licence()), agrees=("phone",)), required=False)
    other = lookup(registry=registry(id="yy-list", jurisdiction="PH"), required=False)
    assert messages(check_agency(AGENCY, (found, other), DAY, country=None)) == ["licence.valid"]


NUMBERED = Agency("Silver Gateway", licence_number="0102", country="NP")


def test_a_number_of_another_firm_is_flagged_with_both_names() -> None:
    other = match(entry("Specimen Bridge", licence(number="0102")), 21.0)
    result = check(lookup(by_number=(other,)), agency=NUMBERED)
    finding = next(item for item in result.findings if item.rule == "licence-number-of-another-firm")
    assert finding.outcome is Outcome.FLAGGED
    assert "Specimen Bridge" in finding.message
    assert "Silver Gateway" in finding.message


def test_a_number_with_its_own_name_is_clear() -> None:
    own = match(entry("Silver Gateway Pvt. Ltd.", licence(number="0102")), 96.0, agrees=("licence_number",))
    assert "licence-number-of-another-firm" in check(lookup(own, by_number=(own,)), agency=NUMBERED).clear


def test_a_number_cannot_be_verified_in_a_list_without_numbers() -> None:
    result = check(lookup(match(entry("Silver Gateway", licence())), has_numbers=False), agency=NUMBERED)
    assert any(gap.code == "licence_number_not_verifiable" and gap.required for gap in result.not_checked)


def test_a_number_nobody_holds_is_flagged() -> None:
    assert "licence.number_not_listed" in messages(check(lookup(), agency=NUMBERED))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-01-01", "2027-01-01", True),
        ("2026-06-15", "2026-06-15", True),
        ("2020-01-01", "2026-06-14", False),
        ("2026-06-16", "2027-01-01", False),
        ("2025-01-01", None, True),
        (None, "2027-01-01", True),
        (None, None, None),
        ("2027-01-01", "2026-01-01", None),
        ("2026", "2027", None),
        ("2020", "2026", None),
        ("2020", "2021", False),
    ],
)
def test_an_exclusion_holds_on_a_day_or_the_dates_do_not_tell(
    start: str | None, end: str | None, expected: bool | None
) -> None:
    assert holds_on(debarment(start, end), DAY) is expected


def exclusions(*found: object, **more: object) -> RegistryLookup:
    listed = registry(RegistryKind.DEBARMENT, id="xx-exclusions", coverage=Coverage.CUMULATIVE)
    return lookup(*found, registry=listed, **more)  # type: ignore[arg-type]


def test_an_exclusion_in_force_is_flagged_and_an_ended_one_only_printed() -> None:
    active = match(entry("Example", debarments=(debarment("2026-01-01", "2027-01-01"),)), 95)
    ended = match(entry("Example", debarments=(debarment("2020-01-01", "2021-01-01"),)), 95)
    flagged = check(exclusions(active)).findings[0]
    printed = check(exclusions(ended)).findings[0]
    assert (flagged.outcome, flagged.severity) == (Outcome.FLAGGED, Severity.CRITICAL)
    assert (printed.outcome, printed.severity, printed.practice) == (
        Outcome.NOT_APPLICABLE,
        Severity.LOW,
        "debarment.past",
    )


@pytest.mark.parametrize(
    "found",
    [
        match(entry("Example", debarments=(debarment("2026-01-01", None),)), 75),
        match(entry("Example", debarments=(debarment("2026-01-01", None),)), 95, contradicts=("country",)),
        match(
            entry("Example", debarments=(debarment("2026-01-01", None),)), 95, matched=Name("Example", NameKind.ALIAS)
        ),
        match(entry("Example", debarments=(debarment(None, None),)), 95),
    ],
    ids=["score in the review band", "something contradicts", "only an alias", "no dates"],
)
def test_a_doubtful_exclusion_needs_a_person(found: object) -> None:
    assert check(exclusions(found)).findings[0].outcome is Outcome.REVIEW


def test_not_being_excluded_is_clear_only_in_a_fresh_copy() -> None:
    assert "debarment-listed" in check(exclusions()).clear
    assert "debarment-listed" not in check(exclusions(gap=Gap.STALE)).clear


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (RegistryKind.SPONSOR, "listing.sponsor"),
        (RegistryKind.DISCLOSURE, "listing.disclosure"),
        (RegistryKind.COMPANY, "listing.company"),
        (RegistryKind.WATCH, "listing.watch"),
    ],
)
def test_a_list_that_is_no_licence_says_so(kind: RegistryKind, message: str) -> None:
    result = check(lookup(match(entry("Example", licence())), kind=kind))
    assert messages(result) == [message]
    assert "licence-not-valid" not in result.clear
    assert any(gap.code == "no_licensing_registry" for gap in result.not_checked)


def test_the_same_finding_has_the_same_id_and_another_one_another() -> None:
    one, two = check(lookup()), check(lookup())
    assert one.findings[0].id == two.findings[0].id
    other = check(lookup(), agency=Agency("Another Name", country="NP"))
    assert other.findings[0].id != one.findings[0].id
