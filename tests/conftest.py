"""Fixtures that every room's tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.bounds import Bounded, within


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real lists and labelled samples beside the checkout; tests that need it skip without it."""
    given = os.environ.get("RECRUITCHECK_SHARED")
    folder = Path(given) if given else Path(__file__).resolve().parents[2] / "shared"
    if not (folder / "registers").is_dir():
        pytest.skip("the folder of real lists (shared/ beside the checkout) is not here")
    return folder


@pytest.fixture
def bounded() -> Bounded:
    """`with bounded(2): …` fails where the block's time blows up; see tests/bounds.py."""
    return within
