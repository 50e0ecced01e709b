"""README tells the truth: its command list is that of ``--help``, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import typer.main
from typer.core import TyperGroup

from recruitcheck.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _commands() -> set[str]:
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    names = set()
    for name, command in root.commands.items():
        if isinstance(command, TyperGroup):
            names |= {f"{name} {sub}" for sub in command.commands}
        else:
            names.add(name)
    return names


def test_the_command_list_of_the_readme_is_that_of_the_program() -> None:
    listed = set(re.findall(r"^\| `recruitcheck ([a-z]+(?: [a-z]+)?)", README, re.MULTILINE))
    assert listed == _commands()


def test_every_example_command_of_the_readme_exists() -> None:
    known = _commands()
    blocks = "\n".join(re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL))
    for line in re.findall(r"^recruitcheck ([a-z]+(?: [a-z]+)?)", blocks, re.MULTILINE):
        words = line.split()
        assert words[0] in known or " ".join(words[:2]) in known, line


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_every_help_page_shows_two_examples_the_output_and_the_exit_codes() -> None:
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    for name, command in root.commands.items():
        leaves = command.commands.items() if isinstance(command, TyperGroup) else [(name, command)]
        for leaf, item in leaves:
            epilog = item.epilog or ""
            assert epilog.count("recruitcheck ") >= 2, f"{name} {leaf}"
            assert "Output:" in epilog, f"{name} {leaf}"
            assert "Exit codes:" in epilog, f"{name} {leaf}"
            for option in item.params:
                assert getattr(option, "help", None), f"{name} {leaf}: {option.name} has no help"
