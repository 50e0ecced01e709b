"""A page that a browser saved as one file is read as the page; what is no such file says so in one line."""

from __future__ import annotations

import base64
import quopri
from datetime import date
from pathlib import Path

import pytest

from recruitcheck.errors import InputError
from recruitcheck.registry import read_table
from recruitcheck.registry.drafting import draft_definition
from tests.registry.lists import STYLE_EXAMPLE, definition, write

PAGE = (
    "<html><head><title>Register</title></head><body><p>Agencies = licensed</p><table><tr><th>Licence No</th>"
    "<th>Company</th><th>Status</th><th>Expiry</th></tr>"
    + "".join(
        f"<tr><td>{n:04}</td><td>Sønn &amp; Datter {n} Ltd</td><td>Active</td><td>31/12/2026</td></tr>"
        for n in range(1, 40)
    )
    + "</table></body></html>"
)


def saved(*parts: tuple[str, str, bytes], end: str = "\r\n", boundary: str = "----Made--Up0123----") -> bytes:
    """A message of parts (type, coding, body) as browsers write it."""
    lines = ["From: <Saved by a browser>", "Subject: =?utf-8?Q?Register?=", "MIME-Version: 1.0"]
    lines += ["Content-Type: multipart/related;", '\ttype="text/html";', f'\tboundary="{boundary}"', "", ""]
    data = end.join(lines).encode()
    for kind, coding, body in parts:
        head = f"--{boundary}{end}Content-Type: {kind}{end}Content-ID: <frame>{end}Content-Transfer-Encoding: {coding}"
        data += (head + end + f"Content-Location: https://registry.example/list{end}{end}").encode() + body
        data += end.encode()
    return data + f"--{boundary}--{end}".encode()


def quoted(text: str, codec: str = "utf-8") -> bytes:
    return quopri.encodestring(text.encode(codec)).replace(b"\n", b"\r\n")


STYLE = ("text/css", "quoted-printable", b"td { width: 1px }")
IMAGE = ("image/png", "base64", base64.b64encode(bytes(range(256)) * 20))
FRAME = ("text/html; charset=utf-8", "quoted-printable", quoted("<html><p>No table here</p></html>"))
SAVED = {
    "as browsers do": saved(("text/html", "quoted-printable", quoted(PAGE)), STYLE, IMAGE),
    "in base64": saved(("text/html", "base64", base64.encodebytes(PAGE.encode())), IMAGE),
    "in 8 bits and lines of Unix": saved(("text/html", "binary", PAGE.encode()), IMAGE, end="\n"),
    "in an older encoding": saved(
        ('text/html; charset="windows-1252"', "quoted-printable", quoted(PAGE, "windows-1252")), STYLE
    ),
    "in a frame": saved(FRAME, ("text/html", "quoted-printable", quoted(PAGE))),
    "with an encoding nobody knows": saved(("text/html; charset=x-none", "quoted-printable", quoted(PAGE))),
}


@pytest.mark.parametrize("how", SAVED)
def test_a_saved_page_is_read_as_the_page(tmp_path: Path, how: str) -> None:
    path = write(tmp_path, SAVED[how], "list.mhtml")
    rows = list(read_table(path, definition(STYLE_EXAMPLE)).rows)
    assert len(rows) == 39
    assert list(rows[6].cells.values()) == ["0007", "Sønn & Datter 7 Ltd", "Active", "31/12/2026"]


def test_a_saved_page_is_drafted_like_the_page(tmp_path: Path) -> None:
    path = write(tmp_path, SAVED["as browsers do"], "list.mht")
    draft = draft_definition(path, "xx-saved", today=date(2026, 6, 1))
    assert draft.definition.layouts[0].columns.name.headers == ("Company",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (SAVED["as browsers do"][:-400], "damaged or cut"),
        (SAVED["as browsers do"].replace(b"boundary=", b"bounds="), "damaged or cut"),
        (saved(STYLE, IMAGE), "holds no web page"),
        (saved(("text/html", "base64", b"A")), "damaged"),
        (saved(("text/html", "quoted-printable", quoted("<html><p>None</p></html>"))), "holds no table"),
        (saved(*[FRAME] * 3_000), "holds no table"),
    ],
    ids=["cut", "no boundary", "no page", "bad base64", "no table", "thousands of frames"],
)
def test_what_is_wrong_with_it_is_one_line(tmp_path: Path, content: bytes, said: str) -> None:
    path = write(tmp_path, content, "list.mhtml")
    with pytest.raises(InputError, match=said) as caught:
        read_table(path, definition(STYLE_EXAMPLE))
    assert "\n" not in str(caught.value)


def test_a_csv_of_the_same_words_is_a_csv(tmp_path: Path) -> None:
    text = "Licence No,Company,Status,Expiry\n0001,MIME-Version: 1.0,Active,31/12/2026\n"
    (row,) = read_table(write(tmp_path, text.encode(), "list.csv"), definition(STYLE_EXAMPLE)).rows
    assert row.cells["Company"] == "MIME-Version: 1.0"
