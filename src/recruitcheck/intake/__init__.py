"""A file becomes a snapshot: read, mapped and kept in one transaction."""

from recruitcheck.intake.importing import ImportReport, import_file

__all__ = ["ImportReport", "import_file"]
