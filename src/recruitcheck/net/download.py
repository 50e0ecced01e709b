"""One file over the network: asked for only if it changed, continued where it broke off, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from recruitcheck.net.address import file_name, host_of, parse
from recruitcheck.net.coding import coding_of, unpacked
from recruitcheck.net.part import Part, kept_part
from recruitcheck.net.retry import PassingError, Patience
from recruitcheck.net.session import Session, TooLargeError
from recruitcheck.net.status import NO_SUCH_RANGE, PART, UNCHANGED, require_whole
from recruitcheck.net.validators import Validators

Progress = Callable[[int, int | None], None]  # bytes so far, bytes in all where the server told

_RANGE = re.compile(r"bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18}|\*)")


@dataclass(frozen=True, slots=True)
class Download:
    """What came. ``unchanged``: nothing, since the state that is held is still that of the server."""

    url: str  # where it lay in the end
    name: str  # as the address calls the file; may be empty
    validators: Validators
    unchanged: bool = False
    size: int = 0
    media_type: str | None = None
    resumed: bool = False
    length_told: bool = True  # False: the server did not say how long it is, so that a cut cannot be told


def download(
    session: Session,
    address: str,
    into: Path,
    *,
    key: str,
    known: Validators | None = None,
    led_by: str = "the address",
    referer: str | None = None,
    progress: Progress | None = None,
) -> Download:
    """Fetch ``address`` to the file ``into``; NetworkError in one line for whatever is wrong.

    ``known``: the state that is held; the server is asked for another one only. ``key`` names the part that is kept
    in the session's folder for the next run, where the server can go on from it.
    """
    with kept_part(session.folder, key, address) as part:
        fetch = _Fetch(session, address, part, known, led_by, progress or (lambda done, total: None))
        fetch.headers |= {"Referer": referer} if referer else {}
        response = fetch.persist()
        if not fetch.unchanged:
            limit = session.terms.max_bytes
            try:
                with part.path.open("rb") as packed, into.open("wb") as plain:
                    plain.writelines(unpacked(packed, part.coding, limit))
            finally:
                part.clear()  # whole, or of no use
        return fetch.result(response, into)


class _Fetch:
    """The tries of one download; ``part`` grows from one to the next."""

    def __init__(
        self, session: Session, address: str, part: Part, known: Validators | None, led_by: str, progress: Progress
    ) -> None:
        self.session = session
        self.address = address
        self.part = part
        self.conditions = known.conditions if known and known.url == address else {}
        self.led_by = led_by
        self.headers = {"Accept": "*/*"}
        self.progress = progress
        self.unchanged = False
        self.resumed = False
        self.length_told = True

    def persist(self) -> httpx.Response:
        patience = Patience(self.session.clock, self.session.deadline)
        while True:
            before = self.part.size
            try:
                return self._try()
            except PassingError as failure:
                moved = self.part.exact is not None and self.part.size > before
                if not self.part.exact:
                    self.part.clear()
                patience.wait(failure, moved=moved)

    def _try(self) -> httpx.Response:
        asked = self.part.range
        headers = {**self.headers, **(asked or self.conditions)}
        with self.session.answer(self.address, headers, self.led_by) as response:
            status = response.status_code
            if status == UNCHANGED and self.conditions and not asked:
                self.unchanged = True
                return response
            if asked and status == NO_SUCH_RANGE:
                self.part.clear()
                raise PassingError(f"{host_of(response.url)} has another file by now.", wait=0)
            if asked and status == PART:
                self._require_rest(response)
                self.resumed = True
            else:
                require_whole(response, self.session.clock.now())
                self._begin(response)
            self._take(response)
            return response

    def _begin(self, response: httpx.Response) -> None:
        """A whole answer, also where the rest was asked for: the file is another one by now."""
        self.part.clear()
        self.resumed = False
        self.part.coding = coding_of(response.headers.get("Content-Encoding"))
        if response.headers.get("Accept-Ranges", "").strip().lower() != "none":
            self.part.exact = Validators.of(self.address, response.headers).exact

    def _require_rest(self, response: httpx.Response) -> None:
        """The part that was asked for, of the same state; else all of it is asked for again."""
        told = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
        same = Validators.of(self.address, response.headers).exact in (None, self.part.exact)
        same = same and coding_of(response.headers.get("Content-Encoding")) == self.part.coding
        if not told or int(told[1]) != self.part.size or not same:
            self.part.clear()
            raise PassingError(f"{host_of(response.url)} sends another part than was asked for.", wait=0)

    def _take(self, response: httpx.Response) -> None:
        begun = self.part.size
        length = response.headers.get("Content-Length", "")
        total = begun + int(length[:18]) if length.isascii() and length.isdigit() else None
        chunked = "chunked" in response.headers.get("Transfer-Encoding", "").lower()
        self.length_told = total is not None or chunked
        done = begun
        try:
            with self.part.path.open("ab") as file:
                for chunk in self.session.chunks(response, self.session.terms.max_bytes - begun):
                    file.write(chunk)
                    done += len(chunk)
                    self.progress(done, total)
        except TooLargeError:
            self.part.clear()
            raise
        self._require_end(response, done)

    def _require_end(self, response: httpx.Response, done: int) -> None:
        told = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
        if response.status_code == PART and told and told[3] != "*" and int(told[3]) != done:
            raise PassingError(f"{host_of(response.url)} sent {done:,} bytes of {int(told[3]):,}.")

    def result(self, response: httpx.Response, into: Path) -> Download:
        return Download(
            url=str(response.url),
            name=file_name(response.url, parse(self.address)),
            validators=Validators.of(self.address, response.headers),
            unchanged=self.unchanged,
            size=0 if self.unchanged else into.stat().st_size,
            media_type=response.headers.get("Content-Type"),
            resumed=self.resumed,
            length_told=self.length_told,
        )
