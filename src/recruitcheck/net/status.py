"""What the answers of a server mean for one who wants a list."""

from __future__ import annotations

from datetime import datetime

import httpx

from recruitcheck.errors import NetworkError
from recruitcheck.net.address import host_of, shown
from recruitcheck.net.retry import PassingError, retry_after

WHOLE, PART, UNCHANGED, NO_SUCH_RANGE = 200, 206, 304, 416
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_WORDS = {
    400: "does not understand the question",
    401: "wants a login",
    403: "refuses",
    404: "knows no such address",
    406: "has the list in no form that was asked for",
    410: "says that it is gone for good",
    451: "may not give it out for reasons of law",
}


def require_whole(response: httpx.Response, now: datetime) -> None:
    """Nothing for a whole answer (200); PassingError for what may pass, NetworkError for any other."""
    status = response.status_code
    if status == WHOLE:
        return
    host = host_of(response.url)
    if status in _PASSING:
        raise PassingError(f"{host} answers {status}.", wait=retry_after(response.headers.get("Retry-After"), now))
    if status == PART:
        raise NetworkError(f"{host} sends a part (206) where the whole was asked for; refused.")
    if status == UNCHANGED:
        raise NetworkError(f'{host} says "unchanged" (304) where no copy is held; refused.')
    raise NetworkError(
        f"{host} {_WORDS.get(status, 'gives no list')} ({status}): {shown(str(response.url))}.",
        todo="Look at the address by hand: it may have moved.",
    )
