"""``registry pull``: what is fetched is imported, what is not the list is kept and refused, and the old copy stays."""

from __future__ import annotations

import gzip
import io
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from recruitcheck.cli import app, registry_pull
from recruitcheck.cli.download_bar import download_bar
from recruitcheck.cli.shared import NAMES, settle
from recruitcheck.errors import StoreError
from recruitcheck.intake import pulling
from recruitcheck.intake.pull_folder import PullFolder
from recruitcheck.net import Terms
from recruitcheck.registry import Definition
from recruitcheck.store import Store
from tests.net.server import Asked, Behaviour, Reply, Server, Time, certificate, ranged, server_tls, serving

DEFINITION = """\
id: {id}
title: Invented list
authority: Invented ministry
jurisdiction: "NP"
kind: licensing
coverage: current
absence_means: nothing
identity: [licence_number]
shelf_life_days: 30
how_to_obtain: Write to the ministry.
{format}layouts:
  - when: ["No", "Name"]
    columns:
      name: "Name"
      licence_number: "No"
      status: {{constant: valid, why: Listed ones are licensed.}}
rows: {{min: 5, max: 50}}
{pull}
"""
DAY = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


def rows(count: int, first: int = 1) -> bytes:
    return b"No,Name\n" + b"".join(b"%d,Example Overseas %d\n" % (no, no) for no in range(first, first + count))


@dataclass
class Desk:
    """A place to pull at: its own database, definitions, day and time."""

    folder: Path
    patch: pytest.MonkeyPatch
    time: Time = field(default_factory=Time)
    day: datetime = DAY

    def __post_init__(self) -> None:
        (self.folder / "lists").mkdir()
        self.patch.setattr(registry_pull, "network_clock", lambda: replace(self.time.clock, now=lambda: self.day))
        self.patch.setattr(registry_pull, "now", lambda: self.day)
        terms = pulling.terms_of
        impatient: Callable[[Any], Terms] = lambda pull: replace(terms(pull), idle_seconds=0.15)  # noqa: E731
        self.patch.setattr(pulling, "terms_of", impatient)

    @property
    def db(self) -> Path:
        return self.folder / "a.db"

    def define(self, pull: str, id: str = "xx-list", format: str = "") -> None:  # noqa: A002
        text = DEFINITION.format(id=id, pull=f"pull: {pull}" if pull else "", format=format)
        (self.folder / "lists" / f"{id}.yml").write_text(text, encoding="utf-8")

    def at(self, address: str, more: str = "", **other: str) -> None:
        """Define a list that lies at one address."""
        self.define(f'{{address: "{address}"{more and ", " + more}}}', **other)

    def run(self, *arguments: str) -> Result:
        given = ["registry", *arguments, "--db", str(self.db), "--registries", str(self.folder / "lists")]
        return CliRunner().invoke(app, given)

    def pull(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        result = self.run("pull", *(arguments or ("xx-list",)), "--format", "json")
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        told: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
        return told | {"said": result.stderr}

    def copies(self, id: str = "xx-list") -> list[tuple[str, int, bool]]:  # noqa: A002
        """Day, entries' rows and whether it was refused, of every copy."""
        with Store.open(self.db, create=False) as store:
            return [(str(item.effective_on), item.kept, bool(item.refused_reason)) for item in store.snapshots(id)]

    def commands(self) -> list[tuple[str, str]]:
        with Store.open(self.db, create=False) as store:
            return [(line.command, (line.summary or {}).get("outcome", "")) for line in store.ledger()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, monkeypatch)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def test_a_list_is_fetched_imported_and_recorded(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8))), "format: csv")
    told = desk.pull()
    assert (told["outcome"], told["import"]["kept"], told["bytes"]) == ("imported", 8, len(rows(8)))
    assert told["current"] == told["snapshot"]
    assert desk.copies() == [("2026-06-15", 8, False)]
    assert desk.commands() == [("registry pull", "imported")]
    with Store.open(desk.db) as store:
        assert store.original(told["sha256"]) == rows(8)
    assert list((desk.folder / "a.db.pulls").iterdir()) == []  # this server told no state


def test_a_table_for_people_says_what_changed(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8) + b"9,\n")))
    result = desk.run("pull", "xx-list", "--format", "table")
    assert result.exit_code == 0
    assert "xx-list: imported, copy of 2026-06-15: 9 rows, 8 entries; added 8, changed 0, vanished 0" in result.stdout
    assert "  rejected 1: " in result.stdout


def test_an_unchanged_list_is_todays_copy_too_and_is_not_sent_again(desk: Desk, server: Server) -> None:
    headers = {"ETag": '"one"'}
    desk.at(server.on("/list.csv", Reply(rows(8), headers=headers), Reply(status=304)))
    desk.pull()
    desk.day = datetime(2026, 6, 20, 9, 0, tzinfo=UTC)
    told = desk.pull()
    assert server.asked[1].headers["If-None-Match"] == '"one"'
    assert (told["outcome"], told["not_modified"], told["import"]["unchanged"]) == ("unchanged", True, 8)
    assert desk.copies() == [("2026-06-15", 8, False), ("2026-06-20", 8, False)]
    assert desk.pull("xx-list", "--anew", code=1)["outcome"] == "failed"  # 304 where nothing was asked for
    assert "If-None-Match" not in server.asked[2].headers


def test_what_is_held_is_asked_about_only_while_it_is_the_current_copy(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8), headers={"ETag": chr(34) + "1" + chr(34)})))
    desk.pull()
    own = desk.folder / "own.csv"
    own.write_bytes(rows(9))
    assert desk.run("import", "xx-list", str(own), "--published", "2026-06-16").exit_code in (0, 1)
    desk.day = datetime(2026, 6, 17, 9, 0, tzinfo=UTC)
    desk.run("import", "xx-list", str(own), "--published", "2026-06-16")
    desk.pull()
    assert "If-None-Match" not in server.asked[-1].headers


WRONG: dict[str, tuple[bytes, str]] = {
    "an-error-page": (b"<!DOCTYPE html><html><body><h1>Sorry</h1></body></html>", "a web page came where CSV is"),
    "other-columns": (b"Licence,Holder\n" + b"1,A\n" * 9, "no layout of xx-list fits"),
    "too-few-rows": (rows(3), "3 rows name an agency, fewer than the 5 to 50"),
    "too-many-rows": (rows(60), "60 rows name an agency, more than the 5 to 50"),
    "nothing": (b"", "the file is empty"),
    "a-picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "this is a picture"),
    "json": (b'{"error": "maintenance"}', "JSON came where CSV is expected"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_not_the_list_is_kept_as_evidence_and_refused(desk: Desk, server: Server, what: str) -> None:
    body, line = WRONG[what]
    desk.at(server.on("/list.csv", Reply(rows(8)), Reply(body)), "format: csv")
    first = desk.pull()["snapshot"]
    desk.day = datetime(2026, 6, 16, 9, 0, tzinfo=UTC)
    told = desk.pull(code=1)
    assert told["outcome"] == "refused"
    assert line in told["said"]
    assert f"refused as current. {first} stays the current copy." in told["said"]
    assert told["current"] == first
    assert desk.copies() == [("2026-06-15", 8, False), ("2026-06-16", 0 if len(body) < 40 else told_kept(body), True)]
    assert desk.commands()[-1] == ("registry pull", "refused")
    with Store.open(desk.db) as store:
        assert store.original(told["sha256"]) == body
        assert store.verify_ledger().ok


def told_kept(body: bytes) -> int:
    """Rows of a copy that could be read but lies outside its bounds."""
    return body.count(b"Example Overseas")


def test_the_type_that_a_server_names_decides_nothing(desk: Desk, server: Server) -> None:
    page = Reply(rows(8), headers={"Content-Type": "text/html; charset=utf-8"})
    desk.at(server.on("/list", page), "format: csv")
    assert desk.pull()["outcome"] == "imported"


FAULTS: dict[str, tuple[Behaviour, str]] = {
    "stalls": (Reply(rows(8), length=9_999, stall=True), "stopped answering"),
    "drips": (Reply(rows(40), drip=True), "not done after 60 seconds"),
    "cut": (Reply(rows(8), cut=20), "broke off"),
    "announces-more": (Reply(rows(8), length=9_999), "broke off"),
    "busy": (Reply(status=429, headers={"Retry-After": "7"}), "answers 429"),
    "asks-for-a-day": (Reply(status=429, headers={"Retry-After": "86400"}), "left alone for 86,400 seconds"),
    "server-error": (Reply(status=500), "answers 500"),
    "unavailable": (Reply(status=503), "answers 503"),
    "not-there": (Reply(status=404), "knows no such address (404)"),
    "part-unasked": (Reply(b"x", 206, {"Content-Range": "bytes 0-0/9"}), "sends a part (206)"),
    "range-unasked": (Reply(status=416), "gives no list (416)"),
    "foreign-host": (Reply(status=302, headers={"Location": "https://evil.example/"}), "leads to evil.example"),
    "endless-redirect": (Reply(status=302, headers={"Location": "/list.csv"}), "redirects more than 5 times"),
    "bomb": (Reply(gzip.compress(b"0" * 9_000_000), headers={"Content-Encoding": "gzip"}), "unpacks to more than"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_after_a_fault_the_old_copy_stays_current(desk: Desk, server: Server, fault: str) -> None:
    reply, line = FAULTS[fault]
    address = server.on("/list.csv", Reply(rows(8)), reply)
    desk.at(address, "format: csv, max_bytes: 100000, minutes: 1")
    first = desk.pull()["snapshot"]
    if fault == "drips":
        desk.time.step = 1.0
    told = desk.pull(code=1)
    assert (told["outcome"], told["current"]) == ("failed", first)
    assert line in told["why"]
    assert "\n" not in told["why"]
    assert f"xx-list: failed: {told['why']} {first} stays the current copy." in told["said"]
    assert told["said"].splitlines()[-1].startswith("recruitcheck: no list was fetched (imported 0,")
    assert desk.copies() == [("2026-06-15", 8, False)]
    assert desk.commands() == [("registry pull", "imported"), ("registry pull", "failed")]


def test_a_wrong_certificate_ends_before_a_byte_is_asked(desk: Desk, tmp_path: Path) -> None:
    with serving(server_tls(certificate(tmp_path))) as server:
        desk.at(server.on("/list.csv", Reply(rows(8))))
        assert "certificate of 127.0.0.1 does not hold" in desk.pull(code=1)["why"]
    assert server.asked == []
    assert not desk.db.exists()


def test_a_body_shorter_than_the_list_is_refused_by_its_rows(desk: Desk, server: Server) -> None:
    """A length that says less than there is cannot be told from a whole answer: the row bounds catch it."""
    address = server.on("/list.csv", Reply(rows(40)), Reply(rows(40), length=60))
    desk.at(address)
    desk.pull()
    desk.day = datetime(2026, 6, 16, 9, 0, tzinfo=UTC)
    assert desk.pull(code=1)["outcome"] == "refused"
    assert [copy[2] for copy in desk.copies()] == [False, True]


def test_a_download_of_less_than_half_the_list_is_not_believed(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(40)), Reply(rows(19)), Reply(rows(20))))
    desk.pull()
    desk.day = datetime(2026, 6, 16, 9, 0, tzinfo=UTC)
    assert "19 rows name an agency where the copy of 2026-06-15 had 40" in desk.pull(code=1)["why"]
    assert desk.pull()["import"]["vanished"] == 20
    own = desk.folder / "own.csv"
    own.write_bytes(rows(6))
    desk.day = datetime(2026, 6, 18, 9, 0, tzinfo=UTC)
    desk.patch.setattr("recruitcheck.cli.registry_import.now", lambda: desk.day)
    assert desk.run("import", "xx-list", str(own), "--published", "2026-06-17").exit_code == 0, "by hand it is believed"


def test_a_pull_that_broke_off_goes_on_in_the_next(desk: Desk, server: Server) -> None:
    address = server.on("/list.csv", ranged(rows(40), cut=300), Reply(status=503))
    desk.at(address)
    assert desk.pull(code=1)["outcome"] == "failed"
    server.on("/list.csv", ranged(rows(40)))
    told = desk.pull()
    assert (told["resumed"], told["import"]["kept"]) == (True, 40)
    assert server.asked[-1].headers["Range"] == "bytes=300-"


def test_a_file_that_changed_meanwhile_is_taken_whole(desk: Desk, server: Server) -> None:
    address = server.on("/list.csv", ranged(rows(40), cut=300), ranged(rows(41), '"two"'))
    desk.at(address)
    told = desk.pull()
    assert (told["resumed"], told["import"]["kept"]) == (False, 41)


def test_a_server_is_told_the_page_that_links_to_the_file_where_it_asks_for_it(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8))), "referer: 'https://lists.example/page'")
    assert desk.pull()["outcome"] == "imported"
    assert server.asked[0].headers["Referer"] == "https://lists.example/page"


def test_a_server_that_is_busy_is_waited_for(desk: Desk, server: Server) -> None:
    busy = Reply(status=429, headers={"Retry-After": "7"})
    desk.at(server.on("/list.csv", busy, busy, Reply(rows(8))))
    assert desk.pull()["outcome"] == "imported"
    assert desk.time.slept == [7.0, 7.0]


def test_a_short_copy_can_be_taken_for_what_it_holds(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(3))))
    told = desk.pull("xx-list", "--partial", "half of it only")
    assert (told["outcome"], told["import"]["partial"]) == ("imported", "half of it only")


def test_strict_refuses_a_list_with_a_rejected_row(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8) + b"9,\n")))
    assert "1 rows were rejected" in desk.pull("xx-list", "--strict", code=1)["why"]


def test_a_file_that_was_left_standing_is_remarked(desk: Desk, server: Server) -> None:
    old = Reply(rows(8), headers={"Last-Modified": "Mon, 01 Sep 2025 10:00:00 GMT"})
    desk.at(server.on("/list.csv", old))
    told = desk.pull()
    assert "last changed this file on 2025-09-01, 287 days ago" in told["notes"][0]
    assert "note: The server last changed" in told["said"]


def test_the_name_of_the_file_tells_its_day_and_tomorrow_is_today(desk: Desk, server: Server) -> None:
    dated = 'snapshot_date: {pattern: "(?P<date>[0-9-]{10})", date: "%Y-%m-%d"}\n'
    there = server.on("/files/2026-06-12_list.csv", Reply(rows(8)))
    ahead = server.on("/files/2026-06-16_list.csv", Reply(rows(9)))
    address = server.on("/latest", *(Reply(status=302, headers={"Location": to}) for to in (there, ahead)))
    desk.at(address, format=dated)
    desk.pull()
    desk.pull()
    assert [copy[0] for copy in desk.copies()] == ["2026-06-12", "2026-06-15"]


class TestLanding:
    """The address is found on a page, since the file is called otherwise each time."""

    PAGE = """<html><body><!-- <a href="/files/old-list.csv">old</a> -->
      <script>document.write('<a href="/files/evil-list.csv">x</a>')</script>
      <a class="x" href='about.html'>About</a> <A HREF="/files/2026-06-12-list.csv#top" title="a > b">The list</A>
      <a href="/files/2026-06-12-list.csv">Again</a></body></html>"""

    def landing(self, desk: Desk, server: Server, page: str, more: str = "") -> None:
        server.on("/page", Reply(page.encode("utf-8")))
        server.on("/files/2026-06-12-list.csv", Reply(rows(8), headers={"ETag": '"one"'}))
        pattern = r"/files/[0-9a-z-]+list\\.csv$"
        desk.define(f'{{landing: {{page: "{server.url("/page")}", link: "{pattern}"{more}}}, format: csv}}')

    def test_the_link_that_fits_is_followed(self, desk: Desk, server: Server) -> None:
        self.landing(desk, server, self.PAGE)
        told = desk.pull()
        assert told["address"] == server.url("/files/2026-06-12-list.csv")
        assert told["import"]["kept"] == 8

    def test_a_base_moves_the_links(self, desk: Desk, server: Server) -> None:
        page = f'<base href="{server.url("/files/")}"><a href=2026-06-12-list.csv>x</a>'
        self.landing(desk, server, page)
        assert desk.pull()["outcome"] == "imported"

    @pytest.mark.parametrize(
        ("page", "line"),
        [
            ("<p>Moved.</p>", "no link on"),
            ("", "no link on"),
            ('<a href="/files/a-list.csv">1</a><a href="/files/b-list.csv">2</a>', "2 links on"),
            ('<a href="https://evil.example/files/a-list.csv">1</a>', "leads to evil.example, which the definition"),
            ('<base href="https://evil.example/"><a href="/files/a-list.csv">1</a>', "leads to evil.example"),
            ('<a href="https://[x/files/a-list.csv">1</a>', "which the definition does not name"),
            ('<a href="javascript:location=\'/files/a-list.csv">1</a>', "not an address of the web"),
            ('<a href="/x">' * 5_001, "more than 5,000 links"),
        ],
    )
    def test_a_page_that_leads_nowhere_ends_in_one_line(self, desk: Desk, server: Server, page: str, line: str) -> None:
        self.landing(desk, server, page)
        assert line in desk.pull(code=1)["why"]

    @pytest.mark.parametrize(("pick", "name"), [("first", "1"), ("last", "2")])
    def test_of_several_links_the_one_that_was_declared(self, desk: Desk, server: Server, pick: str, name: str) -> None:
        for number in "12":
            server.on(f"/files/{number}-list.csv", Reply(rows(8)))
        links = "".join(f'<a href="/files/{number}-list.csv">x</a>' for number in "12")
        self.landing(desk, server, links, f", pick: {pick}")
        assert desk.pull()["address"].endswith(f"/files/{name}-list.csv")

    def test_hostile_markup_takes_no_time(self, desk: Desk, server: Server) -> None:
        self.landing(desk, server, "<!--" * 100_000 + "<a " * 100_000 + "<script" * 50_000 + "<a href='" * 50_000)
        assert "no link on" in desk.pull(code=1)["why"]

    def test_a_pattern_that_never_ends_is_stopped(self, desk: Desk, server: Server) -> None:
        server.on("/page", Reply(b'<a href="/' + b"a" * 900 + b'!">x</a>'))
        desk.define(f'{{landing: {{page: "{server.url("/page")}", link: "(a|aa)+$"}}}}')
        told = desk.pull(code=1)
        assert "takes too long" in told["why"] or "no link on" in told["why"]


def page(records: range, **more: Any) -> Reply:
    items = [{"No": str(number).zfill(3), "Name": f"Example {number}", "fee": 1.10} for number in records]
    return Reply(json.dumps({"data": {"items": items}, **more}).encode())


class TestPages:
    """A JSON list that comes page by page is one list, or none."""

    FORMAT = 'format: {records: "data.items"}\n'

    def define(self, desk: Desk, address: str, pages: str) -> None:
        desk.define(f'{{address: "{address}", pages: {{{pages}}}}}', format=self.FORMAT)

    def test_each_page_tells_the_next(self, desk: Desk, server: Server) -> None:
        first = server.on("/api", page(range(1, 5), links={"next": "/api/2"}))
        server.on("/api/2", page(range(5, 9), links={"next": None}))
        self.define(desk, first, "by: next, path: links.next")
        told = desk.pull()
        assert (told["pages"], told["import"]["kept"]) == (2, 8)
        assert desk.time.slept == [0.5]
        with Store.open(desk.db) as store:
            assert b'"fee": "1.1"' in store.original(told["sha256"])

    def test_a_link_header_tells_the_next(self, desk: Desk, server: Server) -> None:
        one = page(range(1, 5))
        one.headers["Link"] = '</api/2>; rel="next"'
        server.on("/api/2", page(range(5, 9)))
        self.define(desk, server.on("/api", one), "by: next")
        assert desk.pull()["import"]["kept"] == 8

    def test_pages_are_counted_until_one_is_empty(self, desk: Desk, server: Server) -> None:
        address = server.on("/api", page(range(1, 5)), page(range(5, 9)), page(range(0)))
        self.define(desk, f"{address}?size=4", "by: page, parameter: page")
        assert desk.pull()["import"]["kept"] == 8
        assert [asked.path for asked in server.asked] == [f"/api?size=4&page={number}" for number in (1, 2, 3)]

    def test_records_are_counted_until_all_are_there(self, desk: Desk, server: Server) -> None:
        address = server.on("/api", page(range(1, 5), total=6), page(range(5, 7), total=6))
        self.define(desk, address, "by: offset, parameter: offset, total: total")
        assert desk.pull()["import"]["kept"] == 6
        assert [asked.path for asked in server.asked] == ["/api?offset=0", "/api?offset=4"]

    def test_the_last_page_is_known_beforehand(self, desk: Desk, server: Server) -> None:
        address = server.on("/api", page(range(1, 5), last=2), page(range(5, 9), last=2))
        self.define(desk, address, "by: page, parameter: page, last: last")
        assert desk.pull()["pages"] == 2

    @pytest.mark.parametrize(
        ("replies", "pages", "line"),
        [
            pytest.param(
                [page(range(1, 5))],
                "by: page, parameter: page",
                "page 2 repeats the one before",
                id="parameter-ignored",
            ),
            pytest.param(
                [page(range(1, 5), next="/api")], "by: next, path: next", "the pages go in a circle", id="circle"
            ),
            pytest.param(
                [page(range(1, 5), next="https://evil.example/api")],
                "by: next, path: next",
                "leads to evil.example",
                id="foreign-next",
            ),
            pytest.param(
                [page(range(1, 5), total=9), page(range(0), total=9)],
                "by: page, parameter: page, total: total",
                "the pages hold 4 records where 9 were announced",
                id="count-differs",
            ),
            pytest.param(
                [page(range(1, 5)), Reply(b"<html>Sorry</html>")],
                "by: page, parameter: page",
                "page 2 holds no list at 'data.items'",
                id="page-is-no-json",
            ),
            pytest.param(
                [page(range(1, 5)), Reply(status=500)], "by: page, parameter: page", "answers 500", id="page-fails"
            ),
            pytest.param(
                [page(range(no, no + 2)) for no in range(1, 20, 2)],
                "by: page, parameter: page, max_pages: 3",
                "more than 3 pages",
                id="too-many",
            ),
        ],
    )
    def test_half_a_list_is_none(
        self, desk: Desk, server: Server, replies: list[Behaviour], pages: str, line: str
    ) -> None:
        self.define(desk, server.on("/api", *replies), pages)
        assert line in desk.pull(code=1)["why"]
        assert not desk.db.exists()

    @pytest.mark.parametrize("body", [b"<html><p>Sorry</p></html>", b'{"data": "none"}', b"[" * 9_000, b"\xff\xfe"])
    def test_a_first_answer_without_records_is_kept_as_evidence(self, desk: Desk, server: Server, body: bytes) -> None:
        self.define(desk, server.on("/api", Reply(body)), "by: page, parameter: page")
        told = desk.pull(code=1)
        assert told["outcome"] == "refused"
        with Store.open(desk.db) as store:
            assert store.original(told["sha256"]) == body


class TestPosting:
    """A list that is asked for by POST."""

    def test_the_question_is_sent_as_declared(self, desk: Desk, server: Server) -> None:
        address = server.on("/api", page(range(1, 9)))
        desk.at(address, "format: json, post: {size: 5000, all: true, search: '', none: null}", format=TestPages.FORMAT)
        assert desk.pull()["import"]["kept"] == 8
        (asked,) = server.asked
        assert (asked.method, json.loads(asked.body)) == (
            "POST",
            {"size": 5000, "all": True, "search": "", "none": None},
        )
        assert asked.headers["Content-Type"] == "application/json"

    def test_pages_are_counted_in_what_is_posted(self, desk: Desk, server: Server) -> None:
        address = server.on("/api", page(range(1, 5), count=8), page(range(5, 9), count=8))
        desk.at(address, "post: {page: 1}, pages: {by: page, parameter: page, total: count}", format=TestPages.FORMAT)
        assert desk.pull()["import"]["kept"] == 8
        assert [json.loads(asked.body) for asked in server.asked] == [{"page": 1}, {"page": 2}]

    @pytest.mark.parametrize(("status", "outcome"), [(307, "imported"), (302, "failed")])
    def test_only_a_redirect_that_keeps_the_question_is_followed(
        self, desk: Desk, server: Server, status: int, outcome: str
    ) -> None:
        there = server.on("/there", page(range(1, 9)))
        address = server.on("/api", Reply(status=status, headers={"Location": there}))
        desk.at(address, "post: {page: 1}", format=TestPages.FORMAT)
        assert desk.pull(code=0 if outcome == "imported" else 1)["outcome"] == outcome


def test_offline_forbids_it_all(desk: Desk, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8))))
    for more in (("--offline",), ()):
        if not more:
            monkeypatch.setenv("RECRUITCHECK_OFFLINE", "1")
        result = desk.run("pull", "xx-list", *more)
        assert result.exit_code == 2
        assert "--offline forbids it" in result.stderr
    assert server.asked == []
    assert not (desk.folder / "a.db.pulls").exists()


def test_a_database_that_is_busy_fails_one_list_and_not_the_others(desk: Desk, server: Server) -> None:
    desk.at(server.on("/a.csv", Reply(rows(8))), id="aa-list")
    desk.at(server.on("/b.csv", Reply(rows(9))), id="bb-list")
    keep = pulling.keep_fetched

    def busy(store: Store, definition: Definition, *rest: Any, **more: Any) -> pulling.Pulled:
        if definition.id == "aa-list":
            raise StoreError("is locked by another program.", where="a.db")
        return keep(store, definition, *rest, **more)

    desk.patch.setattr(pulling, "keep_fetched", busy)
    result = desk.run("pull", "aa-list", "bb-list", "--format", "table")
    assert result.exit_code == 5
    assert "aa-list: failed: a.db: is locked by another program." in result.stderr
    assert result.stdout.startswith("bb-list: imported")


def test_what_a_killed_run_left_behind_is_cleared_away_later(tmp_path: Path) -> None:
    folder = PullFolder(tmp_path / "a.db")
    folder.ready(time.time())
    left = folder.path / ".work-abc"
    left.mkdir()
    (left / "list").write_bytes(b"x")
    part = folder.path / ".xx-1-2.part"
    part.write_bytes(b"x")
    folder.ready(time.time())
    assert left.exists()
    assert part.exists()
    folder.ready(time.time() + 3 * 24 * 3600)
    assert list(folder.path.iterdir()) == []


@pytest.mark.parametrize("notes", ["", "{", "[]", '{"schema": "recruitcheck/pulled/1"}', "[" * 9_000])
def test_notes_that_cannot_be_read_are_as_none(desk: Desk, server: Server, notes: str) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8), headers={"ETag": '"one"'})))
    desk.pull()
    (desk.folder / "a.db.pulls" / "xx-list.json").write_text(notes)
    desk.pull()
    assert "If-None-Match" not in server.asked[-1].headers


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("quiet", "stream", "shown"), [(False, Terminal, True), (True, Terminal, False)])
def test_the_bar_is_for_terminals(monkeypatch: pytest.MonkeyPatch, quiet: bool, stream: type, shown: bool) -> None:
    screen = stream()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("recruitcheck.cli.download_bar.SLOW_AFTER", -1.0)
    shared = settle(dict.fromkeys(NAMES) | {"quiet": quiet})
    with download_bar(shared, "xx-list") as advance:
        advance(1_000, 4_000)
        advance(4_000, 4_000)
    assert ("xx-list" in screen.getvalue()) is shown


def test_no_bar_where_stderr_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    with download_bar(settle(dict.fromkeys(NAMES)), "xx-list") as advance:
        advance(1_000, None)
    assert screen.getvalue() == ""


def test_a_list_without_an_address_says_how_to_get_it(desk: Desk) -> None:
    desk.define("")
    result = desk.run("pull", "xx-list", "--format", "table")
    assert result.exit_code == 4
    assert "xx-list: no address to fetch it from is known. By hand: Write to the ministry." in result.stdout
    assert "by hand 1" in result.stderr


def test_all_tells_one_line_each_and_fails_in_part(desk: Desk, server: Server) -> None:
    desk.at(server.on("/a.csv", Reply(rows(8))), id="aa-list")
    desk.at(server.on("/b.csv", Reply(status=404)), id="bb-list")
    desk.define("", "cc-list")
    own = str(desk.folder / "lists")
    desk.patch.setattr("recruitcheck.cli.session.definition_folders", lambda shared: (Path(own),))
    result = desk.run("pull", "--all", "--format", "table")
    assert result.exit_code == 5
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["aa-list"]
    assert "bb-list: failed: " in result.stderr
    assert "some lists failed (imported 1, unchanged 0, refused 0, failed 1, by hand 0)." in result.stderr
    assert "cc-list" not in result.output


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        ((), "which lists?"),
        (("--all", "xx-list"), "--all and ids at once"),
        (("no-such-list",), "no registry is called 'no-such-list'"),
    ],
)
def test_a_misuse_is_told(desk: Desk, arguments: tuple[str, ...], line: str) -> None:
    desk.define("")
    result = desk.run("pull", *arguments)
    assert result.exit_code == 2
    assert line in result.stderr


def test_a_database_that_cannot_be_written_stops_it_before_the_first_byte(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", Reply(rows(8))))
    desk.pull()
    before = len(server.asked)
    real = Store.open

    def refusing(path: Path, *, create: bool = True, read_only: bool = False) -> Store:
        return real(path, create=False, read_only=True)

    desk.patch.setattr("recruitcheck.store.Store.open", staticmethod(refusing))
    result = desk.run("pull", "xx-list")
    assert result.exit_code == 1
    assert "cannot be written, so nothing was fetched" in result.stderr
    assert len(server.asked) == before


def test_an_interrupted_pull_keeps_what_came(desk: Desk, server: Server) -> None:
    desk.at(server.on("/list.csv", ranged(rows(40))))

    def stop(asked: Asked) -> Reply:
        return Reply(status=503)

    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    server.on("/list.csv", ranged(rows(40), cut=300), stop)
    desk.time.sleep = interrupt  # type: ignore[method-assign]
    result = desk.run("pull", "xx-list")
    assert result.exit_code == 130
    assert {path.name for path in (desk.folder / "a.db.pulls").iterdir()} == {"xx-list.part", "xx-list.part.json"}
