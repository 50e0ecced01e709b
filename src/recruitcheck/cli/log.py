"""The causes of failed rows: kept off the terminal unless ``--verbose`` asks for them."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_ROOT = logging.getLogger("recruitcheck")


@contextmanager
def row_log(verbose: bool) -> Iterator[None]:
    """Send the log to stderr while a command runs, or nowhere; a row's problem is in its assessment either way."""
    handler: logging.Handler = logging.StreamHandler(sys.stderr) if verbose else logging.NullHandler()
    _ROOT.addHandler(handler)
    try:
        yield
    finally:
        _ROOT.removeHandler(handler)
