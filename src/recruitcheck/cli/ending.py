"""The end of every help page: two examples, the shape of the output, the exit codes."""

from __future__ import annotations

CHECK_EXITS = (
    "0 nothing flagged · 1 failure · 2 usage · 3 flagged at or above --fail-on · 4 incomplete or needs a person"
)
PLAIN_EXITS = "0 done · 1 failure · 2 usage"


def ending(*examples: str, output: str, exits: str = PLAIN_EXITS) -> str:
    """The epilog of one command; ``\\b`` keeps its lines apart."""
    shown = "\n".join(f"  {example}" for example in examples)
    return f"\b\nExamples:\n{shown}\n\nOutput: {output}\n\nExit codes: {exits}"
