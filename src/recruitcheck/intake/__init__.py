"""A file becomes a snapshot: read, mapped and kept in one transaction; its names become an index that is asked.

The import is loaded on first use: a question to an index needs none of it.
"""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.intake.importing import ImportReport, ReadList, import_file, keep_list, read_list

__all__ = ["ImportReport", "ReadList", "import_file", "keep_list", "read_list"]

_HOMES = dict.fromkeys(__all__, "importing")
__getattr__ = lazy_exports(__name__, _HOMES)
