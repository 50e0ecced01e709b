"""The shelf of definitions names what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError, InputError, UsageError
from recruitcheck.registry import find_definition, load_definitions, load_registries
from recruitcheck.resources import shipped
from tests.registry.lists import STYLE_EXAMPLE, write


def test_definitions_come_ordered_by_id(tmp_path: Path) -> None:
    write(tmp_path, STYLE_EXAMPLE, "a.yml")
    write(tmp_path, STYLE_EXAMPLE.replace("xx-agencies", "aa-agencies"), "z.yaml")
    (tmp_path / "inner").mkdir()
    write(tmp_path / "inner", "broken: [", "b.yml")
    assert [each.id for each in load_definitions([tmp_path])] == ["aa-agencies", "xx-agencies"]


def test_registries_are_what_their_definitions_say_also_when_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folders = [shipped("registries"), tmp_path]
    write(tmp_path, STYLE_EXAMPLE, "own.yml")
    told = tuple(each.to_registry() for each in load_definitions(folders))
    assert load_registries(folders) == told
    with monkeypatch.context() as patch:
        patch.setattr("recruitcheck.registry.shelf.load_definitions", None)  # not asked a second time
        assert load_registries(folders) == told
    write(tmp_path, STYLE_EXAMPLE.replace("xx-agencies", "yy-agencies"), "own.yml")
    assert {each.id for each in load_registries(folders)} >= {"yy-agencies"}
    write(tmp_path, STYLE_EXAMPLE.replace("coverage:", "coverage: nonsense #"), "own.yml")
    for _ in range(2):
        with pytest.raises(DataFileError, match=r"own\.yml"):
            load_registries(folders)


def test_an_id_that_stands_twice_names_both_files(tmp_path: Path) -> None:
    write(tmp_path, STYLE_EXAMPLE, "a.yml")
    write(tmp_path, STYLE_EXAMPLE, "b.yml")
    with pytest.raises(DataFileError, match=r"b\.yml.*xx-agencies.*a\.yml"):
        load_definitions([tmp_path])


def test_a_folder_given_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, STYLE_EXAMPLE, "a.yml")
    assert len(load_definitions([tmp_path, tmp_path])) == 1


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"'hk-eea'.*Did you mean hk-eaa"):
        find_definition("hk-eea", [shipped("registries")])


def test_an_id_like_no_other_is_answered_with_the_list() -> None:
    with pytest.raises(UsageError, match=r"Known: .*bd-bmet"):
        find_definition("qqqqqqqq", [shipped("registries")])


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder"):
        load_definitions([tmp_path / "nowhere"])
