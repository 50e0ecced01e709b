"""Every shipped rule against its own examples, and the rule files' strictness."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError
from recruitcheck.redflags import Rule, load_rules, run_examples
from recruitcheck.vocabulary import families

RULES = load_rules(check_shipped=True)

GOOD = """
id: "{id}"
title: "Worker pays for a lucky charm"
practice: "fee_charging.recruitment"
severity: "high"
rationale: "An invented rule."
detect:
  en: ["lucky charm ..3 <money>"]
examples:
  en:
    flag: ["Lucky charm 50 USD.", "A lucky charm for 60 USD.", "lucky charm at 70 USD", "Lucky charm: 80 USD"]
    clear: ["No lucky charm.", "A charm.", "Lucky you.", "80 USD"]
"""


@pytest.mark.parametrize("rule", RULES.rules, ids=lambda rule: rule.id)
def test_every_example_comes_out_as_written(rule: Rule) -> None:
    assert run_examples(rule, RULES) == ()


def test_the_rules_reach_every_family_of_a_document() -> None:
    covered = {rule.practice.partition(".")[0] for rule in RULES.rules}
    assert {family.id for family in families().values() if family.kind == "document"} <= covered


def test_every_family_reached_has_its_message() -> None:
    from recruitcheck.vocabulary import message_ids

    assert {f"redflag.{rule.practice.partition('.')[0]}" for rule in RULES.rules} <= set(message_ids())


def test_an_own_rule_joins_the_shipped_ones_and_changes_the_hash(tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(GOOD.format(id="lucky-charm"), encoding="utf-8")
    own = load_rules([tmp_path])
    assert own.rule("lucky-charm").title == "Worker pays for a lucky charm"
    assert len(own.rules) == len(RULES.rules) + 1
    assert own.sha256 != RULES.sha256
    assert run_examples(own.rule("lucky-charm")) == ()


def test_a_rule_with_a_wrong_example_is_told(tmp_path: Path) -> None:
    text = GOOD.format(id="lucky-charm").replace('"80 USD"]', '"Lucky charm 90 USD"]')
    (tmp_path / "own.yml").write_text(text, encoding="utf-8")
    own = load_rules([tmp_path])
    failures = run_examples(own.rule("lucky-charm"))
    assert [(failure.wanted, failure.text) for failure in failures] == [("clear", "Lucky charm 90 USD")]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('id: "{id}"', 'id: "passport-kept"', "Ids are unique"),
        ("fee_charging.recruitment", "fee_charging.nonsense", "fee_charging.nonsense is unknown"),
        ("lucky charm ..3 <money>", "{nobody} ..3 <money>", "{nobody} is not in the language file"),
        ("lucky charm ..3 <money>", "lucky charm ..3 <gold>", "<gold> is no fact"),
        ("lucky charm ..3 <money>", "lucky charm ...", "ends in a gap"),
        ("lucky charm ..3 <money>", "(lucky ..3", "cannot read"),
        ('severity: "high"', 'severity: "dreadful"', "severity"),
        ('rationale: "An invented rule."', 'rationale: "x"\nguards: ["mercy"]', "mercy is unknown"),
        ('"Lucky charm 50 USD.", ', "", "flag"),
        ('title: "Worker', 'colour: "red"\ntitle: "Worker', "colour"),
    ],
)
def test_a_broken_rule_file_is_refused_in_words(tmp_path: Path, before: str, after: str, told: str) -> None:
    text = GOOD.replace(before, after)
    (tmp_path / "own.yml").write_text(text.replace("{id}", "lucky-charm"), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"own\.yml") as raised:
        load_rules([tmp_path])
    assert told in str(raised.value)


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = GOOD.format(id=name).replace("fee_charging.recruitment", f"nothing.{name}")
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as raised:
        load_rules([tmp_path])
    assert "nothing.one" in str(raised.value)
    assert "nothing.two" in str(raised.value)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="no rules"):
        load_rules([tmp_path])


def test_roles_find_their_words_in_any_order(tmp_path: Path) -> None:
    text = GOOD.format(id="lucky-charm").replace(
        '["lucky charm ..3 <money>"]', '[{who: ["worker"], verb: ["pay"], what: ["lucky charm"]}]'
    )
    text = text.replace(
        '["Lucky charm 50 USD.", "A lucky charm for 60 USD.", "lucky charm at 70 USD", "Lucky charm: 80 USD"]',
        '["The worker pays a lucky charm.", "A lucky charm is paid by the worker.", "You pay the lucky charm.", '
        '"Candidates have paid for a lucky charm."]',
    )
    (tmp_path / "own.yml").write_text(text, encoding="utf-8")
    assert run_examples(load_rules([tmp_path]).rule("lucky-charm")) == ()
