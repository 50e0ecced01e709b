"""Each list we ship says what it is, how far it is known, and nothing more than that."""

from __future__ import annotations

import jsonschema
import pytest

from recruitcheck.errors import RegistryError
from recruitcheck.model import AbsenceMeans, LicenceStatus, RegistryKind
from recruitcheck.registry import Definition, definition_schema, load_definitions, read_table
from recruitcheck.resources import load_yaml, shipped

HOME = shipped("registries")
TAKEN_AWAY = ("revoked", "withdrawn", "révoqué", "廢止")


@pytest.fixture(scope="module")
def all_lists() -> tuple[Definition, ...]:
    return load_definitions([HOME])


def status_words(each: Definition) -> dict[str, LicenceStatus]:
    words = dict(each.status_words)
    for layout in each.layouts:
        words |= layout.columns.status.words if layout.columns.status else {}
    return words


def test_every_definition_fits_the_published_schema() -> None:
    schema = definition_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)
    files = sorted(HOME.glob("*.yml"))
    for path in files:
        assert [error.message for error in judge.iter_errors(load_yaml(path).data)] == [], path.name
    broken = load_yaml(HOME / "gb-sponsor.yml").data
    broken["layouts"][0]["columns"]["name"] = {"form": "Name"}
    assert not judge.is_valid(broken)


def test_every_definition_lies_in_the_file_of_its_id(all_lists: tuple[Definition, ...]) -> None:
    assert {path.stem for path in HOME.glob("*.yml")} == {each.id for each in all_lists}


def test_every_definition_says_what_it_covers_and_how_to_get_it(all_lists: tuple[Definition, ...]) -> None:
    for each in all_lists:
        assert each.how_to_obtain, each.id
        assert each.scope.note, each.id
        assert not each.fictional, each.id


def test_what_is_held_to_be_seen_is_there(all_lists: tuple[Definition, ...]) -> None:
    for each in all_lists:
        seen = each.verified
        assert bool(each.layouts) == bool(seen.columns), each.id
        assert not seen.address or each.url, each.id
        assert not seen.legal_basis or each.legal_basis, each.id
        assert not seen.number_pattern or each.number_pattern, each.id


def test_what_is_known_from_memory_alone_is_not_told_as_a_fact(all_lists: tuple[Definition, ...]) -> None:
    for each in all_lists:
        if each.layouts:
            continue
        seen = each.verified
        assert not each.url or seen.address, each.id
        assert not each.legal_basis or seen.legal_basis, each.id
        assert not each.number_pattern or seen.number_pattern, each.id
        assert not each.status_words or seen.status_words, each.id
        if not any((seen.address, seen.legal_basis, seen.number_pattern, seen.status_words)):
            assert "from memory" in (each.scope.note or "").casefold(), each.id


def test_a_list_with_a_layout_says_how_many_rows_a_copy_has(all_lists: tuple[Definition, ...]) -> None:
    unknown = {each.id for each in all_lists if each.layouts and each.rows is None}
    assert unknown <= {"jp-mhlw", "il-piba"}


def test_only_a_licensing_list_can_prove_that_a_licence_is_missing(all_lists: tuple[Definition, ...]) -> None:
    for each in all_lists:
        if each.kind not in (RegistryKind.LICENSING, RegistryKind.LICENSING_AND_DEBARMENT):
            assert each.absence_means is AbsenceMeans.NOTHING


def test_a_list_that_nobody_has_seen_proves_nothing_by_silence(all_lists: tuple[Definition, ...]) -> None:
    for each in all_lists:
        if not each.layouts:
            assert each.absence_means is AbsenceMeans.NOTHING, each.id


def test_revoked_is_said_only_where_the_authority_took_the_licence_away(all_lists: tuple[Definition, ...]) -> None:
    for each in all_lists:
        for word, norm in status_words(each).items():
            if norm is LicenceStatus.REVOKED:
                assert any(said in word.casefold() for said in TAKEN_AWAY), (each.id, word)
            if "cancel" in word.casefold() or "delist" in word.casefold():
                assert norm in (LicenceStatus.UNKNOWN, LicenceStatus.UNLISTED), (each.id, word)


def test_a_file_of_a_list_nobody_has_seen_ends_in_one_clear_line(all_lists: tuple[Definition, ...]) -> None:
    unseen = [each for each in all_lists if not each.layouts]
    assert unseen
    with pytest.raises(RegistryError) as caught:
        read_table(HOME / "np-dofe.yml", unseen[0])
    said = str(caught.value)
    assert "nobody has seen the columns" in said
    assert "recruitcheck registry draft" in said
    assert "--definition" in said
