"""Files become text with exact offsets, or one clear refusal."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from recruitcheck.documents import MAX_DOCUMENT_BYTES, document_from_text, read_document
from recruitcheck.errors import InputError
from recruitcheck.model import Document, DocumentKind, DocumentOrigin


def _read(data: bytes, name: str = "offer.txt") -> Document:
    return read_document(Path(name), data, kind=None, origin=DocumentOrigin.UNKNOWN)


@pytest.mark.parametrize(
    "text", ["Pay\r\nUSD 900\r", "e\u0301 decomposed", "तलब RM १७००", "tab\tand\u00a0space ", "# Markdown *stays*"]
)
def test_text_is_exactly_what_was_decoded(text: str) -> None:
    found = _read(text.encode())
    assert found.text == text
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest() == found.text_sha256
    assert (found.pages[0].start, found.pages[0].end, found.unread_pages) == (0, len(text), ())


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_only_the_byte_order_mark_is_dropped(codec: str) -> None:
    assert _read("Löhne: 1.200 €\n".encode(codec)).text == "Löhne: 1.200 €\n"


def test_legacy_encoding_is_guessed() -> None:
    text = "Требуются разнорабочие в Москву, оплата каждую неделю, проживание на объекте, питание бесплатно. " * 3
    assert _read(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"PK\x03\x04" + b"\x00" * 40, "ZIP"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "PNG"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 40, "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 40, "office"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
    ],
)
def test_binary_file_is_named_and_refused(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as refusal:
        _read(data, "case/offer.bin")
    assert "case/offer.bin" in str(refusal.value)
    assert refusal.value.todo


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf", b"<html><script>x</script></html>"])
def test_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="no text"):
        _read(data)


def test_oversized_file_is_refused_unread() -> None:
    with pytest.raises(InputError, match="limit"):
        _read(b"a" * (MAX_DOCUMENT_BYTES + 1))


def test_broken_marked_text_is_refused() -> None:
    with pytest.raises(InputError, match="utf-16"):
        _read(b"\xff\xfea")


def test_agency_named_like_an_image_is_text() -> None:
    assert _read(b"BM Manpower is hiring").text == "BM Manpower is hiring"


def test_lone_surrogates_survive() -> None:
    found = document_from_text("pay \ud800 900")
    assert found.text == "pay \ud800 900"
    assert len(found.text_sha256) == 64


def test_given_kind_wins() -> None:
    assert document_from_text("Employment contract", kind=DocumentKind.ADVERT).kind is DocumentKind.ADVERT


def test_blank_text_is_refused() -> None:
    with pytest.raises(InputError, match="empty"):
        document_from_text(" \n")


def test_one_line_of_ten_megabytes_is_read_in_bounded_time() -> None:
    began = time.process_time()
    assert len(_read(b"pay fee " * 1_250_000).text) == 10_000_000
    assert time.process_time() - began < 20
