# ruff: noqa: E501  rows of a table read better unwrapped
"""Sixteen further made-up lists, written with their facts before a draft of them was run: words around dates, names of
two lines, codes filled up with noughts, headers over two rows, periods without blanks.
"""

from __future__ import annotations

import json
from datetime import date

from tests.registry.drafting.made_up_lists import MadeUp, csv_bytes, workbook_bytes


def later_strangers() -> tuple[MadeUp, ...]:
    """All of them."""
    return (*_europe(), *_asia(), *_elsewhere())


def _page(title: str, header: list[str], rows: list[list[str]]) -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "".join(f"<th>{cell}</th>" for cell in header)
    return f"<html><head><meta charset='utf-8'><title>{title}</title></head><body><table><tr><td>menu</td></tr></table><table><tr>{head}</tr>{cells}</table></body></html>".encode()


def _europe() -> tuple[MadeUp, ...]:
    spanish = [
        ["MINISTERIO DE TRABAJO", *[""] * 9],
        ["Relación de agencias de colocación autorizadas a 30/09/2026", *[""] * 9],
        [""] * 10,
        ["Nº AGENCIA", "DENOMINACIÓN SOCIAL", "N.I.F.", "DOMICILIO", "LOCALIDAD", "PROVINCIA", "TELÉFONO", "FECHA AUTORIZACIÓN", "ÁMBITO", "SITUACIÓN"],
        ["0000000001", "Señales Empleo, S.L.", "B12345678", 'C/ Peñón, 3 - 2º "A"', "Almería", "Almería", "950 11 22 33", "03/02/2014", "Autonómico", "ACTIVA"],
        ["0000000002", "Fundación Íñigo", "G87654321", "Avda. España, 12", "Madrid", "Madrid", "91 555 66 77", "15/11/2012", "Nacional", "ACTIVA"],
        ["0000000003", "Colocaciones Núñez S.A.", "A11223344", "Pza. Mayor, 1", "Zaragoza", "Zaragoza", "976 12 34 56", "21/07/2015", "Autonómico", "CESE DE ACTIVIDAD"],
        ["0000000004", "Trabajo Ya ETT, S.L.U.", "B99887766", "Pol. Ind. Norte, nave 4", "Barcelona", "Barcelona", "93 222 33 44", "09/09/2019", "Nacional", "SUSPENDIDA"],
        ["Total agencias: 4", *[""] * 9],
    ]  # fmt: skip
    ukrainian = [
        ["№ з/п", "Найменування суб'єкта господарювання", "Код ЄДРПОУ / РНОКПП", "Серія та номер ліцензії", "Дата прийняття рішення", "Строк дії ліцензії", "Місцезнаходження", "Стан ліцензії"],
        ["1", 'ТОВ "ЄВРОПРАЦЯ ПЛЮС"', "38123456", "АВ № 585012", "12.03.2019", "безстроково", "м. Київ, вул. Хрещатик, 1", "чинна"],
        ["2", "ФОП Іваненко Ґалина Їванівна", "2345678901", "АЕ № 641733", "05.11.2020", "безстроково", "м. Львів, вул. Зелена, 5", "анульована"],
        ["3", 'ПП "МОРСЬКИЙ КРЮЇНГ"', "00412345", "АГ № 123456", "01.02.2018", "до 01.02.2023", "м. Одеса", "зупинена"],
        ["4", 'ТОВ "СХІД-ЗАХІД"', "41234567", "АГ № 777001", "30.06.2021", "безстроково", "м. Харків", "чинна"],
    ]  # fmt: skip
    bulgarian = [
        ["1.", "<b>„ДУНАВ ТРУД“ ООД</b><br/>гр. Русе, ул. Александровска 1", "117123456", "№ 4567/12.05.2021 г.", "безсрочно"],
        ["2.", "<b>„Черноморски кадри“ ЕООД</b><br/>гр. Варна", "103987654", "№ 3321/01.10.2019 г.", "до 30.09.2024 г."],
        ["3.", "<b>„Пирин Джобс“ АД</b><br/>гр. Благоевград", "200111222", "№ 5001/23.02.2023 г.", "безсрочно"],
    ]  # fmt: skip
    maltese = [
        ["", "LICENSED EMPLOYMENT AGENCIES", *[""] * 6],
        ["", "Updated 12th October 2026", *[""] * 6],
        [""] * 8,
        ["", "No.", "Agency", "", "Licence", "", "Contact details", ""],
        ["", "", "Registered name", "Trading as", "Number", "Valid till", "Tel", "E-mail"],
        ["", 1, "Blue Grotto Staffing Limited", "BlueStaff", "EA1001/26", date(2027, 3, 31), 21334455, "jobs@bluestaff.example"],
        ["", 2, "Ħal Far Resources Ltd", "", "EA1002/26", date(2026, 12, 31), "+356 2144 5566", "hr@halfar.example"],
        ["", 3, "Xlendi Crew Ltd", "Xlendi Crew", "EA1003/26", date(2025, 6, 30), "21998877", "info@xlendi.example"],
        ["", 4, "Żejtun People Co Ltd", "ZP Recruit", "EA1004/26", "Revoked", "21776655", ""],
    ]  # fmt: skip
    french = [
        ["N° SIRET", "Raison sociale", "Adresse", "CP", "Ville", "Téléphone", "Activité", "Garantie valable jusqu'au"],
        ["12345678900011", "Intérim du Rhône SARL", "12 rue de l'Église", "69003", "Lyon", "04 72 11 22 33", "Travail temporaire", "jusqu'au 31/12/2026"],
        ["98765432100022", "Œuvre & Main SAS", "3 bd Gambetta", "06000", "Nice", "04 93 44 55 66", "Travail temporaire", "jusqu'au 30/06/2027"],
        ["45612378900033", "Société Générale d'Emploi", "1 pl. de la Gare", "67000", "Strasbourg", "03 88 77 88 99", "Placement", "jusqu'au 15/03/2025"],
    ]  # fmt: skip
    portuguese = [
        ["N.º Alvará", "Denominação", "NIPC", "Distrito", "Data de emissão", "Situação"],
        ["123/98", "Trabalho Já – Empresa de Trabalho Temporário, Lda.", "501234567", "Lisboa", "12-05-1998", "Ativo"],
        ["456/07", "Mão-de-Obra Açoriana, Unipessoal Lda", "509876543", "Açores", "03-10-2007", "Suspenso"],
        ["789/15", "Gestão & Ação – Recursos Humanos, S.A.", "513222111", "Porto", "21-01-2015", "Caducado"],
    ]  # fmt: skip
    rows = [
        ["Numer w rejestrze", "Nazwa agencji", "Adres siedziby", "NIP", "Data wpisu do rejestru", "Data wykreślenia z rejestru", "Rodzaj usług"],
        ["1234/1a", "Łódzka Praca Sp. z o.o.", "ul. Piotrkowska 10, 90-001 Łódź", "7251234567", "2010-03-15", "", "pośrednictwo pracy"],
        ["5678", "Kaszuby Kadry Jan Żółć", "ul. Długa 1, 80-827 Gdańsk", "5832345678", "2015-11-02", "2021-04-30", "praca tymczasowa"],
        ["9012", "Wisła Work S.A.", "al. Solidarności 7, 00-090 Warszawa", "5253456789", "2019-07-22", "", "pośrednictwo pracy, praca tymczasowa"],
        ["9013", "Odra Personel Sp. z o.o.", "Rynek 3, 50-101 Wrocław", "8974567890", "2020-01-10", "", "praca tymczasowa"],
    ]  # fmt: skip
    return (
        MadeUp("codes filled up with noughts, titles and a total, Spanish", "agencias.csv", csv_bytes(spanish, ";", "latin-1"), (
            {"name": "Señales Empleo, S.L.", "number": "0000000001", "since": "2014-02-03", "status": "valid", "phones": ("950 11 22 33",), "place": "Almería", "address": 'C/ Peñón, 3 - 2º "A"'},
            {"number": "0000000002", "since": "2012-11-15"},
            {"name": "Colocaciones Núñez S.A.", "status": "unlisted"},
            {"number": "0000000004", "status": "suspended", "phones": ("93 222 33 44",)},
        ), 4, "es-list"),
        MadeUp("an open term beside a last day, Ukrainian", "reestr.csv", csv_bytes(ukrainian, ";", "cp1251"), (
            {"name": 'ТОВ "ЄВРОПРАЦЯ ПЛЮС"', "number": "АВ № 585012", "since": "2019-03-12", "until": None, "status": "valid"},
            {"status": "unknown"},
            {"since": "2018-02-01", "until": "2023-02-01", "status": "suspended"},
        ), 4, "x-ua", {"jurisdiction": "UA"}),
        MadeUp("name and town in two lines, number and day in one, Bulgarian", "register.html", _page("Регистър", ["№", "Наименование и адрес", "ЕИК", "Удостоверение № / дата", "Срок на валидност"], bulgarian), (
            {"name": "„ДУНАВ ТРУД“ ООД", "number": "№ 4567", "since": "2021-05-12", "until": None, "address": "гр. Русе, ул. Александровска 1"},
            {"name": "„Черноморски кадри“ ЕООД", "since": "2019-10-01", "until": "2024-09-30", "address": "гр. Варна"},
            {"name": "„Пирин Джобс“ АД", "number": "№ 5001", "since": "2023-02-23"},
        ), 3, "x-bg", {"jurisdiction": "BG"}),
        MadeUp("a header over two rows, Maltese", "agencies.xlsx", workbook_bytes({"Sheet1": maltese}), (
            {"names": ("Blue Grotto Staffing Limited", "BlueStaff"), "number": "EA1001/26", "until": "2027-03-31", "emails": ("jobs@bluestaff.example",)},
            {"name": "Ħal Far Resources Ltd", "number": "EA1002/26", "phones": ("+356 2144 5566",)},
            {"names": ("Xlendi Crew Ltd", "Xlendi Crew"), "until": "2025-06-30"},
            {"number": "EA1004/26", "until": None, "status": "unknown"},
        ), 4, "x-mt"),
        MadeUp("a guarantee until a day, French", "ett.csv", csv_bytes(french, ";", "cp1252"), (
            {"name": "Intérim du Rhône SARL", "until": "2026-12-31", "place": "Lyon", "phones": ("04 72 11 22 33",)},
            {"name": "Œuvre & Main SAS", "until": "2027-06-30"},
            {"name": "Société Générale d'Emploi", "until": "2025-03-15", "address": "1 pl. de la Gare"},
        ), 3, "fr-list"),
        MadeUp("alvarás, Portuguese", "ett.htm", _page("Empresas de trabalho temporário licenciadas", portuguese[0], portuguese[1:]), (
            {"name": "Trabalho Já – Empresa de Trabalho Temporário, Lda.", "number": "123/98", "since": "1998-05-12", "status": "valid"},
            {"name": "Mão-de-Obra Açoriana, Unipessoal Lda", "number": "456/07", "status": "suspended"},
            {"since": "2015-01-21", "status": "expired"},
        ), 3, "pt-list"),
        MadeUp("days of being struck off, Polish", "rejestr.csv", csv_bytes(rows, ";", "cp1250"), (
            {"name": "Łódzka Praca Sp. z o.o.", "number": "1234/1a", "since": "2010-03-15", "until": None},
            {"name": "Kaszuby Kadry Jan Żółć", "number": "5678", "since": "2015-11-02", "status": "unlisted"},
            {"name": "Wisła Work S.A.", "number": "9012"},
        ), 4, "pl-list"),
    )  # fmt: skip


def _asia() -> tuple[MadeUp, ...]:
    indonesian = [
        ["DAFTAR PERUSAHAAN PENEMPATAN PEKERJA MIGRAN INDONESIA (P3MI)", *[""] * 7],
        ["PER 1 OKTOBER 2026", *[""] * 7],
        [""] * 8,
        ["NO", "NAMA P3MI", "NOMOR SIP3MI", "MASA BERLAKU SIP3MI", "ALAMAT KANTOR PUSAT", "NO. TELEPON", "PENANGGUNG JAWAB", "STATUS"],
        [1, "PT. CAHAYA BINA KERJA", "No. 112/SIP3MI/2022", "s.d. 14 Agustus 2027", "Jl. Raya Bogor No. 5, Jakarta Timur", "021-8765432", "SITI AMINAH", "AKTIF"],
        [2, "PT MAJU JAYA SEJAHTERA", "No. 045/SIP3MI/2021", "s.d. 02 Mei 2026", "Jl. Kartini 3, Surabaya", "031-5551234", "BUDI HARTONO", "SKORSING"],
        [3, "PT. LINTAS SAMUDERA", "No. 201/SIP3MI/2023", "s.d. 30 Desember 2028", "Jl. Melati 9, Semarang", "024-7612345", "H. ACHMAD", "AKTIF"],
        [4, "PT. BERKAH TENAGA", "No. 009/SIP3MI/2019", "s.d. 11 Januari 2024", "Jl. Anggrek, Malang", "0341-445566", "DEWI", "DICABUT"],
    ]  # fmt: skip
    taiwanese = [
        ["許可證字號", "機構名稱", "負責人", "電話", "地址", "許可證效期", "評鑑等級", "業務狀態"],
        ["1201", "陽光人力仲介有限公司", "王大明", "(02)2345-6789", "臺北市中山區某路1號", "1120601-1140531", "A", "營業中"],
        ["1202", "美好國際人力資源股份有限公司", "李小華", "04-2222-3333", "臺中市西區某街2號", "1130101-1141231", "B", "營業中"],
        ["1203", "東亞人力仲介有限公司", "陳美麗", "07-333-4444", "高雄市前金區", "1100301-1120228", "C", "停業"],
        ["1204", "大同人力仲介有限公司", "林志明", "03-555-6666", "桃園市", "1140701-1160630", "A", "廢止許可"],
    ]  # fmt: skip
    vietnamese = [
        ["DANH SÁCH DOANH NGHIỆP ĐƯỢC CẤP GIẤY PHÉP ĐƯA NGƯỜI LAO ĐỘNG ĐI LÀM VIỆC Ở NƯỚC NGOÀI", *[""] * 6],
        [""] * 7,
        ["STT", "Tên doanh nghiệp", "Tên viết tắt", "Số giấy phép, ngày cấp", "Địa chỉ trụ sở chính", "Điện thoại", "Tình trạng"],
        [1, "Công ty Cổ phần Nhân lực Sao Mai", "SAOMAI HR", "25/LĐTBXH-GP ngày 01/02/2023", "Số 5 Lê Lợi, Hà Nội", "024 3333 1111", "Đang hoạt động"],
        [2, "Công ty TNHH Hợp tác Lao động Biển Đông", "BIDOLACO", "112/LĐTBXH-GP ngày 15/08/2021", "12 Trần Phú, Hải Phòng", "0225 222 3333", "Đã thu hồi"],
        [3, "Công ty Cổ phần Đầu tư Việt Thắng", "VITHACO", "77/LĐTBXH-GP ngày 30/11/2022", "Quận 1, TP. Hồ Chí Minh", "028 4444 5555", "Đang hoạt động"],
    ]  # fmt: skip
    korean = [
        ["번호", "업체명", "대표자", "등록번호", "소재지", "전화번호", "등록일", "상태"],
        ["1", "한빛직업소개소", "김민수", "제2019-0012호", "서울특별시 구로구 디지털로 10", "02-123-4567", "2019.03.12", "영업중"],
        ["2", "(주)동해인력개발", "이영희", "제2020-0034호", "강원도 동해시 천곡로 5", "033-222-3333", "2020.11.05", "휴업"],
        ["3", "부산해운직업소개소", "박철수", "제2018-0007호", "부산광역시 중구 중앙대로 1", "051-444-5555", "2018.07.01", "폐업"],
    ]  # fmt: skip
    japanese = [
        ["許可番号", "許可年月日", "監理団体名", "所在地", "電話番号", "有効期間（始期）", "有効期間（終期）"],
        ["許1701000012", "平成29年11月1日", "あおば国際協同組合", "東京都港区芝1-1", "03-1111-2222", "令和4年11月1日", "令和9年10月31日"],
        ["許1801000345", "平成30年4月15日", "東海アジア事業協同組合", "愛知県名古屋市中区2-3", "052-333-4444", "令和5年4月15日", "令和10年4月14日"],
        ["許2001000678", "令和2年7月30日", "協同組合さくらネット", "福岡県福岡市博多区4-5", "092-555-6666", "令和2年7月30日", "令和5年7月29日"],
    ]  # fmt: skip
    philippine = [
        ["STATUS OF RECRUITMENT AGENCIES", *[""] * 6],
        ["as of October 1, 2026", *[""] * 6],
        ["NO.", "NAME OF AGENCY", "ADDRESS", "TEL. NOS.", "EMAIL ADDRESS", "LICENSE VALIDITY", "STATUS"],
        [1, "1ST MANILA BAY MANPOWER SERVICES INC (formerly BAY CREW INC)", "1203 Roxas Blvd, Ermita, Manila", "(02) 8522-1111 / 8522-1112", "bay@manila.example", "12/03/2024 TO 12/02/2028", "VALID LICENSE"],
        [2, "VISAYAS GLOBAL PLACEMENT CORP", "88 Osmeña Blvd, Cebu City", "(032) 255-3333", "vgp@cebu.example", "05/21/2021 TO 05/20/2025", "DELISTED"],
        [3, "LUZON STAR INTERNATIONAL", "4/F Star Bldg, Makati", "(02) 8811-4444", "", "08/30/2023 TO 08/29/2027", "SUSPENDED"],
        [4, "MINDANAO CARE & CREW", "Davao City", "(082) 221-5555", "mcc@davao.example", "01/15/2020 TO 01/14/2024", "CANCELLED"],
    ]  # fmt: skip
    return (
        MadeUp("words before the last day, Indonesian", "p3mi.xlsx", workbook_bytes({"Sheet1": indonesian}), (
            {"name": "PT. CAHAYA BINA KERJA", "number": "No. 112/SIP3MI/2022", "until": "2027-08-14", "status": "valid", "phones": ("021-8765432",)},
            {"until": "2026-05-02", "status": "suspended"},
            {"until": "2028-12-30", "address": "Jl. Melati 9, Semarang"},
            {"until": "2024-01-11", "status": "revoked"},
        ), 4, "x-id", {"jurisdiction": "ID"}),
        MadeUp("periods of digits, of the Republic of China", "agency.csv", csv_bytes(taiwanese, ",", "cp950"), (
            {"name": "陽光人力仲介有限公司", "number": "1201", "since": "2023-06-01", "until": "2025-05-31", "status": "valid", "phones": ("(02)2345-6789",)},
            {"until": "2025-12-31"},
            {"until": "2023-02-28", "status": "suspended"},
            {"status": "revoked"},
        ), 4, "x-tw", {"jurisdiction": "TW"}),
        MadeUp("number and day in one cell, Vietnamese", "danh sach.xlsx", workbook_bytes({"DN": vietnamese}), (
            {"names": ("Công ty Cổ phần Nhân lực Sao Mai", "SAOMAI HR"), "number": "25/LĐTBXH-GP", "since": "2023-02-01", "status": "valid", "phones": ("024 3333 1111",)},
            {"number": "112/LĐTBXH-GP", "since": "2021-08-15", "status": "revoked"},
            {"name": "Công ty Cổ phần Đầu tư Việt Thắng", "address": "Quận 1, TP. Hồ Chí Minh"},
        ), 3, "x-vn", {"jurisdiction": "VN"}),
        MadeUp("Korean in its own code", "jobs.csv", csv_bytes(korean, ",", "cp949"), (
            {"name": "한빛직업소개소", "number": "제2019-0012호", "since": "2019-03-12", "status": "valid", "phones": ("02-123-4567",)},
            {"name": "(주)동해인력개발", "status": "suspended"},
            {"number": "제2018-0007호", "status": "unlisted"},
        ), 3, "x-kr", {"jurisdiction": "KR"}),
        MadeUp("eras in three columns, Japanese", "kanri.csv", csv_bytes(japanese, ",", "cp932"), (
            {"name": "あおば国際協同組合", "number": "許1701000012", "since": "2017-11-01", "until": "2027-10-31", "phones": ("03-1111-2222",)},
            {"name": "東海アジア事業協同組合", "since": "2018-04-15", "until": "2028-04-14"},
            {"name": "協同組合さくらネット", "until": "2023-07-29", "address": "福岡県福岡市博多区4-5"},
        ), 3, "x-jp", {"jurisdiction": "JP"}),
        MadeUp("periods with the month first, Philippine", "agencies.xlsx", workbook_bytes({"Sheet1": philippine}), (
            {"names": ("1ST MANILA BAY MANPOWER SERVICES INC", "BAY CREW INC"), "since": "2024-12-03", "until": "2028-12-02", "status": "valid", "emails": ("bay@manila.example",)},
            {"since": "2021-05-21", "until": "2025-05-20", "status": "unlisted"},
            {"until": "2027-08-29", "status": "suspended"},
            {"until": "2024-01-14", "status": "unknown"},
        ), 4, "ph-list"),
    )  # fmt: skip


def _elsewhere() -> tuple[MadeUp, ...]:
    kenyan = {"meta": {"total": 4}, "result": {"agencies": [
        {"id": 7, "agency": {"name": "Jambo &amp; Sons Recruitment Ltd", "registration_no": "NEA/PEA/100"}, "contacts": {"phone": ["+254711111111"], "email": "info@jambo.example"}, "license": {"status": "ACTIVE", "expiry_date": "12-MAR-2027", "issue_date": "02-JAN-2025"}, "location": "Moi Ave, Nairobi"},
        {"id": 8, "agency": {"name": "Pwani Manpower Int&#39;l", "registration_no": "NEA/PEA/101"}, "contacts": {"phone": ["+254711111112", "+254711111113"], "email": None}, "license": {"status": "EXPIRED", "expiry_date": "30-JUN-2025", "issue_date": "01-JUL-2023"}, "location": "Mombasa"},
        {"id": 9, "agency": {"name": "Kilima Agencies", "registration_no": "NEA/PEA/102"}, "contacts": {"phone": [], "email": "k@kilima.example"}, "license": {"status": "SUSPENDED", "expiry_date": "01-SEP-2026", "issue_date": "02-SEP-2024"}, "location": "Kisumu"},
        {"id": 10, "agency": {"name": "Savannah Staffing Limited", "registration_no": "NEA/PEA/103"}, "contacts": {"phone": ["+254711111114"], "email": "s@savannah.example"}, "license": {"status": "ACTIVE", "expiry_date": "15-DEC-2026", "issue_date": "16-DEC-2024"}, "location": "Nakuru"},
    ]}}  # fmt: skip
    xml = "".join(
        f'<agency licence="{number}"><name>{name}</name><contact><tel>{tel}</tel><postal>{postal}</postal></contact><expiry>{until}</expiry><demerits>{points}</demerits><state>{state}</state></agency>'
        for number, name, tel, postal, until, points, state in (
            ("12C3456", "Merlion Employment Pte Ltd", "6222 1111", "049315", "31 Mar 2027", "0", "Licensed"),
            (
                "08C7890",
                "Kent Ridge Maid &amp; Nurse Agency",
                "6333 2222",
                "119077",
                "15 Aug 2026",
                "12",
                "Under surveillance",
            ),
            ("19C0001", "Tampines Crew LLP", "6444 3333", "529510", "30 Nov 2028", "3", "Licensed"),
        )
    )
    arabic = [
        ["مكاتب الاستقدام المرخصة", *[""] * 7],
        ["م", "رقم الترخيص", "اسم المكتب", "المدينة", "رقم الجوال", "تاريخ الإصدار", "تاريخ الانتهاء", "حالة الترخيص"],
        [1, "٣٩٠٢٧٣", "مكتب النور للاستقدام", "الرياض", "0551234567", "1444/03/15", "1449/03/14", "ساري"],
        [2, "380011", "شركة المدى للموارد البشرية", "جدة", "0509876543", "1440/01/01", "1445/12/29", "منتهي"],
        [3, "410555", "مكتب الأمانة للاستقدام الأهلي", "الدمام", "0534445566", "1446/07/20", "1451/07/19", "موقوف"],
    ]  # fmt: skip
    return (
        MadeUp("nested contacts and licence, Kenyan JSON", "agencies.json", json.dumps(kenyan).encode(), (
            {"name": "Jambo & Sons Recruitment Ltd", "number": "NEA/PEA/100", "since": "2025-01-02", "until": "2027-03-12", "status": "valid", "phones": ("+254711111111",)},
            {"name": "Pwani Manpower Int'l", "status": "expired", "phones": ("+254711111112", "+254711111113")},
            {"status": "suspended", "emails": ("k@kilima.example",)},
            {"until": "2026-12-15", "place": None},
        ), 4, "x-ke", {"jurisdiction": "KE"}),
        MadeUp("attributes in XML, of Singapore", "ea.xml", f'<?xml version="1.0" encoding="UTF-8"?><directory updated="2026-10-01">{xml}</directory>'.encode(), (
            {"name": "Merlion Employment Pte Ltd", "number": "12C3456", "until": "2027-03-31", "status": "valid", "phones": ("6222 1111",)},
            {"name": "Kent Ridge Maid & Nurse Agency", "number": "08C7890", "until": "2026-08-15"},
            {"number": "19C0001", "until": "2028-11-30"},
        ), 3, "sg-list"),
        MadeUp("Hijri days beside numbers in both digits, Saudi", "offices.xlsx", workbook_bytes({"ورقة1": arabic}), (
            {"name": "مكتب النور للاستقدام", "number": "٣٩٠٢٧٣", "since": "2022-10-11", "until": "2027-08-16", "status": "valid", "phones": ("0551234567",)},
            {"number": "380011", "status": "expired"},
            {"place": "الدمام", "status": "suspended"},
        ), 3, "x-sa", {"jurisdiction": "SA"}),
    )  # fmt: skip
