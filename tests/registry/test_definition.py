"""A definition is read strictly: everything wrong is told at once, with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError
from recruitcheck.model import LicenceStatus
from tests.registry.lists import HEAD, STYLE_EXAMPLE, definition

COLUMNS = 'layouts: [{when: ["A"], columns: {name: "A", licence_number: "B", status: {constant: valid, why: "x"}}}]'


def test_the_style_guides_example_is_valid() -> None:
    read = definition()
    assert read.layouts[0].columns.licence_number is not None
    assert read.layouts[0].columns.licence_number.from_ == ("Licence No",)
    assert read.layouts[0].columns.status is not None
    assert read.layouts[0].columns.status.words["Under watch"] is LicenceStatus.RESTRICTED


def test_all_problems_are_told_at_once_with_their_place() -> None:
    text = STYLE_EXAMPLE.replace("kind: licensing", "kind: licencing").replace("shelf_life_days: 30", "shelf_life: 30")
    with pytest.raises(DataFileError) as caught:
        definition(text.replace("Active: valid", "x").replace('"Active": valid', '"Active": fine'))
    said = "\n".join(caught.value.problems)
    assert len(caught.value.problems) >= 4
    assert "xx.yml:6:1: kind:" in said
    assert "shelf_life: " in said
    assert "shelf_life_days: field required" in said
    assert "status.words.Active" in said


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("identity: [licence_number]", "identity: [number]"), "is not a column"),
        (("identity: [licence_number]", "identity: [place]"), "no layout maps place"),
        (("identity: [licence_number]", "identity: [other_ids.tax]"), "no layout maps other_ids.tax"),
        (("kind: licensing", "kind: sponsor"), "only possible for a licensing list"),
        (('status: {constant: valid, why: "x"}', "place: C"), "columns.status: missing"),
        (('status: {constant: valid, why: "x"}', "status: {constant: valid}"), "needs why"),
        (('status: {constant: valid, why: "x"}', "status: {from: S}"), "words are missing"),
        (('status: {constant: valid, why: "x"}', "status: {words: {}}"), "either from"),
        (('name: "A"', 'name: "A", valid_to: {from: E, date: "%d/%m"}'), "has no year"),
        (("shelf_life_days: 30", "shelf_life_days: 0"), "greater than or equal to 1"),
        (("shelf_life_days: 30", "shelf_life_days: 30\nnumber_pattern: '('"), "not a valid pattern"),
        (("shelf_life_days: 30", "shelf_life_days: 30\nrows: {min: 5, max: 1}"), "min is above max"),
        (("shelf_life_days: 30", "shelf_life_days: 30\nformat: {encoding: klingon}"), "unknown encoding"),
        (("shelf_life_days: 30", "shelf_life_days: 30\nurl: ftp://x"), "begin with https"),
        (("shelf_life_days: 30", 'shelf_life_days: 30\nverified: {columns: "2026-13-01"}'), "verified.columns"),
        (("shelf_life_days: 30", "shelf_life_days: 30\nsnapshot_date: {pattern: 'x', date: '%Y'}"), "group named date"),
    ],
)
def test_a_definition_that_contradicts_itself_is_refused(change: tuple[str, str], said: str) -> None:
    with pytest.raises(DataFileError) as caught:
        definition((HEAD + COLUMNS).replace(*change))
    assert said in "\n".join(caught.value.problems)


def test_content_decides_the_hash_and_spacing_does_not() -> None:
    spaced = STYLE_EXAMPLE.replace("\nrows:", "\n# a remark\n\nrows:")
    assert definition(spaced).sha256 == definition().sha256
    assert definition(STYLE_EXAMPLE.replace("min: 1", "min: 2")).sha256 != definition().sha256


def test_the_files_name_tells_the_date() -> None:
    text = STYLE_EXAMPLE + 'snapshot_date: {pattern: "^(?P<date>\\\\d{8})_", date: "%Y%m%d"}\n'
    read = definition(text)
    assert read.published_on(Path("/a/20211102_list.csv")) == date(2021, 11, 2)
    assert read.published_on(Path("/a/20219902_list.csv")) is None
    assert read.published_on(Path("/a/list.csv")) is None
    assert definition().published_on(Path("/a/20211102_list.csv")) is None


def test_a_definition_without_a_layout_needs_no_identity_but_may_not_claim_seen_columns() -> None:
    text = HEAD.replace("identity: [licence_number]\n", "")
    assert definition(text).layouts == ()
    with pytest.raises(DataFileError, match=r"verified\.columns: give a layout, or null"):
        definition(text + 'verified: {columns: "2026-11-21"}\n')
    with pytest.raises(DataFileError, match="identity: missing"):
        definition(text + COLUMNS)
