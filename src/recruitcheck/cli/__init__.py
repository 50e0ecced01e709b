"""The command line: parse, call one function, print, exit. The only room that knows typer and rich."""

from recruitcheck.cli.app import app, main

__all__ = ["app", "main"]
