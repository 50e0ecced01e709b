"""Each way in which a download can go wrong ends in one clear line; each that can be mended is mended."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from recruitcheck.errors import NetworkError, UsageError
from recruitcheck.net import Download, Session, Terms, Validators, download
from tests.net.server import Asked, Behaviour, Reply, Server, Time, certificate, ranged, server_tls, serving

LIST = b"No,Name\n" + b"".join(b"%d,Example Overseas %d\n" % (number, number) for number in range(400))
OLD = {"ETag": '"one"', "Last-Modified": "Mon, 01 Jun 2026 10:00:00 GMT"}


def fetch(
    server: Server,
    folder: Path,
    address: str,
    *,
    time: Time | None = None,
    hosts: tuple[str, ...] = (),
    known: Validators | None = None,
    offline: bool = False,
    **terms: float,
) -> Download:
    asked = Terms((server.host, *hosts), **{"idle_seconds": 0.15, "max_bytes": 100_000, **terms})  # type: ignore[arg-type]
    with Session(asked, (time or Time()).clock, folder=folder, offline=offline) as session:
        return download(session, address, folder / "list.csv", key="xx", known=known)


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_comes_whole_with_what_tells_its_state(server: Server, tmp_path: Path) -> None:
    address = server.on("/data/list-2026.csv", Reply(LIST, headers={**OLD, "Content-Type": "text/csv"}))
    got = fetch(server, tmp_path, address)
    assert (tmp_path / "list.csv").read_bytes() == LIST
    assert (got.name, got.size, got.media_type) == ("list-2026.csv", len(LIST), "text/csv")
    assert got.validators.etag == '"one"'
    assert left(tmp_path) == {"list.csv"}


def test_the_server_is_told_who_asks_and_nothing_else(server: Server, tmp_path: Path) -> None:
    fetch(server, tmp_path, server.on("/list.csv", Reply(LIST)))
    headers = {name.lower(): value for name, value in server.asked[0].headers.items()}
    assert headers["user-agent"].startswith("recruitcheck/")
    assert headers.keys() == {"host", "accept", "accept-encoding", "connection", "user-agent"}


def test_a_packed_answer_is_unpacked(server: Server, tmp_path: Path) -> None:
    packed = Reply(gzip.compress(LIST), headers={"Content-Encoding": "gzip"})
    fetch(server, tmp_path, server.on("/list.csv", packed))
    assert (tmp_path / "list.csv").read_bytes() == LIST


def test_an_unchanged_file_is_not_sent_again(server: Server, tmp_path: Path) -> None:
    address = server.on("/list.csv", Reply(status=304, headers=OLD))
    known = Validators(address, '"one"', OLD["Last-Modified"])
    got = fetch(server, tmp_path, address, known=known)
    assert got.unchanged
    assert server.asked[0].headers["If-None-Match"] == '"one"'
    assert server.asked[0].headers["If-Modified-Since"] == OLD["Last-Modified"]
    assert left(tmp_path) == set()


def test_what_is_known_of_another_address_is_not_asked_about(server: Server, tmp_path: Path) -> None:
    address = server.on("/new.csv", Reply(LIST))
    fetch(server, tmp_path, address, known=Validators(server.url("/old.csv"), '"one"'))
    assert "If-None-Match" not in server.asked[0].headers


BOMB = gzip.compress(b"\0" * 20_000_000)
FAULTS: dict[str, tuple[Behaviour, str, int]] = {
    "not-found": (Reply(status=404), "knows no such address (404)", 1),
    "forbidden": (Reply(b"no", 403), "refuses (403)", 1),
    "teapot": (Reply(b"", 418), "gives no list (418)", 1),
    "no-content": (Reply(b"", 204, no_length=True), "gives no list (204)", 1),
    "server-error": (Reply(status=500), "answers 500. Given up after 5 tries", 5),
    "busy": (Reply(status=503), "answers 503. Given up after 5 tries", 5),
    "unchanged-unasked": (Reply(status=304), '"unchanged" (304) where no copy is held', 1),
    "part-unasked": (Reply(b"abc", 206, {"Content-Range": "bytes 5-7/8"}), "sends a part (206)", 1),
    "stalls-at-once": (Reply(raw=b"", stall=True), "stopped answering", 5),
    "stalls-in-the-body": (Reply(LIST, length=len(LIST) + 9, stall=True), "stopped answering", 5),
    "cut": (Reply(LIST, cut=100), "broke off", 5),
    "no-http": (Reply(raw=b"220 mail.example ESMTP\r\n\r\n"), "broke off", 5),
    "endless-header": (Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000), "broke off", 5),
    "cut-chunks": (Reply(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFF\r\nab"), "broke off", 5),
    "packed-oddly": (Reply(LIST, headers={"Content-Encoding": "br"}), "packed as 'br', which was not asked for", 1),
    "packed-badly": (Reply(LIST, headers={"Content-Encoding": "gzip"}), "the packed answer is damaged", 1),
    "packed-and-cut": (Reply(gzip.compress(LIST)[:-9], headers={"Content-Encoding": "gzip"}), "ends in the middle", 1),
    "bomb": (Reply(BOMB, headers={"Content-Encoding": "gzip"}), "unpacks to more than the 100,000 bytes", 1),
    "announced-too-large": (Reply(b"", length=10**12), "announces 1,000,000,000,000 bytes", 1),
    "too-large": (Reply(b"x" * 200_000, no_length=True), "sends more than it may", 1),
    "endless-redirect": (
        Reply(status=302, headers={"Location": "/endless-redirect"}),
        "redirects more than 5 times",
        6,
    ),
    "redirect-nowhere": (Reply(status=302), "redirects without saying where to", 1),
    "redirect-to-a-foreign-host": (
        Reply(status=302, headers={"Location": "https://evil.example/list.csv"}),
        "leads to evil.example, which the definition does not name",
        1,
    ),
    "redirect-to-another-port": (
        Reply(status=301, headers={"Location": "http://127.0.0.1:9/list.csv"}),
        "leads to 127.0.0.1:9, which the definition does not name",
        1,
    ),
    "redirect-to-a-file": (
        Reply(status=302, headers={"Location": "file:///etc/passwd"}),
        "not an address of the web",
        1,
    ),
    "redirect-to-no-address": (
        Reply(status=302, headers={"Location": "http://[::1"}),
        "redirects to what is no addr",
        1,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_ends_in_one_clear_line(server: Server, tmp_path: Path, fault: str) -> None:
    reply, line, tries = FAULTS[fault]
    with pytest.raises(NetworkError) as caught:
        fetch(server, tmp_path, server.on(f"/{fault}", reply))
    assert line in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(server.asked) == tries
    assert left(tmp_path) <= {"list.csv"}  # never a part of what cannot be continued


def test_a_redirect_names_both_hosts(server: Server, tmp_path: Path) -> None:
    address = server.on("/list.csv", Reply(status=307, headers={"Location": "//evil.example/x"}))
    with pytest.raises(NetworkError, match=f"redirect from {server.host} leads to evil.example"):
        fetch(server, tmp_path, address)


def test_a_redirect_to_a_named_host_is_followed_and_what_it_names_is_the_name(tmp_path: Path) -> None:
    with serving() as first, serving() as second:
        there = second.on("/files/2026-06-01_list.csv", Reply(LIST))
        address = first.on("/latest", Reply(status=302, headers={"Location": there}))
        got = fetch(first, tmp_path, address, hosts=(second.host,))
    assert got.name == "2026-06-01_list.csv"
    assert (tmp_path / "list.csv").read_bytes() == LIST


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("http://lists.example/a.csv", "without encryption"),
        ("ftp://lists.example/a.csv", "not an address of the web"),
        ("https://user:secret@lists.example/a.csv", "name or password"),
        ("https://other.example/a.csv", "leads to other.example"),
        ("https://lists.example:8443/a.csv", "leads to lists.example:8443"),
        ("https://lists.example\\@other.example/", "other.example"),
        ("https://", "not an address of the web"),
        ("https://lists.example/" + "a" * 3_000, "3,022 characters"),
        ("https://lists.example:port/", "not an address"),
    ],
)
def test_an_address_that_may_not_be_asked_is_not_asked(tmp_path: Path, address: str, line: str) -> None:
    with (
        Session(Terms(("lists.example",)), Time().clock, folder=tmp_path, offline=False) as session,
        pytest.raises(NetworkError) as caught,
    ):
        download(session, address, tmp_path / "list.csv", key="xx")
    assert line in str(caught.value)
    assert "secret" not in str(caught.value)


def test_offline_forbids_everything(server: Server, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--offline forbids it"):
        fetch(server, tmp_path, server.on("/list.csv", Reply(LIST)), offline=True)
    assert server.asked == []


def test_waits_double_and_a_server_that_says_when_is_obeyed(server: Server, tmp_path: Path) -> None:
    time = Time()
    date = "Mon, 15 Jun 2026 12:00:42 GMT"
    address = server.on(
        "/list.csv",
        Reply(status=500),
        Reply(status=502),
        Reply(status=429, headers={"Retry-After": "17"}),
        Reply(status=503, headers={"Retry-After": date}),
        Reply(LIST),
    )
    fetch(server, tmp_path, address, time=time)
    assert time.slept == [1.0, 2.0, 17.0, 42.0]


@pytest.mark.parametrize("asked", ["86400", "Tue, 16 Jun 2026 12:00:00 GMT"])
def test_a_server_that_asks_for_a_long_pause_is_left_alone(server: Server, tmp_path: Path, asked: str) -> None:
    time = Time()
    address = server.on("/list.csv", Reply(status=429, headers={"Retry-After": asked}))
    with pytest.raises(NetworkError, match="left alone for 86,400 seconds"):
        fetch(server, tmp_path, address, time=time)
    assert (time.slept, len(server.asked)) == ([], 1)


@pytest.mark.parametrize("asked", ["soon", "", "-5", "١٧"])
def test_a_pause_that_cannot_be_read_is_our_own(server: Server, tmp_path: Path, asked: str) -> None:
    time = Time()
    headers = {"Retry-After": asked.encode("utf-8").decode("latin-1")}
    fetch(server, tmp_path, server.on("/list.csv", Reply(status=429, headers=headers), Reply(LIST)), time=time)
    assert time.slept == [1.0]


def test_a_file_that_drips_ends_with_the_time_allowed(server: Server, tmp_path: Path) -> None:
    with pytest.raises(NetworkError, match="not done after 90 seconds"):
        fetch(server, tmp_path, server.on("/list.csv", Reply(LIST, drip=True)), time=Time(step=1.0), seconds=90)


def test_a_header_that_drips_ends_with_the_time_allowed(server: Server, tmp_path: Path) -> None:
    drips = Reply(raw=b"HTTP/1.1 200 OK\r\nX: " + b"y" * 5_000, drip=True)
    with pytest.raises(NetworkError, match="not done after 30 seconds"):
        fetch(server, tmp_path, server.on("/list.csv", drips), time=Time(step=1.0), seconds=30)


def test_no_wait_outlasts_the_time_allowed(server: Server, tmp_path: Path) -> None:
    time = Time()
    address = server.on("/list.csv", Reply(status=503, headers={"Retry-After": "120"}))
    with pytest.raises(NetworkError, match="No time is left"):
        fetch(server, tmp_path, address, time=time, seconds=60)
    assert time.slept == []


def test_a_host_that_nobody_is_at_is_tried_and_given_up(tmp_path: Path) -> None:
    with serving() as gone:
        address = gone.url("/list.csv")
    time = Time()
    with pytest.raises(NetworkError, match=r"127\.0\.0\.1 cannot be reached .* Given up after 5 tries"):
        fetch(gone, tmp_path, address, time=time)
    assert time.slept == [1.0, 2.0, 4.0, 8.0]


def test_a_certificate_that_nobody_vouches_for_is_refused_at_once(tmp_path: Path) -> None:
    tls = server_tls(certificate(tmp_path))
    with serving(tls) as server:
        address = server.on("/list.csv", Reply(LIST))
        time = Time()
        with pytest.raises(NetworkError, match=r"certificate of 127\.0\.0\.1 does not hold \(self[- ]signed"):
            fetch(server, tmp_path, address, time=time)
    assert (server.asked, time.slept) == ([], [])


def test_a_certificate_that_the_user_vouches_for_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(both.with_name("paper.pem")))
    with serving(server_tls(both)) as server:
        fetch(server, tmp_path, server.on("/list.csv", Reply(LIST)))
    assert (tmp_path / "list.csv").read_bytes() == LIST


def test_a_proxy_of_the_environment_is_asked_but_never_for_this_machine(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "near.example")
    with serving() as proxy:
        for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, f"http://{proxy.host}")
        fetch(server, tmp_path, server.on("/list.csv", Reply(LIST)))
        assert proxy.asked == []
        with (
            Session(Terms(("lists.example",)), Time().clock, folder=tmp_path, offline=False) as session,
            pytest.raises(NetworkError, match=r"the proxy refused the way to lists\.example"),
        ):
            download(session, "https://lists.example/a.csv", tmp_path / "a.csv", key="xx")


def test_a_proxy_of_another_kind_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1")
    with (
        Session(Terms(("lists.example",)), Time().clock, folder=tmp_path, offline=False) as session,
        pytest.raises(NetworkError, match="proxy of the kind socks5"),
    ):
        download(session, "https://lists.example/a.csv", tmp_path / "a.csv", key="xx")


class TestResuming:
    """A file that breaks off goes on where the server offers it, and only with the same file."""

    def test_it_goes_on_where_it_broke_off(self, server: Server, tmp_path: Path) -> None:
        address = server.on("/list.csv", ranged(LIST, cut=3_000))
        got = fetch(server, tmp_path, address)
        assert (tmp_path / "list.csv").read_bytes() == LIST
        assert got.resumed
        assert [asked.headers.get("Range") for asked in server.asked] == [
            None,
            *(f"bytes={start}-" for start in range(3_000, len(LIST), 3_000)),
        ]
        assert left(tmp_path) == {"list.csv"}

    def test_it_goes_on_in_a_later_run(self, server: Server, tmp_path: Path) -> None:
        address = server.on("/list.csv", ranged(LIST, cut=5_000), Reply(status=503))
        with pytest.raises(NetworkError, match="answers 503"):
            fetch(server, tmp_path, address)
        assert left(tmp_path) == {"xx.part", "xx.part.json"}
        server.on("/list.csv", ranged(LIST))
        got = fetch(server, tmp_path, address, known=Validators(address, '"older"'))
        assert got.resumed
        assert server.asked[-1].headers["Range"] == "bytes=5000-"
        assert "If-None-Match" not in server.asked[-1].headers
        assert (tmp_path / "list.csv").read_bytes() == LIST
        assert left(tmp_path) == {"list.csv"}

    def test_an_interrupted_run_keeps_what_came(self, server: Server, tmp_path: Path) -> None:
        address = server.on("/list.csv", ranged(LIST))

        def stop(done: int, total: int | None) -> None:
            raise KeyboardInterrupt

        with (
            Session(Terms((server.host,)), Time().clock, folder=tmp_path, offline=False) as session,
            pytest.raises(KeyboardInterrupt),
        ):
            download(session, address, tmp_path / "list.csv", key="xx", progress=stop)
        assert left(tmp_path) == {"xx.part", "xx.part.json"}

    @pytest.mark.parametrize(
        "then",
        [
            pytest.param(ranged(LIST.upper(), '"two"'), id="the-file-changed"),
            pytest.param(Reply(LIST.upper(), headers={"ETag": '"two"'}), id="no-ranges-any-more"),
        ],
    )
    def test_another_file_is_taken_whole(self, server: Server, tmp_path: Path, then: Behaviour) -> None:
        address = server.on("/list.csv", ranged(LIST, cut=5_000), then)
        got = fetch(server, tmp_path, address)
        assert (tmp_path / "list.csv").read_bytes() == LIST.upper()
        assert not got.resumed
        assert got.validators.etag == '"two"'

    @pytest.mark.parametrize(
        "answer",
        [
            pytest.param(Reply(status=416, headers={"Content-Range": "bytes */7"}), id="no-such-range"),
            pytest.param(Reply(b"zz", 206, {"Content-Range": "bytes 0-1/9", "ETag": '"one"'}), id="another-part"),
            pytest.param(
                Reply(b"zz", 206, {"Content-Range": "bytes 5000-5001/9", "ETag": '"two"'}), id="another-state"
            ),
            pytest.param(Reply(b"zz", 206, {"Content-Type": "multipart/byteranges"}), id="no-content-range"),
            pytest.param(Reply(b"zz", 206, {"Content-Range": "bytes ten-11/12"}), id="no-figures"),
            pytest.param(
                Reply(b"zz", 206, {"Content-Range": "bytes 5000-5001/9", "Content-Encoding": "gzip"}), id="other-coding"
            ),
        ],
    )
    def test_a_wrong_part_is_thrown_away(self, server: Server, tmp_path: Path, answer: Reply) -> None:
        address = server.on("/list.csv", ranged(LIST, cut=5_000), answer, Reply(LIST, headers=OLD))
        fetch(server, tmp_path, address)
        assert (tmp_path / "list.csv").read_bytes() == LIST
        assert "Range" not in server.asked[-1].headers

    def test_a_part_shorter_than_it_says_is_asked_for_again(self, server: Server, tmp_path: Path) -> None:
        def short(asked: Asked) -> Reply:
            return Reply(LIST[5_000:5_100], 206, {"Content-Range": f"bytes 5000-5099/{len(LIST)}", "ETag": '"one"'})

        address = server.on("/list.csv", ranged(LIST, cut=5_000), short, ranged(LIST))
        fetch(server, tmp_path, address)
        assert (tmp_path / "list.csv").read_bytes() == LIST
        assert server.asked[-1].headers["Range"] == "bytes=5100-"

    @pytest.mark.parametrize(
        ("headers", "resumes"),
        [
            ({"ETag": '"one"'}, True),
            ({"ETag": 'W/"one"'}, False),
            ({"ETag": '"one"', "Accept-Ranges": "none"}, False),
            ({"Last-Modified": "Mon, 01 Jun 2020 10:00:00 GMT"}, True),
            ({"Last-Modified": "Mon, 01 Jun 2099 10:00:00 GMT"}, False),
            ({"Last-Modified": "yesterday"}, False),
            ({}, False),
        ],
    )
    def test_only_a_file_whose_state_is_exact_is_continued(
        self, server: Server, tmp_path: Path, headers: dict[str, str], resumes: bool
    ) -> None:
        address = server.on("/list.csv", Reply(LIST, headers=headers, cut=5_000), Reply(LIST, headers=headers))
        fetch(server, tmp_path, address)
        assert ("Range" in server.asked[1].headers) is resumes
        assert (tmp_path / "list.csv").read_bytes() == LIST

    @pytest.mark.parametrize(
        "notes",
        ["", "[]", "{", '{"schema": "recruitcheck/part/1", "url": "https://other.example/"}', "[" * 5_000],
    )
    def test_notes_of_a_part_that_cannot_be_read_are_as_none(self, server: Server, tmp_path: Path, notes: str) -> None:
        (tmp_path / "xx.part").write_bytes(b"junk")
        (tmp_path / "xx.part.json").write_text(notes)
        fetch(server, tmp_path, server.on("/list.csv", Reply(LIST)))
        assert "Range" not in server.asked[0].headers
        assert (tmp_path / "list.csv").read_bytes() == LIST


def test_progress_tells_bytes_done_and_in_all(server: Server, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    address = server.on("/list.csv", Reply(LIST))
    note: Callable[[int, int | None], None] = lambda done, total: told.append((done, total))  # noqa: E731
    with Session(Terms((server.host,)), Time().clock, folder=tmp_path, offline=False) as session:
        got = download(session, address, tmp_path / "list.csv", key="xx", progress=note)
    assert told[-1] == (len(LIST), len(LIST))
    assert got.length_told


def test_a_length_that_nobody_told_is_remarked(server: Server, tmp_path: Path) -> None:
    assert not fetch(server, tmp_path, server.on("/list.csv", Reply(LIST, no_length=True))).length_told
