"""Official lists: their definitions, readers per format, and the mapping from rows to entries."""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.registry.definition import Definition, definition_schema
    from recruitcheck.registry.mapping.mapping import ListMapping, MappedList, map_table
    from recruitcheck.registry.mapping.tally import Tally
    from recruitcheck.registry.readers.reader import read_table
    from recruitcheck.registry.shelf import find_definition, load_definition, load_definitions, load_registries
    from recruitcheck.registry.table import Row, Table

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
    "load_registries",
    "map_table",
    "read_table",
]

_HOMES = {
    "Definition": "definition",
    "definition_schema": "definition",
    "ListMapping": "mapping.mapping",
    "MappedList": "mapping.mapping",
    "map_table": "mapping.mapping",
    "read_table": "readers.reader",
    "find_definition": "shelf",
    "load_definition": "shelf",
    "load_definitions": "shelf",
    "load_registries": "shelf",
    "Row": "table",
    "Table": "table",
    "Tally": "mapping.tally",
}

__getattr__ = lazy_exports(__name__, _HOMES)
