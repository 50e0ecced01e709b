"""Words of the command line that need no validator: a text, a path, a small number.

Typer builds a validator of pydantic for each of the forty parameters of a command, given or not, and loads pydantic for
it: a third of the time of a short command. Here a value that Typer would hand on as it stands is handed on; whatever
needs a judgement, and every error, takes Typer's own way.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, get_args, get_origin

_SLOT = "_runtime_param"  # where Typer keeps the validator of a parameter once it is built
_UNUSUAL = ("parser", "exists", "writable", "resolve_path", "allow_dash", "path_type", "clamp")


class NeedsTyper(Exception):  # noqa: N818  no error: the ordinary way follows
    """The value is not plain."""


def hand_on_plain_values(command: Any, ctx: Any) -> None:
    """Let every parameter of a command, ``--help`` too, try the short way first."""
    if command is None:
        return
    for parameter in (*command.params, command.get_help_option(ctx)):
        if getattr(parameter, _SLOT, parameter) is None:  # a Typer without the slot is left alone
            setattr(parameter, _SLOT, PlainFirst(parameter))


class PlainFirst:
    """Stands where Typer keeps a parameter's validator; Typer's own is built when a value needs it."""

    def __init__(self, parameter: Any) -> None:
        described = parameter.type_descriptor
        self._of, self._rules = described.annotation, described.parameter_info
        self._usual = described.file_annotation is None and not any(
            getattr(self._rules, name, None) for name in _UNUSUAL
        )

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value as the command gets it; raises what Typer raises."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        if self._usual:
            try:
                return self._several(value) if several else self._plain(value, self._of)
            except NeedsTyper:
                pass
        setattr(param, _SLOT, None)
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)

    def _several(self, values: Any) -> list[Any]:
        if get_origin(self._of) is not list or not isinstance(values, list | tuple):
            raise NeedsTyper
        return [self._plain(value, get_args(self._of)[0]) for value in values]

    def _plain(self, value: Any, kind: Any) -> Any:
        if kind is int and type(value) is int and self._in_range(value):
            return value
        if not isinstance(value, str) or not value or not value.isprintable():
            raise NeedsTyper
        if kind is str:
            return value
        if kind is int and value.isascii() and value.isdigit() and len(value) <= 9 and self._in_range(int(value)):
            return int(value)
        if kind is Path and (not (path := Path(value)).exists() or os.access(path, os.R_OK)):
            return path
        raise NeedsTyper

    def _in_range(self, value: int) -> bool:
        least, most = self._rules.min, self._rules.max
        return (least is None or value >= least) and (most is None or value <= most)
