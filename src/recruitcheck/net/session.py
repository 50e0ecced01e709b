"""One list's dealings with the network: who may be asked, how long, how much."""

from __future__ import annotations

import io
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import httpx

from recruitcheck import __version__
from recruitcheck.errors import NetworkError, UsageError
from recruitcheck.net.address import Pins, host_of, parse, shown
from recruitcheck.net.clock import Clock, Deadline
from recruitcheck.net.coding import ACCEPTED, coding_of, unpacked
from recruitcheck.net.limits import (
    CONNECT_SECONDS,
    IDLE_SECONDS,
    LIST_SECONDS,
    MAX_BYTES,
    MAX_PAGE_BYTES,
    MAX_REDIRECTS,
)
from recruitcheck.net.retry import PassingError, Patience
from recruitcheck.net.status import require_whole
from recruitcheck.net.transport import Transport

USER_AGENT = f"recruitcheck/{__version__} (reads official lists; registry pull)"
_MOVED = frozenset({301, 302, 303, 307, 308})
_SAME_METHOD = frozenset({307, 308})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Terms:
    """What one list may cost. ``hosts``: the only ones that are asked; seconds of all and without a byte; bytes."""

    hosts: tuple[str, ...]
    seconds: float = LIST_SECONDS
    max_bytes: int = MAX_BYTES
    idle_seconds: float = IDLE_SECONDS


@dataclass(frozen=True, slots=True)
class Page:
    """A small answer, held in memory."""

    url: str
    body: bytes
    next_link: str | None  # of its Link header


class Session:
    """A context manager. One deadline for everything that is asked in it."""

    def __init__(
        self, terms: Terms, clock: Clock, *, folder: Path, offline: bool, tls: ssl.SSLContext | None = None
    ) -> None:
        """``folder`` holds parts of files. UsageError where the network is forbidden."""
        require_online(offline=offline)
        self.terms = terms
        self.clock = clock
        self.folder = folder
        self.pins = Pins.of(terms.hosts)
        self.deadline = Deadline(clock, terms.seconds)
        self._transport = Transport(self.deadline, tls)
        limits = httpx.Timeout(terms.idle_seconds, connect=min(CONNECT_SECONDS, terms.idle_seconds))
        self._extensions = {"timeout": limits.as_dict()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()

    def read(
        self,
        address: str,
        *,
        accept: str,
        max_bytes: int = MAX_PAGE_BYTES,
        led_by: str = "the address",
        post: bytes | None = None,
    ) -> Page:
        """A small answer whole; NetworkError in one line for whatever is wrong. Tries again what may pass.

        ``led_by``: what gave the address, for the line that refuses a foreign host. ``post``: JSON to send.
        """
        return self.persist(lambda: self._read(address, {"Accept": accept}, max_bytes, led_by, post))

    def _read(self, address: str, headers: Mapping[str, str], max_bytes: int, led_by: str, post: bytes | None) -> Page:
        with self.answer(address, headers, led_by, post) as response:
            require_whole(response, self.clock.now())
            coding = coding_of(response.headers.get("Content-Encoding"))
            sent = io.BytesIO(b"".join(self.chunks(response, max_bytes)))
            following = response.links.get("next", {}).get("url")
            return Page(str(response.url), b"".join(unpacked(sent, coding, max_bytes)), following)

    def persist(self, attempt: Callable[[], T]) -> T:
        """Run an attempt until it succeeds, fails for good or patience ends."""
        patience = Patience(self.clock, self.deadline)
        while True:
            try:
                return attempt()
            except PassingError as failure:
                patience.wait(failure)

    @contextmanager
    def answer(
        self, address: str, headers: Mapping[str, str], led_by: str, post: bytes | None = None
    ) -> Iterator[httpx.Response]:
        """Send one request and follow its redirects as far as the named hosts go; the body is not yet read."""
        url = parse(address)
        self.pins.check(url, led_by=led_by)
        for _ in range(MAX_REDIRECTS + 1):
            self.deadline.check()
            response = self._ask(url, headers, post)
            try:
                if response.status_code not in _MOVED:
                    yield response
                    return
                if post is not None and response.status_code not in _SAME_METHOD:
                    raise NetworkError(
                        f"{host_of(url)} sends the question elsewhere ({response.status_code}); given up."
                    )
                url = self._next(response)
            finally:
                response.close()
        raise NetworkError(
            f"{host_of(url)} redirects more than {MAX_REDIRECTS} times; given up.", todo="Look at the address by hand."
        )

    def _ask(self, url: httpx.URL, headers: Mapping[str, str], post: bytes | None) -> httpx.Response:
        # Without httpx.Client, which keeps cookies and looks into redirects before we have.
        sent = {"User-Agent": USER_AGENT, "Accept-Encoding": ACCEPTED, "Connection": "keep-alive", **headers}
        if post is not None:
            sent["Content-Type"] = "application/json"
        method = "GET" if post is None else "POST"
        request = httpx.Request(method, url, headers=sent, content=post, extensions=self._extensions)
        response = self._transport.handle_request(request)
        response.request = request
        return response

    def _next(self, response: httpx.Response) -> httpx.URL:
        here = host_of(response.url)
        target = response.headers.get("Location", "")
        if not target:
            raise NetworkError(f"{here} redirects without saying where to.", todo="Look at the address by hand.")
        try:
            url = response.url.join(target)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise NetworkError(f"{here} redirects to what is no address: {shown(target)!r}.") from error
        if url.host:
            self.pins.check(url, led_by=f"a redirect from {here}")
        return parse(str(url))

    def chunks(self, response: httpx.Response, max_bytes: int | None = None) -> Iterator[bytes]:
        """The body as sent; TooLargeError beyond ``max_bytes`` (default: what the terms allow)."""
        allowed = self.terms.max_bytes if max_bytes is None else max_bytes
        declared = response.headers.get("Content-Length", "")
        if declared.isascii() and declared.isdigit() and int(declared[:18]) > allowed:
            raise TooLargeError(response, f"announces {int(declared[:18]):,} bytes", allowed)
        came = 0
        for chunk in response.iter_raw():
            self.deadline.check()
            came += len(chunk)
            if came > allowed:
                raise TooLargeError(response, "sends more than it may", allowed)
            yield chunk


def require_online(*, offline: bool) -> None:
    """UsageError where the network is forbidden."""
    if offline:
        raise UsageError(
            "the network is needed, and --offline forbids it.",
            todo="Leave out --offline (RECRUITCHECK_OFFLINE, offline in recruitcheck.toml), or import a file.",
        )


class TooLargeError(NetworkError):
    """An answer beyond the allowed size."""

    def __init__(self, response: httpx.Response, what: str, allowed: int) -> None:
        super().__init__(
            f"{host_of(response.url)} {what}; {allowed:,} bytes are allowed. Refused.",
            todo="Look at the address by hand; where the list is so large, raise pull.max_bytes.",
        )
