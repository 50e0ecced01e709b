"""Which encoding a text file has: its mark, the declared one, UTF-8, and only then a guess that says so."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from recruitcheck.errors import InputError
from recruitcheck.registry.table import Source

SAMPLE_BYTES = 96 * 1024  # what a guess is made from, besides the beginning of the file
CHUNK_BYTES = 1024 * 1024
BLOCK_BYTES = 4096
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_PRINTABLE = bytes(range(32, 127)) + b"\t\r\n"
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
    """The name of the codec to read with. InputError where bytes contradict it, mix two, or end in a character."""
    marked = byte_order_mark(source.head)
    if marked == "utf-16":
        _refuse_bytes_among_pairs(source)
    if marked:
        return marked
    if declared:
        return declared
    fault = utf8_fault(source)
    if fault is None:
        return "utf-8"
    from recruitcheck.registry.drafting.encoding_guess import guess_encoding

    guess, _ = guess_encoding(telling_bytes(source, fault))
    warnings.append(
        f"The file is not UTF-8 (byte {fault:,}); it was read as {guess}, which is a guess. "
        "Declare format.encoding in the definition."
    )
    return guess


def utf8_fault(source: Source) -> int | None:
    """The offset of the first byte that is not UTF-8; None where all are.

    InputError where the end is cut, or where most of what lies beyond ASCII is UTF-8: no one codec reads such a file.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    offset = 0
    for chunk in _chunks(source, CHUNK_BYTES):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            fault = offset - held + error.start
            _refuse_mixed(source, fault)
            return fault
        offset += len(chunk)
    if decoder.getstate()[0]:
        raise InputError(
            "the file ends in the middle of a character: this copy is cut.",
            where=source.where,
            todo="Get the whole file again.",
        )
    return None


def telling_bytes(source: Source, fault: int) -> bytes:
    """What a guess can be made from: the beginning, and what lies around the first byte that is not UTF-8."""
    with source.path.open("rb") as file:
        beginning = file.read(SAMPLE_BYTES)
        if fault < SAMPLE_BYTES // 2:
            return beginning
        file.seek(fault - BLOCK_BYTES)
        around = file.read(SAMPLE_BYTES)
    return beginning[:BLOCK_BYTES].rpartition(b"\n")[0] + b"\n" + around.partition(b"\n")[2]


def mostly_utf8(data: bytes) -> bool:
    """Whether what lies beyond ASCII is UTF-8 more often than not."""
    return _balance(data) >= 0


def _refuse_mixed(source: Source, fault: int) -> None:
    if sum(map(_balance, _chunks(source, CHUNK_BYTES))) < 0:
        return
    with source.path.open("rb") as file:
        line = 1 + sum(file.read(min(CHUNK_BYTES, fault - at)).count(b"\n") for at in range(0, fault, CHUNK_BYTES))
    raise InputError(
        f"line {line:,} is not UTF-8 (byte {fault:,}), and other lines are: the file mixes encodings.",
        where=source.where,
        todo="Save it again in one encoding; or declare format.encoding in the definition, to read all of it so.",
    )


def _balance(data: bytes) -> int:
    """Words beyond ASCII that are UTF-8, less those that are not. In other encodings few are, by chance."""
    words = _BEYOND_ASCII.findall(data)
    return sum(1 if _is_utf8(word) else -1 for word in words)


def _is_utf8(word: bytes) -> bool:
    try:
        word.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _refuse_bytes_among_pairs(source: Source) -> None:
    """A stretch of plain ASCII in UTF-16 would be read as Chinese: two files were put together."""
    for number, block in enumerate(_chunks(source, BLOCK_BYTES)):
        if len(block) == BLOCK_BYTES and len(block.translate(None, _PRINTABLE)) < BLOCK_BYTES // 10:
            raise InputError(
                f"it begins as UTF-16 and goes on as plain text near byte {number * BLOCK_BYTES:,}: "
                "the file mixes encodings.",
                where=source.where,
                todo="Get the file again, or save it again in one encoding.",
            )


def _chunks(source: Source, size: int) -> Iterator[bytes]:
    with source.path.open("rb") as file:
        while chunk := file.read(size):
            yield chunk
