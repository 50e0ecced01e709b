"""Assessments made by hand: invented firms, invented law texts, real quirks."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Literal

from recruitcheck.model import (
    AbsenceEvidence,
    Assessment,
    Binding,
    CalculationEvidence,
    Citation,
    ComparisonEvidence,
    Confidence,
    Corridor,
    DocumentKind,
    DocumentOrigin,
    DocumentRef,
    EntryEvidence,
    FeeFact,
    FeeJudgement,
    Finding,
    Indicator,
    InputRef,
    MetadataEvidence,
    NearestName,
    NotChecked,
    ObservationEvidence,
    Outcome,
    QuoteEvidence,
    ReferralPoint,
    RegistryUse,
    Relation,
    SearchEvidence,
    Severity,
    Stance,
    Subject,
    TermState,
    ToolRef,
)

AS_OF = date(2026, 11, 21)
BIDI = "\u202e"
HOSTILE_NAME = f"<script>alert(1)</script>{BIDI}gnp.exe O'Neil & Söhne \x1b[31mred\x07 وكالة الأمل " + "A" * 10_000


def digest(text: str) -> str:
    """A stand-in for the hash of a file."""
    return hashlib.sha256(text.encode()).hexdigest()


TOOL = ToolRef(version="0.1.0", rules=digest("rules"), standards=digest("standards"))

DEMO_LICENCES = RegistryUse(
    registry="demo-licences",
    snapshot="demo-licences@2026-11-01+0a1b2c3d",
    sha256=digest("copy"),
    published_on=date(2026, 11, 1),
    retrieved_on=date(2026, 11, 3),
    rows=1204,
    complete=True,
    stale=False,
    threshold=88.0,
    title="Register of licensed agencies of Nordhaven",
    authority="Ministry of Labour of Nordhaven",
    jurisdiction="XA",
    kind="licensing",
    age_days=20,
    shelf_life_days=30,
    fictional=True,
    correction="Write to the licensing office with the licence number and a copy of the licence.",
)
STALE_SPONSORS = RegistryUse(
    registry="demo-sponsors",
    snapshot="demo-sponsors@2026-05-02+99887766",
    sha256=digest("sponsors"),
    published_on=None,
    retrieved_on=date(2026, 5, 2),
    rows=48_684,
    complete=False,
    stale=True,
    threshold=88.0,
    title="Sponsors permitted to employ foreign workers",
    authority="Border Office of Westmark",
    jurisdiction="XB",
    kind="sponsor",
    age_days=203,
    shelf_life_days=30,
)
NO_COPY = RegistryUse(
    registry="demo-exclusions",
    snapshot=None,
    sha256=None,
    published_on=None,
    retrieved_on=None,
    rows=0,
    complete=False,
    stale=False,
    threshold=88.0,
    title="Excluded employers of Westmark",
    authority="Labour Court of Westmark",
    jurisdiction="XB",
    kind="debarment",
)

C181 = Citation(
    instrument="ilo-c181",
    title="ILO Convention 181",
    provision="Art. 7(1)",
    says="Private agencies may not charge workers any fees or costs, directly or indirectly.",
    effect="bars",
    binding=Binding.STANDARD,
    why="The offer asks the worker for a fee for placement.",
    url="https://normlex.example.org/c181",
    verification="text_read",
    verified_on="2026-11-21",
    in_force_from="2000-05-10",
)
NATIONAL = Citation(
    instrument="xa-employment-act",
    title="Foreign Employment Act of Nordhaven",
    provision="s. 24",
    says="A licensee may charge a worker for recruitment only up to the amount set by notice.",
    effect="limits",
    binding=Binding.LAW_HERE,
    why="The worker leaves Nordhaven and the agency is licensed there.",
    url=None,
    verification="secondary_source",
    verified_on=None,
    note="As reported by a newspaper of 2025; the notice itself was not read.",
)
INDICATORS_11: tuple[tuple[str, str, Literal["sign", "no_sign", "not_assessable"]], ...] = (
    ("abuse_of_vulnerability", "Abuse of vulnerability", "not_assessable"),
    ("deception", "Deception", "no_sign"),
    ("restriction_of_movement", "Restriction of movement", "sign"),
    ("isolation", "Isolation", "no_sign"),
    ("violence", "Physical and sexual violence", "not_assessable"),
    ("intimidation", "Intimidation and threats", "no_sign"),
    ("document_retention", "Retention of identity documents", "sign"),
    ("withheld_wages", "Withholding of wages", "no_sign"),
    ("debt_bondage", "Debt bondage", "sign"),
    ("living_conditions", "Abusive working and living conditions", "not_assessable"),
    ("excessive_overtime", "Excessive overtime", "no_sign"),
)
HELP = (
    ReferralPoint(
        "XA",
        "Foreign Employment Complaint Desk",
        "authority",
        ("00 11 22 (free of charge)",),
        "https://complaints.example.org/desk",
        ("desk@complaints.example.org",),
        "https://complaints.example.org/contact",
        "2026-11-20",
        "Open on weekdays, 9 to 17.",
    ),
    ReferralPoint("XB", "Shelter for migrant workers", "shelter", (), None, (), "https://shelter.example.org", None),
)


def quote(start: int, text: str, *, masked: tuple[tuple[int, int], ...] = (), lang: str | None = "en") -> QuoteEvidence:
    """A quotation of the offer."""
    return QuoteEvidence("d1", "agency", 2, start, start + len(text), text, lang, masked)


def finding(identity: str, practice: str, **changes: object) -> Finding:
    """A flagged finding of high severity, to be changed at will."""
    base = Finding(
        id=digest(identity)[:16],
        rule=identity,
        category=practice.partition(".")[0],
        practice=practice,
        outcome=Outcome.FLAGGED,
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        title="Worker charged a recruitment fee",
        message="The offer asks the worker to pay for the recruitment. It may indicate that costs fall on workers.",
        message_id=f"offer.{identity}",
        args={},
        evidence=(),
        counter_evidence=(),
        clears_if="The agency shows in writing that the employer pays, and that nothing was collected.",
        remedy="Have every amount repaid to the worker, with receipts, before travel.",
        citations=(C181, NATIONAL),
        stance=Stance.STATES,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


def _offer_findings() -> tuple[Finding, ...]:
    passport = "Passport of Mr. Ramesh Testperson (P1234567) shall remain with the company until departure."
    return (
        finding(
            "worker-pays-fee",
            "fee_charging.recruitment",
            evidence=(
                quote(412, "Candidate shall pay Rs. 1,25,000/- as service charge before flight."),
                CalculationEvidence(
                    {"fee": "125,000 NPR", "monthly wage": "1,000 QAR, about 36,500 NPR"},
                    "fee ÷ wage",
                    "3.4 months of wage",
                ),
            ),
            counter_evidence=(quote(900, "The employer bears visa and ticket."),),
            replies=({"by": "the agency", "on": "2026-11-19", "text": "The amount is refunded after one year."},),
        ),
        finding(
            "passport-kept",
            "document_retention.passport",
            severity=Severity.CRITICAL,
            title="Passport kept by the employer",
            message="The contract lets the employer keep the passport of Mr. Ramesh Testperson.",
            evidence=(quote(1033, passport, masked=((16, 33), (35, 43))),),
            clears_if="Workers hold their own passports and say so without the employer present.",
            remedy="Have passports handed back at once and the clause struck out.",
            citations=(
                replace(
                    C181, instrument="ilo-c029", title="ILO Convention 29", provision="Art. 2(1)", effect="indicator"
                ),
            ),
        ),
        finding(
            "no-leaving-premises",
            "restricted_movement.confinement",
            title="Leaving the premises needs permission",
            message="The house rules forbid leaving the camp outside working hours.",
            confidence=Confidence.MEDIUM,
            evidence=(quote(1500, "कामदार अनुमति बिना शिविर बाहिर जान पाउँदैन ।", lang="ne"),),
            stance=Stance.ATTESTED,
            citations=(),
        ),
        finding(
            "daily-hours",
            "excessive_hours.daily",
            severity=Severity.MEDIUM,
            confidence=Confidence.LOW,
            title="Twelve hours a day",
            message="The offer states twelve hours of work a day, six days a week.",
            evidence=(
                quote(1711, "Duty: 12 hrs/6 days"),
                ComparisonEvidence(
                    {"source": "offer, page 2", "hours a day": "12"},
                    {"source": "contract form, page 1", "hours a day": "8"},
                ),
            ),
        ),
        finding(
            "free-mail",
            "forged_or_free_email_contact.free_mail",
            severity=Severity.LOW,
            title="Business from a free mail address",
            message="The agency writes from a free mail address.",
            evidence=(
                MetadataEvidence("d1", {"author": "admin", "modified": "2026-10-30"}),
                AbsenceEvidence("a domain of the agency’s own", "all contacts of the offer"),
                ObservationEvidence("The address bounced", "message to the agency", "2026-11-18"),
            ),
        ),
    )


def flagged_offer() -> Assessment:
    """A contract with several red flags, a masked quotation, fees, terms and all eleven indicators."""
    findings = _offer_findings()
    signs = {"document_retention": 1, "restriction_of_movement": 2, "debt_bondage": 0}
    return Assessment(
        subject=Subject(
            "offer",
            "offer-7",
            "Construction helper, Westmark Towers",
            InputRef("offers.jsonl", 7, {"id": "offer-7", "complainant": "Never Printed"}),
            (Relation("employer", "Westmark Towers LLC"),),
        ),
        as_of=AS_OF,
        known_on=AS_OF,
        corridor=Corridor(
            "XA", (), "XB", "construction", {"origin": "option", "destination": "document", "sector": "none"}
        ),
        outcome=Outcome.FLAGGED,
        documents=(
            DocumentRef(
                "d1",
                "case/offer.pdf",
                digest("pdf"),
                digest("text"),
                "application/pdf",
                DocumentKind.CONTRACT,
                DocumentOrigin.AGENCY,
                ("en", "ne"),
                3,
                (3,),
            ),
        ),
        registries=(DEMO_LICENCES, NO_COPY),
        findings=findings,
        clear=("isolation-no-phone", "union-ban", "visit-visa"),
        not_applicable=("under-age",),
        not_checked=(
            NotChecked(
                "page_unread",
                "Page 3 of case/offer.pdf",
                "No text came out of the page; it may be a picture.",
                True,
                "gap.page_unread",
                {"page": "3"},
                "Give the text of the page, or a copy with text.",
            ),
            NotChecked(
                "registry_missing",
                "Excluded employers of Westmark",
                "No copy of this list was imported.",
                False,
                "gap.registry_missing",
                {},
                "Obtain the list and import it.",
            ),
        ),
        facts={
            "wage": [
                {"text": "QR 1000/-", "start": 313, "end": 322, "amount": "1000", "currency": "QAR", "per": "month"}
            ],
            "hours": [{"text": "12 hrs/6 days", "start": 1717, "end": 1730, "per_day": "12", "days_per_week": "6"}],
            "duration": [{"text": "2 yrs", "start": 350, "end": 355, "amount": "2", "unit": "year", "of": "contract"}],
        },
        fees=(
            FeeFact(
                "Candidate shall pay Rs. 1,25,000/- as service charge",
                "d1",
                412,
                464,
                "125000",
                "NPR",
                "service_charge",
                "worker",
                "agency",
                (
                    FeeJudgement(
                        "XA",
                        "origin",
                        "local licensee",
                        "notice of 2024",
                        "above",
                        "125,000 − 10,000 = 115,000 above",
                        "Foreign Employment Act of Nordhaven",
                        "s. 24",
                        "secondary_source",
                    ),
                    FeeJudgement(
                        "XB",
                        "destination",
                        "employer",
                        "labour law",
                        "none_allowed",
                        "any amount is above zero",
                        "Labour Code of Westmark",
                        "Art. 33",
                        "text_read",
                    ),
                ),
            ),
        ),
        terms=(
            TermState("wage", "Wage and how it is paid", "stated", (quote(300, "Basic salary QR 1000/- per month"),)),
            TermState("rest_day", "Weekly rest day", "not_stated", (AbsenceEvidence("a weekly rest day", "3 pages"),)),
            TermState(
                "hours",
                "Working hours",
                "contradicted",
                (quote(1711, "Duty: 12 hrs/6 days"), quote(80, "8 hours a day")),
            ),
        ),
        indicators=(
            *(
                Indicator(key, title, state, (findings[signs[key]].id,) if key in signs else ())
                for key, title, state in INDICATORS_11
            ),
            Indicator("act-recruitment", "Recruitment", "sign", (findings[0].id,), "palermo", "act"),
            Indicator("means-abuse", "Abuse of vulnerability", "not_assessable", (), "palermo", "means"),
            Indicator("recruit-debt", "Debt bondage", "sign", (findings[1].id,), "operational", "Coercion", "medium"),
            Indicator("recruit-papers", "Papers taken", "sign", (findings[0].id,), "operational", "Coercion", "strong"),
        ),
        referrals=HELP,
        tool=TOOL,
        dates={"advert": date(2026, 9, 1), "signing": date(2026, 10, 4)},
    )


def reviewed_agency() -> Assessment:
    """An agency whose name alone matches, with an expired licence beside it and a stale list."""
    row = EntryEvidence(
        "demo-licences",
        "demo-licences@2026-11-01+0a1b2c3d",
        digest("copy"),
        233,
        {
            "name": "Golden Bridge Manpower Pvt. Ltd.",
            "licence number": "XA-0233",
            "status as printed": "Active",
            "valid from": "2024-02-01",
            "valid to": "2026-09-03",
        },
    )
    return replace(
        not_checked_agency(),
        subject=Subject(
            "agency",
            "agency-3",
            "Golden Bridge Manpower",
            InputRef("agencies.csv", 3, {"name": "Golden Bridge Manpower"}),
        ),
        outcome=Outcome.REVIEW,
        registries=(DEMO_LICENCES, STALE_SPONSORS),
        findings=(
            finding(
                "name-only",
                "licence.name_only",
                outcome=Outcome.REVIEW,
                severity=Severity.MEDIUM,
                confidence=Confidence.MEDIUM,
                title="A licensed agency has a similar name",
                message="The name is like that of a licensed agency, but no identifier agrees. A person must decide.",
                evidence=(
                    row,
                    ComparisonEvidence(
                        {"source": "asked", "name": "Golden Bridge Manpower", "phone": "not given"},
                        {"source": "row 233", "name": "Golden Bridge Manpower Pvt. Ltd.", "phone": "+977 1 555 0100"},
                    ),
                ),
                clears_if="The licence number, phone or full address that the agency gives agrees with the row.",
                remedy="Ask for the licence number and compare it with the row before engaging.",
                citations=(NATIONAL,),
                stance=None,
                decisions=(
                    {"answer": "unsure", "by": "A. Officer", "at": "2026-11-20T09:00:00Z", "reason": "No number given"},
                ),
                waivers=({"by": "B. Lead", "until": "2026-12-31", "reason": "Awaiting the authority"},),
            ),
        ),
        clear=("debarment-listed",),
    )


def unlisted_agency() -> Assessment:
    """An agency that a fresh, complete list does not hold."""
    return replace(
        not_checked_agency(),
        subject=Subject("agency", "agency-5", "Silver Crane Overseas", InputRef("agencies.csv", 5, {})),
        outcome=Outcome.FLAGGED,
        registries=(DEMO_LICENCES,),
        not_checked=(),
        findings=(
            finding(
                "unlisted",
                "licence.unlisted",
                title="Not found in the list of licensed agencies",
                message="Not found in the Register of licensed agencies of Nordhaven as of 1 November 2026.",
                evidence=(
                    SearchEvidence(
                        "demo-licences",
                        "demo-licences@2026-11-01+0a1b2c3d",
                        "Silver Crane Overseas",
                        88.0,
                        (NearestName("demo-licences:xa-0040", "Silver Crown Overseas (P) Ltd", 71.4),),
                    ),
                ),
                stance=None,
            ),
        ),
    )


def not_checked_agency() -> Assessment:
    """An agency that could not be checked: the required registry has no copy."""
    return Assessment(
        subject=Subject("agency", "agency-1", "Blue Harbour Recruiters", InputRef()),
        as_of=AS_OF,
        known_on=AS_OF,
        corridor=Corridor(origin="XA", from_={"origin": "input"}),
        outcome=Outcome.NOT_CHECKED,
        documents=(),
        registries=(NO_COPY,),
        findings=(),
        clear=(),
        not_applicable=(),
        not_checked=(
            NotChecked(
                "registry_missing",
                "Excluded employers of Westmark",
                "No copy of this list was imported.",
                True,
                "gap.registry_missing",
                {},
                "Obtain the list and import it.",
            ),
        ),
        facts={},
        fees=(),
        terms=(),
        indicators=(),
        referrals=(),
        tool=TOOL,
    )


def clear_agency() -> Assessment:
    """An agency with nothing flagged."""
    return replace(not_checked_agency(), outcome=Outcome.CLEAR, registries=(DEMO_LICENCES,), not_checked=())


def hostile() -> Assessment:
    """The flagged offer with every text replaced by something that tries to break out."""
    offer = flagged_offer()
    address = replace(C181, url="javascript:alert(1)", title=HOSTILE_NAME, instrument='"><img src=x onerror=alert(1)>')
    findings = tuple(
        replace(
            item, title=HOSTILE_NAME, message=f"{HOSTILE_NAME}\ud800", args={"name": HOSTILE_NAME}, citations=(address,)
        )
        for item in offer.findings
    )
    return replace(
        offer,
        subject=Subject(
            "agency", "../../etc/<b>", HOSTILE_NAME, InputRef("=cmd|' /C calc'!A0", 1, {"name": HOSTILE_NAME})
        ),
        findings=findings,
        facts={"wage": {HOSTILE_NAME: "\x00\x1b]0;title\x07", "amount": None}},
        registries=(
            replace(DEMO_LICENCES, title="</style><script>alert(2)</script>", authority='" onmouseover="alert(3)'),
        ),
        referrals=(
            ReferralPoint("XA", "<b>Desk</b>", "kind", ("1",), "data:text/html,x", (), "https://x.example.org", None),
        ),
    )


ALL = {
    "flagged-offer": flagged_offer,
    "reviewed-agency": reviewed_agency,
    "unlisted-agency": unlisted_agency,
    "not-checked-agency": not_checked_agency,
    "clear-agency": clear_agency,
    "hostile": hostile,
}
