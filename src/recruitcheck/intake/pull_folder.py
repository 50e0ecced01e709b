"""The folder beside the database where pulls keep what they know of the servers and of files that broke off."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from recruitcheck.errors import StoreError
from recruitcheck.net import Validators

SCHEMA = "recruitcheck/pulled/1"
STALE_SECONDS = 2 * 24 * 3600.0  # what a killed run left behind


@dataclass(frozen=True, slots=True)
class Held:
    """The copy that the last pull brought, and how the server told its state."""

    sha256: str
    name: str
    validators: Validators


class PullFolder:
    """``<db>.pulls``: ``<registry>.json`` and parts of files. Without it everything is fetched anew."""

    def __init__(self, database: Path) -> None:
        self.path = database.with_name(f"{database.name}.pulls")

    def ready(self, now: float) -> PullFolder:
        """Make the folder and clear away what killed runs left; StoreError where it cannot be written."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.path.mkdir(mode=0o700, exist_ok=True)
            for left in (*self.path.glob(".work-*"), *self.path.glob(".*.part")):
                if now - left.stat().st_mtime > STALE_SECONDS:
                    shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
        except FileNotFoundError:
            pass  # another run cleared it away
        except OSError as error:
            raise StoreError(
                f"cannot be written ({error.strerror}).", where=str(self.path), todo="Choose another place with --db."
            ) from error
        return self

    @contextmanager
    def work(self) -> Iterator[Path]:
        """A folder for one download, gone afterwards."""
        folder = Path(mkdtemp(prefix=".work-", dir=self.path))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def held(self, registry: str) -> Held | None:
        """What the last pull noted; None where it cannot be read."""
        try:
            told: Any = json.loads(self._notes(registry).read_text(encoding="utf-8"))
            if told["schema"] != SCHEMA:
                return None
            return Held(str(told["sha256"]), str(told["name"]), Validators(**told["validators"]))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def note(self, registry: str, held: Held | None) -> None:
        """Remember what the server said of the copy that was just taken, or forget."""
        if held is None:
            self._notes(registry).unlink(missing_ok=True)
            return
        draft = self.path / f".{registry}.json"
        draft.write_text(json.dumps({"schema": SCHEMA, **asdict(held)}), encoding="utf-8")
        draft.replace(self._notes(registry))

    def forget(self, registry: str) -> None:
        """Let the next pull begin from nothing."""
        for name in (f"{registry}.json", f"{registry}.part", f"{registry}.part.json"):
            (self.path / name).unlink(missing_ok=True)

    def _notes(self, registry: str) -> Path:
        return self.path / f"{registry}.json"
