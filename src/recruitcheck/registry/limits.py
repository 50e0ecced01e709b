"""How much a list may hold before it is refused. A list larger than any real one is an accident or an attack."""

from __future__ import annotations

MAX_FILE_BYTES = 2 * 1024**3
MAX_RECORDS_BYTES = 512 * 1024**2  # JSON is read whole, so it is bounded apart
MAX_ROWS = 5_000_000
MAX_COLUMNS = 500
MAX_CELL_CHARS = 100_000  # one cell; a longer one is cut and its row rejected
MAX_ROW_CHARS = 4_000_000  # one row of a text file over all its lines: more means that a quote never ends
MAX_LINE_CHARS = 2_000_000  # one line of a text file
MAX_NESTING = 40
MAX_NAME_CHARS = 1_000  # longer names are rejected as rows: nobody is called that
MAX_UNPACKED_BYTES = 2 * 1024**3
MAX_PACKING_RATIO = 300  # unpacked to packed; beyond it a workbook is taken for a zip bomb
SMALL_UNPACKED_BYTES = 50 * 1024**2  # below this the ratio is not asked
MAX_SHEET_CELLS = 40_000_000  # rows times columns of one sheet, blanks included
MAX_HEADER_SEARCH = 200
PATTERN_SECONDS = 0.5  # one declared pattern on one cell
