"""Damaged files end in a clear line or in recorded rejects, never in a traceback or a lost row."""

from __future__ import annotations

import gzip
import io
import json
import random
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from recruitcheck.errors import RecruitcheckError
from recruitcheck.registry import map_table, read_table
from tests.bounds import Bounded
from tests.registry.lists import CSV_HEAD, definition, workbook, write
from tests.registry.test_pdf_table import pdf
from tests.soak import rounds

CASES = rounds(150, 1_000)  # of each of ten formats
NOISE = b'\0",;\n\r\t{}[]<>PK\xff\xfe\xef\xbb\xbf\x80=@'


def _csv(folder: Path) -> bytes:
    rows = "".join(f'{n:04},"Alder ""{n}"" & Sønn, Ltd",Active,31/12/2026\r\n' for n in range(30))
    return (CSV_HEAD + rows).encode()


def _json(folder: Path) -> bytes:
    rows = [{"Licence No": f"{n:04}", "Company": f"Alder {n} é", "Status": "Active", "Expiry": None} for n in range(30)]
    return json.dumps({"items": rows}, ensure_ascii=False).encode()


def _xlsx(folder: Path) -> bytes:
    header = ["Licence No", "Company", "Status", "Expiry"]
    sheets = {"S": [header, *([f"{n:04}", f"Alder {n}", "Active", ""] for n in range(30))]}
    return workbook(folder / "whole.xlsx", sheets).read_bytes()


def _rows() -> list[list[str]]:
    return [
        ["Licence No", "Company", "Status", "Expiry"],
        *([f"{n:04}", f"Alder {n} é", "Active", ""] for n in range(30)),
    ]


def _lines(folder: Path) -> bytes:
    header, *rows = _rows()
    records = (json.dumps(dict(zip(header, cells, strict=True)), ensure_ascii=False) for cells in rows)
    return "".join(f"{record}\n" for record in records).encode()


def _html(folder: Path) -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in cells) + "</tr>" for cells in _rows())
    return f"<!doctype html><table><tbody>{rows}</tbody></table>".encode()


def _xml(folder: Path) -> bytes:
    _, *rows = _rows()
    names = ("no", "name", "status", "until")
    body = "".join("<a>" + "".join(f"<{n}>{t}</{n}>" for n, t in zip(names, row, strict=True)) + "</a>" for row in rows)
    return f"<?xml version='1.0'?><l>{body}</l>".encode()


def _sql(folder: Path) -> bytes:
    header, *rows = _rows()
    values = ",\n".join("(" + ",".join(f"'{text}'" for text in row) + ")" for row in rows)
    return ("INSERT INTO a (" + ",".join(f"`{text}`" for text in header) + f") VALUES {values};").encode()  # noqa: S608


def _gzip(folder: Path) -> bytes:
    return gzip.compress(_csv(folder), mtime=0)


def _zip(folder: Path) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("agencies.csv"), _csv(folder))
    return held.getvalue()


def _pdf(folder: Path) -> bytes:
    rows = [(40 + 100 * at, 760 - 15 * n, text) for n, cells in enumerate(_rows()) for at, text in enumerate(cells)]
    return pdf([[(x, y, text.replace("é", "e")) for x, y, text in rows if text]])


def _damage(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    kind = chance.randrange(4)
    at = chance.randrange(len(broken))
    if kind == 0:
        return bytes(broken[:at])
    if kind == 1:
        del broken[at : at + chance.randrange(1, 40)]
    elif kind == 2:
        broken[at:at] = bytes(chance.choices(NOISE, k=chance.randrange(1, 12)))
    else:
        for _ in range(chance.randrange(1, 8)):
            broken[chance.randrange(len(broken))] = chance.choice(NOISE)
    return bytes(broken)


@pytest.mark.parametrize("make", [_csv, _json, _xlsx, _lines, _html, _xml, _sql, _gzip, _zip, _pdf])
def test_damage_is_told_or_accounted_for(tmp_path: Path, make: Callable[[Path], bytes]) -> None:
    chance = random.Random(7)  # noqa: S311  repeatable damage, no secret
    whole = make(tmp_path)
    shape = definition()
    messages = []
    for _ in range(CASES):
        path = write(tmp_path, _damage(whole, chance))
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                result = map_table(shape, read_table(path, shape))
        except RecruitcheckError as error:
            messages.append(str(error))
        else:
            assert result.rows_read == result.kept + len(result.rejects)
    assert len(messages) > (10 if make is not _html else 0)  # a browser mends everything
    assert not any("\n" in message for message in messages)


@pytest.mark.parametrize("opening", ["", "[", '{"a": "', "<html><table><tr><td>", "<l><a>", "INSERT INTO a VALUES ('"])
def test_a_line_of_fifty_megabytes_ends_in_one_line(tmp_path: Path, opening: str, bounded: Bounded) -> None:
    path = write(tmp_path, opening.encode() + b"x1 " * 17_000_000)
    with bounded(6):
        with pytest.raises(RecruitcheckError) as caught:
            list(read_table(path, definition()).rows)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 2_000


def test_a_list_cut_at_any_byte_never_passes_for_more_than_it_holds(tmp_path: Path) -> None:
    whole = _csv(tmp_path)
    shape = definition()
    for length in range(len(CSV_HEAD), len(whole), 37):
        path = write(tmp_path, whole[:length])
        try:
            result = map_table(shape, read_table(path, shape))
        except RecruitcheckError:
            continue
        assert result.rows_read <= whole[:length].count(b"\n") + 1


def test_twenty_thousand_rows_of_one_firm_are_one_entry(tmp_path: Path) -> None:
    rows = "".join(f"1,Alder,Active,{1 + n % 28:02}/{1 + n % 12:02}/2026\n" for n in range(20_000))
    shape = definition()
    result = map_table(shape, read_table(write(tmp_path, CSV_HEAD + rows), shape))
    assert len(result.entries) == 1
    assert len(result.entries[0].rows) == 20_000
    assert len(result.entries[0].licences) == 84


def test_numbers_shared_by_thousands_of_names_do_not_slow_the_import(tmp_path: Path) -> None:
    rows = "".join(f"1,Alder {n},Active,\n" for n in range(3_000))
    shape = definition()
    result = map_table(shape, read_table(write(tmp_path, CSV_HEAD + rows), shape))
    assert len(result.entries) == 3_000
