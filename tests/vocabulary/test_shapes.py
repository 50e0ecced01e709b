"""A wrong data file of the vocabulary is refused with its place, not read half."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from recruitcheck.errors import DataFileError
from recruitcheck.resources import load_models, package_data, parse_yaml, validate
from recruitcheck.vocabulary import messages
from recruitcheck.vocabulary.shapes import (
    CountryNamesFile,
    CountryShape,
    FactCategoryShape,
    FeeItemShape,
    MessageFile,
    PracticeShape,
    SectorShape,
    TermShape,
)

WRONG: list[tuple[type[BaseModel], str, str]] = [
    (MessageFile, "a.b: {message: 'x {a.b}'}", "only {word} placeholders"),
    (MessageFile, "a.b: {message: 'x {0}'}", "only {word} placeholders"),
    (MessageFile, "a.b: {message: 'x {a!r:>9}'}", "only {word} placeholders"),
    (MessageFile, "a.b: {message: 'x', remedy: '}'}", "only {word} placeholders"),
    (MessageFile, "a.b: {message: ''}", "at least 1 character"),
    (MessageFile, "a.b: {title: 'x'}", "Add it"),
    (MessageFile, "a.b: {message: 'x', tone: 'y'}", "Remove it or correct its spelling"),
    (MessageFile, "plain: {message: 'x'}", "pattern"),
    (PracticeShape, "{id: a.b, title: t, definition: d, is_not: z, severity: dire, weight: weak}", "severity"),
    (PracticeShape, "{id: a, title: t, definition: d, is_not: z, severity: low, weight: weak}", "id"),
    (CountryShape, "{code: np, alpha3: NPL, name: Nepal, aliases: []}", "code"),
    (CountryShape, "{code: NP, alpha3: NPL, name: Nepal, aliases: [''] }", "at least 1 character"),
    (CountryNamesFile, "NP: []", "at least 1 item"),
    (SectorShape, "{id: Big-Word, title: t, within: [], synonyms: []}", "id"),
    (TermShape, "{id: a, title: t, essential: 1, kind: clause, words: []}", "essential"),
    (
        FeeItemShape,
        "{id: a, title: t, part: related_cost, practice: a.b, synonyms: [], how: text_read}",
        "a related cost, and nothing else, has a group",
    ),
    (
        FeeItemShape,
        "{id: a, title: t, part: illegitimate, group: medical, practice: a.b, synonyms: [], how: text_read}",
        "a related cost, and nothing else, has a group",
    ),
    (FactCategoryShape, "{word: a, covers: []}", "the reason why nothing"),
    (FactCategoryShape, "{word: a, covers: [b], reason: c}", "the reason why nothing"),
]


@pytest.mark.parametrize(("shape", "text", "told"), WRONG)
def test_a_wrong_entry_is_refused_with_its_place(shape: type[BaseModel], text: str, told: str) -> None:
    with pytest.raises(DataFileError) as caught:
        validate(shape, parse_yaml(text, "broken.yml"))
    assert "broken.yml:1:" in str(caught.value)
    assert told in str(caught.value)


def test_a_message_id_in_two_files_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "messages" / "en"
    folder.mkdir(parents=True)
    for name in ("one.yml", "two.yml"):
        (folder / name).write_text("gap.same: {message: 'x'}\n", encoding="utf-8")
    monkeypatch.setattr("recruitcheck.resources.package_data", lambda relative: tmp_path / "messages")
    with pytest.raises(DataFileError, match=r"two\.yml: gap\.same: another file of this folder has this id"):
        messages._templates.__wrapped__("en")


def test_every_language_file_names_only_known_countries() -> None:
    files = load_models(CountryNamesFile, package_data("vocabulary/country_names").glob("*.yml"))
    known = {
        shape.code for _, shape in load_models(CountryShape, [package_data("vocabulary/countries.yml")], many=True)
    }
    assert len(files) >= 30
    for path, file in files:
        assert set(file.root) <= known, path.name


def test_the_licence_of_the_country_names_lies_beside_them() -> None:
    text = (package_data("vocabulary/country_names") / "LICENSE.unicode").read_text(encoding="utf-8")
    assert "COPYRIGHT AND PERMISSION NOTICE" in text
