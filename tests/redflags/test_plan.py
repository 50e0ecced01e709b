"""Plans: what a language looks for, made once, kept on disk, made anew where anything that it rests on is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.redflags import RuleSet, load_rules
from recruitcheck.redflags.compiled import CompiledLanguage, _plan_of
from recruitcheck.redflags.pattern import parse_pattern
from recruitcheck.redflags.plan import engine_sha256
from recruitcheck.redflags.planning import make_plan
from recruitcheck.redflags.rulebook.rule_set import LateRules
from recruitcheck.redflags.words.lexicon import Mentions
from recruitcheck.resources import yaml_cache
from recruitcheck.resources.kept import kept

LANG = "ko"  # a small pack
RULES = load_rules()
PATTERNS = tuple(RULES.rules)  # read before the cache is another one


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("RECRUITCHECK_NO_CACHE", raising=False)
    found = yaml_cache.cache_folder()
    assert found is not None
    return found


def _heads_only() -> RuleSet:
    def read() -> tuple[object, ...]:
        raise AssertionError("the rules were read")

    late = LateRules(len(RULES.heads), read)  # type: ignore[arg-type]
    return RuleSet(late, RULES.sha256, RULES.muted, RULES.heads, on_disk=True)


def test_a_kept_plan_is_the_plan_as_made_and_needs_no_rule(folder: Path) -> None:
    made = _plan_of(RULES, LANG)
    assert made == make_plan(RULES, LANG)
    assert [path.name for path in folder.glob(f"plan-{LANG}.*")] != []
    language = CompiledLanguage(_plan_of(_heads_only(), LANG), _heads_only())
    assert [one.pattern.source for one in language.patterns()] == [row[1] for row in made["patterns"]]


@pytest.mark.parametrize("broken", [b"", b"{}", b"\xff" * 40, b"0" * 64 + b"\n{}"])
def test_a_kept_plan_that_is_broken_is_made_again(folder: Path, broken: bytes) -> None:
    made = _plan_of(RULES, LANG)
    [path] = folder.glob(f"plan-{LANG}.*")
    path.write_bytes(broken)
    assert _plan_of(RULES, LANG) == made


def test_rules_in_memory_are_never_kept(folder: Path) -> None:
    alone = RuleSet((RULES.rule("passport-kept"),), "made up")
    _plan_of(alone, LANG)
    assert not list(folder.glob(f"plan-{LANG}.*"))


def test_another_program_makes_its_own_plan() -> None:
    assert len(engine_sha256()) == 64


def test_of_a_family_only_the_newest_values_stay(folder: Path) -> None:
    for number in range(9):
        assert kept(str(number), (), lambda number=number: [number], family="some") == [number]  # type: ignore[misc]
    assert kept("8", (), lambda: ["made again"], family="some") == [8]
    assert len(list(folder.glob("some.*.json"))) == 4


def test_a_pattern_is_sought_only_where_all_its_rarest_words_stand() -> None:
    language = CompiledLanguage(_plan_of(RULES, "en"), RULES)

    def standing(text: str) -> set[str]:
        words = text.split()
        bits = language.lexicon.see(words, 0, len(words)).bits
        return {one.rule.id for one in language.patterns_in(language.standing(bits), "other")}

    assert "passport-kept" in standing("we keep your passport")
    assert "passport-kept" not in standing("your passport is red")
    assert standing("the weather is fine") == set()


def test_mentions_of_a_slot_are_in_order_and_each_once() -> None:
    language = CompiledLanguage(_plan_of(RULES, "en"), RULES)
    words = ["passport", "and", "passport"]
    mentions = Mentions(language.lexicon, language.lexicon.see(words, 0, 3))
    assert mentions.of("{passport}") == [(0, 1), (2, 3)]
    assert mentions.of("(no such slot)") == []


def test_roles_are_a_pattern_as_written() -> None:
    assert parse_pattern("({worker}|maid) & (pay~) & (visa fee|{fee})").sequences[0][0].slot == "({worker}|maid)"
