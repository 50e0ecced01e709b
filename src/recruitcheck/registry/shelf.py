"""The shelf of definitions: all that lie in given folders, and one of them by its id."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import DataFileError, InputError, UsageError
from recruitcheck.model import Registry
from recruitcheck.model.registry_json import registry_of_json, registry_to_json

if TYPE_CHECKING:
    from recruitcheck.registry.definition import Definition

SUFFIXES = (".yml", ".yaml")


def definition_files(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Every YAML file that lies directly in the folders; InputError where a folder is missing."""
    files: dict[Path, None] = {}
    for folder in folders:
        if not folder.is_dir():
            raise InputError("no such folder.", where=str(folder), todo="Give a folder of definitions (*.yml).")
        found = sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and path.is_file())
        files.update(dict.fromkeys(found))
    return tuple(files)


def load_definition(path: Path) -> Definition:
    """One definition from one file; DataFileError lists every problem."""
    from recruitcheck.registry.definition import Definition
    from recruitcheck.resources import load_yaml, validate

    return validate(Definition, load_yaml(path))


def load_definitions(folders: Sequence[Path]) -> tuple[Definition, ...]:
    """All definitions of the folders, ordered by id. An id that stands twice is an error that names both files."""
    from recruitcheck.registry.definition import Definition
    from recruitcheck.resources import load_models

    first_of: dict[str, tuple[Path, Definition]] = {}
    problems: list[str] = []
    for path, definition in load_models(Definition, definition_files(folders)):
        if definition.id in first_of:
            other = first_of[definition.id][0]
            problems.append(f"{path}:1:1: the id {definition.id} stands in {other} too. Rename one of them.")
        else:
            first_of[definition.id] = (path, definition)
    if problems:
        raise DataFileError(tuple(problems))
    return tuple(first_of[key][1] for key in sorted(first_of))


def load_registries(folders: Sequence[Path]) -> tuple[Registry, ...]:
    """What ``load_definitions`` would say of each list, as far as checks and reports need it.

    Kept under the hash of all the files, and of the code that reads them: whoever asks a list, and imports none, need
    not have fifty definitions validated. Only what passed is kept.
    """
    from recruitcheck.resources.kept import kept

    values = kept(
        "registries 1",
        (Path(__file__).with_name("definition.py"), *definition_files(folders)),
        lambda: [registry_to_json(definition.to_registry()) for definition in load_definitions(folders)],
    )
    return tuple(registry_of_json(value) for value in values)


def find_definition(id: str, folders: Sequence[Path]) -> Definition:  # noqa: A002  the word the user says
    """The definition of one registry; UsageError names near misses where there is none."""
    definitions = {definition.id: definition for definition in load_definitions(folders)}
    if id in definitions:
        return definitions[id]
    near = difflib.get_close_matches(id.casefold(), definitions, n=3, cutoff=0.5)
    known = f"Known: {', '.join(definitions) or 'none'}."
    raise UsageError(f"no registry is called {id!r}.", todo=f"Did you mean {' or '.join(near)}?" if near else known)
