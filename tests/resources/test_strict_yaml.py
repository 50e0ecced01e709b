"""Strict YAML: traps, duplicates and depth are errors with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError, InputError
from recruitcheck.resources import StrictModel, load_models, load_yaml, parse_yaml, validate


class Thing(StrictModel):
    id: str
    size: int = 0
    tags: tuple[str, ...] = ()


@pytest.mark.parametrize(
    "value",
    [
        "NO",
        "yes",
        "On",
        "off",
        "True",
        "0555567",
        "2021-01-01",
        "12:30",
        "1_000",
        "0x1F",
        "1e3",
        "~",
        "y",
        ".nan",
        "1" * 20,
    ],
)
def test_a_bare_value_with_two_readings_is_an_error_with_line_and_column(value: str) -> None:
    with pytest.raises(DataFileError) as caught:
        parse_yaml(f"a: 1\ncode: {value}\n", "f.yml")
    assert caught.value.problems[0].startswith("f.yml:2:7: ")
    assert "quotes" in caught.value.problems[0]


@pytest.mark.parametrize("value", ["NO", "0555567", "2021-01-01", "12:30", "true"])
def test_quoted_values_stay_text(value: str) -> None:
    assert parse_yaml(f'code: "{value}"', "f.yml").data == {"code": value}


def test_plain_types_are_read_and_keys_are_always_text() -> None:
    document = parse_yaml('on: 1\nno: 2.5\nyes: true\nempty:\nlist: [a, "b"]\n', "f.yml")
    assert document.data == {"on": 1, "no": 2.5, "yes": True, "empty": None, "list": ["a", "b"]}
    assert document.positions[("list", 1)] == (5, 11)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\na: 2", "f.yml:2:1: the key 'a' stands twice"),
        ("a: &x [1]\nb: *x", "aliases"),
        ('a: &x "1"\nb: *x', "aliases"),
        ("a: !!python/object:os.system x", "tag"),
        ("a: !custom 1", "tag"),
        ("a: [1, 2", "f.yml:"),
        ("", "empty"),
        ("? [a, b]\n: 1", "plain text"),
        ("a: b: c", "not valid YAML"),
    ],
)
def test_broken_yaml_says_what_and_where(text: str, said: str) -> None:
    with pytest.raises(DataFileError) as caught:
        parse_yaml(text, "f.yml")
    assert any(said in problem for problem in caught.value.problems)


@pytest.mark.parametrize(
    "text", ["[" * 5000, "- " * 5000 + "a", "a: " + "{b: " * 500, "\n".join(" " * i + "a:" for i in range(2000))]
)
def test_deep_nesting_is_refused_before_the_parser_recurses(text: str) -> None:
    with pytest.raises(DataFileError, match="nested too deeply"):
        parse_yaml(text, "f.yml")


def test_all_problems_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "thing.yml"
    path.write_text("size: many\ncolour: red\n", encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        validate(Thing, load_yaml(path))
    joined = "\n".join(caught.value.problems)
    assert "thing.yml:1:1: size" in joined
    assert "thing.yml:2:1: colour" in joined
    assert "id: field required. Add it." in joined


def test_problems_of_several_files_come_together(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- {id: x, size: big}\n- {id: why}\n- 3\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text("id: z\n", encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_models(Thing, tmp_path.glob("*.yml"), many=True)
    assert len(caught.value.problems) == 3


def test_files_that_cannot_be_read_say_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.yml"):
        load_yaml(tmp_path / "gone.yml")
    (tmp_path / "latin.yml").write_bytes(b"a: caf\xe9\n")
    with pytest.raises(DataFileError, match="UTF-8"):
        load_yaml(tmp_path / "latin.yml")
    with (tmp_path / "huge.yml").open("wb") as huge:
        huge.truncate(17 * 1024 * 1024)
    with pytest.raises(InputError, match="bytes"):
        load_yaml(tmp_path / "huge.yml")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("RECRUITCHECK_NO_CACHE", raising=False)
    return tmp_path / "cache"


def test_a_cached_file_gives_the_same_data_and_the_same_places(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text('id: x\nsize: big\ncode: "0123"\n', encoding="utf-8")
    first = load_yaml(path)
    kept = list(cache.rglob("*.json"))
    second = load_yaml(path)
    assert len(kept) == 1
    assert (second.data, dict(second.positions)) == (first.data, dict(first.positions))
    assert second.where(("size",)).endswith("a.yml:2:1")


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"0" * 64 + b'\n{"id": "forged"}'])
def test_a_damaged_cache_is_passed_over(tmp_path: Path, cache: Path, damage: bytes) -> None:
    path = tmp_path / "a.yml"
    path.write_text("id: x\n", encoding="utf-8")
    load_yaml(path)
    next(cache.rglob("*.json")).write_bytes(damage)
    assert load_yaml(path).data == {"id": "x"}


def test_a_file_with_problems_is_never_cached(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("id: NO\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DataFileError):
            load_yaml(path)
    assert not list(cache.rglob("*.json"))


def test_a_cache_that_cannot_be_written_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    path = tmp_path / "a.yml"
    path.write_text("id: x\n", encoding="utf-8")
    assert load_yaml(path).data == {"id": "x"}
