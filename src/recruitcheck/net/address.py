"""Addresses: only ``https``, only hosts that were named beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import httpx

from recruitcheck.errors import NetworkError
from recruitcheck.net.limits import MAX_URL_CHARS

LOOPBACK = ("127.0.0.1", "localhost", "::1")
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_MAX_NAME = 120


def parse(text: str) -> httpx.URL:
    """An address that may be fetched: ``https``, or ``http`` to this machine itself; NetworkError otherwise."""
    try:
        url = httpx.URL(text)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise NetworkError(f"not an address: {shown(text)}.", todo="Correct the definition.") from error
    if len(text) > MAX_URL_CHARS:
        raise NetworkError(f"an address of {len(text):,} characters: {shown(text)}.", todo="Correct the definition.")
    if not url.host or url.scheme not in ("https", "http"):
        raise NetworkError(f"not an address of the web: {shown(text)}.", todo="Give one that begins with https://.")
    if url.scheme == "http" and url.host not in LOOPBACK:
        raise NetworkError(
            f"an address without encryption is not fetched: {shown(text)}.", todo="Give one that begins with https://."
        )
    if url.userinfo:
        raise NetworkError(f"an address with a name or password in it is not fetched: {url.host}.")
    return url.copy_with(fragment=None)


def host_of(url: httpx.URL) -> str:
    """``host``, or ``host:port`` where the port is not that of the scheme."""
    host = url.raw_host.decode("ascii").lower()
    return host if url.port is None else f"{host}:{url.port}"


def with_parameter(address: str, name: str, value: str) -> str:
    """The address with one parameter of its query set."""
    return str(parse(address).copy_set_param(name, value))


def joined(page: str, link: str) -> str | None:
    """Where a link on a page leads; None for what is no address."""
    try:
        return str(httpx.URL(page).join(link.strip()))
    except (httpx.InvalidURL, UnicodeError):
        return None


def shown(text: str) -> str:
    """An address, short enough for one line."""
    return text if len(text) <= 160 else f"{text[:157]}…"


@dataclass(frozen=True, slots=True)
class Pins:
    """The hosts that may be asked; no redirect and no link leads anywhere else."""

    hosts: frozenset[str]

    @classmethod
    def of(cls, hosts: Iterable[str]) -> Self:
        """Hosts as a definition names them: ``example.gov``, ``example.gov:8443``."""
        return cls(frozenset(host_of(httpx.URL(f"https://{host}")) for host in hosts))

    def check(self, url: httpx.URL, *, led_by: str) -> None:
        """NetworkError, naming both hosts, unless ``url`` lies on a named one."""
        host = host_of(url)
        if host not in self.hosts:
            raise NetworkError(
                f"{led_by} leads to {host}, which the definition does not name; refused.",
                todo="Where that host is the authority's too, add it under pull.hosts.",
            )


def file_name(*urls: httpx.URL) -> str:
    """The last part of the first path that ends like a file, harmless on any disk; empty where there is none."""
    for url in urls:
        name = _UNSAFE.sub("_", url.path.rsplit("/", 1)[-1]).strip("._")[-_MAX_NAME:]
        if "." in name:
            return name
    return ""
