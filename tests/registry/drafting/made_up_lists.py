"""Lists of many countries' shapes, all invented, with what a draft of them must read out of their first rows."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tests.registry.lists import Cell, workbook
from tests.registry.test_pdf_table import pdf

Facts = dict[str, Any]


@dataclass(frozen=True)
class MadeUp:
    """A file and the facts of its first entries (of each field given): name, number, status, since, until, phones …"""

    name: str
    file: str
    content: bytes
    facts: tuple[Facts, ...]
    kept: int
    id: str = "xx-list"
    checks: dict[str, Any] = field(default_factory=dict)  # of the definition: kind, jurisdiction, date order …


def csv_bytes(rows: Sequence[Sequence[str]], delimiter: str = ",", encoding: str = "utf-8", before: str = "") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return (before + out.getvalue()).encode(encoding)


def workbook_bytes(sheets: dict[str, list[list[Cell]]], *, row: int = 1, column: int = 0) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return workbook(Path(folder) / "x.xlsx", sheets, row=row, column=column).read_bytes()


def _page(rows: Sequence[str], title: str = "List") -> bytes:
    head = f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head>"
    return f"{head}<body>{''.join(rows)}</body></html>".encode()


def _tr(cells: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>"


def made_up_lists() -> tuple[MadeUp, ...]:
    """All of them."""
    return (*_europe(), *_south_asia(), *_east_asia(), *_elsewhere(), *_odd_shapes())


def _europe() -> tuple[MadeUp, ...]:
    german = [
        ["Lfd. Nr.", "Firma", "Straße", "PLZ", "Ort", "Telefon", "E-Mail", "Erlaubnis-Nr.", "Gültig bis", "Status"],
        [
            "1",
            "Müller Personaldienste GmbH",
            "Hauptstraße 5",
            "10115",
            "Berlin",
            "030 1234567",
            "info@mueller.example",
            "AÜ-2019-0041",
            "31.12.2027",
            "befristet",
        ],
        [
            "2",
            "Jäger & Söhne KG",
            "Lindenweg 12",
            "80331",
            "München",
            "089 7654321",
            "post@jaeger.example",
            "AÜ-2016-0112",
            "unbefristet",
            "unbefristet",
        ],
        [
            "3",
            "Weiß Zeitarbeit AG",
            "Am Markt 3",
            "50667",
            "Köln",
            "0221 998877",
            "",
            "AÜ-2020-0233",
            "15.06.2025",
            "widerrufen",
        ],
        [
            "4",
            "Größe Arbeit UG",
            "Ringstraße 8",
            "20095",
            "Hamburg",
            "040 556677",
            "k@groesse.example",
            "AÜ-2021-0301",
            "28.02.2026",
            "erloschen",
        ],
    ]
    polish = [
        [
            "Lp.",
            "Nazwa podmiotu",
            "Nr KRAZ",
            "NIP",
            "Miejscowość",
            "Adres",
            "Data wpisu",
            "Data wykreślenia",
            "Telefon",
        ],
        [
            "1",
            "Agencja Pracy Żuraw Sp. z o.o.",
            "8448",
            "5260001246",
            "Łódź",
            "ul. Piotrkowska 10",
            "12.03.2015",
            "",
            "42 630 11 22",
        ],
        [
            "2",
            "Świat Pracy S.A.",
            "12031",
            "7010002345",
            "Kraków",
            "ul. Długa 7/3",
            "05.11.2018",
            "17.02.2023",
            "12 422 33 44",
        ],
        ["3", "Gęś Kadry Sp. j.", "15877", "6340003456", "Poznań", "os. Śmiałego 21", "28.06.2021", "", "61 852 10 10"],
    ]
    czech = [
        ["Název", "IČO", "Sídlo", "Č. povolení", "Platnost od", "Platnost do", "Forma zprostředkování"],
        [
            "Práce Plus s.r.o.",
            "02345678",
            "Dlouhá 12, 110 00 Praha 1",
            "MPSV-2021/15877-422",
            "1. 5. 2021",
            "30. 4. 2027",
            "a), b)",
        ],
        [
            "Řemeslo a kadry, a.s.",
            "27654321",
            "Nádražní 3, 702 00 Ostrava",
            "MPSV-2019/00412-422",
            "15. 11. 2019",
            "na dobu neurčitou",
            "a)",
        ],
        [
            "Šikovné ruce s.r.o.",
            "09876543",
            "Žižkova 44, 586 01 Jihlava",
            "MPSV-2023/20311-422",
            "23. 8. 2023",
            "22. 8. 2026",
            "b)",
        ],
    ]
    italian = [
        ["Ragione Sociale", "Sezione", "Sede legale", "Provincia", "P. IVA", "Numero e data autorizzazione", "Stato"],
        ["Lavoro Sereno S.p.A.", "I", "Via Roma 14", "MI", "01234567890", "Prot. 1208 del 03/12/2014", "Autorizzata"],
        ["Impiego Qualità S.r.l.", "IV", "Corso Italia 2", "TO", "09876543210", "Prot. 0047 del 21/05/2019", "Sospesa"],
        ["Così Agenzia S.r.l.", "II", "Piazza Dante 9", "NA", "04561237890", "Prot. 3321 del 30/09/2021", "Revocata"],
    ]
    portuguese = [
        [
            "Designação",
            "N.º Alvará",
            "Data de emissão",
            "Validade",
            "Morada",
            "Código Postal",
            "Localidade",
            "Situação",
        ],
        ["Trabalho Já, Lda.", "412", "14-02-2018", "13-02-2028", "Rua das Flores, 10", "4050-262", "Porto", "Ativo"],
        [
            "Ocupação Temporária, S.A.",
            "87",
            "30-06-2009",
            "29-06-2024",
            "Av. da Liberdade, 5",
            "1250-096",
            "Lisboa",
            "Caducado",
        ],
        [
            "Mão de Obra Açores, Lda.",
            "633",
            "22-10-2021",
            "21-10-2031",
            "Rua do Cais, 1",
            "9500-001",
            "Ponta Delgada",
            "Suspenso",
        ],
    ]
    romanian = [
        [
            "Nr. crt.",
            "Denumirea agentului",
            "CUI",
            "Județ",
            "Nr. autorizație",
            "Data emiterii",
            "Valabil până la",
            "Stare",
        ],
        ["1", "Muncă Bună SRL", "RO12345678", "Cluj", "AMT 0112", "18.01.2023", "17.01.2027", "activă"],
        ["2", "Țara Forță de Muncă SA", "RO23456789", "Iași", "AMT 0044", "25.03.2020", "24.03.2024", "expirată"],
        ["3", "Șansa Temporar SRL", "RO34567890", "Timiș", "AMT 0201", "30.07.2024", "29.07.2028", "suspendată"],
    ]
    irish = [
        ["County", "Agency_Name", "Trading_Name", "Address", "Licence_Number", "Business_Type"],
        ["Dublin", "Aisling Staffing Limited", "", "1 Quay Street, Dublin 1, D01 X2Y3", "EA3321", "Limited company"],
        ["Cork", "Lee Nursing Ltd", "Lee Carers", "Unit 4, South Mall, Cork", "EA520", "Limited company"],
        ["Galway", "Órla Ní Shé", "Corrib Au Pairs", "12 Eyre Square, Galway", "EA4410", "Sole trader"],
    ]
    russian = [
        ["№ п/п", "Наименование организации", "ИНН", "Адрес", "Номер и дата лицензии", "Срок действия", "Статус"],
        [
            "1",
            "ООО «Кадры Плюс»",
            "7701234567",
            "г. Москва, ул. Ленина, д. 5",
            "№ 0123 от 15.03.2019",
            "до 14.03.2024",
            "истекла",
        ],
        [
            "2",
            "ЗАО «Работа за рубежом»",
            "7812345678",
            "г. Казань, ул. Баумана, д. 8",
            "№ 0456 от 22.10.2022",
            "до 21.10.2027",
            "действует",
        ],
        [
            "3",
            "ООО «Морской персонал»",
            "2512345670",
            "г. Находка, ул. Портовая, д. 1",
            "№ 0790 от 30.12.2020",
            "до 29.12.2025",
            "приостановлена",
        ],
    ]
    return (
        MadeUp(
            "semicolon latin-1 CSV with umlauts",
            "erlaubnisinhaber.csv",
            csv_bytes(german, ";", "latin-1"),
            (
                {
                    "name": "Müller Personaldienste GmbH",
                    "number": "AÜ-2019-0041",
                    "status": "valid",
                    "until": "2027-12-31",
                    "phones": ("030 1234567",),
                    "emails": ("info@mueller.example",),
                    "place": "Berlin",
                },
                {
                    "name": "Jäger & Söhne KG",
                    "number": "AÜ-2016-0112",
                    "status": "valid",
                    "until": None,
                    "place": "München",
                },
                {"name": "Weiß Zeitarbeit AG", "status": "revoked", "until": "2025-06-15"},
                {"name": "Größe Arbeit UG", "status": "expired"},
            ),
            4,
            "de-liste",
            {"jurisdiction": "DE", "kind": "licensing"},
        ),
        MadeUp(
            "Polish CP1250, removal told by a date",
            "kraz.csv",
            csv_bytes(polish, ";", "cp1250"),
            (
                {
                    "name": "Agencja Pracy Żuraw Sp. z o.o.",
                    "number": "8448",
                    "since": "2015-03-12",
                    "place": "Łódź",
                    "phones": ("42 630 11 22",),
                },
                {"name": "Świat Pracy S.A.", "number": "12031", "status": "unlisted", "since": "2018-11-05"},
            ),
            3,
            "pl-kraz-x",
        ),
        MadeUp(
            "Czech CP1250, dates with blanks, open ends",
            "agentury.csv",
            csv_bytes(czech, ";", "cp1250"),
            (
                {
                    "name": "Práce Plus s.r.o.",
                    "number": "MPSV-2021/15877-422",
                    "since": "2021-05-01",
                    "until": "2027-04-30",
                },
                {
                    "name": "Řemeslo a kadry, a.s.",
                    "since": "2019-11-15",
                    "until": None,
                    "address": "Nádražní 3, 702 00 Ostrava",
                },
            ),
            3,
            "cz-agentury",
        ),
        MadeUp(
            "Italian, number and date in one cell",
            "agenzie.csv",
            csv_bytes(italian, ";", "utf-8-sig"),
            (
                {"name": "Lavoro Sereno S.p.A.", "number": "Prot. 1208", "since": "2014-12-03", "status": "valid"},
                {
                    "name": "Impiego Qualità S.r.l.",
                    "number": "Prot. 0047",
                    "since": "2019-05-21",
                    "status": "suspended",
                },
                {"name": "Così Agenzia S.r.l.", "status": "revoked"},
            ),
            3,
            "it-albo",
        ),
        MadeUp(
            "Portuguese latin-1, tabs",
            "ett.txt",
            csv_bytes(portuguese, "\t", "latin-1"),
            (
                {
                    "name": "Trabalho Já, Lda.",
                    "number": "412",
                    "since": "2018-02-14",
                    "until": "2028-02-13",
                    "status": "valid",
                    "place": "Porto",
                },
                {"name": "Ocupação Temporária, S.A.", "status": "expired"},
                {"name": "Mão de Obra Açores, Lda.", "status": "suspended"},
            ),
            3,
            "pt-ett",
        ),
        MadeUp(
            "Romanian, commas below",
            "agenti.csv",
            csv_bytes(romanian, ";"),
            (
                {
                    "name": "Muncă Bună SRL",
                    "number": "AMT 0112",
                    "since": "2023-01-18",
                    "until": "2027-01-17",
                    "status": "valid",
                },
                {"name": "Țara Forță de Muncă SA", "status": "expired"},
            ),
            3,
            "ro-amt",
        ),
        MadeUp(
            "Irish semicolons, commas inside",
            "licensed-agencies.csv",
            csv_bytes(irish, ";"),
            (
                {
                    "name": "Aisling Staffing Limited",
                    "number": "EA3321",
                    "status": "valid",
                    "address": "1 Quay Street, Dublin 1, D01 X2Y3",
                },
                {"name": "Lee Nursing Ltd", "number": "EA520", "names": ("Lee Nursing Ltd", "Lee Carers")},
            ),
            3,
            "ie-licensed",
        ),
        MadeUp(
            "Russian CP1251, number and date in one cell",
            "reestr.csv",
            csv_bytes(russian, ";", "cp1251"),
            (
                {"name": "ООО «Кадры Плюс»", "number": "№ 0123", "since": "2019-03-15", "status": "expired"},
                {"name": "ЗАО «Работа за рубежом»", "number": "№ 0456", "status": "valid"},
                {"status": "suspended"},
            ),
            3,
            "ru-reestr",
        ),
    )


def _south_asia() -> tuple[MadeUp, ...]:
    nepali = [
        ["क्र.सं.", "म्यानपावर कम्पनीको नाम", "इजाजतपत्र नं", "ठेगाना", "फोन नं", "जारी मिति", "अवधि समाप्त मिति", "अवस्था"],
        [
            "१",
            "हिमाल ओभरसिज प्रा.लि.",
            "१२८४/०७४/७५",
            "काठमाडौं, वडा नं. ३",
            "०१-४४१२३४५",
            "२०७४/०५/१२",
            "२०८२/०५/११",
            "सक्रिय",
        ],
        [
            "२",
            "सगरमाथा रोजगार प्रा.लि.",
            "०९९१/०६८/६९",
            "ललितपुर, वडा नं. १०",
            "०१-५५२११२२",
            "२०६८/११/०३",
            "२०८०/११/०२",
            "खारेज",
        ],
        [
            "३",
            "अन्नपूर्ण म्यानपावर प्रा.लि.",
            "११२०/०७१/७२",
            "भक्तपुर, वडा नं. ५",
            "०१-६६१०००१",
            "२०७१/०८/२४",
            "२०८१/०८/२३",
            "निलम्बन",
        ],
    ]
    nepali_english = [
        ["S.N", "Name of Company", "Lic. No.", "Address", "Phone", "Registration Date (BS)", "Status"],
        [
            "1",
            "Lotus Overseas Pvt. Ltd.",
            "101/058/059",
            "Sinamangal, Kathmandu",
            "01-4470000, 01-4470001",
            "2058-03-12",
            "Active",
        ],
        ["2", "Yeti Manpower Pvt. Ltd.", "455/063/064", "Gaushala, Kathmandu", "01-4480000", "2063-09-28", "Cancelled"],
        [
            "3",
            "Sherpa Recruit Pvt. Ltd.",
            "1120/072/073",
            "Baneshwor, Kathmandu",
            "01-4490000",
            "2072-12-30",
            "Suspended",
        ],
    ]
    indian = [
        ["Sl No", "RA Name", "RC Number", "Address", "State", "Contact No", "E-mail", "Valid Upto", "Status"],
        [
            "1",
            "Ganga Consultants",
            "B-0313/MUM/PER/1000+/5/8283/2008",
            "12, M.G. Road, Fort, Mumbai-400001",
            "Maharashtra",
            "9820000001/02222000001",
            "a@ganga.example",
            "17/05/2027",
            "Active",
        ],
        [
            "2",
            "Kaveri International",
            "B-1402/CHE/PART/300/5/9114/2016",
            "4, Mount Road, Chennai-600002",
            "Tamil Nadu",
            "9840000002",
            "b@kaveri.example",
            "03/09/2024",
            "Expired",
        ],
        [
            "3",
            "Narmada Overseas Services",
            "B-0702/DEL/PER/1000+/5/7000/2011",
            "7, Janpath, New Delhi-110001",
            "Delhi",
            "9810000003",
            "",
            "28/02/2026",
            "Suspended",
        ],
    ]
    pakistani = [
        [
            "Sr#",
            "OEP Name",
            "Licence No",
            "Proprietor Name",
            "City",
            "Office Address",
            "Phone",
            "Licence Validity",
            "Licence Status",
        ],
        [
            "1",
            "Al Barkat Enterprises",
            "0848 / LHR",
            "Mr. A. Khan",
            "Lahore",
            "Office 3, Mall Road, Lahore",
            "042-35700000",
            "31-Dec-26",
            "Valid",
        ],
        [
            "2",
            "Indus Manpower Bureau",
            "MPD/2210/RWP",
            "Mr. B. Ali",
            "Rawalpindi",
            "12 Murree Road, Rawalpindi",
            "051-5500000",
            "15-Mar-22",
            "Expired",
        ],
        [
            "3",
            "Mehran Recruiting Agency",
            "1190 / KHI",
            "Ms. C. Shah",
            "Karachi",
            "22 Shahrah-e-Faisal, Karachi",
            "021-34300000",
            "01-Jul-25",
            "Surrendered",
        ],
    ]
    bengali = [
        ["ক্রমিক নং", "রিক্রুটিং এজেন্সির নাম", "আরএল নং", "ঠিকানা", "মোবাইল নং", "মেয়াদ উত্তীর্ণের তারিখ", "অবস্থা"],
        ["১", "পদ্মা ওভারসিজ লিমিটেড", "০১২৩", "১২, মতিঝিল সড়ক, ঢাকা", "০১৭১১০০০০০১", "৩১/১২/২০২৬", "বৈধ"],
        ["২", "মেঘনা ইন্টারন্যাশনাল", "১৪৫৬", "৫, আগ্রাবাদ সড়ক, চট্টগ্রাম", "০১৮১১০০০০০২", "১৫/০৬/২০২৩", "স্থগিত"],
        ["৩", "যমুনা রিক্রুটিং", "০৭৮৯", "৯, জিন্দাবাজার সড়ক, সিলেট", "০১৯১১০০০০০৩", "৩০/০৯/২০২৪", "বাতিল"],
    ]
    merged = [
        ["Name & Address of Agency", "License No. & Date", "Proprietor", "Phone"],
        [
            "Ceylon Travels (Pvt) Ltd\nNo. 14, Galle Road,\nColombo 03",
            "1437 dated 12.03.2019",
            "A. Perera",
            "0112 345678\n0777 123456",
        ],
        [
            "Lanka Placement Agency\nNo. 2/1, Kandy Road,\nKurunegala",
            "2751 dated 28.11.2022",
            "B. Silva",
            "0372 222333",
        ],
        ["Serendib Manpower\nNo. 77, Main Street,\nGampaha", "2888 dated 30.01.2024", "C. Fernando", "0332 444555"],
    ]
    return (
        MadeUp(
            "Nepali, Bikram Sambat in Devanagari",
            "manpower.csv",
            csv_bytes(nepali),
            (
                {
                    "name": "हिमाल ओभरसिज प्रा.लि.",
                    "number": "१२८४/०७४/७५",
                    "since": "2017-08-28",
                    "until": "2025",
                    "status": "valid",
                },
                {"status": "unknown"},
                {"name": "अन्नपूर्ण म्यानपावर प्रा.लि.", "status": "suspended"},
            ),
            3,
            "np-list",
            {"jurisdiction": "NP"},
        ),
        MadeUp(
            "Nepal in English, Bikram Sambat",
            "np-agencies.csv",
            csv_bytes(nepali_english),
            (
                {
                    "name": "Lotus Overseas Pvt. Ltd.",
                    "number": "101/058/059",
                    "since": "2001-06-26",
                    "status": "valid",
                    "phones": ("01-4470000", "01-4470001"),
                },
                {"status": "unknown"},
                {"status": "suspended"},
            ),
            3,
            "np-agencies",
        ),
        MadeUp(
            "Indian registration certificates, two numbers in a cell",
            "ra-list.csv",
            csv_bytes(indian),
            (
                {
                    "name": "Ganga Consultants",
                    "number": "B-0313/MUM/PER/1000+/5/8283/2008",
                    "until": "2027-05-17",
                    "status": "valid",
                    "phones": ("9820000001", "02222000001"),
                    "emails": ("a@ganga.example",),
                },
                {"status": "expired", "until": "2024-09-03"},
            ),
            3,
            "in-ra",
        ),
        MadeUp(
            "Pakistani promoters, short months",
            "oep.csv",
            csv_bytes(pakistani),
            (
                {
                    "name": "Al Barkat Enterprises",
                    "number": "0848 / LHR",
                    "until": "2026-12-31",
                    "status": "valid",
                    "place": "Lahore",
                },
                {"status": "expired", "until": "2022-03-15"},
                {"name": "Mehran Recruiting Agency", "status": "surrendered"},
            ),
            3,
            "pk-oep",
        ),
        MadeUp(
            "Bengali letters and digits",
            "rl.csv",
            csv_bytes(bengali),
            (
                {"name": "পদ্মা ওভারসিজ লিমিটেড", "number": "০১২৩", "until": "2026-12-31", "status": "valid"},
                {"name": "মেঘনা ইন্টারন্যাশনাল", "status": "suspended", "until": "2023-06-15"},
                {"status": "unknown"},
            ),
            3,
            "bd-list",
        ),
        MadeUp(
            "name with address, number with date, several phones",
            "slbfe.csv",
            csv_bytes(merged),
            (
                {
                    "name": "Ceylon Travels (Pvt) Ltd",
                    "number": "1437",
                    "since": "2019-03-12",
                    "phones": ("0112 345678", "0777 123456"),
                },
                {"name": "Lanka Placement Agency", "number": "2751", "since": "2022-11-28"},
            ),
            3,
            "lk-list",
        ),
    )


def _east_asia() -> tuple[MadeUp, ...]:
    chinese = {
        "code": 0,
        "data": {
            "total": 3,
            "list": [
                {
                    "序号": 1,
                    "企业名称": "东方对外劳务合作有限公司",
                    "许可证编号": "LW110020190012",
                    "注册地址": "北京市朝阳区建国路1号",
                    "联系电话": "010-65000001",
                    "发证日期": "2019年3月12日",
                    "有效期至": "2025年3月11日",
                    "状态": "有效",
                },
                {
                    "序号": 2,
                    "企业名称": "南海人力资源有限公司",
                    "许可证编号": "LW440020180034",
                    "注册地址": "广州市天河区天河路2号",
                    "联系电话": "020-87000002",
                    "发证日期": "2018年11月30日",
                    "有效期至": "2024年11月29日",
                    "状态": "注销",
                },
                {
                    "序号": 3,
                    "企业名称": "长江国际经济合作公司",
                    "许可证编号": "LW420020200056",
                    "注册地址": "武汉市江汉区解放大道3号",
                    "联系电话": "027-85000003",
                    "发证日期": "2020年6月1日",
                    "有效期至": "2026年5月31日",
                    "状态": "暂停",
                },
            ],
        },
    }
    taiwan = [
        ["機構名稱", "許可證字號", "負責人", "地址", "電話", "許可日期", "有效期限", "營業狀態"],
        [
            "永安人力資源有限公司",
            "私業許字第2186號",
            "王小明",
            "臺北市中山區南京東路一段1號",
            "(02)2500-0001",
            "112/01/12",
            "114/01/11",
            "營業中",
        ],
        [
            "大同國際人力仲介有限公司",
            "私業許字第1837號",
            "李大華",
            "高雄市前鎮區中山二路2號",
            "(07)330-0002",
            "110/09/30",
            "112/09/29",
            "註銷",
        ],
        [
            "和平人力仲介有限公司",
            "私業許字第3020號",
            "陳美玉",
            "臺中市西屯區文心路3號",
            "(04)2310-0003",
            "113/12/05",
            "115/12/04",
            "停業",
        ],
    ]
    japanese = [
        ["登録番号", "登録年月日", "氏名又は名称", "住所", "電話番号", "代表者", "対応言語"],
        [
            "19登-000003",
            "令和元年5月7日",
            "株式会社みなと支援",
            "東京都港区芝1丁目2番3号",
            "03-1234-5678",
            "佐藤一郎",
            "ベトナム語、英語",
        ],
        [
            "22登-007304",
            "令和4年11月21日",
            "協同組合ひかり",
            "大阪府大阪市北区梅田4丁目5番",
            "06-2345-6789",
            "鈴木花子",
            "中国語",
        ],
        [
            "25登-011385",
            "令和7年1月30日",
            "一般社団法人つばさ",
            "愛知県名古屋市中区栄6丁目",
            "052-345-6789",
            "高橋次郎",
            "英語",
        ],
    ]
    korean = [
        ["연번", "업체명", "등록번호", "대표자", "소재지", "전화번호", "등록일자", "영업상태"],
        [
            "1",
            "한빛직업소개소",
            "제2016-3100300-14-5-00009호",
            "김철수",
            "서울특별시 종로구 종로 1길 2",
            "02-700-0001",
            "2016-04-15",
            "영업",
        ],
        [
            "2",
            "대한인력사무소",
            "제2019-3200100-14-5-00021호",
            "이영희",
            "부산광역시 중구 중앙대로 3",
            "051-240-0002",
            "2019-10-02",
            "폐업",
        ],
        [
            "3",
            "미래직업소개소",
            "제2021-3300200-14-5-00005호",
            "박민수",
            "대구광역시 동구 동대구로 5",
            "053-750-0003",
            "2021-07-23",
            "휴업",
        ],
    ]
    thai: list[list[Cell]] = [
        ["กรมการจัดหางาน", None, None, None, None, None],
        ["รายชื่อผู้รับอนุญาตจัดหางานให้คนหางานเพื่อไปทำงานในต่างประเทศ", None, None, None, None, None],
        [None] * 6,
        ["ลำดับ", "ชื่อบริษัทจัดหางาน", "เลขที่ใบอนุญาต", "ที่อยู่", "วันที่ออกใบอนุญาต", "วันหมดอายุ"],
        [
            1,
            "บริษัทจัดหางาน สยามรุ่งเรือง จำกัด",
            "ต.1234/2561",
            "12 ถนนสุขุมวิท แขวงคลองเตย กรุงเทพฯ",
            "15 ม.ค. 2561",
            "14 ม.ค. 2569",
        ],
        [
            2,
            "บริษัทจัดหางาน เจริญแรงงาน จำกัด",
            "ต.0456/2558",
            "99 ถนนมิตรภาพ อำเภอเมือง นครราชสีมา",
            "3 ก.ย. 2558",
            "2 ก.ย. 2566",
        ],
        [
            3,
            "บริษัทจัดหางาน ไทยก้าวหน้า จำกัด",
            "ต.0789/2563",
            "5 ถนนนิมมานเหมินท์ อำเภอเมือง เชียงใหม่",
            "28 ธ.ค. 2563",
            "27 ธ.ค. 2571",
        ],
    ]
    indonesian = [
        ["NO", "NAMA PERUSAHAAN", "NOMOR SIP3MI", "ALAMAT", "KOTA", "TELEPON", "MASA BERLAKU", "STATUS"],
        [
            "1",
            "PT Maju Bersama Sejahtera",
            "81201141907610001",
            "Jl. Raya Bogor No. 12",
            "Jakarta Timur",
            "021-8700001",
            "17 Agustus 2027",
            "AKTIF",
        ],
        [
            "2",
            "PT Karya Anak Bangsa",
            "81201141907610014",
            "Jl. Diponegoro No. 3",
            "Surabaya",
            "031-5600002",
            "3 Maret 2024",
            "SKORSING",
        ],
        [
            "3",
            "PT Sinar Nusantara",
            "91202055501230027",
            "Jl. Sudirman No. 45",
            "Semarang",
            "024-3500003",
            "30 Desember 2025",
            "DICABUT",
        ],
    ]
    vietnamese = [
        ["STT", "Tên doanh nghiệp", "Số giấy phép", "Ngày cấp", "Địa chỉ", "Điện thoại", "Trạng thái"],
        [
            "1",
            "Công ty cổ phần Hợp tác Lao động Sông Hồng",
            "12/LĐTBXH-GP",
            "15/03/2019",
            "Số 5, đường Láng, Hà Nội",
            "024 3800 0001",
            "Đang hoạt động",
        ],
        [
            "2",
            "Công ty TNHH Nhân lực Biển Đông",
            "204/LĐTBXH-GP",
            "27/10/2020",
            "Số 9, đường Lê Lợi, Đà Nẵng",
            "0236 380 0002",
            "Tạm dừng",
        ],
        [
            "3",
            "Công ty cổ phần Việc làm Mê Kông",
            "88/LĐTBXH-GP",
            "08/12/2021",
            "Số 2, đường 30/4, Cần Thơ",
            "0292 380 0003",
            "Thu hồi",
        ],
    ]
    return (
        MadeUp(
            "Chinese JSON, records deep inside",
            "list.json",
            json.dumps(chinese, ensure_ascii=False).encode(),
            (
                {
                    "name": "东方对外劳务合作有限公司",
                    "number": "LW110020190012",
                    "since": "2019-03-12",
                    "until": "2025-03-11",
                    "status": "valid",
                    "phones": ("010-65000001",),
                },
                {"status": "unlisted"},
                {"name": "长江国际经济合作公司", "status": "suspended"},
            ),
            3,
            "cn-list",
        ),
        MadeUp(
            "Taiwan in Big5, ROC years",
            "agencies.csv",
            csv_bytes(taiwan, ",", "big5"),
            (
                {
                    "name": "永安人力資源有限公司",
                    "number": "私業許字第2186號",
                    "since": "2023-01-12",
                    "until": "2025-01-11",
                    "status": "valid",
                },
                {"status": "unlisted", "until": "2023-09-29"},
                {"status": "suspended"},
            ),
            3,
            "tw-list",
        ),
        MadeUp(
            "Japanese CP932, eras",
            "shien.csv",
            csv_bytes(japanese, ",", "cp932"),
            (
                {
                    "name": "株式会社みなと支援",
                    "number": "19登-000003",
                    "since": "2019-05-07",
                    "phones": ("03-1234-5678",),
                },
                {"name": "協同組合ひかり", "number": "22登-007304", "since": "2022-11-21"},
            ),
            3,
            "jp-list",
        ),
        MadeUp(
            "Korean CP949",
            "paid.csv",
            csv_bytes(korean, ",", "cp949"),
            (
                {
                    "name": "한빛직업소개소",
                    "number": "제2016-3100300-14-5-00009호",
                    "since": "2016-04-15",
                    "status": "valid",
                },
                {"status": "unlisted"},
                {"name": "미래직업소개소", "status": "suspended"},
            ),
            3,
            "kr-list",
        ),
        MadeUp(
            "Thai workbook, title rows, Buddhist years",
            "doe.xlsx",
            workbook_bytes({"Sheet1": thai}),
            (
                {
                    "name": "บริษัทจัดหางาน สยามรุ่งเรือง จำกัด",
                    "number": "ต.1234/2561",
                    "since": "2018-01-15",
                    "until": "2026-01-14",
                    "status": "valid",
                },
                {"number": "ต.0456/2558", "until": "2023-09-02"},
            ),
            3,
            "th-list",
        ),
        MadeUp(
            "Indonesian, long numbers, local months",
            "p3mi.csv",
            csv_bytes(indonesian, ";"),
            (
                {
                    "name": "PT Maju Bersama Sejahtera",
                    "number": "81201141907610001",
                    "until": "2027-08-17",
                    "status": "valid",
                    "place": "Jakarta Timur",
                },
                {"status": "suspended", "until": "2024-03-03"},
                {"status": "revoked", "until": "2025-12-30"},
            ),
            3,
            "id-list",
        ),
        MadeUp(
            "Vietnamese",
            "dolab.csv",
            csv_bytes(vietnamese),
            (
                {
                    "name": "Công ty cổ phần Hợp tác Lao động Sông Hồng",
                    "number": "12/LĐTBXH-GP",
                    "since": "2019-03-15",
                    "status": "valid",
                },
                {"status": "suspended"},
                {"status": "revoked"},
            ),
            3,
            "vn-list",
        ),
    )


def _elsewhere() -> tuple[MadeUp, ...]:
    arabic = _page(
        [
            "<h1>مكاتب الاستقدام المرخصة</h1><table dir='rtl'>",
            _tr(["م", "اسم المكتب", "رقم الترخيص", "المدينة", "رقم الهاتف", "تاريخ انتهاء الترخيص", "الحالة"], "th"),
            _tr(["1", "مكتب النور للاستقدام", "٣٤٠١٢٣", "الرياض", "0112345678", "1447/05/12", "ساري"]),
            _tr(["2", "شركة الخليج للاستقدام", "٣٤٠٤٥٦", "جدة", "0126543210", "1445/11/29", "منتهي"]),
            _tr(["3", "مكتب الواحة للاستقدام", "٣٤٠٧٨٩", "الدمام", "0138765432", "1448/02/03", "موقوف"]),
            "</table>",
        ]
    )
    kenyan = _page(
        [
            "<table><tr><td>Home</td><td>Contact</td></tr></table><table>",
            _tr(
                ["#", "Agency Name", "Registration No.", "Location", "Tel. No.(s)", "Email", "Expiry Date", "Status"],
                "th",
            ),
            _tr(
                [
                    "1",
                    "Mara Bridge Agencies Ltd",
                    "NEA/PEA/0123",
                    "Moi Avenue, Nairobi",
                    "0722 000001 / 0733 000002",
                    "info@mara.example",
                    "23rd August 2026",
                    "Active",
                ]
            ),
            _tr(
                [
                    "2",
                    "Coast Placement Ltd",
                    "NEA/PEA/0456",
                    "Nkrumah Road, Mombasa",
                    "0722 000003",
                    "c@coast.example",
                    "14th March 2024",
                    "Expired",
                ]
            ),
            _tr(
                [
                    "3",
                    "Rift Manpower Ltd",
                    "NEA/PEA/0789",
                    "Kenyatta Avenue, Nakuru",
                    "0722 000004",
                    "",
                    "30th November 2026",
                    "Suspended",
                ]
            ),
            "</table>",
        ]
    )
    quebec = [
        [
            "Numéro de permis",
            "Nom du titulaire",
            "Autre nom",
            "NEQ",
            "Adresse",
            "Ville",
            "Catégorie de permis",
            "Date d'expiration",
            "Statut du permis",
        ],
        [
            "AP-2000123",
            "Placement Érable inc.",
            "Érable RH",
            "1170000001",
            "12, rue Principale",
            "Montréal",
            "Agence de placement",
            "2026-06-30",
            "Valide",
        ],
        [
            "AR-2000456",
            "Recrutement Boréal ltée",
            "",
            "1170000002",
            "5, boul. Laurier",
            "Québec",
            "Agence de recrutement",
            "2025-01-15",
            "Révoqué",
        ],
        [
            "AP-2000789",
            "Main-d'œuvre Saguenay inc.",
            "",
            "1170000003",
            "9, rue Racine",
            "Saguenay",
            "Agence de placement",
            "2027-02-28",
            "Suspendu",
        ],
    ]
    american = [
        [
            "Farm Labor Contractor Name",
            "DBA",
            "Address",
            "City",
            "State",
            "Zip",
            "Certificate Number",
            "Certificate Expiration Date",
            "Housing Authorized",
            "Transportation Authorized",
            "Phone",
        ],
        [
            "Delgado, Maria",
            "Delgado Harvesting",
            "12 County Rd 5",
            "Immokalee",
            "FL",
            "34142",
            "C-04-512345-C-26-R",
            "5/31/2027",
            "Y",
            "Y",
            "(239) 555-0101",
        ],
        [
            "Green Valley Labor LLC",
            "",
            "900 Main St",
            "Salinas",
            "CA",
            "93901",
            "C-09-612346-K-25-R",
            "12/15/2026",
            "N",
            "Y",
            "(831) 555-0102",
        ],
        [
            "Ortiz, Juan",
            "",
            "44 Oak Ave",
            "Yuma",
            "AZ",
            "85364",
            "C-08-712347-L-24-R",
            "3/4/2026",
            "N",
            "N",
            "(928) 555-0103",
        ],
    ]
    debarred: list[list[Cell]] = [
        [None, "H-2A Debarments", None, None, None],
        [None, "Name", "Duration", "Start date", "End date"],
        [None, "2019", None, None, None],
        [None, "Alder Cattle Company", "2 years", date(2019, 3, 1), date(2021, 2, 28)],
        [None, "Birch, Thomas", "1 year", date(2019, 8, 17), date(2020, 8, 16)],
        [None, "2020", None, None, None],
        [None, "No Debarments", None, None, None],
        [None, "2021", None, None, None],
        [None, "Cedar Ranch LLC", "3 years", " 1/14/2021  ", "1/13/2024"],
        [None, "Maple Farms Inc.", "3 years", date(2021, 5, 2), date(2024, 5, 1)],
        [None, "Willow Orchards", "1 year", date(2021, 6, 2), date(2022, 6, 1)],
        [None, "Poplar Harvest", "1 year", date(2021, 7, 2), date(2022, 7, 1)],
        [None, "Elm Labor LLC", "1 year", date(2021, 9, 2), date(2022, 9, 1)],
        [None, "Rowan Bros.", "1 year", date(2021, 10, 2), date(2022, 10, 1)],
        [None, "Hazel Packing", "1 year", date(2021, 11, 2), date(2022, 11, 1)],
    ]
    australian = [
        [
            "Licence number",
            "Legal name",
            "Trading name",
            "ABN",
            "Licence status",
            "Licence start date",
            "Licence expiry date",
            "Suspended on",
            "Postcode",
        ],
        [
            "VICLHL00123",
            "Wattle Labour Pty Ltd",
            "Wattle Hire",
            "51824753556",
            "Active",
            "30/10/2019",
            "29/10/2026",
            "",
            "3000",
        ],
        [
            "VICLHL00456",
            "Gum Tree Contracting Pty Ltd",
            "",
            "53004085616",
            "Cancelled",
            "15/01/2020",
            "14/01/2023",
            "",
            "3550",
        ],
        [
            "VICLHL00789",
            "Banksia Staff Pty Ltd",
            "",
            "33102417032",
            "Suspended",
            "07/08/2021",
            "06/08/2027",
            "01/02/2025",
            "3220",
        ],
    ]
    malaysian = [
        [
            "Bil.",
            "Nama Agensi Pekerjaan",
            "No. Lesen",
            "Kategori Lesen",
            "Negeri",
            "No. Telefon",
            "Tarikh Tamat Lesen",
            "Status",
        ],
        ["1", "Agensi Pekerjaan Melati Sdn. Bhd.", "JTKSM 123", "C", "Selangor", "03-55110001", "30/06/2026", "Aktif"],
        [
            "2",
            "Agensi Pekerjaan Kenanga Sdn. Bhd.",
            "JTKSM 456",
            "B",
            "Johor",
            "07-2210002",
            "15/02/2024",
            "Tamat Tempoh",
        ],
        ["3", "AP Cempaka Sdn. Bhd.", "JTKSM 789C", "C", "Pulau Pinang", "04-2610003", "31/12/2025", "Digantung"],
    ]
    amharic = [
        ["ተ.ቁ", "የኤጀንሲው ስም", "የፈቃድ ቁጥር", "አድራሻ", "ስልክ ቁጥር", "ሁኔታ"],
        ["1", "አባይ የውጭ ሀገር ሥራ ኤጀንሲ", "EA/0012/2014", "አዲስ አበባ፣ ቦሌ ክ/ከ", "0911000001", "የጸና"],
        ["2", "ጣና ኤጀንሲ", "EA/0034/2015", "አዲስ አበባ፣ ቂርቆስ ክ/ከ", "0911000002", "የታገደ"],
        ["3", "ላሊበላ ኤጀንሲ", "EA/0056/2016", "አዲስ አበባ፣ የካ ክ/ከ", "0911000003", "የተሰረዘ"],
    ]
    return (
        MadeUp(
            "Arabic page, right to left, Hijri",
            "recruitment.html",
            arabic,
            (
                {
                    "name": "مكتب النور للاستقدام",
                    "number": "٣٤٠١٢٣",
                    "until": "2025-11-03",
                    "status": "valid",
                    "place": "الرياض",
                },
                {"name": "شركة الخليج للاستقدام", "status": "expired"},
                {"status": "suspended"},
            ),
            3,
            "sa-list",
        ),
        MadeUp(
            "HTML, a menu table first, ordinal dates",
            "nea.html",
            kenyan,
            (
                {
                    "name": "Mara Bridge Agencies Ltd",
                    "number": "NEA/PEA/0123",
                    "until": "2026-08-23",
                    "status": "valid",
                    "phones": ("0722 000001", "0733 000002"),
                },
                {"status": "expired"},
                {"status": "suspended"},
            ),
            3,
            "ke-list",
        ),
        MadeUp(
            "French of Quebec, latin-1",
            "permis.csv",
            csv_bytes(quebec, ";", "cp1252"),
            (
                {
                    "name": "Placement Érable inc.",
                    "number": "AP-2000123",
                    "until": "2026-06-30",
                    "status": "valid",
                    "place": "Montréal",
                    "names": ("Placement Érable inc.", "Érable RH"),
                },
                {"status": "revoked"},
                {"name": "Main-d'œuvre Saguenay inc.", "status": "suspended"},
            ),
            3,
            "ca-list",
        ),
        MadeUp(
            "US contractors, month first, yes and no columns",
            "flc.csv",
            csv_bytes(american),
            (
                {
                    "name": "Delgado, Maria",
                    "number": "C-04-512345-C-26-R",
                    "until": "2027-05-31",
                    "phones": ("(239) 555-0101",),
                    "names": ("Delgado, Maria", "Delgado Harvesting"),
                },
                {"name": "Green Valley Labor LLC", "until": "2026-12-15"},
                {"until": "2026-03-04"},
            ),
            3,
            "us-list",
        ),
        MadeUp(
            "US debarments in a workbook with year rows",
            "debarments.xlsx",
            workbook_bytes({"Sheet1": debarred}, row=2, column=0),
            (
                {"name": "Alder Cattle Company", "since": "2019-03-01", "until": "2021-02-28"},
                {"name": "Birch, Thomas"},
                {"name": "Cedar Ranch LLC", "since": "2021-01-14", "until": "2024-01-13"},
            ),
            9,
            "us-debarred",
            {"kind": "debarment"},
        ),
        MadeUp(
            "Australian labour hire, status and a date of suspension",
            "lhl.csv",
            csv_bytes(australian),
            (
                {
                    "name": "Wattle Labour Pty Ltd",
                    "number": "VICLHL00123",
                    "since": "2019-10-30",
                    "until": "2026-10-29",
                    "status": "valid",
                },
                {"status": "unknown"},
                {"name": "Banksia Staff Pty Ltd", "status": "suspended"},
            ),
            3,
            "au-list",
        ),
        MadeUp(
            "Malay",
            "aps.csv",
            csv_bytes(malaysian),
            (
                {
                    "name": "Agensi Pekerjaan Melati Sdn. Bhd.",
                    "number": "JTKSM 123",
                    "until": "2026-06-30",
                    "status": "valid",
                },
                {"status": "expired"},
                {"status": "suspended", "until": "2025-12-31"},
            ),
            3,
            "my-list",
        ),
        MadeUp(
            "Amharic",
            "mols.csv",
            csv_bytes(amharic),
            (
                {"name": "አባይ የውጭ ሀገር ሥራ ኤጀንሲ", "number": "EA/0012/2014", "status": "valid", "phones": ("0911000001",)},
                {"status": "suspended"},
                {"status": "unknown"},
            ),
            3,
            "et-list",
        ),
    )


def _odd_shapes() -> tuple[MadeUp, ...]:
    two_headers: list[list[Cell]] = [
        ["MINISTRY OF LABOUR", None, None, None, None, None, None],
        ["REGISTER OF LICENSED PRIVATE EMPLOYMENT AGENCIES as at 30 June 2026", None, None, None, None, None, None],
        [None] * 7,
        ["No.", "Name of Agency", "Licence", None, None, "Contacts", None],
        [None, None, "Number", "Issued", "Expires", "Telephone", "E-mail"],
        [
            1,
            "Acacia Employment Bureau",
            "PEA 014/2024",
            date(2024, 3, 5),
            date(2026, 3, 4),
            "0244 000001",
            "a@acacia.example",
        ],
        [
            2,
            "Baobab Recruitment Ltd",
            "PEA 022/2025",
            date(2025, 7, 19),
            date(2027, 7, 18),
            "0244 000002",
            "b@baobab.example",
        ],
        [
            3,
            "Cocoa Coast Manpower",
            "PEA 031/2025",
            date(2025, 11, 2),
            date(2027, 11, 1),
            "0244 000003",
            "c@cocoa.example",
        ],
    ]
    branches: list[list[Cell]] = [
        ["Agency Name", "License No", "Status", "Office", "Address", "Telephone"],
        ["Delta Overseas Ltd", "LIC-0012", "Active", "Head office", "12 River Road, Port City", "0300 000001"],
        [None, None, None, "Branch", "4 Hill Street, Upper Town", "0300 000002"],
        [None, None, None, "Branch", "9 Lake Street, Lower Town", "0300 000003"],
        ["Echo Manpower Ltd", "LIC-0034", "Suspended", "Head office", "1 Sea Road, Port City", "0300 000004"],
        [None, None, None, "Branch", "7 Dam Road, New Town", "0300 000005"],
        ["Foxtrot Agencies Ltd", "LIC-0056", "Active", "Head office", "3 Bay Road, Port City", "0300 000006"],
    ]
    revoked = [
        ["Licence holder", "Permit no", "Granted on", "Revoked on"],
        ["Golf Staffing Ltd", "P-101", "2020-01-15", ""],
        ["Hotel Personnel Ltd", "P-102", "2020-02-20", "2023-05-05"],
        ["India Recruit Ltd", "P-103", "2021-03-25", ""],
        ["Juliet Workforce Ltd", "P-104", "2021-04-30", ""],
    ]
    unlabelled = [
        ["", "Bezeichnung der Stelle", "X1", "X2"],
        ["1", "Kilo Personal GmbH", "kilo@kilo.example", "+49 30 1110001"],
        ["2", "Lima Zeitarbeit GmbH", "lima@lima.example", "+49 30 1110002"],
        ["3", "Mike Dienste AG", "mike@mike.example", "+49 30 1110003"],
        ["4", "November Kräfte GmbH", "nov@nov.example", "+49 30 1110004"],
    ]
    prose = "Liste der Sperren nach dem Gesetz;;;\r\nStand: 1. Juni 2026;;;\r\n;;;\r\n"
    bans = [
        ["Firma", "Sitz", "Sperre von", "Sperre bis"],
        ["Oscar Bau AG", "Vaduz", "01.02.2025", "31.01.2027"],
        ["Papa Montage GmbH", "Bregenz", "15.03.2025", "14.03.2026"],
        ["Quebec Holzbau KG", "Chur", "22.04.2025", "21.04.2028"],
    ]
    lines = b"\n".join(
        json.dumps(each).encode()
        for each in (
            {
                "id": "NK-1",
                "caption": "Romeo Exports Ltd",
                "schema": "Company",
                "properties": {"name": ["Romeo Exports Ltd"], "country": ["ae"], "topics": ["sanction"]},
            },
            {
                "id": "NK-2",
                "caption": "Sierra Trading FZE",
                "schema": "Company",
                "properties": {"name": ["Sierra Trading FZE"], "country": ["ae"], "topics": ["sanction"]},
            },
            {
                "id": "NK-3",
                "caption": "Tango Labour LLC",
                "schema": "Company",
                "properties": {"name": ["Tango Labour LLC"], "country": ["om"], "topics": ["debarment"]},
            },
        )
    )
    ambiguous = [
        ["Agency", "Licence No", "Valid from", "Valid until", "Status"],
        ["Uniform Ltd", "1001", "03/04/2024", "02/04/2026", "Active"],
        ["Victor Ltd", "1002", "05/06/2024", "04/06/2026", "Active"],
        ["Whiskey Ltd", "1003", "07/08/2024", "06/08/2026", "Not renewed"],
    ]
    printed = [
        [
            (180, 800, "LIST OF LICENSED RECRUITMENT AGENCIES"),
            (40, 760, "No."),
            (80, 760, "Name of Agency"),
            (250, 760, "License No."),
            (350, 760, "Expiry Date"),
            (450, 760, "Status"),
            (40, 730, "1"),
            (80, 730, "Xray Overseas"),
            (80, 718, "Employment Ltd"),
            (250, 730, "L-0101"),
            (350, 730, "15/08/2026"),
            (450, 730, "Active"),
            (40, 690, "2"),
            (80, 690, "Yankee Services"),
            (250, 690, "L-0202"),
            (350, 690, "31/01/2025"),
            (450, 690, "Expired"),
            (40, 660, "3"),
            (80, 660, "Zulu Manpower"),
            (80, 648, "Consultants"),
            (80, 636, "(Pvt) Ltd"),
            (250, 660, "L-0303"),
            (350, 660, "20/12/2026"),
            (450, 660, "Suspended"),
            (280, 30, "Page 1 of 2"),
        ],
        [
            (40, 760, "No."),
            (80, 760, "Name of Agency"),
            (250, 760, "License No."),
            (350, 760, "Expiry Date"),
            (450, 760, "Status"),
            (40, 730, "4"),
            (80, 730, "Alfa Hire Ltd"),
            (250, 730, "L-0404"),
            (350, 730, "28/02/2027"),
            (450, 730, "Active"),
            (280, 30, "Page 2 of 2"),
        ],
    ]
    return (
        MadeUp(
            "workbook with title rows and two header rows",
            "register.xlsx",
            workbook_bytes({"Agencies": two_headers}, row=2, column=1),
            (
                {
                    "name": "Acacia Employment Bureau",
                    "number": "PEA 014/2024",
                    "since": "2024-03-05",
                    "until": "2026-03-04",
                    "status": "valid",
                    "phones": ("0244 000001",),
                    "emails": ("a@acacia.example",),
                },
                {"name": "Baobab Recruitment Ltd", "until": "2027-07-18"},
            ),
            3,
            "gh-register",
        ),
        MadeUp(
            "branches under merged cells",
            "branches.xlsx",
            workbook_bytes({"List": branches}),
            (
                {
                    "name": "Delta Overseas Ltd",
                    "number": "LIC-0012",
                    "status": "valid",
                    "phones": ("0300 000001", "0300 000002", "0300 000003"),
                },
                {"name": "Echo Manpower Ltd", "status": "suspended"},
            ),
            6,
            "xx-branches",
        ),
        MadeUp(
            "status by the column 'Revoked on'",
            "licensed-staffing.csv",
            csv_bytes(revoked),
            (
                {"name": "Golf Staffing Ltd", "number": "P-101", "since": "2020-01-15", "status": "valid"},
                {"name": "Hotel Personnel Ltd", "status": "revoked"},
            ),
            4,
            "xx-revoked",
        ),
        MadeUp(
            "headers that say nothing",
            "stellen.csv",
            csv_bytes(unlabelled, ";"),
            (
                {"name": "Kilo Personal GmbH", "phones": ("+49 30 1110001",), "emails": ("kilo@kilo.example",)},
                {"name": "Lima Zeitarbeit GmbH"},
            ),
            4,
            "xx-stellen",
            {"jurisdiction": "DE"},
        ),
        MadeUp(
            "prose above, exclusions, latin-1",
            "sperren.csv",
            prose.encode("latin-1") + csv_bytes(bans, ";", "latin-1"),
            (
                {"name": "Oscar Bau AG", "since": "2025-02-01", "until": "2027-01-31"},
                {"name": "Papa Montage GmbH", "until": "2026-03-14"},
            ),
            3,
            "li-sperren",
            {"kind": "debarment"},
        ),
        MadeUp(
            "FollowTheMoney entities",
            "entities.ftm.json",
            lines,
            ({"name": "Romeo Exports Ltd"}, {"name": "Sierra Trading FZE"}),
            3,
            "xx-watch",
        ),
        MadeUp(
            "dates that could be either way round",
            "either.csv",
            csv_bytes(ambiguous),
            (
                {
                    "name": "Uniform Ltd",
                    "number": "1001",
                    "since": "2024-04-03",
                    "until": "2026-04-02",
                    "status": "valid",
                },
                {"status": "valid"},
                {"status": "expired"},
            ),
            3,
            "xx-either",
        ),
        MadeUp(
            "unruled PDF, names over several lines",
            "list.pdf",
            pdf(printed),
            (
                {"name": "Xray Overseas Employment Ltd", "number": "L-0101", "until": "2026-08-15", "status": "valid"},
                {"name": "Yankee Services", "status": "expired"},
                {"name": "Zulu Manpower Consultants (Pvt) Ltd", "number": "L-0303", "status": "suspended"},
                {"name": "Alfa Hire Ltd"},
            ),
            4,
            "xx-pdf",
        ),
    )
