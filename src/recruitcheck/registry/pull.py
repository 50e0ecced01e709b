"""Where a list can be fetched: its address, the hosts that belong to it, and how its pages follow one another."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StrictInt, StringConstraints, model_validator

from recruitcheck.registry.column import PatternText
from recruitcheck.registry.readers.limits import MAX_FILE_BYTES
from recruitcheck.resources import StrictModel

MAX_PAGES_OF_A_LIST = 2_000
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.username or parts.password:
        raise ValueError("leave out the name and password")
    if not parts.hostname or (parts.scheme != "https" and (parts.scheme, parts.hostname in LOOPBACK) != ("http", True)):
        raise ValueError("begin with https:// and a host")
    return text


def _verified_day(text: str) -> str:
    date.fromisoformat(text)
    if len(text) != 10:
        raise ValueError("write the date as YYYY-MM-DD")
    return text


WebAddress = Annotated[str, StringConstraints(max_length=1_000, pattern=r"^\S+$"), AfterValidator(_web_address)]
Host = Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+(:[0-9]{1,5})?$", max_length=253)]
FileFormat = Literal["csv", "xlsx", "xls", "ods", "json", "jsonl", "html", "xml", "sql", "pdf", "zip", "gzip"]


class Landing(StrictModel):
    """A page that links to the list, for lists whose file is called otherwise each time.

    Only its links are read (``<a href>``, comments and scripts left out); nothing of it is run or shown.
    """

    page: WebAddress
    link: PatternText  # found somewhere in the link's whole address
    pick: Literal["only", "first", "last"] = "only"  # where several different ones fit; only: that is an error


class Pages(StrictModel):
    """A JSON list that comes page by page. ``format.records`` says where the records of a page stand.

    ``next``: each page tells the address of the following one, at the dotted path ``path`` or, without it, in its
    Link header. ``page``: ``parameter`` counts pages from ``first``. ``offset``: ``parameter`` counts records. The
    parameter stands in the address, or in what is posted.
    """

    by: Literal["next", "page", "offset"]
    path: str | None = None
    parameter: str | None = None
    first: Annotated[StrictInt, Field(ge=0)] = 1
    last: str | None = None  # dotted path to the number of the last page
    total: str | None = None  # dotted path to the number of records in all; a different count is refused
    max_pages: Annotated[StrictInt, Field(ge=1, le=MAX_PAGES_OF_A_LIST)] = 500

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.by != "next" and not self.parameter:
            raise ValueError(f"by: {self.by} needs a parameter")
        if self.by == "next" and self.parameter:
            raise ValueError("by: next needs no parameter")
        return self


class PullVerified(StrictModel):
    """On which day the address was seen, and where: not by us on the network unless ``at`` says so."""

    on: Annotated[str, AfterValidator(_verified_day)] | None = None
    at: str | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.on is None) != (self.at is None):
            raise ValueError("give the day and where, or neither")
        return self


class Pull(StrictModel):
    """How ``registry pull`` gets the list."""

    address: WebAddress | None = None  # of the list itself
    landing: Landing | None = None  # or of the page that links to it
    hosts: tuple[Host, ...] = ()  # beside the host of the address: where redirects, links and pages may lead
    post: dict[str, str | StrictInt | bool | None] | None = None  # JSON to send, where the list is asked for by POST
    referer: WebAddress | None = None  # the authority's page that links to the file, where its server asks for it
    format: FileFormat | None = None  # what the bytes must be; left out: anything that can be read
    pages: Pages | None = None
    max_bytes: Annotated[StrictInt, Field(ge=1_000, le=MAX_FILE_BYTES)] = 512 * 1024**2
    minutes: Annotated[StrictInt, Field(ge=1, le=180)] = 15
    verified: PullVerified = PullVerified()

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.address is None) == (self.landing is None):
            raise ValueError("give either address or landing")
        if self.pages is not None and (self.address is None or self.format not in (None, "json")):
            raise ValueError("pages: only for an address that gives JSON")
        if self.post is not None and (self.address is None or (self.pages is not None and self.pages.by == "next")):
            raise ValueError("post: only for an address, and with pages only by page or offset")
        return self

    @property
    def start(self) -> str:
        """The address that is asked first."""
        return self.address or (self.landing.page if self.landing else "")

    @property
    def all_hosts(self) -> tuple[str, ...]:
        """Every host that may be asked, the first one's included."""
        return (urlsplit(self.start).netloc.lower(), *self.hosts)
