"""A list in a zip or gzip opens like the list itself; a hostile archive ends in one line."""

from __future__ import annotations

import gc
import gzip
import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from recruitcheck.errors import InputError, RegistryError
from recruitcheck.registry import Table, map_table, read_table
from recruitcheck.registry.readers import archive
from tests.registry.lists import CSV_HEAD, definition, workbook, write

ROWS = CSV_HEAD + "0012,Alder & Sons,Active,31/12/2026\n0013,Birch Ltd,Active,\n"


def zipped(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return held.getvalue()


def opened(folder: Path, content: bytes, name: str = "list.zip") -> Table:
    return read_table(write(folder, content, name), definition())


@pytest.fixture(autouse=True)
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (gzip.compress(ROWS.encode()), "list.csv.gz"),
        (zipped({"agencies.csv": ROWS.encode()}), "list.zip"),
        (zipped({"agencies.csv.gz": gzip.compress(ROWS.encode())}), "list.zip"),
        (gzip.compress(ROWS[:50].encode()) + gzip.compress(ROWS[50:].encode()), "list.gz"),
    ],
)
def test_a_packed_list_is_read_like_the_list(tmp_path: Path, content: bytes, name: str) -> None:
    table = opened(tmp_path, content, name)
    assert (table.source_name, table.media_type) == (name, "text/csv")
    assert [row.cells["Company"] for row in table.rows] == ["Alder & Sons", "Birch Ltd"]
    assert not table.warnings


def test_a_workbook_in_a_gzip_is_a_workbook(tmp_path: Path) -> None:
    rows = [["Licence No", "Company", "Status", "Expiry"], ["7", "A", "Active", None]]
    book = workbook(tmp_path / "x.xlsx", {"S": rows}).read_bytes()  # type: ignore[dict-item]
    table = opened(tmp_path, gzip.compress(book), "x.xlsx.gz")
    assert table.media_type.endswith("spreadsheetml.sheet")
    assert len(list(table.rows)) == 1


def test_the_largest_file_that_is_such_a_list_is_taken(tmp_path: Path) -> None:
    files = {
        "README.txt": b"Please read me. " * 900,
        "__MACOSX/._agencies.csv": b"\0\5\26\7" * 4000,
        "other.csv": b"a,b\n" + b"1,2\n" * 500,
        "photo.png": b"\x89PNG" + b"x" * 9000,
        "data/agencies.csv": ROWS.encode(),
        "empty.csv": b"",
    }
    table = opened(tmp_path, zipped(files))
    assert len(list(table.rows)) == 2
    assert table.warnings == ["The zip holds 5 files; the largest that is such a list was read."]


def test_nothing_is_left_behind_once_the_rows_are_read(tmp_path: Path, room: Path) -> None:
    mapped = map_table(definition(), opened(tmp_path, zipped({"a.csv": ROWS.encode()})))
    assert len(mapped.entries) == 2
    gc.collect()
    assert not list(room.iterdir())


@pytest.mark.parametrize("name", ["../../escaped.csv", "/escaped.csv", "C:\\escaped.csv", "a\x1b[31m/\r\nescaped.csv"])
def test_paths_in_archives_lead_nowhere(tmp_path: Path, room: Path, name: str) -> None:
    table = opened(tmp_path, zipped({name: ROWS.encode()}))
    assert len(list(table.rows)) == 2
    assert not list(tmp_path.rglob("*escaped*"))
    assert archive.shown_name(name) == "escaped.csv"


def test_a_swelling_archive_is_refused_before_it_fills_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "SMALL_UNPACKED_BYTES", 1024 * 1024)
    bomb = gzip.compress(b"0" * 20_000_000)
    for content in (bomb, zipped({"a.csv": b"0" * 20_000_000})):
        with pytest.raises(InputError, match="refused as a zip bomb"):
            opened(tmp_path, content)


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    content = ROWS.encode()
    for _ in range(6):
        content = gzip.compress(content)
    with pytest.raises(InputError, match="too deep"):
        opened(tmp_path, content)


def test_a_locked_zip_says_so(tmp_path: Path) -> None:
    locked = bytearray(zipped({"a.csv": ROWS.encode()}))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="locked"):
        opened(tmp_path, bytes(locked))


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped({"a.csv": data})])
def test_a_cut_archive_is_no_list(tmp_path: Path, pack: object, share: float) -> None:
    whole = pack((ROWS + ROWS * 50).encode())  # type: ignore[operator]
    with pytest.raises(InputError, match="damaged or cut"):
        list(opened(tmp_path, whole[: int(len(whole) * share)]).rows)


def test_an_archive_without_a_list_says_what_it_saw(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no file"):
        opened(tmp_path, zipped({}))
    with pytest.raises(InputError, match=r"list\.zip > photo\.png: this is a picture"):
        opened(tmp_path, zipped({"photo.png": b"\x89PNG....."}))
    with pytest.raises(RegistryError, match="no layout of xx-agencies fits"):
        opened(tmp_path, zipped({"a.csv": b"a,b\n1,2\n"}))
