"""Options that stand before or after any command: flags first, then the environment, then recruitcheck.toml."""

from __future__ import annotations

import copy
import functools
import inspect
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

import typer

from recruitcheck.cli.ending import paragraphs
from recruitcheck.cli.log import row_log
from recruitcheck.errors import UsageError

if TYPE_CHECKING:
    from recruitcheck.resources.settings import Settings

Format = Literal["table", "json", "csv"]
Audience = Literal["employer", "compliance", "inspector"]

AUDIENCES = ("employer", "compliance", "inspector")
SEVERITIES = ("critical", "high", "medium", "low", "info")
FORMATS = ("table", "json", "csv")
PANEL = "Shared options"


@dataclass(frozen=True, slots=True)
class Shared:
    """The settled values of the shared options."""

    db: Path
    offline: bool
    quiet: bool
    verbose: bool
    color: bool
    format: Format
    as_of: date
    as_of_given: bool
    known_on: date
    origin: str | None
    destination: str | None
    sector: str | None
    definitions: tuple[Path, ...]
    registries: tuple[Path, ...]
    rules: tuple[Path, ...]
    standards: tuple[Path, ...]
    audience: Audience
    fail_on: str
    jobs: int
    strict: bool
    report: Path | None


def _option(*names: str, help: str, **more: Any) -> Any:  # noqa: A002  typer's own word
    return typer.Option(*names, help=help, rich_help_panel=PANEL, show_default=False, **more)


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "db": (Path, _option("--db", help="Database file.", metavar="FILE")),
    "offline": (bool, _option("--offline", help="Never use the network.")),
    "quiet": (bool, _option("--quiet", "-q", help="No talk on stderr beyond errors.")),
    "verbose": (bool, _option("--verbose", help="More talk, and the traceback of a failure.")),
    "no_color": (bool, _option("--no-color", help="No colour.")),
    "format": (
        str,
        _option("--format", help="table, json or csv (default: table on a terminal, else json).", metavar="FORM"),
    ),
    "as_of": (str, _option("--as-of", help="Day judged, YYYY-MM-DD (default: today).", metavar="DATE")),
    "known_on": (str, _option("--known-on", help="Hide copies imported after this day.", metavar="DATE")),
    "origin": (str, _option("--origin", help="Country of origin of the workers (code or name).", metavar="CC")),
    "destination": (str, _option("--destination", help="Country of destination (code or name).", metavar="CC")),
    "sector": (str, _option("--sector", help="Sector, e.g. construction, domestic_work.", metavar="SECTOR")),
    "definition": (list[Path], _option("--definition", help="A registry definition of your own.", metavar="FILE")),
    "registries": (list[Path], _option("--registries", help="Folder of registry definitions.", metavar="DIR")),
    "rules": (list[Path], _option("--rules", help="Folder of red-flag rules of your own.", metavar="DIR")),
    "standards": (list[Path], _option("--standards", help="Folder of standards of your own.", metavar="DIR")),
    "audience": (
        str,
        _option("--for", help="Reader of the report: employer, compliance, inspector.", metavar="READER"),
    ),
    "fail_on": (
        str,
        _option(
            "--fail-on",
            help="Lowest severity that exits 3: critical, high, medium, low, info (default: low).",
            metavar="SEVERITY",
        ),
    ),
    "jobs": (int, _option("--jobs", help="Processes for a batch (default: one per core).", metavar="N", min=1, max=64)),
    "strict": (bool, _option("--strict", help="Treat any rejected row as a failure.")),
    "report": (Path, _option("--report", help="Write an HTML report to this file.", metavar="FILE")),
}
NAMES = tuple(_OPTIONS)


@functools.cache
def _parameter(name: str, hidden: bool) -> inspect.Parameter:
    kind, option = _OPTIONS[name]
    own = copy.copy(option)
    own.hidden = hidden
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind | None, own])


def _parameters(shown: tuple[str, ...], own: tuple[str, ...] = ()) -> list[inspect.Parameter]:
    return [_parameter(name, name not in shown) for name in NAMES if name not in own]


def shared(*shown: str, own: tuple[str, ...] = ()) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command every shared option; those not in ``shown`` work but stay out of its help.

    The command takes the settled values as its first parameter, ``shared``. Options that it means in its ``own`` way
    (another set of words for ``--format``) it declares itself.
    """

    def wrap(function: Callable[..., None]) -> Callable[..., None]:
        declared = list(inspect.signature(function, eval_str=True).parameters.values())[1:]

        @functools.wraps(function)
        def command(**values: Any) -> None:
            context = cast(Any, values.pop("_context"))
            here = {name: None if name in own else values.pop(name) for name in NAMES}
            before: Mapping[str, Any] = context.obj or {}
            merged = {name: here[name] if here[name] not in (None, []) else before.get(name) for name in NAMES}
            if context.obj is not None:
                context.obj["verbose"] = merged["verbose"]  # for the boundary in group.py, wherever the flag stood
            with row_log(bool(merged["verbose"])):
                function(settle(merged), **values)

        command.__doc__ = paragraphs(function.__doc__)
        context_parameter = inspect.Parameter(
            "_context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context
        )
        keyword_only = [item.replace(kind=inspect.Parameter.KEYWORD_ONLY) for item in declared]
        every = [context_parameter, *keyword_only, *_parameters(shown, own)]
        command.__signature__ = inspect.Signature(every)  # type: ignore[attr-defined]
        command.__annotations__ = {item.name: item.annotation for item in every}
        return command

    return wrap


def root_signature() -> inspect.Signature:
    """The shared options as the root command takes them, all shown."""
    return inspect.Signature(_parameters(NAMES))


def settle(values: Mapping[str, Any]) -> Shared:
    """Flags over environment over settings file; UsageError where a word is not one we know."""
    from recruitcheck.resources.settings import load_settings

    settings = load_settings(Path.cwd())
    today = datetime.now(UTC).astimezone().date()
    as_of = parse_day(values["as_of"], "--as-of") if values["as_of"] else today
    return Shared(
        db=_db(values, settings),
        offline=bool(values["offline"] or os.environ.get("RECRUITCHECK_OFFLINE") or settings.offline),
        quiet=bool(values["quiet"]),
        verbose=bool(values["verbose"]),
        color=not (values["no_color"] or os.environ.get("NO_COLOR")),
        format=_format(values["format"]),
        as_of=as_of,
        as_of_given=bool(values["as_of"]),
        known_on=parse_day(values["known_on"], "--known-on") if values["known_on"] else today,
        origin=values["origin"] or settings.origin,
        destination=values["destination"] or settings.destination,
        sector=values["sector"] or settings.sector,
        definitions=tuple(values["definition"] or ()),
        registries=tuple(values["registries"] or settings.registries),
        rules=tuple(values["rules"] or settings.rules),
        standards=tuple(values["standards"] or settings.standards),
        audience=cast(Audience, _word(values["audience"] or settings.audience or "employer", AUDIENCES, "--for")),
        fail_on=_word(values["fail_on"] or settings.fail_on or "low", SEVERITIES, "--fail-on"),
        jobs=values["jobs"] or os.cpu_count() or 1,
        strict=bool(values["strict"]),
        report=values["report"],
    )


def _db(values: Mapping[str, Any], settings: Settings) -> Path:
    from recruitcheck.resources.settings import default_db

    if values["db"]:
        return Path(values["db"])
    if os.environ.get("RECRUITCHECK_DB") or settings.db is None:
        return default_db(os.environ)
    return settings.db


def _format(given: str | None) -> Format:
    if given is None:
        return "table" if sys.stdout.isatty() else "json"
    return cast(Format, _word(given, FORMATS, "--format"))


def _word(given: str, known: tuple[str, ...], option: str) -> str:
    if given not in known:
        raise UsageError(f"{option} {given}: not known.", todo=f"Use one of: {', '.join(known)}.")
    return given


def parse_day(text: str, option: str) -> date:
    """A day as YYYY-MM-DD; UsageError otherwise."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        raise UsageError(f"{option} {text}: not a day.", todo="Write it as YYYY-MM-DD, e.g. 2026-11-21.") from None
