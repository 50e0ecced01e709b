"""Made-up lists of any length: the same seed gives the same bytes."""

from __future__ import annotations

import csv
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

DEFINITION = """
id: bench
title: Made-up list for measuring
authority: Nobody
jurisdiction: "NP"
kind: licensing
coverage: current
absence_means: not_licensed
identity: [licence_number]
shelf_life_days: 30
layouts:
  - when: ["Licence", "Name", "Status", "Until"]
    columns:
      name: "Name"
      licence_number: "Licence"
      status: {from: "Status", words: {"Active": valid, "Suspended": suspended}}
      valid_from: {from: "From", date: "%d/%m/%Y"}
      valid_to: {from: "Until", date: "%d/%m/%Y"}
      address: "Address"
      place: "Town"
      region: "District"
      phone: "Phone"
      email: "Mail"
      website: "Website"
      extra: {"Owner": "Owner"}
"""
HEADER = (
    "Licence",
    "Name",
    "Status",
    "From",
    "Until",
    "Address",
    "Town",
    "District",
    "Phone",
    "Mail",
    "Website",
    "Owner",
)
_WORDS = (
    "Himal", "Terai", "Lotus", "Bridge", "Garden", "Summit", "River", "Anchor", "Meadow", "Harbour", "Falcon", "Cedar",
)  # fmt: skip
_MARKET = ("Overseas", "Manpower", "International", "Recruitment", "Employment", "Services", "Consultants")
_SYLLABLES = ("ka", "mi", "to", "ra", "ne", "lu", "shi", "po", "da", "ve")


def rows(count: int, *, changed: float = 0.0, seed: int = 7) -> Iterator[tuple[str, ...]]:
    """Agencies; a share of them (``changed``) moved house, the others are as without it."""
    chance, moves = random.Random(seed), random.Random(seed + 1)  # noqa: S311  not for secrets
    for number in range(count):
        name = "".join(chance.choices(_SYLLABLES, k=3)).title()
        road = f"{number % 300} Made-up Road"
        yield (
            f"{number:07d}",
            f"{name} {chance.choice(_WORDS)} {chance.choice(_MARKET)} Pvt. Ltd.",
            "Active" if chance.random() > 0.02 else "Suspended",
            f"15/0{1 + number % 9}/20{10 + number % 9}",
            f"15/0{1 + number % 9}/20{27 + number % 4}",
            f"New Road {number % 1000}" if moves.random() < changed else road,
            chance.choice(("Kathmandu", "Pokhara", "Lalitpur")),
            f"District {number % 77}",
            f"+977 1 {4_000_000 + number % 999_983}",
            f"office{number}@agency{number % 5000}.example",
            f"www.agency{number % 5000}.example",
            f"{''.join(chance.choices(_SYLLABLES, k=2)).title()} {chance.choice(_WORDS)}",
        )


def write_csv(path: Path, count: int, changed: float = 0.0) -> None:
    """The list as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        writer.writerows(rows(count, changed=changed))


def write_workbook(path: Path, count: int) -> None:
    """The list as XLSX with shared strings, as spreadsheet programs write it."""
    shared: dict[str, int] = {}

    def cell(place: int, number: int, text: str) -> str:
        return f'<c r="{chr(65 + place)}{number}" t="s"><v>{shared.setdefault(text, len(shared))}</v></c>'

    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f'<?xml version="1.0"?><worksheet xmlns="{main}"><sheetData>'.encode())
            for number, texts in enumerate((HEADER, *rows(count)), 1):
                cells = "".join(cell(place, number, text) for place, text in enumerate(texts))
                sheet.write(f'<row r="{number}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in shared)
        archive.writestr("xl/sharedStrings.xml", f'<?xml version="1.0"?><sst xmlns="{main}">{items}</sst>')
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>',
        )
        relation = f'<Relationship Id="rId{{}}" Type="{office}/{{}}" Target="{{}}"/>'
        relations = f'<Relationships xmlns="{package}/relationships">{{}}</Relationships>'
        archive.writestr("_rels/.rels", relations.format(relation.format(1, "officeDocument", "xl/workbook.xml")))
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            relations.format(
                relation.format(1, "worksheet", "worksheets/sheet1.xml")
                + relation.format(2, "sharedStrings", "sharedStrings.xml")
            ),
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets>'
            "</workbook>",
        )


PDF_DEFINITION = """
id: bench-pdf
title: Made-up printed list for measuring
authority: Nobody
jurisdiction: "NP"
kind: licensing
coverage: current
absence_means: not_licensed
identity: [licence_number]
shelf_life_days: 30
format:
  pdf:
    columns: {"Licence": 30, "Name": 90, "Status": 300, "Until": 360, "Phone": 440}
    start_column: "Licence"
    row_start: "^[0-9]{7}$"
layouts:
  - when: ["Licence", "Name", "Status"]
    columns:
      name: "Name"
      licence_number: "Licence"
      status: {from: "Status", words: {"Active": valid, "Suspended": suspended}}
      valid_to: {from: "Until", date: "%d/%m/%Y"}
      phone: "Phone"
"""
PDF_ROWS = 22  # on a page; each over two lines


def write_pdf(path: Path, pages: int) -> None:
    """The list as printed: a table of two-line rows over many pages, with a header and a footer on each."""
    held = iter(rows(pages * PDF_ROWS))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for page in range(1, pages + 1):
        texts = [(30, 800, "List of licensed agencies"), (30, 20, f"Page {page} of {pages}")]
        texts += zip((30, 90, 300, 360, 440), (780,) * 5, ("Licence", "Name", "Status", "Until", "Phone"), strict=True)
        for at in range(PDF_ROWS):
            number, name, status, _, until, road, town, _, phone, *_ = next(held)
            top = 750 - 32 * at
            texts += zip((30, 90, 300, 360, 440), (top,) * 5, (number, name, status, until, phone), strict=True)
            texts.append((90, top - 11, f"{road}, {town}"))
        drawn = "".join(f"BT /F1 8 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in texts)
        objects.append(f"<</Length {len(drawn)}>>\nstream\n{drawn}endstream")
        objects.append(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {len(objects)} 0 R>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {pages}/Kids[{' '.join(kids)}]>>"
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    head = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size}/Root 1 0 R>>\n"
    data += f"{head}startxref\n{len(data)}\n%%EOF\n".encode()
    path.write_bytes(data)
