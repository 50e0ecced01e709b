"""Files from outside meet a pydantic model at the door; every problem is told at once, with its place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from recruitcheck.errors import DataFileError
from recruitcheck.resources.data_file import Place, YamlDocument, load_yaml

MAX_PROBLEMS = 100

_ADVICE = {
    "missing": "Add it.",
    "extra_forbidden": "Remove it or correct its spelling.",
    "string_type": "Put the value in quotes.",
}


class StrictModel(BaseModel):
    """A model of a data file: unknown keys are refused, values keep their type, instances are frozen.

    Lists may feed tuples and text may feed enums and dates, since YAML has neither.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=False, coerce_numbers_to_str=False, defer_build=True
    )


M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], document: YamlDocument, at: Place = ()) -> M:
    """The part of a document that lies at ``at`` as a model; DataFileError lists every problem."""
    data: Any = document.data
    for step in at:
        data = data[step]
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise DataFileError(tuple(_lines(error, document, at))) from error


def _lines(error: ValidationError, document: YamlDocument, at: Place) -> Iterable[str]:
    problems = error.errors(include_url=False, include_context=False)
    for problem in problems[:MAX_PROBLEMS]:
        place: Place = (*at, *problem["loc"])
        path = ".".join(str(step) for step in problem["loc"]) or "file"
        advice = _ADVICE.get(problem["type"], "")
        shown = (
            f" (here: {str(problem['input'])[:60]!r})" if problem["type"] not in ("missing", "extra_forbidden") else ""
        )
        message = problem["msg"][:1].lower() + problem["msg"][1:]
        yield f"{document.where(place)}: {path}: {message}{shown}. {advice}".rstrip()
    if len(problems) > MAX_PROBLEMS:
        yield f"{document.source}: and {len(problems) - MAX_PROBLEMS} more."


def load_models(model: type[M], paths: Iterable[Path], *, many: bool = False) -> tuple[tuple[Path, M], ...]:
    """Read several files; with ``many`` each file is a list of models. All problems of all files at once."""
    loaded: list[tuple[Path, M]] = []
    problems: list[str] = []
    for path in sorted(paths):
        try:
            document = load_yaml(path)
            if not many:
                loaded.append((path, validate(model, document)))
                continue
            if not isinstance(document.data, list):
                raise DataFileError((f"{path}:1:1: a list is expected here. Begin each entry with '- '.",))
        except DataFileError as error:
            problems.extend(error.problems)
            continue
        for index in range(len(document.data)):
            try:
                loaded.append((path, validate(model, document, (index,))))
            except DataFileError as error:
                problems.extend(error.problems)
    if problems:
        raise DataFileError(tuple(problems))
    return tuple(loaded)
