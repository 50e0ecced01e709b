"""``schema NAME``."""

from __future__ import annotations

from typing import Annotated

import typer

from recruitcheck.cli.ending import ending
from recruitcheck.cli.shared import Shared, shared


@shared()
def schema(shared: Shared, name: Annotated[str, typer.Argument(help="assessment, audit or definition.")]) -> None:
    """Print a JSON Schema (draft 2020-12): assessment, audit, or definition (of a registry)."""
    import json

    from recruitcheck.cli.output import put
    from recruitcheck.errors import UsageError

    if name == "definition":
        from recruitcheck.registry import definition_schema

        found = definition_schema()
    else:
        from recruitcheck.report import SCHEMA_NAMES
        from recruitcheck.report import schema as published

        if name not in SCHEMA_NAMES:
            raise UsageError(f"schema {name}: not known.", todo=f"Use {', '.join((*SCHEMA_NAMES, 'definition'))}.")
        found = published(name)
    put(json.dumps(found, indent=2, ensure_ascii=False))


EPILOG = ending(
    "recruitcheck schema assessment > assessment.schema.json",
    "recruitcheck schema definition",
    output="a JSON Schema.",
)
