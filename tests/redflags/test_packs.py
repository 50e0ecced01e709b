"""Packs: a language is a few files of its own, strictly read, and joins rules that it does not touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError
from recruitcheck.redflags import RuleSet, coverage, load_rules, rules_sha256, run_examples
from recruitcheck.redflags.rulebook.examples import scan_text
from recruitcheck.redflags.rulebook.pack import load_packs
from recruitcheck.redflags.rulebook.rule_files import pack_paths
from recruitcheck.redflags.words.language import load_languages
from recruitcheck.resources import package_data

PACK = """
lang: "es"
rules:
  nude-photographs:
    detect: ["(foto~|fotografia~) ..2 (desnuda~|sin ropa)"]
    unless: ["(arte|museo)"]
    examples:
      flag: ["Mande una foto desnuda.", "Mande fotos sin ropa.", "Se piden fotografias desnudas."]
      clear: ["Mande una foto.", "Fotos desnudas del museo.", "Nunca mande fotos sin ropa."]
"""


def _folder(tmp_path: Path, text: str, name: str = "es.yml") -> Path:
    path = tmp_path / "packs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return tmp_path


def test_an_own_pack_teaches_a_shipped_rule_another_language(tmp_path: Path) -> None:
    rules = load_rules([_folder(tmp_path, PACK)])
    rule = rules.rule("nude-photographs")
    assert {"en", "es"} <= set(rule.languages)
    assert run_examples(rule, rules) == ()
    assert rules.sha256 != load_rules().sha256


def test_a_long_pack_may_be_a_folder_of_files(tmp_path: Path) -> None:
    rules = load_rules([_folder(tmp_path, PACK, "es/bodies.yml")])
    assert "es" in rules.rule("nude-photographs").languages


def test_a_pack_may_name_its_own_guards(tmp_path: Path) -> None:
    text = PACK.replace("    unless:", '    guards: ["question"]\n    unless:')
    rule = load_rules([_folder(tmp_path, text)]).rule("nude-photographs")
    assert getattr(rule.detect["es"][-1], "guards", None) == ("question",)
    assert rule.detect["en"] == load_rules().rule("nude-photographs").detect["en"]


def test_an_own_pack_adds_to_what_a_shipped_pack_says(tmp_path: Path) -> None:
    before = load_rules().rule("passport-kept").detect["es"]
    text = PACK.replace("nude-photographs", "passport-kept")
    after = load_rules([_folder(tmp_path, text)]).rule("passport-kept")
    assert after.detect["es"] == (*before, "(foto~|fotografia~) ..2 (desnuda~|sin ropa)")
    assert "Mande una foto desnuda." in after.examples["es"].flag


def _alone(tmp_path: Path, name: str, detect: str, unless: str) -> RuleSet:
    """One rule whose only Spanish words are these, in a folder of its own."""
    text = PACK.replace(
        'detect: ["(foto~|fotografia~) ..2 (desnuda~|sin ropa)"]\n    unless: ["(arte|museo)"]',
        f"detect: [{detect}]\n    unless: [{unless}]",
    )
    return load_rules([_folder(tmp_path / name, text)])


@pytest.mark.parametrize(
    ("text", "near", "wide"),
    [
        ("Mande zzfoto ahora para el museo.", False, False),  # two words off
        ("Mande zzfoto ahora mismo sin falta y despues vaya al museo.", True, False),
        ("Del museo: mande la zzfoto.", False, False),
    ],
)
def test_words_that_make_it_lawful_may_have_to_stand_near(tmp_path: Path, text: str, near: bool, wide: bool) -> None:
    def flagged(rules: RuleSet) -> bool:
        return "nude-photographs" in {hit.rule_id for hit in scan_text(text, "es", rules).hits}

    assert flagged(_alone(tmp_path, "near", '"zzfoto"', '{find: "museo", within: 3}')) is near
    assert flagged(_alone(tmp_path, "wide", '"zzfoto"', '"museo"')) is wide


def test_a_pattern_may_have_words_of_its_own_that_make_it_lawful(tmp_path: Path) -> None:
    own = '{find: "zzfoto", unless: [{find: "museo", within: 3}]}, "zzdibujo"'
    rules = _alone(tmp_path, "own", own, '"escuela"')
    found = {
        text: "nude-photographs" in {hit.rule_id for hit in scan_text(text, "es", rules).hits}
        for text in ("La zzfoto del museo.", "El zzdibujo del museo.", "El zzdibujo de la escuela.")
    }
    assert list(found.values()) == [False, True, False]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('unless: ["(arte|museo)"]', 'unless: [{find: "museo", within: 61}]', "less than or equal to 60"),
        ('unless: ["(arte|museo)"]', 'unless: [{find: "(museo|", within: 3}]', "cannot read"),
        ('unless: ["(arte|museo)"]', 'unless: [{find: "museo", words: 3}]', "within"),
        ("nude-photographs", "no-such-rule", "no such rule"),
        ('lang: "es"', 'lang: "fr"', "Name it packs/fr.yml"),
        ('lang: "es"', 'lang: "xx"', "no language file for 'xx'"),
        ("(foto~|fotografia~) ..2", "{fotograficum} ..2", "{fotograficum} is not in the language file"),
        ('"Mande una foto desnuda.", ', "", "rules.nude-photographs.examples.flag"),
        ("    examples:", "    specimens:", "examples"),
        ('unless: ["(arte|museo)"]', 'unless: ["(arte|"]', "cannot read"),
        ('detect: ["(foto', 'guards: ["mercy"]\n    detect: ["(foto', "mercy is unknown"),
    ],
)
def test_a_broken_pack_is_refused_in_words(tmp_path: Path, before: str, after: str, told: str) -> None:
    assert before in PACK
    with pytest.raises(DataFileError, match=r"packs.es\.yml") as raised:
        load_rules([_folder(tmp_path, PACK.replace(before, after))])
    assert told in str(raised.value)


def test_all_problems_of_packs_are_told_at_once(tmp_path: Path) -> None:
    folder = _folder(tmp_path, PACK.replace("nude-photographs", "no-such-rule"))
    _folder(tmp_path, PACK.replace("nude-photographs", "nor-such-rule").replace('"es"', '"fr"'), "fr.yml")
    with pytest.raises(DataFileError) as raised:
        load_rules([folder])
    assert "no-such-rule" in str(raised.value)
    assert "nor-such-rule" in str(raised.value)


def test_the_hash_covers_packs(tmp_path: Path) -> None:
    folder = _folder(tmp_path, PACK)
    before = rules_sha256([folder])
    _folder(tmp_path, PACK.replace("Mande una foto.", "Mande su foto."))
    assert rules_sha256([folder]) != before


def test_coverage_names_the_rules_that_a_language_lacks() -> None:
    rules = load_rules()
    assert coverage(rules, "en") == ()
    assert len(coverage(rules, "xx")) == len(rules.rules)
    lacking = set(coverage(rules, "es"))
    assert "passport-kept" not in lacking
    assert all("es" not in rules.rule(rule_id).detect for rule_id in lacking)


def test_every_shipped_pack_has_its_language_file_and_examples() -> None:
    for path, pack in load_packs(pack_paths(package_data("redflags"))):
        assert pack.lang in load_languages(), path
        for rule_id, part in pack.rules.items():
            assert len(part.examples.flag) >= 3, (path, rule_id)
            assert len(part.examples.clear) >= 3, (path, rule_id)
