"""``schema NAME``."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared

_STANDARDS = "standards-"


@shared()
def schema(
    shared: Shared,
    name: Annotated[
        str, typer.Argument(help="assessment, audit, definition, or standards-PART (instruments, limits …).")
    ],
) -> None:
    """Print a JSON Schema (draft 2020-12) of what is written (assessment, audit) or read (definition, standards-…)."""
    import json

    from recruitcheck.cli.output import put

    if name == "definition":
        from recruitcheck.registry import definition_schema

        found = definition_schema()
    else:
        found = _published(name)
    put(json.dumps(found, indent=2, ensure_ascii=False))


def _published(name: str) -> dict[str, Any]:
    from recruitcheck.errors import UsageError
    from recruitcheck.report import SCHEMA_NAMES
    from recruitcheck.report import schema as published
    from recruitcheck.standards.parts import PARTS

    part = name.removeprefix(_STANDARDS)
    if name.startswith(_STANDARDS) and part in PARTS:
        from recruitcheck.standards.file_schema import part_schema

        return part_schema(part)
    if name not in SCHEMA_NAMES:
        known = (*SCHEMA_NAMES, "definition", *(f"{_STANDARDS}{item}" for item in PARTS))
        raise UsageError(f"schema {name}: not known.", todo=f"Use {', '.join(known)}.")
    return published(name)


EPILOG = ending(
    "recruitcheck schema assessment > assessment.schema.json",
    "recruitcheck schema standards-instruments > instruments.schema.json",
    output="a JSON Schema.",
)
