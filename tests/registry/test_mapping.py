"""Rows become firms; whatever does not is a reject with its reason, and nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recruitcheck.model import LicenceStatus, NameKind, PartialDate, RegistryEntry
from recruitcheck.registry import map_table, read_table
from tests.registry.lists import CSV_HEAD, HEAD, STYLE_EXAMPLE, definition, mapped, workbook, write

SPONSORS = (
    HEAD.replace("kind: licensing", "kind: sponsor")
    .replace("not_licensed", "nothing")
    .replace("[licence_number]", "[name, place]")
    + """
layouts:
  - when: ["Organisation", "Town", "Rating", "Route"]
    columns:
      name: {from: "Organisation", split_aliases: true}
      place: "Town"
      region: {from: "County", optional: true}
      route: "Route"
      status: {from: "Rating", words: {"Worker (A)": valid, "Worker (B)": restricted, "Temporary (A)": valid}}
    parallel: {columns: [status, route], separator: " / ", overflow_of: region}
"""
)
SPONSOR_HEAD = "Organisation,Town,County,Rating,Route\n"
DEBARMENTS = (
    HEAD.replace("kind: licensing", "kind: debarment")
    .replace("not_licensed", "nothing")
    .replace("[licence_number]", "[name]")
    + """
layouts:
  - when: ["Name", "Duration", "Start date", "End date"]
    columns:
      name: {from: "Name", split_aliases: true}
      duration: "Duration"
      valid_from: {from: "Start date", date: "%m/%d/%Y"}
      valid_to: {from: "End date", date: "%m/%d/%Y"}
    not_entries:
      - {reason: a year row, matches: {"Name": "(19|20)\\\\d\\\\d"}, only_cell: true}
      - {reason: nobody was debarred, equals: {"Name": "No Debarments"}}
"""
)


def only(entries: tuple[RegistryEntry, ...]) -> RegistryEntry:
    assert len(entries) == 1
    return entries[0]


def test_a_row_becomes_an_entry_with_its_licence(tmp_path: Path) -> None:
    entry = only(mapped(tmp_path, CSV_HEAD + "RL-0012,Amber Ltd T/A Amber Jobs,Active,31/12/2026\n").entries)
    assert (entry.entry_id, entry.rows, entry.source_id) == ("xx-agencies:12", (1,), "1")
    assert [(name.text, name.kind) for name in entry.names] == [
        ("Amber Ltd", NameKind.REGISTERED),
        ("Amber Jobs", NameKind.TRADING),
    ]
    licence = entry.licences[0]
    assert (licence.number, licence.status, licence.status_word) == ("RL-0012", LicenceStatus.VALID, "Active")
    assert licence.valid_to == PartialDate("2026-12-31")


def test_an_unmapped_status_word_is_unknown_and_reported(tmp_path: Path) -> None:
    result = mapped(tmp_path, CSV_HEAD + "1,A,Aktive,\n2,B,Aktive,\n3,C,,\n4,D,  under   WATCH ,\n")
    assert [entry.licences[0].status for entry in result.entries] == [
        LicenceStatus.UNKNOWN,
        LicenceStatus.UNKNOWN,
        LicenceStatus.UNKNOWN,
        LicenceStatus.RESTRICTED,
    ]
    assert result.unmapped_words == {"(blank)": 1, "Aktive": 2}


def test_a_word_that_the_definition_knows_needs_no_place_in_the_layout(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE + 'status_words: {"Lapsed": expired, "Active": unknown}\n'
    result = mapped(tmp_path, CSV_HEAD + "1,A,LAPSED,\n2,B,Active,\n", text)
    statuses = [entry.licences[0].status for entry in result.entries]
    assert statuses == [LicenceStatus.EXPIRED, LicenceStatus.VALID]
    assert result.unmapped_words == {}


def test_an_expiry_that_nobody_can_read_is_never_an_open_licence(tmp_path: Path) -> None:
    result = mapped(tmp_path, CSV_HEAD + "1,A,Active,32/13/2026\n")
    licence = only(result.entries).licences[0]
    assert licence.status is LicenceStatus.UNKNOWN
    assert licence.note == "valid_to not understood: '32/13/2026'"
    assert any("1 values of valid_to" in warning for warning in result.warnings)


def test_rows_of_one_firm_are_one_entry_with_a_licence_per_route(tmp_path: Path) -> None:
    rows = (
        "Alder Care Ltd,Leeds,,Worker (A),Skilled\n"
        "Birch Ltd,Leeds,,Worker (A),Skilled\n"
        "ALDER CARE LTD.,LEEDS,,Temporary (A),Charity\n"
        "Alder Care Ltd,York,,Worker (A),Skilled\n"
    )
    result = mapped(tmp_path, SPONSOR_HEAD + rows, SPONSORS)
    first = result.entries[0]
    assert [entry.rows for entry in result.entries] == [(1, 3), (2,), (4,)]
    assert [(licence.row, licence.route) for licence in first.licences] == [(1, "Skilled"), (3, "Charity")]
    assert [entry.key for entry in result.entries] == ["alder-care-ltd~leeds", "birch-ltd~leeds", "alder-care-ltd~york"]


def test_parallel_lists_are_read_pairwise(tmp_path: Path) -> None:
    rows = "Alder,Leeds,,Worker (A) / Temporary (A) / Worker (B),Skilled / Charity / Transfer\n"
    entry = only(mapped(tmp_path, SPONSOR_HEAD + rows, SPONSORS).entries)
    assert [(each.status_word, each.route, each.status.value) for each in entry.licences] == [
        ("Worker (A)", "Skilled", "valid"),
        ("Temporary (A)", "Charity", "valid"),
        ("Worker (B)", "Transfer", "restricted"),
    ]


def test_the_cut_off_end_of_the_cell_before_is_no_rating(tmp_path: Path) -> None:
    result = mapped(tmp_path, SPONSOR_HEAD + "Alder,Leeds,GREATER MANCHESTE,R / Worker (A),Skilled\n", SPONSORS)
    entry = only(result.entries)
    assert [(each.status_word, each.route) for each in entry.licences] == [("Worker (A)", "Skilled")]
    assert entry.extra == (("cut from the cell before", "R"),)
    assert entry.addresses[0].region == "GREATER MANCHESTE"
    assert any("cut-off end" in warning for warning in result.warnings)


def test_lists_that_do_not_pair_are_unknown_and_never_guessed(tmp_path: Path) -> None:
    rows = (
        "Alder,Leeds,,Worker (A) / Worker (B),Skilled / Charity / Transfer\nBirch,Leeds,,Worker (A),Skilled / Charity\n"
    )
    result = mapped(tmp_path, SPONSOR_HEAD + rows, SPONSORS)
    assert {each.status for each in result.entries[0].licences} == {LicenceStatus.UNKNOWN}
    assert "cannot be told" in (result.entries[0].licences[0].note or "")
    assert [(each.route, each.status.value) for each in result.entries[1].licences] == [
        ("Skilled", "valid"),
        ("Charity", "valid"),
    ]


def test_a_row_printed_twice_is_recorded_and_gives_one_licence(tmp_path: Path) -> None:
    result = mapped(tmp_path, SPONSOR_HEAD + "Alder,Leeds,,Worker (A),Skilled\n" * 2, SPONSORS)
    assert result.duplicates == ((2, 1),)
    assert only(result.entries).rows == (1, 2)
    assert len(only(result.entries).licences) == 1


@pytest.mark.parametrize(
    "name", ["@ Home Ltd", "]space s p a c e [", "+Plus Care Ltd", "=cmd|' /C calc'!A0", "<script>x"]
)
def test_a_name_that_looks_like_a_formula_stays_as_printed(tmp_path: Path, name: str) -> None:
    result = mapped(tmp_path, SPONSOR_HEAD + f'"{name}",Leeds,,Worker (A),Skilled\n', SPONSORS)
    assert only(result.entries).name == name
    assert only(result.entries).key.replace("-", "").replace("~", "").isalnum()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",,,", "blank row"),
        ("12,,Active,", "no name"),
        ("12,N/A,Active,", "no name"),
        ("12,@@@ ---,Active,", "the name has no letter or digit"),
        (f"12,{'x' * 10_240},Active,", "the name has 10,240 characters; 1,000 are allowed"),
        ("Licence No,Company,Status,Expiry", "the header printed again"),
        ("12,A,Active", "the row has 3 cells where the header has 4"),
    ],
)
def test_a_row_that_names_no_agency_is_rejected_with_its_reason(tmp_path: Path, row: str, reason: str) -> None:
    text = STYLE_EXAMPLE + 'null_words: ["n/a"]\n'
    result = mapped(tmp_path, CSV_HEAD + f"{row}\n7,Alder,Active,\n", text)
    assert [(reject.row, reject.reason) for reject in result.rejects] == [(1, reason)]
    assert [entry.rows for entry in result.entries] == [(2,)]
    assert dict(result.rejects[0].raw) == result.raw[1]


def test_placeholder_rows_need_every_condition(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace(
        "rows: {",
        '    not_entries: [{reason: a placeholder, equals: {"Company": "RETURNING WORKER", "Status": "NO ADDRESS"}}]\n'
        "rows: {",
    )
    result = mapped(tmp_path, CSV_HEAD + "1,Returning  worker,no address,\n2,RETURNING WORKER,Active,\n", text)
    assert [reject.row for reject in result.rejects] == [1]


def test_year_rows_and_empty_years_of_a_debarment_table_are_rejected(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "list.xlsx",
        {
            "Sheet1": [
                ["Debarments"],
                [" Name", "Duration", "Start date", "End date "],
                [2009.0, None, None, None],
                ["Alder Farms", "3 years", "1/4/2009  ", "1/3/2012"],
                [2010.0, None, None, None],
                ["No Debarments", None, None, None],
                ["Birch dba Birch Farm", "2 Years", "3/4/2011", "3/4/2011"],
                ["Alder Farms", "1 year", "6/1/2013", "5/31/2015"],
                ["Cedar", "1 year", None, None],
                ["2020", "1 year", None, None],
            ],
            "Sheet2": [],
        },
        row=2,
        column=1,
    )
    shape = definition(DEBARMENTS)
    result = map_table(shape, read_table(path, shape))
    assert [(reject.row, reject.reason) for reject in result.rejects] == [
        (1, "a year row"),
        (3, "a year row"),
        (4, "nobody was debarred"),
    ]
    alder = result.entries[0]
    assert [(each.row, str(each.valid_from), each.note) for each in alder.debarments] == [
        (2, "2009-01-04", None),
        (6, "2013-06-01", "the duration '1 year' does not fit the dates"),
    ]
    assert [entry.debarments[0].note for entry in result.entries[1:]] == [
        "end date equals start date",
        "no dates given",
        "no dates given",
    ]
    assert result.entries[1].names[1].kind is NameKind.TRADING
    assert not alder.licences


def test_one_number_under_two_names_stays_two_entries(tmp_path: Path) -> None:
    result = mapped(tmp_path, CSV_HEAD + "0010,Alder,Active,\n10,Birch,Active,\n10,ALDER,Under watch,\n")
    assert [(entry.key, entry.rows) for entry in result.entries] == [("10", (1, 3)), ("10-2", (2,))]
    assert any("stand under different names, e.g. 10 (rows 1 and 2)" in warning for warning in result.warnings)


def test_a_row_without_the_number_is_known_by_its_name(tmp_path: Path) -> None:
    result = mapped(tmp_path, CSV_HEAD + ",Alder,Active,\nN/A,Birch,Active,\n")
    assert [entry.key for entry in result.entries] == ["unnumbered~alder", "unnumbered~birch"]


def test_the_same_firm_has_the_same_key_in_another_order(tmp_path: Path) -> None:
    rows = ["1,Alder,Active,\n", "2,Birch,Active,\n", ",Cedar,Active,\n"]
    there = {entry.name: entry.key for entry in mapped(tmp_path, CSV_HEAD + "".join(rows)).entries}
    back = {entry.name: entry.key for entry in mapped(tmp_path, CSV_HEAD + "".join(reversed(rows))).entries}
    assert there == back


def test_chinese_names_of_one_sound_are_not_one_firm(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace("identity: [licence_number]", "identity: [name]")
    result = mapped(
        tmp_path, CSV_HEAD + "1,金城,Active,\n2,錦城,Active,\n3,金城,Active,\n4,José,Active,\n5,Jose,Active,\n", text
    )
    assert [entry.rows for entry in result.entries] == [(1, 3), (2,), (4, 5)]


def test_rows_stay_apart_where_the_definition_says_so(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace("identity: [licence_number]", "identity: [name]\nmerge: false")
    result = mapped(tmp_path, CSV_HEAD + "1,Alder Inc,Struck off,\n2,Alder Inc.,Active,\n", text)
    assert [(entry.key, entry.licences[0].status.value) for entry in result.entries] == [
        ("alder-inc", "revoked"),
        ("alder-inc-2", "valid"),
    ]


def test_a_very_long_key_stays_bounded_and_distinct(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace("identity: [licence_number]", "identity: [name]")
    result = mapped(tmp_path, CSV_HEAD + f"1,{'long ' * 60}A,Active,\n2,{'long ' * 60}B,Active,\n", text)
    assert len({entry.key for entry in result.entries}) == 2
    assert all(len(entry.key) <= 120 for entry in result.entries)


def test_row_bounds_are_judged_on_rows_that_name_an_agency(tmp_path: Path) -> None:
    text = STYLE_EXAMPLE.replace("min: 1", "min: 2")
    assert mapped(tmp_path, CSV_HEAD + "1,A,Active,\n,,,\n2,B,Active,\n", text).row_bounds_problem is None
    problem = mapped(tmp_path, CSV_HEAD + "1,A,Active,\n,,,\n2,,Active,\n", text).row_bounds_problem
    assert problem == "1 rows name an agency, fewer than the 2 to 3,000 of a whole copy."


def test_numbers_that_do_not_fit_the_pattern_are_said_and_kept(tmp_path: Path) -> None:
    result = mapped(
        tmp_path, CSV_HEAD + "RL10,A,Active,\nx99,B,Active,\n", STYLE_EXAMPLE + "number_pattern: 'RL\\d+'\n"
    )
    assert len(result.entries) == 2
    assert any("do not fit the pattern, e.g. row 2: 'x99'" in warning for warning in result.warnings)


PERMITS = (
    HEAD.replace("[licence_number]", "[other_ids.company_number]")
    + """
format: {records: items, licences: permits}
layouts:
  - when: ["ico", "name", "permits.from"]
    columns:
      name: "name"
      other_ids: {company_number: "ico"}
      status: {constant: valid, why: only valid permits are listed}
      valid_from: {from: "permits.from", date: "%Y-%m-%d"}
      valid_to: {from: "permits.to", date: "%Y-%m-%d", open: ["unlimited"], optional: true}
      scope: {flags: {"permits.lease": leasing, "permits.place": placing}}
"""
)


def test_an_agency_with_two_permits_is_one_entry_with_two_licences(tmp_path: Path) -> None:
    items = [
        {
            "ico": "08156456",
            "name": "A s.r.o.",
            "permits": [
                {"from": "2026-01-02", "to": "2029-01-01", "lease": True, "place": False},
                {"from": "2026-01-02", "to": "unlimited", "lease": False, "place": True},
            ],
        },
        {"ico": "17181879", "name": "B s.r.o.", "permits": []},
    ]
    result = mapped(tmp_path, json.dumps({"items": items}), PERMITS, "x.json")
    first, second = result.entries
    assert first.other_ids == (("company_number", "08156456"),)
    assert [(each.scope, each.valid_to) for each in first.licences] == [
        (("leasing",), PartialDate("2029-01-01")),
        (("placing",), None),
    ]
    assert second.licences == ()  # no permit, so nothing that could be taken for one


DIRECTORY = (
    HEAD.replace("kind: licensing", "kind: licensing_and_debarment").replace("[licence_number]", "[name]")
    + """
null_words: ["N/A"]
layouts:
  - when: ["name", "status"]
    columns:
      name: {from: "name", split_aliases: true}
      other_script_name: {from: "local", optional: true}
      licence_number: {from: "no", optional: true}
      status: {from: "status", words: {"Valid": valid, "Forever Banned": barred, "Cancelled": unknown}}
      country: {from: "country", words: {"NEPAL": "NP"}, optional: true}
      phone: {from: ["tel", "mobile"], optional: true}
      email: {from: "mail", optional: true}
      website: {from: "web", optional: true}
      source_id: {from: "id", optional: true}
"""
)


def test_a_banned_agency_of_a_mixed_list_has_both_a_barred_licence_and_an_exclusion(tmp_path: Path) -> None:
    result = mapped(tmp_path, "name,status,no\nAlder,Forever Banned,N/A\nBirch,Cancelled,N/A\n", DIRECTORY)
    alder, birch = result.entries
    assert (alder.licences[0].status, alder.licences[0].number) == (LicenceStatus.BARRED, None)
    assert alder.debarments[0].status_word == "Forever Banned"
    assert birch.licences[0].status is LicenceStatus.UNKNOWN
    assert not birch.debarments
    assert result.unmapped_words == {}


def test_an_unclosed_formerly_is_a_former_name(tmp_path: Path) -> None:
    entry = only(
        mapped(tmp_path, "name,status\nAMBER MANPOWER INC (FORMERLY OLD AMBER SERV,Valid\n", DIRECTORY).entries
    )
    assert [(name.text, name.kind) for name in entry.names] == [
        ("AMBER MANPOWER INC", NameKind.REGISTERED),
        ("OLD AMBER SERV", NameKind.FORMER),
    ]


def test_a_former_name_cut_to_one_letter_is_dropped(tmp_path: Path) -> None:
    entry = only(mapped(tmp_path, "name,status\nAMBER MANPOWER INC (FORMERLY A,Valid\n", DIRECTORY).entries)
    assert [name.text for name in entry.names] == ["AMBER MANPOWER INC"]


def test_several_contacts_in_a_cell_are_several(tmp_path: Path) -> None:
    rows = "name,status,tel,mobile,mail,web,local,id,country\n" + (
        'Alder,Valid,"977111 / 977222","977333;977111/01","a@x.org / b@x.org, none","x.org y.org",एल्डर,007,NEPAL\n'
    )
    result = mapped(tmp_path, rows, DIRECTORY)
    entry = only(result.entries)
    assert entry.phones == ("977111", "977222", "977333")
    assert entry.emails == ("a@x.org", "b@x.org")
    assert entry.websites == ("x.org", "y.org")
    assert entry.source_ids == ("007",)
    assert [name.kind for name in entry.names] == [NameKind.REGISTERED, NameKind.OTHER_SCRIPT]
    assert entry.addresses[0].country == "NP"


def test_a_country_that_is_not_mapped_is_said_and_left_out(tmp_path: Path) -> None:
    result = mapped(tmp_path, "name,status,country\nAlder,Valid,Neverland\nBirch,Valid,QA\n", DIRECTORY)
    assert result.entries[0].addresses == ()
    assert result.entries[1].addresses[0].country == "QA"
    assert any("country words are not mapped" in warning for warning in result.warnings)


def test_a_person_without_a_firm_goes_by_their_own_name(tmp_path: Path) -> None:
    text = (
        HEAD.replace("kind: licensing", "kind: disclosure")
        .replace("not_licensed", "nothing")
        .replace("[licence_number]", "[name]")
        + 'null_words: ["N/A"]\nlayouts: [{when: ["FIRM"], columns: {name: {from: "FIRM", join: ["FIRST", "LAST"]}}}]\n'
    )
    result = mapped(tmp_path, "FIRM,FIRST,LAST\nAlder,Ann,Lee\nN/A,Ann,Lee\nn/a,N/A,N/A\n", text)
    assert [entry.name for entry in result.entries] == ["Alder", "Ann Lee"]
    assert result.entries[0].licences == ()
    assert [reject.reason for reject in result.rejects] == ["no name"]


def test_the_raw_row_keeps_what_mapping_cleans(tmp_path: Path) -> None:
    result = mapped(tmp_path, CSV_HEAD + "1,\u00a0Alder \u00a0 Ltd\x1b[31m,Active,\n")
    assert result.raw[1]["Company"] == "\u00a0Alder \u00a0 Ltd\x1b[31m"
    assert only(result.entries).name == "Alder Ltd[31m"


def test_the_whole_way_is_repeatable(tmp_path: Path) -> None:
    path = write(tmp_path, CSV_HEAD + "1,A,Active,\n2,B,Gone,\n,,,\n")
    shape = definition()
    first, second = (map_table(shape, read_table(path, shape)) for _ in range(2))
    assert first == second
