"""A file becomes a snapshot: read, mapped and kept in one transaction; its names become an index that is asked.

The import is loaded on first use: a question to an index needs none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recruitcheck.intake.importing import ImportReport, ReadList, import_file, keep_list, read_list

__all__ = ["ImportReport", "ReadList", "import_file", "keep_list", "read_list"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("recruitcheck.intake.importing"), name)
    raise AttributeError(name)
