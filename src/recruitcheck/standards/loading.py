"""The shipped catalogue, joined by a user's own folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recruitcheck.errors import InputError
from recruitcheck.standards.catalogue import Catalogue
from recruitcheck.standards.parts import PARTS

MAX_FILES = 2_000


def load_catalogue(folders: Sequence[Path] = ()) -> Catalogue:
    """The shipped catalogue joined by a user's own folders.

    A folder holds sub-folders named like the shipped ones (instruments, limits, terms, referrals …); YAML files that
    lie in it directly are read as instruments. With folders everything is read and checked at once.
    """
    from recruitcheck.resources import package_data

    shipped = package_data("standards")
    files = {part: sorted((shipped / part).glob("*.yml")) for part in PARTS}
    for folder in folders:
        if not folder.is_dir():
            raise InputError("no such folder.", where=str(folder), todo="Give a folder of standards files.")
        own = {part: sorted((folder / part).glob("*.y*ml")) for part in PARTS}
        own["instruments"] += sorted(folder.glob("*.y*ml"))
        count = sum(len(paths) for paths in own.values())
        if not 0 < count <= MAX_FILES:
            todo = f"Put YAML files in it or in {', '.join(PARTS[:2])} … inside it, at most {MAX_FILES:,}."
            raise InputError(f"{count:,} standards files.", where=str(folder), todo=todo)
        for part in PARTS:
            files[part] += own[part]
    catalogue = Catalogue({part: tuple(paths) for part, paths in files.items()})
    if folders:
        catalogue.check()
    return catalogue
