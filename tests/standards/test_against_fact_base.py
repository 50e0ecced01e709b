"""The catalogue against the fact base it was written from: never stronger than the source, never another figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from recruitcheck.standards import Catalogue
from recruitcheck.standards.fee_limit import Months, Nothing, NotKnown, Share, Sum
from recruitcheck.standards.instrument import Verification

pytestmark = pytest.mark.shared

HOW = {
    "primary": "text_read",
    "heading": "heading_seen",
    "secondary": "secondary_source",
    "unverified": "unverified_from_memory",
}
# References whose number nobody saw stand in the catalogue without it.
NUMBERS_UNSEEN = {
    ("np-fea-2007", "s. 25"),
    ("np-fea-2007", "s. 7"),
    ("qa-21-2015", "Art. 39"),
    ("th-ejspa-1985", "s. 47 / ministerial rules"),
}
WITHOUT_NUMBER = {
    ("np-fea-2007", "(contract in Nepali)"),
    ("np-fea-2007", "(minors)"),
    ("qa-21-2015", "(keeping passports)"),
    ("th-ejspa-1985", "(ministerial fee rules)"),
}
# Practices that are ours alone: the fact base keeps channels, adverts and ages in tables beside the provisions.
OURS = {"corridor.channel_rule", "corridor.minimum_age", "advert.required_contents"}
# The fact base has no word for these practices; the text itself names what they are about.
FINER_WORDS = {
    "ae-33-2021 Art. 6(1)",  # no work without a permit
    "bd-oema-2013 s. 33",  # trading in visas
    "ihrb-dhaka-2012 Principle 7",  # safe conditions
    "ilo-fl-indicators 2025 edition",  # changes of contract
    "un-smuggling-2000 Art. 3(a)",  # illegal entry for gain
}
# Read again after the fact base was compiled: here the catalogue is better verified than its source.
RAISED = {
    "au-fw-msa FWA s. 325",
    "au-qld-lhla ss. 10-11",
    "ca-cc s. 279.03",
    "hk-cap57 Cap. 57 s. 57",
    "ilo-c001 Art. 2",
    "ilo-c014 Art. 2",
    "ilo-c095 Art. 12",
    "ilo-c098 Art. 1",
    "ilo-c100 Art. 2",
    "ilo-c181 Art. 5",
    "ilo-c183 Art. 9",
    "sg-efma s. 22A",
    "un-cedaw-1979 Art. 11",
    "un-icrmw-1990 Art. 16",
    "un-icrmw-1990 Art. 37",
}
SIDES = ("international", "origin")
# The same standards under their former issuer.
DERIVED = {"gb-glaa-ls": "gb-fwa-ls"}


@pytest.fixture(scope="module")
def facts(shared: Path) -> Path:
    folder = shared / "facts"
    if not folder.is_dir():
        pytest.skip("the fact base is not here")
    return folder


def _read(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        loaded: list[dict[str, Any]] = yaml.load(file, yaml.CSafeLoader)
    return loaded


def test_no_provision_is_better_verified_than_its_source_unless_read_again(facts: Path, catalogue: Catalogue) -> None:
    known: dict[tuple[str, str], Verification] = {}
    for side in SIDES:
        for item in _read(facts / side / "standards.yaml"):
            for part in item["provisions"]:
                word = part.get("verification") or HOW[part["source_kind"]]
                known[item["id"], part["ref"]] = Verification(word)
    compared = 0
    better = set()
    for instrument in catalogue.instruments:
        source = DERIVED.get(instrument.id, instrument.id)
        for part in instrument.provisions:
            if (instrument.id, part.ref) in WITHOUT_NUMBER:
                continue
            if part.how.rank < known[source, part.ref].rank:
                better.add(part.id)
            compared += 1
    assert better == RAISED
    assert compared > 400


RUN = 7


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def test_every_provision_of_the_fact_base_is_held(facts: Path, catalogue: Catalogue) -> None:
    held = {(item.id, part.ref) for item in catalogue.instruments for part in item.provisions}
    theirs = {
        (item["id"], part["ref"])
        for side in SIDES
        for item in _read(facts / side / "standards.yaml")
        for part in item["provisions"]
    }
    assert theirs - held == NUMBERS_UNSEEN


def test_a_provision_cited_for_no_practice_there_is_linked_to_none_but_what_is_ours_here(
    facts: Path, catalogue: Catalogue
) -> None:
    silent = {
        (item["id"], part["ref"])
        for side in SIDES
        for item in _read(facts / side / "standards.yaml")
        for part in item["provisions"]
        if not part["practices"]
    }
    linked = {
        part.id
        for item in catalogue.instruments
        for part in item.provisions
        if (item.id, part.ref) in silent and any(link.practice not in OURS for link in part.links)
    }
    assert linked == FINER_WORDS


def test_no_sentence_is_taken_from_the_fact_base(facts: Path, catalogue: Catalogue) -> None:
    theirs = {
        run
        for side in SIDES
        for item in _read(facts / side / "standards.yaml")
        for part in item["provisions"]
        for text in (part["paraphrase"], part.get("note") or "", part.get("caveat") or "")
        for run in _runs(text)
    }
    for instrument in catalogue.instruments:
        for part in instrument.provisions:
            for text in (part.says, part.note or "", *(link.because for link in part.links)):
                assert not theirs.intersection(_runs(text)), part.id


def test_every_fee_limit_keeps_its_figure(facts: Path, catalogue: Catalogue) -> None:
    rows = {row.id: row for row in catalogue.fee_limits}
    source = _read(facts / "fee_limits.yaml")
    assert {row["id"] for row in source} == set(rows)
    for row in source:
        mine, limit = rows[row["id"]], row["limit"]
        assert mine.how.value == row["verification"], row["id"]
        assert mine.confidence == row["confidence"], row["id"]
        assert (mine.bound, mine.basis) == (row["bound"], row["basis"]), row["id"]
        assert bool(mine.condition) == bool(row["condition"]), row["id"]
        assert str(mine.in_force_from or "") == str(row["in_force_from"] or ""), row["id"]
        assert str(mine.in_force_to or "") == str(row["in_force_to"] or ""), row["id"]
        match mine.limit:
            case Nothing():
                assert limit.get("zero") is True
            case NotKnown():
                assert limit.get("unknown") is True
            case Sum(amount=amount, currency=currency, per=per):
                assert (amount, currency, per) == (Decimal(str(limit["amount"])), limit["currency"], limit["per"])
            case Months(base=base, per_contract_months=per_months):
                assert base == Decimal(str(limit["months_of_wage"]))
                assert (per_months or "flat") == limit["per_contract_months"]
            case Share(of=of, percent=percent):
                assert (of, percent) == (limit["percent_of"], Decimal(str(limit["percent"])))


def test_no_withheld_number_is_shipped(facts: Path, catalogue: Catalogue) -> None:
    shipped = " ".join(phone for point in catalogue.referral_points for phone in point.phones)
    for side in SIDES:
        for row in _read(facts / side / "referrals.yaml"):
            for key in ("phone_from_memory_do_not_publish", "phone_withheld"):
                held = row.get(key) or []
                for number in [held] if isinstance(held, str) else held:
                    assert number not in shipped
