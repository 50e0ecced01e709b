"""The quick look says what ``str.isprintable`` says."""

from __future__ import annotations

import pytest

from recruitcheck.model.printable import is_printable


@pytest.mark.parametrize("text", ["", "plain ~ text", "é木", "soft\u00adhyphen", "\ud800"], ids=range(5))
def test_text_is_printable_as_python_has_it(text: str) -> None:
    assert is_printable(text) == text.isprintable()


def test_every_single_byte_is_judged_alike() -> None:
    assert all(is_printable(chr(code)) == chr(code).isprintable() for code in range(256))
