"""What was made of validated files, kept as JSON under the hash of their bytes: validating is paid once per content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from recruitcheck.resources import yaml_cache


def kept(what: str, paths: Iterable[Path], make: Callable[[], Any], *, family: str = "") -> Any:
    """The plain JSON value that ``make`` gives for the files; it is called where they, or ``what``, are new.

    ``what`` names the kind of value; change it whenever ``make`` gives anything else for the same files. Whatever
    ``make`` raises is not kept. Of large values that change often, name a ``family``: only its newest ones stay.
    """
    whole = hashlib.sha256(what.encode())
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""  # reading it in earnest says what is the matter
        whole.update(hashlib.sha256(content).digest())
    key = f"{family}.{whole.hexdigest()}" if family else whole.hexdigest()
    known = yaml_cache.recall(key)
    if known is not None:
        return known
    made = make()
    yaml_cache.keep(key, made)
    if family:
        yaml_cache.forget_older(family)
    return made
