"""Mail addresses, their domains, and web hosts in comparable form."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from recruitcheck.names.wordlist import lines

MAX_CHARS = 500
MAX_HOST = 253

_FREE_MAIL = frozenset(lines("free_mail"))
_SHARED_HOSTS = frozenset(lines("shared_hosts"))

_ADDRESS = re.compile(r"(?<![\w.+@-])([\w.!#$%&'*+=?^`{|}~-]{1,64})@([\w.-]{3,253})")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\Z")


def normal_email(text: str) -> str:
    """The first mail address of a text, lower case, its domain in ASCII; "" if there is none."""
    found = _ADDRESS.search(_plain(text))
    if not found:
        return ""
    host = _host(found.group(2))
    local = found.group(1).strip(".").lower()
    return f"{local}@{host}" if local and host else ""


def mail_domain(text: str) -> str:
    """The domain of the first mail address of a text, without ``www.``; "" if there is none."""
    return normal_email(text).rpartition("@")[2].removeprefix("www.")


def web_host(text: str) -> str:
    """The host of a web address with or without scheme, lower case, ASCII, no ``www.``; "" if none.

    Only http and https addresses have one; user names, ports, paths and a final dot are dropped.
    """
    address = _plain(text).strip()
    first = address.split()[0] if address else ""
    if "://" in first:
        scheme, _, rest = first.partition("://")
        if scheme.lower() not in ("http", "https"):
            return ""
    else:
        rest = first
        if re.match(r"[a-zA-Z][a-zA-Z+.-]*:(?!\d+(?:/|$))", rest):  # javascript:, mailto:, data:
            return ""
    try:
        name = urlsplit(f"//{rest.lstrip('/')}").hostname or ""
    except ValueError:
        return ""
    return _host(name).removeprefix("www.")


def is_free_mail(domain: str) -> bool:
    """Whether anyone can open a mailbox at this domain (a shared one says nothing about the firm)."""
    return _is_under(domain, _FREE_MAIL)


def is_shared_host(host: str) -> bool:
    """Whether the firms of a host differ only in the path ("facebook.com/one"): it says nothing about a firm."""
    return _is_under(host, _SHARED_HOSTS)


def _is_under(domain: str, names: frozenset[str]) -> bool:
    name = domain.strip().lower().removeprefix("www.")
    labels = name.split(".")[-MAX_HOST:]
    return any(".".join(labels[at:]) in names for at in range(max(0, len(labels) - 4), len(labels)))


def _plain(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text[:MAX_CHARS])
    return "".join(one for one in normal if unicodedata.category(one) != "Cf")


def _host(name: str) -> str:
    """The host in ASCII if it is a plausible public name with a dot, else ""."""
    name = name.strip(".").lower()
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return ""
    labels = name.split(".")
    if len(labels) < 2 or len(name) > MAX_HOST or not all(_LABEL.match(label) for label in labels):
        return ""
    return "" if labels[-1].isdigit() else name
