"""Official lists: their definitions, readers per format, and the mapping from rows to entries."""

from recruitcheck.registry.definition import Definition, definition_schema
from recruitcheck.registry.mapping import ListMapping, MappedList, map_table
from recruitcheck.registry.reader import read_table
from recruitcheck.registry.shelf import find_definition, load_definition, load_definitions
from recruitcheck.registry.table import Row, Table
from recruitcheck.registry.tally import Tally

__all__ = [
    "Definition",
    "ListMapping",
    "MappedList",
    "Row",
    "Table",
    "Tally",
    "definition_schema",
    "find_definition",
    "load_definition",
    "load_definitions",
    "map_table",
    "read_table",
]
