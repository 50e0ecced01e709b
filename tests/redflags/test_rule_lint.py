"""What is told of rules that say too much, too little, or what another one says."""

from __future__ import annotations

import pytest
import yaml

from recruitcheck.redflags import Rule, RuleProblem, RuleSet, lint_language, load_rules, missing_languages

RULE = """
id: "{id}"
title: "Worker pays for a lucky charm"
practice: "{practice}"
severity: "high"
rationale: "An invented rule."
detect:
  en: [{detect}]
unless:
  en: [{unless}]
examples:
  en:
    flag: ["Lucky charm 50 USD.", "A lucky charm for 60 USD.", "lucky charm at 70 USD", "Lucky charm: 80 USD"]
    clear: ["No lucky charm.", "A charm.", "Lucky you.", "80 USD"]
"""
CHARM = '"lucky charm ..3 <money>"'


def _rules(*rules: tuple[str, str, str, str]) -> RuleSet:
    """Rules alone: id, practice, patterns, exemptions."""
    texts = [RULE.format(id=name, practice=practice, detect=one, unless=but) for name, practice, one, but in rules]
    return RuleSet(tuple(Rule.model_validate(yaml.safe_load(text)) for text in texts), repr(rules))


def _told(problems: tuple[RuleProblem, ...]) -> list[tuple[str, str]]:
    return [(problem.level, problem.kind) for problem in problems]


@pytest.mark.parametrize(
    ("detect", "unless", "told", "words"),
    [
        (CHARM, "", [], ""),
        (f"{CHARM}, {CHARM}", "", [("warning", "needless"), ("warning", "twice")], "said twice"),
        (CHARM, '"(museum|lucky charm)"', [("error", "unreachable")], "can never flag"),
        (CHARM, '"museum"', [], ""),
        (f'{CHARM}, "lucky charm ..2 <money>"', "", [("warning", "needless")], "lucky charm ..2 <money>"),
        (f'{CHARM}, "lucky charm ..9 free"', "", [("note", "unproved")], "1 of 2 patterns"),
        (
            f'{CHARM}, {{find: "lucky charm ..3 <money>", unless: ["toy"]}}',
            "",
            [("warning", "needless"), ("warning", "twice")],
            "",
        ),
        (
            '{find: "lucky charm ..3 <money>", unless: [{find: "toy", within: 3}]}',
            '"toy"',
            [("warning", "twice")],
            "",
        ),
        (
            '{find: "lucky charm ..3 <money>", unless: ["toy"]}',
            '"toy"',
            [("warning", "twice")],
            "unless said twice: 'toy'",
        ),
    ],
)
def test_patterns_that_do_nothing_are_told(detect: str, unless: str, told: list[tuple[str, str]], words: str) -> None:
    problems = lint_language(_rules(("lucky-charm", "fee_charging.recruitment", detect, unless)), "en")
    assert _told(problems) == told
    assert words in " ".join(map(str, problems))


def test_a_wider_pattern_with_more_exemptions_covers_nothing() -> None:
    detect = '"lucky charm ..3 <money>", {find: "lucky charm ..9 <money>", unless: ["toy"]}'
    problems = lint_language(_rules(("lucky-charm", "fee_charging.recruitment", detect, "")), "en")
    assert "needless" not in {problem.kind for problem in problems}


def test_two_families_that_flag_the_same_words_are_told() -> None:
    rules = _rules(
        ("lucky-charm", "fee_charging.recruitment", CHARM, ""),
        ("lucky-threat", "threats.violence", CHARM, ""),
        ("lucky-fee", "fee_charging.recruitment", CHARM, ""),
    )
    told = [str(problem) for problem in lint_language(rules, "en", frozenset({"lucky-charm"}))]
    assert told == [
        "warning: lucky-charm: en: lucky-threat (threats) flags the same words in 4 of its 4 texts. "
        "Let one of them say it, or part their words."
    ]


def test_a_pattern_of_everyday_words_is_told_as_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recruitcheck.redflags.rulebook.rule_lint.LEAST_CLAUSES", 8)
    detect = f'{CHARM}, "(lucky|charm|usd)"'
    problems = lint_language(_rules(("lucky-charm", "fee_charging.recruitment", detect, "")), "en")
    slow = [problem.what for problem in problems if problem.kind == "slow"]
    assert [what for what in slow if "(lucky|charm|usd)" in what] == [
        "is tried in 100% of all clauses: '(lucky|charm|usd)'."
    ]


def test_languages_in_which_a_rule_cannot_look_are_told() -> None:
    loaded = _rules(("lucky-charm", "fee_charging.recruitment", CHARM, ""))
    both = RuleSet((*loaded.rules, load_rules().rule("passport-kept")), "both")
    [problem] = missing_languages(both)
    assert (problem.rule, problem.level) == ("lucky-charm", "note")
    assert " ne " in problem.what
    assert missing_languages(both, frozenset({"passport-kept"})) == ()
