"""Tell files that are not text by their first bytes."""

from __future__ import annotations

from dataclasses import dataclass

_SAMPLE = 8192
_MAX_CONTROL_SHARE = 0.10
_COPY = "Copy its words into a text file and give that."


@dataclass(frozen=True, slots=True)
class ForeignFormat:
    """A format we do not read: what it is, and what to do instead."""

    what: str
    todo: str


_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", "Save its text as a .txt file (for example with pdftotext) and give that."),
    (b"PK\x03\x04", "a ZIP archive or an office document (DOCX, XLSX, ODT)", "Save it as plain text or HTML."),
    (b"PK\x05\x06", "an empty ZIP archive", _COPY),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC, XLS, MSG)", "Save it as plain text or HTML."),
    (b"{\\rtf", "an RTF document", "Save it as plain text or HTML."),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "Type its words into a text file and give that."),
    (b"\xff\xd8\xff", "a JPEG image", "Type its words into a text file and give that."),
    (b"GIF8", "a GIF image", "Type its words into a text file and give that."),
    (b"II*\x00", "a TIFF image", "Type its words into a text file and give that."),
    (b"MM\x00*", "a TIFF image", "Type its words into a text file and give that."),
    (b"BM", "a BMP image", "Type its words into a text file and give that."),
    (b"RIFF", "an image, sound or video file (RIFF)", _COPY),
    (b"OggS", "a sound file (Ogg, as voice messages are)", "Write down what is said and give that."),
    (b"ID3", "a sound file (MP3)", "Write down what is said and give that."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"BZh", "a bzip2 archive", "Unpack it first."),
    (b"\xfd7zXZ\x00", "an xz archive", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "Unpack it first."),
    (b"Rar!", "a RAR archive", "Unpack it first."),
    (b"SQLite format 3\x00", "an SQLite database", "Give the document itself."),
    (b"\x7fELF", "a program", "Give the document itself."),
    (b"MZ", "a Windows program", "Give the document itself."),
)
# Two ordinary letters ("BM Manpower", "MZ Overseas") are no proof: these need control bytes as well.
_WEAK = frozenset({b"BM", b"MZ", b"RIFF", b"BZh", b"ID3", b"GIF8", b"Rar!", b"OggS"})
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r\x1b\x08")


def foreign_format(data: bytes) -> ForeignFormat | None:
    """What the bytes are if they are not text; None where they may be text."""
    if data.startswith(_BYTE_ORDER_MARKS):
        return None
    sample = data[:_SAMPLE]
    binary = _is_binary(sample)
    for magic, what, todo in _SIGNATURES:
        if data.startswith(magic) and (binary or magic not in _WEAK):
            return ForeignFormat(what, todo)
    if sample[4:8] == b"ftyp" and binary:
        return ForeignFormat("a video or photo file (MP4, HEIC)", _COPY)
    return ForeignFormat("a binary file", _COPY) if binary else None


def _is_binary(sample: bytes) -> bool:
    """NUL-rich or full of control bytes; a stray NUL in a text is no proof."""
    if not sample:
        return False
    controls = sum(1 for byte in sample if byte < 32 and byte not in _TEXT_CONTROLS)
    return controls / len(sample) > _MAX_CONTROL_SHARE and not _is_bare_utf16(sample)


def _is_bare_utf16(sample: bytes) -> bool:
    """UTF-16 without a mark: every second byte of Latin text is NUL, the others never are."""
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 4:
        return False
    shares = sorted((even.count(0) / len(even), odd.count(0) / len(odd)))
    return shares[0] == 0 and shares[1] > 0.7
