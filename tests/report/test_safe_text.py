"""Foreign text made harmless: unseen characters, lengths, links, formulas, masks."""

from __future__ import annotations

import pytest

from recruitcheck.report.page import css_string, source_hash
from recruitcheck.report.safe_text import clip, mask, mask_words, pieces, safe_cell, safe_href, safe_url, visible
from recruitcheck.report.wording import count, day, money


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("\u202eevil", "⟨U+202E⟩evil"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("\x1b[31m", "⟨U+001B⟩[31m"),
        ("\x00", "⟨U+0000⟩"),
        ("\x85", "⟨U+0085⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\ufeffx", "⟨U+FEFF⟩x"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner that Persian needs
        ("क\u200dष", "क\u200dष"),
        ("काठमाडौँ 北京 👩‍🏭", "काठमाडौँ 北京 👩‍🏭"),
    ],
)
def test_unseen_characters_are_written_out_and_others_stay(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_cut_is_said() -> None:
    assert clip("x" * 10, 4) == "xxxx … (10 characters in all)"
    assert clip("x" * 4, 4) == "xxxx"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " https://a.example",
        "data:text/html,x",
        "file:///etc/passwd",
        "//a.example/x",
        "/x",
        "https://",
        "https://a.example/\u202egnp",
        'https://a.example/"x',
        "https://a.example/\nx",
        "http://[::1",
        "https://a.example/" + "x" * 3000,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert safe_url(url) is None


def test_a_web_address_is_kept_as_it_is() -> None:
    assert safe_url("https://a.example/x?y=1&z=%20#part") == "https://a.example/x?y=1&z=%20#part"


@pytest.mark.parametrize(
    "href", ["../x.html", "a/../../x", "//evil", "/x", "http://x", "javascript:1", "", "a b", "x\n"]
)
def test_links_of_a_batch_stay_in_its_folder(href: str) -> None:
    assert safe_href(href) == "#"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+977 1 555", "'+977 1 555"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\t=1", "'=1"),
        ("\r=1", "'=1"),
        ("\n=1", "'=1"),
        ("a\nb", "a b"),
        ("plain", "plain"),
        ("\u202e=1", "⟨U+202E⟩=1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert safe_cell(text) == cell


def test_masks_keep_offsets() -> None:
    assert mask("Mr. Ram Test", [(4, 7), (10, 99), (-5, 1)]) == "█r. ███ Te██"


def test_masked_words_are_masked_elsewhere_longest_first_and_short_ones_are_left() -> None:
    assert mask_words("Ramesh Test and Ramesh", ["Ramesh", "Ramesh Test", "and"]) == "█" * 11 + " and " + "█" * 6


def test_inserted_values_of_another_script_are_cut_out() -> None:
    assert pieces("Found أمل in list", {"name": "أمل", "list": "list"}) == (
        ("Found ", False),
        ("أمل", True),
        (" in list", False),
    )
    assert pieces("x", {}) == (("x", False),)


def test_a_css_string_holds_nothing_but_letters_digits_and_escapes() -> None:
    assert css_string('a"}\\é') == '"a\\22 \\7d \\5c \\e9 "'


def test_a_source_hash_has_the_form_of_the_policy() -> None:
    assert source_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_words_for_numbers_and_days() -> None:
    assert (count(1, "list"), count(2000, "list"), count(0, "registry", "registries")) == (
        "1 list",
        "2,000 lists",
        "0 registries",
    )
    assert (day("2026-09-03"), day("2024"), day(None)) == ("3 September 2026", "2024", "not known")
    assert (money("125000"), money("1250.00"), money("1250.50"), money("about 3")) == (
        "125,000",
        "1,250",
        "1,250.50",
        "about 3",
    )
