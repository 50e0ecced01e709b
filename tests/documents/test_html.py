"""The words a reader of a page would see, whatever the page does."""

from __future__ import annotations

import time

import pytest

from recruitcheck.documents import read_document
from recruitcheck.documents.html import looks_like_html, visible_text
from recruitcheck.errors import InputError
from recruitcheck.model import DocumentOrigin

PAGES = [
    ("<p>Pay <b>USD</b> 900</p><p>now</p>", "Pay USD 900\nnow"),
    ("<p>a&amp;b &lt;i&gt; &#8377;500</p>", "a&b <i> ₹500"),
    ("<table><tr><th>Fee<th>USD<tr><td>Visa<td>300</table>", "Fee\tUSD\nVisa\t300"),
    ("<p>a<script>alert(1)</script><style>p{}</style><!-- c -->b</p>", "ab"),
    ("<p>x</p><div hidden>no</div><div style='display: none'>no</div><p>y</p>", "x\ny"),
    ("<p>one<br>two</p>", "one\ntwo"),
    ("<ul><li>a<li>b</ul>", "a\nb"),
    ("<pre>a\n  b</pre>", "a\n  b"),
    ("<p>  many \n blanks </p>", "many blanks"),
    ("<title>no</title><p>yes", "yes"),
    ("<p>unclosed <b>bold", "unclosed bold"),
    ("<p>a</p><noscript>no</noscript><template><p>no</p></template>yes", "a\nyes"),
]


@pytest.mark.parametrize(("markup", "text"), PAGES)
def test_visible_text_is_kept_and_the_rest_dropped(markup: str, text: str) -> None:
    assert visible_text(markup) == text


def test_page_is_told_by_its_bytes_not_its_name() -> None:
    assert looks_like_html(b"<!DOCTYPE html><html><body>x</body></html>")
    assert looks_like_html(b"\xef\xbb\xbf  <html>")
    assert looks_like_html(b"<div class='a'><p>x</p></div>")
    assert not looks_like_html(b"Salary < 500 and > 300")
    assert not looks_like_html(b"<John> hello")


def test_declared_charset_is_believed() -> None:
    data = '<html><head><meta charset="windows-1252"></head><body>Löhne 900 €</body></html>'.encode("cp1252")
    assert read_document(None, data, kind=None, origin=DocumentOrigin.UNKNOWN).text == "Löhne 900 €"


@pytest.mark.parametrize("tag", ["div", "b", "table", "svg", "x-y"])
def test_deep_nesting_is_refused_quickly(tag: str) -> None:
    began = time.process_time()
    with pytest.raises(InputError, match="nested"):
        visible_text(f"<{tag}>" * 100_000)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "markup",
    [
        "<p>x<b>y</b>\n" * 100_000,
        "<p>" + "&amp;" * 500_000,
        "<p>" + "&lol;" * 200_000,
        "<!--" * 200_000,
        "<p " + "a=b " * 200_000 + ">x",
        "<li>x" * 100_000,
    ],
)
def test_large_and_malformed_pages_take_bounded_time(markup: str) -> None:
    began = time.process_time()
    visible_text(markup)
    assert time.process_time() - began < 20


def test_undeclared_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]><p>&b;</p>'
    assert "xxxxxxxxxxxxxxxxxxxx" not in visible_text(bomb)
