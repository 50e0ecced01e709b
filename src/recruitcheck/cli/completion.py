"""Words that the shell completes: ids of registries, from the names of the definitions' files."""

from __future__ import annotations

from collections.abc import Iterator


def registry_ids(incomplete: str) -> Iterator[str]:
    """Ids that begin so. Files are not read: a definition lies in the file of its id."""
    from recruitcheck.resources import shipped

    folder = shipped("registries")
    yield from sorted(path.stem for path in folder.glob("*.yml") if path.stem.startswith(incomplete))
