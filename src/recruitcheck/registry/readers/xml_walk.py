"""One pass over an XML file: names without prefixes, no DTD, no entities of its own, bounded depth."""

from __future__ import annotations

from abc import ABC, abstractmethod
from xml.parsers import expat

from recruitcheck.errors import InputError
from recruitcheck.registry.readers.limits import MAX_NESTING
from recruitcheck.registry.table import Source

_CHUNK = 256 * 1024
_ENDS_EARLY = (3, 5, 6, 20)  # expat: no element (left to read), unclosed token, partial character, unclosed CDATA


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class XmlWalk(ABC):
    """One pass over the file. Refuses what no list needs: document types, entities, depth."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.path: list[str] = []

    def read(self, encoding: str | None) -> None:
        """Tell every element. InputError for what is no XML, or is hostile."""
        parser = expat.ParserCreate(encoding if encoding in ("utf-8", "iso-8859-1", "us-ascii", "utf-16") else None)
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.text
        try:
            with self.source.path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except expat.ExpatError as error:
            late = error.code in _ENDS_EARLY
            raise InputError(
                f"not valid XML at line {error.lineno}, column {error.offset + 1}: "
                f"{'it ends in the middle, this copy is cut' if late else expat.ErrorString(error.code)}.",
                where=self.source.where,
                todo="Get the whole file again.",
            ) from error
        except (LookupError, ValueError) as error:
            raise InputError(
                "the XML names an encoding that cannot be read.", where=self.source.where, todo="Save it as UTF-8."
            ) from error

    def _doctype(self, *_: object) -> None:
        raise InputError(
            "the XML declares a document type or entities (<!DOCTYPE, <!ENTITY): it is refused.",
            where=self.source.where,
            todo="Remove the declaration if you trust the file.",
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(_local(name))
        if len(self.path) > MAX_NESTING:
            raise InputError(
                f"the XML is nested more than {MAX_NESTING} levels deep.",
                where=self.source.where,
                todo="Check that this is the right file.",
            )
        self.start({_local(key): value for key, value in attributes.items() if not key.startswith("xmlns")})

    def _end(self, name: str) -> None:
        self.end()
        self.path.pop()

    @abstractmethod
    def start(self, attributes: dict[str, str]) -> None:
        """An element begins; ``path`` ends with its name."""

    @abstractmethod
    def end(self) -> None:
        """The last element of ``path`` ends."""

    @abstractmethod
    def text(self, text: str) -> None:
        """Text of the last element of ``path``."""
