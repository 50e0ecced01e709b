"""A file becomes a snapshot: read, mapped and kept in one transaction."""

from recruitcheck.intake.importing import ImportReport, ReadList, import_file, keep_list, read_list

__all__ = ["ImportReport", "ReadList", "import_file", "keep_list", "read_list"]
