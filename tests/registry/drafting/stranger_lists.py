# ruff: noqa: E501  rows of a table read better unwrapped
"""Ten more made-up lists in the manner of real ones, written with their facts before any draft of them was run."""

from __future__ import annotations

import json
from datetime import date

from tests.registry.drafting.made_up_lists import MadeUp, csv_bytes, workbook_bytes
from tests.registry.test_other_workbooks import cell, ods, row
from tests.registry.test_pdf_table import pdf


def stranger_lists() -> tuple[MadeUp, ...]:
    """All ten."""
    return (
        _workbook_with_logo(),
        _unruled_pdf(),
        _semicolons_and_decimal_commas(),
        _latin_1(),
        _arabic(),
        _utf_16_tabs(),
        _nested_json(),
        _saved_page(),
        _spreadsheet_xml(),
        _years_in_ods(),
    )


def _workbook_with_logo() -> MadeUp:
    rows = [
        ["", "", "", "", "", "", "", "", ""],
        ["", "", "MINISTRY OF LABOUR AND INDUSTRIAL RELATIONS", "", "", "", "", "", ""],
        ["", "", "List of licensed private recruitment companies as at 30th September 2026", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "", "", ""],
        ["S/No", "Company", "", "Licence", "", "", "Contact details", "", "Remarks"],
        ["", "Name", "Physical address", "Number", "Date of issue", "Expiry date", "Telephone", "E-mail address", ""],
        [1, "Kampala Bridge Recruitment Ltd", "Plot 14 Nkrumah Road, Kampala", "ML/2024/017", date(2024, 10, 3), date(2026, 10, 2), "0414 555 010", "info@bridge.example", "Active"],
        [2, "Nile Gate Manpower Agency Ltd", "Plot 3 Acacia Avenue, Kampala", "ML/2023/009", date(2023, 2, 14), date(2025, 2, 13), "0772 555 011 / 0701 555 012", "nile@gate.example", "Expired"],
        [3, "Pearl Overseas Consultants Ltd", "Block B, Entebbe Road", "ML/2025/031", date(2025, 6, 20), date(2027, 6, 19), "0414 555 013", "", "Suspended"],
        [4, "Equator Labour Link SMC Ltd", "Plot 77 Jinja Road", "ML/2025/044", date(2025, 9, 1), date(2027, 8, 31), "0393 555 014", "hr@equator.example", "Active"],
        ["", "", "", "", "", "", "", "", ""],
        ["", "Source: External Employment Management Unit", "", "", "", "", "", "", ""],
    ]  # fmt: skip
    return MadeUp(
        "logo rows and merged headers",
        "LICENSED COMPANIES.xlsx",
        workbook_bytes({"Sheet1": rows}, row=2, column=1),
        (
            {"name": "Kampala Bridge Recruitment Ltd", "number": "ML/2024/017", "since": "2024-10-03", "until": "2026-10-02", "status": "valid", "emails": ("info@bridge.example",), "address": "Plot 14 Nkrumah Road, Kampala"},
            {"name": "Nile Gate Manpower Agency Ltd", "number": "ML/2023/009", "status": "expired", "phones": ("0772 555 011", "0701 555 012")},
            {"name": "Pearl Overseas Consultants Ltd", "until": "2027-06-19", "status": "suspended"},
            {"name": "Equator Labour Link SMC Ltd", "number": "ML/2025/044", "status": "valid"},
        ),
        4,
        "ug-list",
        {"jurisdiction": "UG", "kind": "licensing"},
    )  # fmt: skip


def _unruled_pdf() -> MadeUp:
    head = [
        (40, 700, "Lic. No."),
        (110, 700, "Name of Agency"),
        (290, 700, "Address"),
        (440, 700, "Valid up to"),
        (520, 700, "Status"),
    ]
    firms = (
        ("1832", ("Serendib Foreign", "Employment Agency"), ("No 12, Galle Road,", "Colombo 03"), "2027.03.31", "Valid"),
        ("2044", ("Lanka Gulf Link (Pvt) Ltd",), ("87/1 Baseline Road,", "Colombo 09"), "2026.11.15", "Valid"),
        ("2107", ("Kandy Manpower", "Services"), ("5 Temple Street,", "Kandy"), "2025.12.31", "Cancelled"),
        ("2210", ("Ruhuna Overseas (Pvt) Ltd",), ("Matara Road, Galle",), "2028.01.20", "Valid"),
        ("2305", ("Negombo Star", "Recruiters"), ("22 Sea Street,", "Negombo"), "2026.06.30", "Blacklisted"),
    )  # fmt: skip
    texts = [(180, 790, "Licensed Foreign Employment Agencies"), (220, 770, "as at 2026.09.30"), *head]
    y = 680
    for number, name, address, until, status in firms:
        texts += [(40, y, number), (440, y, until), (520, y, status)]
        texts += [(110, y - 12 * line, text) for line, text in enumerate(name)]
        texts += [(290, y - 12 * line, text) for line, text in enumerate(address)]
        y -= 12 * max(len(name), len(address)) + 10
    second = [
        *head,
        (40, 680, "2411"),
        (110, 680, "Trinco Bay Agency"),
        (290, 680, "Harbour Road, Trincomalee"),
        (440, 680, "2027.05.05"),
        (520, 680, "Valid"),
    ]
    return MadeUp(
        "unruled PDF with wrapped names and addresses",
        "agencies.pdf",
        pdf([[*texts, (270, 30, "Page 1 of 2")], [*second, (270, 30, "Page 2 of 2")]]),
        (
            {"name": "Serendib Foreign Employment Agency", "number": "1832", "until": "2027-03-31", "status": "valid"},
            {"name": "Lanka Gulf Link (Pvt) Ltd", "number": "2044", "until": "2026-11-15", "status": "valid"},
            {"name": "Kandy Manpower Services", "until": "2025-12-31"},
            {"name": "Ruhuna Overseas (Pvt) Ltd", "number": "2210"},
            {"name": "Negombo Star Recruiters", "status": "barred"},
            {"name": "Trinco Bay Agency", "number": "2411", "until": "2027-05-05", "status": "valid"},
        ),
        6,
        "lk-list",
        {"jurisdiction": "LK"},
    )  # fmt: skip


def _semicolons_and_decimal_commas() -> MadeUp:
    rows = [
        ["Nr. crt.", "Denumire agent de muncă temporară", "CUI", "Adresa sediului social", "Județ", "Nr. autorizație", "Data emiterii", "Valabil până la", "Garanție financiară (lei)", "Situație"],
        ["1", "ROM FORȚĂ DE MUNCĂ S.R.L.", "RO18234567", "Str. Unirii nr. 4, ap. 12", "Cluj", "0112", "12.01.2024", "11.01.2026", "92.500,00", "expirată"],
        ["2", "CARPAȚI STAFF S.A.", "RO20987654", "Bd. Eroilor nr. 33", "Brașov", "0127", "03.07.2025", "02.07.2027", "101.250,50", "activă"],
        ["3", "DUNĂREA TEMP S.R.L.", "RO31456789", "Calea Galați nr. 1", "Brăila", "0131", "15.09.2025", "14.09.2027", "92.500,00", "suspendată"],
        ["4", "MUREȘ PERSONAL S.R.L.", "RO40112233", "Str. Gării nr. 8", "Mureș", "0140", "28.02.2026", "27.02.2028", "97.000,75", "retrasă"],
    ]  # fmt: skip
    return MadeUp(
        "semicolons, decimal commas, Romanian",
        "amt.csv",
        csv_bytes(rows, ";", "utf-8-sig"),
        (
            {"name": "ROM FORȚĂ DE MUNCĂ S.R.L.", "number": "0112", "since": "2024-01-12", "until": "2026-01-11", "status": "expired"},
            {"name": "CARPAȚI STAFF S.A.", "number": "0127", "status": "valid"},
            {"name": "DUNĂREA TEMP S.R.L.", "until": "2027-09-14", "status": "suspended"},
            {"name": "MUREȘ PERSONAL S.R.L.", "since": "2026-02-28", "status": "unknown"},
        ),
        4,
        "ro-list",
        {"jurisdiction": "RO"},
    )  # fmt: skip


def _latin_1() -> MadeUp:
    rows = [
        ["Designação social", "NIPC", "N.º do alvará", "Morada", "Código postal", "Localidade", "Data de emissão", "Estado do alvará"],
        ["Mão Amiga - Trabalho Temporário, Lda.", "501234567", "415/2009", "Rua do Comércio, 12", "4000-123", "Porto", "2009-03-17", "Em vigor"],
        ["Açor Recursos Humanos, S.A.", "502345678", "712/2014", "Av. da República, 99", "1050-190", "Lisboa", "2014-11-05", "Suspenso"],
        ["Ligação Empresa de Trabalho Temporário, Unipessoal Lda.", "503456789", "801/2018", "Praça Central, 3", "8000-076", "Faro", "2018-05-29", "Caducado"],
        ["Côa Serviços, Lda.", "504567890", "855/2020", "Largo da Sé, 1", "6300-003", "Guarda", "2020-10-01", "Em vigor"],
    ]  # fmt: skip
    return MadeUp(
        "latin-1, Portuguese",
        "ett.csv",
        csv_bytes(rows, ",", "latin-1"),
        (
            {"name": "Mão Amiga - Trabalho Temporário, Lda.", "number": "415/2009", "status": "valid", "place": "Porto"},
            {"name": "Açor Recursos Humanos, S.A.", "number": "712/2014", "status": "suspended"},
            {"name": "Ligação Empresa de Trabalho Temporário, Unipessoal Lda.", "status": "expired"},
            {"name": "Côa Serviços, Lda.", "number": "855/2020", "since": "2020-10-01", "status": "valid"},
        ),
        4,
        "pt-list",
        {"jurisdiction": "PT"},
    )  # fmt: skip


def _arabic() -> MadeUp:
    rows = [
        ["م", "اسم المكتب", "رقم الترخيص", "المدينة", "الهاتف", "تاريخ انتهاء الترخيص", "حالة الترخيص"],
        ["1", "مكتب الدوحة لاستقدام الأيدي العاملة", "145", "الدوحة", "44551001", "31/12/2026", "ساري"],
        ["2", "الريان لجلب العمالة", "152", "الريان", "44551002", "15/03/2027", "ساري"],
        ["3", "مكتب الوكرة للاستقدام", "160", "الوكرة", "44551003", "01/06/2025", "منتهي"],
        ["4", "الخور للموارد البشرية", "171", "الخور", "44551004", "20/09/2026", "موقوف"],
    ]
    return MadeUp(
        "cp1256, Arabic",
        "makatib.csv",
        csv_bytes(rows, ",", "cp1256"),
        (
            {"name": "مكتب الدوحة لاستقدام الأيدي العاملة", "number": "145", "until": "2026-12-31", "status": "valid"},
            {"name": "الريان لجلب العمالة", "phones": ("44551002",), "status": "valid", "place": "الريان"},
            {"name": "مكتب الوكرة للاستقدام", "until": "2025-06-01", "status": "expired"},
            {"name": "الخور للموارد البشرية", "number": "171", "status": "suspended"},
        ),
        4,
        "qa-list",
        {"jurisdiction": "QA"},
    )


def _utf_16_tabs() -> MadeUp:
    rows = [
        ["STT", "Tên doanh nghiệp", "Tên giao dịch", "Số giấy phép", "Ngày cấp", "Địa chỉ trụ sở chính", "Điện thoại", "Tình trạng"],
        ["1", "CÔNG TY CỔ PHẦN NHÂN LỰC SÔNG HỒNG", "RED RIVER HR., JSC", "0123/LĐTBXH-GP", "05/04/2021", "Số 8 Láng Hạ, Hà Nội", "024 3555 0101", "Đang hoạt động"],
        ["2", "CÔNG TY TNHH XUẤT KHẨU LAO ĐỘNG MEKONG", "MEKONG LABOUR CO., LTD", "0456/LĐTBXH-GP", "17/09/2019", "12 Nguyễn Huệ, TP. HCM", "028 3555 0102", "Tạm dừng"],
        ["3", "CÔNG TY CỔ PHẦN HỢP TÁC QUỐC TẾ LẠC VIỆT", "LACVIET ICC., JSC", "0789/LĐTBXH-GP", "30/11/2016", "45 Trần Phú, Đà Nẵng", "0236 355 0103", "Thu hồi giấy phép"],
    ]  # fmt: skip
    return MadeUp(
        "UTF-16, tabs, Vietnamese",
        "danhsach.txt",
        csv_bytes(rows, "\t", "utf-16"),
        (
            {"names": ("CÔNG TY CỔ PHẦN NHÂN LỰC SÔNG HỒNG", "RED RIVER HR., JSC"), "number": "0123/LĐTBXH-GP", "since": "2021-04-05", "status": "valid"},
            {"name": "CÔNG TY TNHH XUẤT KHẨU LAO ĐỘNG MEKONG", "since": "2019-09-17", "status": "suspended"},
            {"name": "CÔNG TY CỔ PHẦN HỢP TÁC QUỐC TẾ LẠC VIỆT", "number": "0789/LĐTBXH-GP", "status": "revoked"},
        ),
        3,
        "vn-list",
        {"jurisdiction": "VN"},
    )  # fmt: skip


def _nested_json() -> MadeUp:
    def provider(name: str, abn: str, licence: str, state: str, start: str, end: str | None) -> dict[str, object]:
        return {
            "provider": {"legalName": name, "tradingNames": [f"{name.split(maxsplit=1)[0]} Crew"], "abn": abn},
            "licence": {"licenceNumber": licence, "status": state, "startDate": start, "expiryDate": end},
            "contact": {"phone": "03 5550 0199", "email": f"office@{abn}.example"},
        }

    found = [
        provider("Wattle Labour Hire Pty Ltd", "51000000001", "VICLHL00101", "Active", "2025-02-01T00:00:00", "2028-01-31T00:00:00"),
        provider("Banksia Workforce Pty Ltd", "51000000002", "VICLHL00202", "Suspended", "2024-07-15T00:00:00", "2027-07-14T00:00:00"),
        provider("Grevillea Harvest Co Pty Ltd", "51000000003", "VICLHL00303", "Surrendered", "2023-11-30T00:00:00", None),
    ]  # fmt: skip
    answer = {"status": 200, "response": {"meta": {"page": 1, "total": 3}, "result": {"items": found}}}
    return MadeUp(
        "nested JSON",
        "register.json",
        json.dumps(answer).encode(),
        (
            {"name": "Wattle Labour Hire Pty Ltd", "number": "VICLHL00101", "since": "2025-02-01", "until": "2028-01-31", "status": "valid", "phones": ("03 5550 0199",)},
            {"name": "Banksia Workforce Pty Ltd", "number": "VICLHL00202", "until": "2027-07-14", "status": "suspended"},
            {"name": "Grevillea Harvest Co Pty Ltd", "since": "2023-11-30", "status": "surrendered"},
        ),
        3,
        "au-list",
        {"jurisdiction": "AU"},
    )  # fmt: skip


def _saved_page() -> MadeUp:
    def firm(serial: int, number: str, name: str, place: str, until: str, state: str) -> str:
        return (
            f"<tr class='{'odd' if serial % 2 else 'even'}'><td align=center>{serial}.</td><td><a href='#'>{number}</a></td>"
            f"<td><b>{name}</b><br><font size=1>{place}</font></td><td nowrap>{until}</td><td><img src='x.gif' alt=''> {state}</td></tr>"
        )

    rows = "".join(
        (
            firm(1, "B-0123/MUM/PART/1000+/5/1234/2001", "Sagar Overseas Placement Services", "Mumbai, Maharashtra", "14-Mar-2027", "Active"),
            firm(2, "B-0456/DEL/PER/300+/3/5678/2009", "Himgiri Manpower Exports Pvt. Ltd.", "New Delhi, Delhi", "02-Sep-2025", "Expired"),
            firm(3, "B-0789/KER/COM/1000+/5/9012/2013", "Malabar Gulf Consultants LLP", "Kochi, Kerala", "30-Jun-2028", "Suspended"),
        )
    )  # fmt: skip
    page = (
        "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>\n<!-- saved from url=(0042)https://emigrate.example/list -->\n"
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=utf-8'><title>List of Registered Recruiting Agents</title>"
        "<script>var t='<table>';</script><style>td{color:#000}</style></head><body>"
        "<table width='100%'><tr><td colspan=2><table><tr><td>Home</td><td>Agents</td><td>Contact us</td></tr></table></td></tr>"
        "<tr><td valign=top><table><tr><td>Menu</td></tr><tr><td>Search</td></tr></table></td><td>"
        "<p>Showing 1 to 3 of 3 entries</p><table border=1><thead><tr><th>Sr. No.</th><th>RC Number</th><th>Name of the RA</th>"
        f"<th>Valid Till</th><th>Status</th></tr></thead><tbody>{rows}</tbody></table>"
        "<table><tr><td>Previous</td><td>1</td><td>Next</td></tr></table></td></tr></table></body></html>"
    )
    return MadeUp(
        "a saved page with layout tables",
        "agents.htm",
        page.encode(),
        (
            {"name": "Sagar Overseas Placement Services", "number": "B-0123/MUM/PART/1000+/5/1234/2001", "until": "2027-03-14", "status": "valid"},
            {"name": "Himgiri Manpower Exports Pvt. Ltd.", "until": "2025-09-02", "status": "expired"},
            {"name": "Malabar Gulf Consultants LLP", "number": "B-0789/KER/COM/1000+/5/9012/2013", "status": "suspended"},
        ),
        3,
        "in-list",
        {"jurisdiction": "IN"},
    )  # fmt: skip


def _spreadsheet_xml() -> MadeUp:
    def line(*cells: str) -> str:
        told = "".join(
            "<Cell/>"
            if not text
            else f'<Cell><Data ss:Type="{"DateTime" if "T00:" in text else "String"}">{text}</Data></Cell>'
            for text in cells
        )
        return f"<Row>{told}</Row>"

    rows = (
        line("Overseas employment agencies with a licence"),
        line("No", "Name of agency", "Licence number", "Sub city", "Phone number", "Issued on", "Status"),
        line("1", "Abay Overseas Employment Agency PLC", "OEA/0045/14", "Bole", "0115550021", "2022-02-11T00:00:00.000", "Renewed"),
        '<Row ss:Index="6"><Cell><Data ss:Type="String">2</Data></Cell><Cell><Data ss:Type="String">Lalibela Employment PLC</Data></Cell>'
        '<Cell><Data ss:Type="String">OEA/0051/15</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">0115550022</Data></Cell>'
        '<Cell><Data ss:Type="DateTime">2023-06-30T00:00:00.000</Data></Cell><Cell><Data ss:Type="String">Revoked</Data></Cell></Row>',
        line("3", "Awash Foreign Employment PLC", "OEA/0062/16", "Kirkos", "0115550023", "2024-12-05T00:00:00.000", "Suspended"),
    )  # fmt: skip
    book = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Agencies"><Table>{"".join(rows)}</Table></Worksheet></Workbook>'
    )
    return MadeUp(
        "Excel XML of 2003",
        "agencies.xls",
        book.encode(),
        (
            {"name": "Abay Overseas Employment Agency PLC", "number": "OEA/0045/14", "since": "2022-02-11", "phones": ("0115550021",)},
            {"name": "Lalibela Employment PLC", "number": "OEA/0051/15", "since": "2023-06-30", "status": "revoked", "phones": ("0115550022",)},
            {"name": "Awash Foreign Employment PLC", "number": "OEA/0062/16", "status": "suspended"},
        ),
        3,
        "et-list",
        {"jurisdiction": "ET"},
    )  # fmt: skip


def _years_in_ods() -> MadeUp:
    def line(*cells: str) -> str:
        return row(*map(cell, cells))

    rows = (
        line("Companies barred from hiring foreign workers"),
        line("Company", "Registration No.", "Barred from", "Barred until", "Reason"),
        line("2024"),
        line("Delta Farms Ltd", "C-10021", "01/03/2024", "28/02/2026", "Unpaid wages"),
        line("Orchard Packing Co", "C-10455", "15/07/2024", "14/07/2027", "Charged workers recruitment fees"),
        line("2025"),
        line("Harbour Cleaning Services Ltd", "C-11873", "20/01/2025", "19/01/2026", "Passports kept"),
        line("2026"),
        line("No company was barred in this year."),
    )
    return MadeUp(
        "year rows in an ODS of exclusions",
        "barred.ods",
        ods("".join(rows)),
        (
            {"name": "Delta Farms Ltd", "since": "2024-03-01", "until": "2026-02-28"},
            {"name": "Orchard Packing Co", "since": "2024-07-15", "until": "2027-07-14"},
            {"name": "Harbour Cleaning Services Ltd", "until": "2026-01-19"},
        ),
        3,
        "xx-barred",
        {"kind": "debarment"},
    )
