"""The list's own address, found among the links of a page. Nothing of the page is run or shown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import regex

from recruitcheck.errors import NetworkError
from recruitcheck.net import Page, joined
from recruitcheck.registry.pull import Landing
from recruitcheck.registry.readers.limits import PATTERN_SECONDS

MAX_LINKS = 5_000
_TAG = re.compile(r"""<(a|base)\s((?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){1,2000})>""", re.IGNORECASE)
_HREF = re.compile(r"""(?:^|[\s"'])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)


def find_link(page: Page, landing: Landing) -> str:
    """The address that the definition's pattern picks out; NetworkError where there is none, or more than it allows."""
    found = dict.fromkeys(address for address in _links(page) if _fits(landing.link, address))
    if not found:
        raise NetworkError(
            f"no link on {landing.page} fits pull.landing.link.", todo="Look at the page by hand: it may have changed."
        )
    addresses = list(found)
    if len(addresses) > 1 and landing.pick == "only":
        raise NetworkError(
            f"{len(addresses)} links on {landing.page} fit pull.landing.link, the first {addresses[0][:160]}.",
            todo="Make the pattern narrower, or set pick: first or last.",
        )
    return addresses[-1 if landing.pick == "last" else 0]


def _fits(pattern: str, address: str) -> bool:
    try:
        return regex.search(pattern, address, timeout=PATTERN_SECONDS) is not None
    except TimeoutError as error:
        raise NetworkError("pull.landing.link takes too long on a link of the page.", todo="Simplify it.") from error


def _links(page: Page) -> Iterator[str]:
    base, count = page.url, 0
    for tag in _TAG.finditer(_visible(page.body.decode("utf-8", "replace"))):
        href = _HREF.search(tag[2])
        target = href and joined(base, html.unescape(next(part for part in href.groups() if part is not None)))
        if not target:
            continue
        if tag[1].lower() == "base":
            base = target
            continue
        count += 1
        if count > MAX_LINKS:
            raise NetworkError(f"{page.url} holds more than {MAX_LINKS:,} links.", todo="Look at the page by hand.")
        yield target.partition("#")[0]


def _visible(text: str) -> str:
    """The page without comments and scripts, whose links nobody is meant to follow."""
    first, *rest = text.split("<!--")
    text = first + "".join(part.partition("-->")[2] for part in rest)
    first, *rest = _SCRIPT.split(text)
    return first + "".join(part[end.start() :] for part in rest if (end := _SCRIPT_END.search(part)))
