"""What a draft is not sure of it says; what a person answers goes before every guess; nothing unknown is valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RecruitcheckError, RegistryError
from recruitcheck.model import LicenceStatus, RegistryKind
from recruitcheck.registry import Definition, map_table, read_table
from recruitcheck.registry.drafting import (
    Answers,
    Draft,
    Sureness,
    definition_text,
    draft_definition,
    try_draft,
    with_drafted_columns,
)
from recruitcheck.registry.drafting.status_guess import status_of
from recruitcheck.resources import parse_yaml, validate
from tests.bounds import Bounded
from tests.registry.drafting.scoring import TODAY
from tests.registry.lists import definition, write

EITHER = "Agency,Licence No,Valid until,Status\nAlder Ltd,12,03/04/2027,Active\nBirch Ltd,13,05/06/2027,Active\n"


def made(folder: Path, content: str | bytes, answers: Answers | None = None, name: str = "list.csv") -> Draft:
    return draft_definition(write(folder, content, name), "xx-list", today=TODAY, answers=answers)


def test_days_and_months_that_cannot_be_told_apart_are_a_question(tmp_path: Path) -> None:
    draft = made(tmp_path, EITHER)
    (guess,) = [each for each in draft.questions if each.question and each.question.topic == "date_order"]
    assert guess.sure is Sureness.LOW
    assert "AMBIGUOUS" in guess.why
    assert draft.content["layouts"][0]["columns"]["valid_to"]["date"] == "%d/%m/%Y"
    told = made(tmp_path, EITHER, Answers().with_answer("date_order", "", "month-first"))
    assert told.content["layouts"][0]["columns"]["valid_to"]["date"] == "%m/%d/%Y"
    assert not any(each.question.topic == "date_order" for each in told.questions if each.question)


def test_one_column_proves_the_order_of_another(tmp_path: Path) -> None:
    text = "Agency,Issued,Expires\nAlder Ltd,01/02/2024,12/31/2027\nBirch Ltd,03/04/2024,11/30/2027\n"
    columns = made(tmp_path, text).content["layouts"][0]["columns"]
    assert columns["valid_from"]["date"] == columns["valid_to"]["date"] == "%m/%d/%Y"


@pytest.mark.parametrize(
    "word",
    ["Not valid", "not active", "Valid until cancelled", "ไม่อนุญาต", "Nicht gültig", "Approval pending", "Perhaps"],
)
def test_no_word_is_taken_for_valid_that_does_not_say_so(word: str) -> None:
    assert status_of(word).status is not LicenceStatus.VALID


@pytest.mark.parametrize("word", ["Cancelled", "Inactive", "Terminated", "বাতিল", "खारेज", "zrušeno", "取消"])
def test_words_that_may_mean_a_voluntary_exit_are_no_revocation(word: str) -> None:
    assert status_of(word).status is LicenceStatus.UNKNOWN


def test_a_list_without_states_is_not_read_as_valid_unless_it_says_so(tmp_path: Path) -> None:
    text = "Agency name,Licence No\nAlder Manpower Ltd,12\nBirch Agency Ltd,13\n"
    plain = made(tmp_path, text, name="x.csv").content["layouts"][0]["columns"]["status"]
    assert plain["constant"] == "unknown"
    titled = made(tmp_path, "Register of licensed agencies\n\n" + text).content["layouts"][0]["columns"]["status"]
    assert titled["constant"] == "valid"
    assert "Register of licensed agencies" in titled["why"]
    told = made(tmp_path, text, Answers(listed=True), name="x.csv").content["layouts"][0]["columns"]["status"]
    assert told["constant"] == "valid"


def test_answers_go_before_guesses(tmp_path: Path) -> None:
    answers = Answers(
        kind=RegistryKind.WATCH,
        jurisdiction="KE",
        authority="Example Authority",
        columns={"Agency": "nothing", "Licence No": "name"},
        statuses={"Active": LicenceStatus.RESTRICTED},
    )
    content = made(tmp_path, EITHER, answers).content
    assert (content["kind"], content["jurisdiction"], content["authority"]) == ("watch", "KE", "Example Authority")
    columns = content["layouts"][0]["columns"]
    assert columns["name"]["from"] == "Licence No"
    assert columns["status"]["words"] == {"Active": "restricted"}


def test_words_that_only_later_rows_hold_get_a_proposal_too(tmp_path: Path) -> None:
    rows = "".join(f"Alder {number} Ltd,{number},Active\n" for number in range(9_000))
    path = write(tmp_path, f"Agency,Licence No,Status\n{rows}Birch Ltd,99999,Suspended\n")
    draft, trial = try_draft(draft_definition(path, "xx-list", today=TODAY), path)
    assert draft.content["layouts"][0]["columns"]["status"]["words"]["Suspended"] == "suspended"
    assert (trial.read, trial.kept, trial.whole) == (9_001, 9_001, True)


def test_a_definition_without_columns_keeps_all_else_that_it_says(tmp_path: Path) -> None:
    known = validate(
        Definition,
        parse_yaml(
            "id: xx-known\ntitle: Register\nauthority: X\njurisdiction: 'KE'\nkind: licensing\ncoverage: current\n"
            "absence_means: nothing\nshelf_life_days: 7\nstatus_words: {'Hai': valid, 'Licensed': valid}\n",
            "x.yml",
        ),
    )
    path = write(tmp_path, "Agency,Licence No,Status\nAlder Manpower Ltd,12,Hai\nBirch Agency Ltd,13,Kufa\n")
    found, draft = with_drafted_columns(known, path, today=TODAY)
    assert (found.title, found.shelf_life_days, found.jurisdiction) == ("Register", 7, "KE")
    words = found.layouts[0].columns.status
    assert words is not None
    assert words.words == {"Hai": LicenceStatus.VALID, "Kufa": LicenceStatus.UNKNOWN}
    again, _ = with_drafted_columns(known, path, today=TODAY)
    assert again.sha256 == found.sha256, "the same file drafts the same definition, so that it is imported once"
    assert draft.rows == 2


def test_a_changed_file_gets_a_layout_beside_those_that_are_known(tmp_path: Path) -> None:
    path = write(tmp_path, "Agency,Permit number,State of licence\nAlder Manpower Ltd,12,Active\n")
    draft = draft_definition(path, "xx-agencies", today=TODAY, known=definition())
    found = draft.definition
    assert len(found.layouts) == 2
    assert found.identity == ("licence_number",)
    assert map_table(found, read_table(path, found)).entries[0].licences[0].number == "12"


HOSTILE = (
    'Name,"Licence\n- no: [x]",Status\nAlder & ""Sons"" Ltd,1,Active\n',
    'Name,"=cmd|x",Status: {a}\nAlder Ltd,1,Active\nBirch Ltd,2,Active\n',
    "Name,\u202eon ecneciL,Status\x07\nAlder Ltd,1,yes\nBirch Ltd,2,no\n",
    "name,no,yes\nAlder Ltd,1,on\nBirch Ltd,2,off\n",
)


@pytest.mark.parametrize("content", HOSTILE)
def test_hostile_headers_and_words_read_back_as_they_are(content: str, tmp_path: Path) -> None:
    draft = made(tmp_path, content)
    text = definition_text(draft, file="list\n# x: y.csv")
    assert validate(Definition, parse_yaml(text, "x.yml")).sha256 == draft.definition.sha256


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just one line of prose",
        b"1,2,3\n4,5,6\n7,8,9\n",
        b"\x00\x01\x02\x03" * 400,
        b'{"a": 1, "b": [1, 2, 3]}',
        b"<html><body><p>No table here</p></body></html>",
        b"a,b\n" * 3 + b"\xff\xfe\xfd,\x80\n" * 5,
        b"PK\x03\x04broken",
        ("x" * 100 + ",").encode() * 600 + b"\n",
    ],
)
def test_what_is_no_list_ends_in_one_line(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(RecruitcheckError) as caught:
        made(tmp_path, content)
    assert isinstance(caught.value, InputError | RegistryError)
    assert "\n" not in str(caught.value)


def test_a_wide_and_long_list_is_drafted_in_bounded_time(tmp_path: Path, bounded: Bounded) -> None:
    header = "Agency name,Licence No," + ",".join(f"Column {number}" for number in range(60))
    row = 'Alder Manpower Ltd,{0},"' + "1/2/" * 10 + '",' + ",".join(["a lot of words (1), 12-13; x"] * 59)
    path = write(tmp_path, header + "\n" + "\n".join(row.format(number) for number in range(3_000)) + "\n")
    with bounded(8):
        draft = draft_definition(path, "xx-wide", today=TODAY)
    assert draft.content["layouts"][0]["columns"]["licence_number"] == "Licence No"
