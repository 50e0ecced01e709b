"""Which encoding a text file has: its mark, the declared one, UTF-8, and only then a guess that says so."""

from __future__ import annotations

import codecs

from recruitcheck.errors import InputError
from recruitcheck.registry.table import Source

SAMPLE_BYTES = 256 * 1024
CHUNK_BYTES = 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1a\x1b")
BINARY_SHARE = 0.1


def byte_order_mark(head: bytes) -> str | None:
    """The encoding that the first bytes announce."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), None)


def looks_binary(head: bytes) -> bool:
    """Whether too many bytes are control characters for a text. A few NULs are dirt, not proof."""
    if byte_order_mark(head):
        return False
    strange = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
    return bool(head) and strange / len(head) > BINARY_SHARE


def find_encoding(source: Source, declared: str | None, warnings: list[str]) -> str:
    """The name of the codec to read with. InputError where bytes contradict it or nothing fits."""
    marked = byte_order_mark(source.head)
    if marked:
        return marked
    if declared:
        return declared
    fault = _utf8_fault(source)
    if fault is None:
        return "utf-8"
    guess = _guess(source)
    if guess is None:
        raise InputError(
            f"not UTF-8 (byte {fault:,}), and no other encoding fits.",
            where=source.where,
            todo="Declare format.encoding in the definition, or save the file as UTF-8.",
        )
    warnings.append(
        f"The file is not UTF-8 (byte {fault:,}); it was read as {guess}, which is a guess. "
        "Declare format.encoding in the definition."
    )
    return guess


def _utf8_fault(source: Source) -> int | None:
    """The offset of the first byte that is not UTF-8; None where all are. InputError where the end is cut."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset = 0
    with source.path.open("rb") as file:
        while chunk := file.read(CHUNK_BYTES):
            held = len(decoder.getstate()[0])
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                return offset - held + error.start
            offset += len(chunk)
    if decoder.getstate()[0]:
        raise InputError(
            "the file ends in the middle of a character: this copy is cut.",
            where=source.where,
            todo="Get the whole file again.",
        )
    return None


def _guess(source: Source) -> str | None:
    from charset_normalizer import from_bytes

    with source.path.open("rb") as file:
        best = from_bytes(file.read(SAMPLE_BYTES)).best()
    return best.encoding if best else None
