"""The end of every help page: two examples, the shape of the output, the exit codes."""

from __future__ import annotations

CHECK_EXITS = (
    "0 nothing flagged · 1 failure · 2 usage · 3 flagged at or above --fail-on · 4 incomplete or needs a person"
)
PLAIN_EXITS = "0 done · 1 failure · 2 usage"
WIDEST = 74  # an example must fit a terminal of 80 columns, and still run when it is copied


def paragraphs(docstring: str | None) -> str:
    """A docstring without its line ends inside paragraphs, so that the help page wraps it to the terminal."""
    from inspect import cleandoc

    return "\n\n".join(" ".join(part.split()) for part in cleandoc(docstring or "").split("\n\n"))


def _folded(example: str) -> list[str]:
    lines = [example]
    while len(lines[-1]) > WIDEST and " --" in lines[-1].strip()[:WIDEST]:
        cut = lines[-1].rindex(" --", 0, WIDEST)
        lines[-1:] = [f"{lines[-1][:cut]} \\", f"    {lines[-1][cut + 1 :]}"]
    return lines


def ending(*examples: str, output: str, exits: str = PLAIN_EXITS) -> str:
    """The epilog of one command; ``\\b`` keeps its lines apart."""
    shown = "\n".join(f"  {line}" for example in examples for line in _folded(example))
    return f"\b\nExamples:\n{shown}\n\nOutput: {output}\n\nExit codes: {exits}"
