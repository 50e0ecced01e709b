"""The stored form of an entry: nothing is lost, and where its rows stand does not matter."""

from __future__ import annotations

from dataclasses import replace

from recruitcheck.model import (
    Address,
    Debarment,
    Licence,
    LicenceStatus,
    Name,
    NameKind,
    PartialDate,
    RegistryEntry,
)
from recruitcheck.store.payload import from_payload, to_payload

FULL = RegistryEntry(
    registry="xx-demo",
    key="k",
    names=(Name("Amber Gate"), Name("琥珀門", NameKind.OTHER_SCRIPT), Name("Lone \ud800", NameKind.ALIAS)),
    rows=(4, 9),
    source_ids=("0007", "0009"),
    addresses=(Address("1 Pier Rd", place="Porto", region="N", postal_code="0042", country="HK"), Address()),
    phones=("2345 6789",),
    emails=("a@b.example",),
    websites=("b.example",),
    other_ids=(("company_number", "0042"),),
    licences=(
        Licence(4, LicenceStatus.VALID, "Active", "RL-1", "route", ("care", "sea"), PartialDate("2021"), None, "A"),
        Licence(9, LicenceStatus.EXPIRED, valid_to=PartialDate("2021-05-03")),
    ),
    debarments=(Debarment(9, PartialDate("2020-01"), PartialDate("2022-01-31"), "2 years", "fraud", "Barred", "odd"),),
    extra=(("Owner", "N.N."),),
)


def test_every_field_comes_back() -> None:
    stored = to_payload(FULL)
    assert from_payload("xx-demo", "k", stored.text, stored.rows) == FULL


def test_rows_that_change_places_make_the_same_content() -> None:
    moved = replace(
        FULL,
        rows=(2, 30),
        source_ids=("0009", "0007"),
        licences=(replace(FULL.licences[1], row=2), replace(FULL.licences[0], row=30)),
        debarments=(replace(FULL.debarments[0], row=2),),
    )
    first, second = to_payload(FULL), to_payload(moved)
    assert first.hash == second.hash
    assert from_payload("xx-demo", "k", first.text, second.rows) == moved


def test_a_licence_that_moves_to_another_source_id_is_a_change() -> None:
    swapped = replace(FULL, source_ids=("0009", "0007"))
    assert to_payload(FULL).hash != to_payload(swapped).hash


def test_fewer_source_ids_than_rows_are_kept_as_given() -> None:
    few = replace(FULL, source_ids=("0007",))
    stored = to_payload(few)
    assert from_payload("xx-demo", "k", stored.text, stored.rows) == few
