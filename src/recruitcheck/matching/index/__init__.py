"""The name index: every name ever listed, taken apart once, on disk beside the database and read in place."""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.matching.index.name_index import NameIndex

__all__ = ["NameIndex"]

__getattr__ = lazy_exports(__name__, {"NameIndex": "name_index"})
