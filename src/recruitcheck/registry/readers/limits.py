"""How much a list may hold before it is refused. A list larger than any real one is an accident or an attack."""

from __future__ import annotations

MAX_FILE_BYTES = 2 * 1024**3
MAX_RECORDS_BYTES = 512 * 1024**2  # JSON is read whole, so it is bounded apart
MAX_ROWS = 5_000_000
BATCH_ROWS = 2_000  # rows worked on at once: all that is held of a list of any length
MERGED_AT_ONCE = 500  # rows of firms that stand in several rows
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
MAX_ARCHIVE_MEMBERS = 10_000
MAX_ARCHIVE_TRIES = 8  # files of one zip that are unpacked in search of the list, the largest first
MAX_ARCHIVE_DEPTH = 3  # a list in a gzip in a zip
MAX_MARKUP_BYTES = 96 * 1024**2  # HTML is held as a tree of many times its size
MAX_TABLES = 500  # of one page, dump or document
MAX_CALAMINE_BYTES = 256 * 1024**2  # XLS and ODS are read whole
MAX_PATHS = 5_000  # different element paths of an XML file, or keys of an entity stream
MAX_PDF_BYTES = 256 * 1024**2
MAX_PAGES = 3_000
MAX_PAGE_PIECES = 20_000  # text pieces of one page
