"""Every sentence renders, and values can do no harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import recruitcheck
from recruitcheck.model import Gap
from recruitcheck.vocabulary import families, message_args, message_ids, say


@pytest.mark.parametrize("message_id", message_ids())
def test_every_message_renders_with_its_arguments(message_id: str) -> None:
    args = {name: f"«{name}»" for name in message_args(message_id)}
    said = say(message_id, args)
    whole = " ".join((said.title, said.message, said.clears_if, said.remedy))
    assert said.message
    assert said.lang == "en"
    assert "{" not in whole
    assert all(value in whole for value in args.values())


@pytest.mark.parametrize("message_id", message_ids())
def test_no_message_accuses_and_no_remedy_begins_with_terminating(message_id: str) -> None:
    said = say(message_id, dict.fromkeys(message_args(message_id), "x"))
    whole = " ".join((said.title, said.message, said.clears_if, said.remedy)).casefold()
    for word in ("guilty", "trafficker", "illegal agency", "phoenix", "impostor", "fraudster", "criminal"):
        assert word not in whole
    assert not said.remedy.casefold().startswith(("terminate", "end the contract", "dismiss"))


def test_every_document_family_has_a_red_flag_message_that_may_indicate() -> None:
    for family in families().values():
        if family.kind == "agency":
            continue
        message_id = f"redflag.{family.id}"
        assert message_args(message_id) == {"quote", "rule_title"}
        said = say(message_id, {"quote": "q", "rule_title": "r"})
        assert "may indicate" in said.message
        assert said.title == ""
        assert said.clears_if
        assert said.remedy


@pytest.mark.parametrize("family", ["threats", "restricted_movement", "isolation"])
def test_where_someone_may_be_in_danger_the_emergency_line_comes_first(family: str) -> None:
    remedy = say(f"redflag.{family}", {"quote": "", "rule_title": ""}).remedy
    assert "emergency line" in remedy.partition(".")[0].partition(";")[0]
    assert "confront" in remedy


HOSTILE = [
    "{quote}",
    "{rule_title.__class__}",
    "{0!r:>10}",
    "%s %(x)s",
    "a\0b",
    "\u202eevil",
    "\ud800",
    r"\1\g<0>",
    "x" * 10_000,
]


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_goes_in_as_it_is(value: str) -> None:
    said = say("redflag.threats", {"quote": value, "rule_title": value})
    assert said.message.count(value) >= 2


def test_a_missing_value_is_named() -> None:
    with pytest.raises(KeyError, match=r"gap\.registry_stale: no value for age, effective, registry, shelf_life"):
        say("gap.registry_stale", {})


def test_an_unknown_message_is_named() -> None:
    with pytest.raises(KeyError, match=r"unknown message id 'gap\.nothing'"):
        say("gap.nothing", {})


def test_surplus_values_are_ignored() -> None:
    assert say("gap.not_recorded", {"more": "x"}).message


@pytest.mark.parametrize("lang", ["xx", "../en", "", "en/../en", "x" * 10_000])
def test_a_language_without_messages_falls_back_to_english(lang: str) -> None:
    assert say("gap.not_recorded", {}, lang).lang == "en"


@pytest.mark.parametrize("gap", list(Gap))
def test_every_reason_why_a_registry_is_silent_has_a_message_and_something_to_do(gap: Gap) -> None:
    message_id = f"gap.{gap.value}"
    assert "registry" in message_args(message_id)
    assert say(message_id, dict.fromkeys(message_args(message_id), "x")).remedy


def test_every_message_id_written_in_the_code_exists() -> None:
    source = Path(recruitcheck.__file__).parent
    written = {
        found
        for path in source.rglob("*.py")
        for found in re.findall(r'message_id="([a-z_.0-9]+)"', path.read_text(encoding="utf-8"))
    }
    assert written
    assert not written - set(message_ids())


def test_a_command_named_in_a_remedy_is_one_that_exists() -> None:
    known = ("registry import", "registry list", "registry status", "check agency", "standards applies")
    for message_id in message_ids():
        if not message_id.startswith("gap."):
            continue
        remedy = say(message_id, dict.fromkeys(message_args(message_id), "x")).remedy
        for command in re.findall(r"recruitcheck ([a-z]+ [a-z]+)", remedy):
            assert command in known, message_id
