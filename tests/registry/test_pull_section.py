"""Where a list may be fetched from is written strictly, and every shipped address says who saw it."""

from __future__ import annotations

from pathlib import Path

import pytest

from recruitcheck.errors import DataFileError
from recruitcheck.registry import load_definition, load_definitions
from recruitcheck.registry.definition import Definition
from recruitcheck.resources import shipped

WHOLE = """\
id: xx-list
title: Invented list
authority: Invented ministry
jurisdiction: "NP"
kind: disclosure
coverage: current
absence_means: nothing
shelf_life_days: 30
"""


def defined(tmp_path: Path, pull: str) -> Definition:
    path = tmp_path / "xx-list.yml"
    path.write_text(f"{WHOLE}pull: {pull}\n", encoding="utf-8")
    return load_definition(path)


@pytest.mark.parametrize(
    ("pull", "problem"),
    [
        ('{format: "csv"}', "give either address or landing"),
        ('{address: "http://lists.example/a.csv"}', "begin with https://"),
        ('{address: "ftp://lists.example/a.csv"}', "begin with https://"),
        ('{address: "https://"}', "begin with https://"),
        ('{address: "https://me:secret@lists.example/"}', "leave out the name and password"),
        ('{address: "https://lists.example/a b"}', "pattern"),
        ('{address: "https://lists.example/", hosts: ["https://cdn.example"]}', "pattern"),
        ('{address: "https://lists.example/", hosts: ["*.example"]}', "pattern"),
        ('{address: "https://lists.example/", format: "exe"}', "format"),
        ('{address: "https://lists.example/", max_bytes: 1}', "max_bytes"),
        ('{address: "https://lists.example/", minutes: 1000}', "minutes"),
        ('{address: "https://lists.example/", selector: "a"}', "selector"),
        ('{landing: {page: "https://lists.example/"}}', "link"),
        ('{landing: {page: "https://lists.example/", link: "("}}', "not a valid pattern"),
        ('{landing: {page: "https://lists.example/", link: "x", pick: "any"}}', "pick"),
        ('{landing: {page: "https://lists.example/", link: "x"}, pages: {by: "next"}}', "only for an address"),
        ('{address: "https://lists.example/", format: "csv", pages: {by: "next"}}', "only for an address"),
        ('{address: "https://lists.example/", pages: {by: "page"}}', "needs a parameter"),
        ('{address: "https://lists.example/", pages: {by: "next", parameter: "p"}}', "needs no parameter"),
        ('{address: "https://lists.example/", pages: {by: "next", max_pages: 9999999}}', "max_pages"),
        ('{landing: {page: "https://lists.example/", link: "x"}, post: {}}', "post: only for an address"),
        ('{address: "https://lists.example/", post: {}, pages: {by: "next"}}', "post: only for an address"),
        ('{address: "https://lists.example/", post: {a: [1]}}', "post.a"),
        ('{address: "https://lists.example/", verified: {"on": "2026-11-21"}}', "give the day and where"),
        ('{address: "https://lists.example/", verified: {"on": "21/11/2026", at: "there"}}', "verified.on"),
    ],
)
def test_a_wrong_section_is_refused_with_its_place(tmp_path: Path, pull: str, problem: str) -> None:
    with pytest.raises(DataFileError) as caught:
        defined(tmp_path, pull)
    line, *_ = [text for text in caught.value.problems if problem in text]
    assert "xx-list.yml:9:" in line


def test_this_machine_may_be_asked_without_encryption(tmp_path: Path) -> None:
    pull = defined(tmp_path, '{address: "http://127.0.0.1:8000/a.csv", hosts: ["cdn.example:8443"]}').pull
    assert pull is not None
    assert pull.all_hosts == ("127.0.0.1:8000", "cdn.example:8443")


def test_where_a_list_lies_does_not_change_how_it_is_read(tmp_path: Path) -> None:
    here = defined(tmp_path, '{address: "https://lists.example/a.csv"}')
    there = defined(tmp_path, '{address: "https://lists.example/b.csv"}')
    assert here.sha256 == there.sha256


def test_every_shipped_address_says_where_it_was_seen() -> None:
    fetched = [each for each in load_definitions([shipped("registries")]) if each.pull]
    assert {each.id for each in fetched} >= {
        "cz-mpsv",
        "gb-sponsor",
        "ca-ircc-x",
        "nl-ind",
        "br-slavery-x",
        "tw-wda",
        "bd-bmet",
        "kr-paid",
    }
    for each in fetched:
        assert each.pull is not None
        assert each.pull.verified.on, each.id
        assert each.pull.format, each.id
        assert each.layouts, f"{each.id}: what cannot be read need not be fetched"
        assert each.rows, f"{each.id}: without row bounds half a download would pass"
        assert each.pull.start.startswith("https://"), each.id
