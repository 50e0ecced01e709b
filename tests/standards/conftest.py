"""The shipped catalogue, read once for the whole room."""

from __future__ import annotations

import pytest

from recruitcheck.standards import Catalogue, load_catalogue


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()
