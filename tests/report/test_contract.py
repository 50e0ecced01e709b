"""The JSON contract: plain, ordered, read back unchanged, and closed by its schema."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from recruitcheck.errors import InputError, UsageError
from recruitcheck.model import Assessment, PartialDate, Severity
from recruitcheck.report import dumps, from_json, schema, to_json
from recruitcheck.report.contract import plain
from tests.report import examples

Place = tuple[str | int, ...]


def rich() -> Assessment:
    """Every kind of evidence, a fee with judgements, terms, indicators, referrals, a decision."""
    offer, agency, unlisted = examples.flagged_offer(), examples.reviewed_agency(), examples.unlisted_agency()
    return replace(offer, findings=offer.findings + agency.findings + unlisted.findings)


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    published = schema("assessment")
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


@pytest.mark.parametrize("name", sorted(examples.ALL))
def test_every_example_fits_the_schema_and_comes_back_unchanged(name: str, validator: Draft202012Validator) -> None:
    written = to_json(examples.ALL[name]())
    assert not list(validator.iter_errors(written))
    again = json.loads(dumps(written))
    assert to_json(from_json(again)) == written
    assert dumps(to_json(from_json(again))) == dumps(written)


def test_read_back_assessment_equals_the_original() -> None:
    assert from_json(json.loads(dumps(to_json(rich())))) == rich()


def test_keys_follow_the_published_order() -> None:
    written = to_json(examples.flagged_offer())
    assert list(written)[:4] == ["schema", "subject", "as_of", "known_on"]
    assert list(written["findings"][0])[:8] == [
        "id",
        "rule",
        "category",
        "practice",
        "outcome",
        "severity",
        "confidence",
        "stance",
    ]
    assert next(iter(written["findings"][0]["evidence"][0])) == "kind"
    assert "from" in written["corridor"]
    assert "from" in written["documents"][0]
    assert "from_" not in dumps(written)


def test_keys_of_foreign_columns_are_not_renamed() -> None:
    offer = examples.flagged_offer()
    foreign = replace(offer, subject=replace(offer.subject, input=replace(offer.subject.input, columns={"from_": "x"})))
    assert to_json(foreign)["subject"]["input"]["columns"] == {"from_": "x"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        (date(2026, 9, 3), "2026-09-03"),
        (datetime(2026, 9, 3, 1, 2, 3), "2026-09-03T01:02:03"),  # noqa: DTZ001 - any datetime has a form
        (PartialDate("2021-05"), "2021-05"),
        (Severity.HIGH, "high"),
        ({"b": (1, 2)}, {"b": [1, 2]}),
        (frozenset({"b", "a"}), ["a", "b"]),
    ],
)
def test_values_become_plain(value: object, expected: object) -> None:
    assert plain(value) == expected


def test_an_unknown_type_is_refused_rather_than_stringified() -> None:
    with pytest.raises(TypeError, match="no JSON form for object"):
        plain({"x": object()})


def test_dumps_keeps_real_letters_and_survives_a_lone_surrogate() -> None:
    line = dumps({"name": "काठमाडौँ \ud800 \n"})
    assert "काठमाडौँ" in line
    assert "\n" not in line
    line.encode("utf-8")
    assert json.loads(line) == {"name": "काठमाडौँ \ud800 \n"}


def test_unknown_keys_are_ignored_when_read() -> None:
    written = to_json(rich())
    written["later"] = {"added": True}
    written["findings"][0]["later"] = 1
    assert from_json(written) == rich()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda w: w.update(schema="recruitcheck/assessment/2"), "recruitcheck/assessment/2"),
        (lambda w: w.update(outcome="guilty"), "outcome"),
        (lambda w: w["findings"][0].pop("rule"), r"findings\.0\.rule"),
        (lambda w: w.update(documents="none"), "documents"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_the_place(change: Callable[[Any], Any], said: str) -> None:
    written = copy.deepcopy(to_json(rich()))
    change(written)
    with pytest.raises(InputError, match=said):
        from_json(written)


def _walk(node: Any, at: Place = ()) -> Iterator[tuple[Place, Any]]:
    yield at, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _walk(value, (*at, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _walk(value, (*at, number))


# Objects whose keys are foreign: columns, arguments, printed fields, facts, decisions.
FREE = {"columns", "args", "fields", "left", "right", "inputs", "facts", "dates", "from"}
FREE_LISTS = {"decisions", "waivers", "replies"}


def _is_free(place: Place) -> bool:
    return any(step in FREE for step in place[:-1]) or any(step in FREE_LISTS for step in place[:-2])


def _first_of_each(written: dict[str, Any], places: list[Place]) -> list[Place]:
    """One place of every shape: list positions aside, but each kind of evidence by itself."""
    found: dict[tuple[object, ...], Place] = {}
    for place in places:
        node: Any = written
        kinds = []
        for step in place[:-1]:
            node = node[step]
            if isinstance(node, dict):
                kinds.append(node.get("kind"))
        found.setdefault((*("*" if isinstance(step, int) else step for step in place), *kinds), place)
    return list(found.values())


def _without(written: dict[str, Any], place: Place) -> dict[str, Any]:
    changed = copy.deepcopy(written)
    node: Any = changed
    for step in place[:-1]:
        node = node[step]
    del node[place[-1]]
    return changed


def test_an_assessment_without_any_one_key_is_rejected(validator: Draft202012Validator) -> None:
    written = to_json(rich())
    every = [place for place, _ in _walk(written) if place and isinstance(place[-1], str) and not _is_free(place)]
    places = _first_of_each(written, every)
    assert len(places) > 150
    accepted = [place for place in places if validator.is_valid(_without(written, place))]
    assert not accepted


CLOSED = {"schema", "outcome", "severity", "confidence", "stance", "binding", "effect", "verification", "side"} | {
    "verdict",
    "state",
    "payer",
    "collector",
    "kind_from",
    "role",
    "category",
}


def _is_closed(place: Place) -> bool:
    if not place or ("judgements" in place and place[-1] == "verification"):
        return False
    if place[-1] in CLOSED and not _is_free(place):
        return True
    if place[-1] == "kind" and "referrals" not in place:
        return not _is_free(place)
    if place[-1] == "source" and "evidence" in place and not _is_free(place):
        return True
    return place[:2] == ("corridor", "from") or (place[0] == "documents" and place[-1] == "from")


def test_a_wrong_word_in_any_closed_list_is_rejected(validator: Draft202012Validator) -> None:
    written = to_json(rich())
    places = _first_of_each(written, [p for p, value in _walk(written) if isinstance(value, str) and _is_closed(p)])
    assert len(places) > 35
    accepted = []
    for place in places:
        changed = copy.deepcopy(written)
        node: Any = changed
        for step in place[:-1]:
            node = node[step]
        node[place[-1]] = "wrong-word"
        if validator.is_valid(changed):
            accepted.append(place)
    assert not accepted


def test_no_score_is_a_number_in_words(validator: Draft202012Validator) -> None:
    written = to_json(rich())
    written["registries"][0]["rows"] = "many"
    assert not validator.is_valid(written)


def test_an_unknown_schema_name_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="assessment, audit"):
        schema("verdict")


def test_the_audit_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema("audit"))
