"""Lists we know by their columns alone are read as those columns say: small made-up copies with the real quirks."""

from __future__ import annotations

import json
from pathlib import Path

from recruitcheck.model import LicenceStatus, NameKind
from recruitcheck.registry import MappedList, find_definition, map_table, read_table
from recruitcheck.resources import shipped
from tests.registry.lists import Cell, workbook, write


def mapped_as(registry: str, path: Path) -> MappedList:
    definition = find_definition(registry, [shipped("registries")])
    result = map_table(definition, read_table(path, definition))
    assert result.rows_read == result.kept + len(result.rejects)
    return result


def test_a_brazilian_list_in_latin_1_is_found_below_its_prose(tmp_path: Path) -> None:
    text = (
        "Ministério do Trabalho;;;;;;;;;\n"
        "Cadastro de exemplo, atualizado;;;;;;;;;\n"
        ";;;;;;;;;\n"
        "ID;Ano da ação fiscal;UF;Empregador;CNPJ/CPF;Estabelecimento;Trabalhadores envolvidos;CNAE;"
        "Decisão administrativa de procedência;Inclusão no Cadastro de Empregadores\n"
        "1;2019;PA;Fazenda Exemplo Ltda;27.090.000/0002-27;Rodovia X, km 5;12;0151-2/01;01/02/2020;05/04/2021\n"
        "2;2018;MG;João Fictício;5729364431;Sítio Modelo;3;0134-2/00;01/02/2019;"
        "03/04/2020 a 11/02/2022 (I) e 11/02/2022 (II)\n"
        "Fonte: exemplo;;;;;;;;;\n"
    )
    # A copy of this list was once served under the name of a workbook.
    result = mapped_as("br-slavery-x", write(tmp_path, text.encode("latin-1"), "cadastro.xlsx"))
    first, second = result.entries
    assert dict(first.other_ids)["tax_number"] == "27.090.000/0002-27"
    assert first.debarments[0].valid_from is not None
    assert first.debarments[0].valid_from.text == "2021-04-05"
    assert second.name == "João Fictício"
    assert dict(second.other_ids)["tax_number"] == "5729364431"
    assert second.debarments[0].valid_from is not None
    assert second.debarments[0].valid_from.text == "2022-02-11"
    assert dict(second.extra)["As printed"].startswith("03/04/2020 a")
    assert [reject.reason for reject in result.rejects] == ["no name"]
    assert any("holds CSV" in warning for warning in result.warnings)
    assert result.row_bounds_problem, "two rows are not the whole list"


def test_a_brazilian_name_taken_off_the_list_gets_no_start_from_its_end(tmp_path: Path) -> None:
    text = (
        "ID;Empregador;CNPJ/CPF;Estabelecimento;Inclusão no Cadastro de Empregadores\n"
        "1;Fazenda Exemplo Ltda;1;X;03/04/2020 a 11/02/2022 (I)\n"
    )
    result = mapped_as("br-slavery-x", write(tmp_path, text.encode("latin-1")))
    assert result.entries[0].debarments[0].valid_from is None


def test_a_canadian_employer_who_may_hire_again_is_listed_but_not_shut_out(tmp_path: Path) -> None:
    def record(name: str, status: str) -> dict[str, str]:
        return {"bn_operating": name, "date": "2025-03-04", "penalty_en": "$9,000", "status_en": status}

    rows = [
        record("Sample Farm &amp; Sons\u00a0Ltd.", "Eligible"),
        record("L&#39;Exemple\u00a0Inc.", "Ineligible until 2027-05-06"),
        record("Specimen Foods", "ineligible - unpaid"),
        record("B&notary Example", "A word not met before"),
        record("", "Eligible"),
    ]
    result = mapped_as("ca-ircc-x", write(tmp_path, json.dumps({"list": rows}), "non_compliant.json"))
    eligible, until, unpaid, strange = result.entries
    assert (eligible.name, eligible.debarments) == ("Sample Farm & Sons Ltd.", ())
    assert until.name == "L'Exemple Inc."
    assert until.debarments[0].valid_to is not None
    assert until.debarments[0].valid_to.text == "2027-05-06"
    assert unpaid.debarments[0].valid_to is None
    assert unpaid.debarments[0].status_word == "ineligible - unpaid"
    assert strange.name == "B&notary Example"
    assert strange.debarments, "an unmapped word must not clear anybody"
    assert [reject.reason for reject in result.rejects] == ["no name"]


def test_the_canadian_table_is_read_as_its_feed(tmp_path: Path) -> None:
    head = "Business Operating Name,Legal Name,Address,Reason(s),Date of Final Decision,Penalty,Status\n"
    row = 'Sample Farm,1234 Example Inc.,"1 Road, Town",13,2025-03-04,"$9,000",Ineligible\n'
    (entry,) = mapped_as("ca-ircc-x", write(tmp_path, head + row)).entries
    assert [name.text for name in entry.names] == ["Sample Farm", "1234 Example Inc."]
    assert entry.debarments[0].reason == "13"


def test_an_australian_fine_is_no_exclusion_and_an_ended_one_has_its_end(tmp_path: Path) -> None:
    def record(sponsor: str, sanction: str, end: str, abn: str) -> dict[str, str]:
        return {
            "tradingname": "Sample Diner",
            "sponsorname": sponsor,
            "abn": abn,
            "state": "NSW",
            "postcode": "0800",
            "obligationbreached": "Keep records",
            "sanctionimposed": sanction,
            "sanctionimposeddatetext": "07-Mar-2024",
            "sanctionenddate": end,
            "description": "<p><strong>Sanction imposed</strong><span>x</span></p>",
        }

    rows = [
        record("Example Pty Ltd", "Barred", "06-Mar-2026", "01 234 567 890"),
        record("Specimen Pty Ltd", "Infringement notice", "", "11 222 333 444"),
        record("", "Cancelled", "", "55 666 777 888"),
    ]
    result = mapped_as("au-abf-x", write(tmp_path, json.dumps({"data": rows}), "sanctions.json"))
    barred, fined, cancelled = result.entries
    assert (barred.name, barred.names[1].text) == ("Example Pty Ltd", "Sample Diner")
    assert dict(barred.other_ids)["company_number"] == "01 234 567 890"
    assert barred.addresses[0].postal_code == "0800"
    assert barred.debarments[0].valid_to is not None
    assert barred.debarments[0].valid_to.text == "2026-03-06"
    assert fined.debarments == ()
    assert cancelled.name == "Sample Diner"
    assert cancelled.debarments[0].status_word == "Cancelled"


def test_a_dutch_number_keeps_its_leading_nought_and_a_blank_one_joins_nobody(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{number}</td></tr>"
        for name, number in (
            ("Voorbeeld B.V.", "08156000"),
            ("Sample Trading B.V.", "64773000"),
            ("Zonder Nummer A", ""),
            ("Zonder Nummer B", ""),
        )
    )
    page = (
        f"<html><body><p>1 July 2026</p><table><tr><th>Organisation</th><th>KvK number</th></tr>{rows}</table></html>"
    )
    result = mapped_as("nl-ind", write(tmp_path, page, "register.html"))
    assert [dict(entry.other_ids).get("company_number") for entry in result.entries] == [
        "08156000",
        "64773000",
        None,
        None,
    ]
    assert {licence.status for entry in result.entries for licence in entry.licences} == {LicenceStatus.VALID}


def test_an_irish_trading_name_is_a_name_of_its_own(tmp_path: Path) -> None:
    text = (
        "County;Agency_Name;Trading_Name;Address;Licence_Number;Expiry\r\n"
        'Dublin;Sample Recruitment Ltd;Bright Careers;"1, Example Quay, Dublin 2";EA3000;x\r\n'
        "Cork;Specimen Staffing Limited;;2 Model Street, Cork;EA520;x\r\n"
    )
    first, second = mapped_as("ie-wrc", write(tmp_path, text)).entries
    assert [(name.text, name.kind) for name in first.names] == [
        ("Sample Recruitment Ltd", NameKind.REGISTERED),
        ("Bright Careers", NameKind.TRADING),
    ]
    assert first.licences[0].number == "EA3000"
    assert second.addresses[0].text == "2 Model Street, Cork"
    assert len(second.names) == 1


def test_a_japanese_business_has_its_date_by_the_western_year(tmp_path: Path) -> None:
    text = (
        "許可・届出受理番号,許可届出受理年月日,事業主名称,事業所名称,所在地,電話番号,手数料\n"
        "13-ユ-300000,平成25年02月01日,株式会社見本,見本支店,東京都見本区1-2-3,03-0000-0000,-\n"
    )
    result = mapped_as("jp-mhlw", write(tmp_path, text))
    (entry,) = result.entries
    assert entry.licences[0].number == "13-ユ-300000"
    assert entry.licences[0].status is LicenceStatus.UNKNOWN
    assert entry.licences[0].valid_from is not None
    assert entry.licences[0].valid_from.text == "2013-02-01"
    assert "Fees" not in dict(entry.extra), "- is not nought"
    assert not any("do not fit the pattern" in warning for warning in result.warnings)


def test_american_debarments_of_one_name_keep_their_periods(tmp_path: Path) -> None:
    table: list[list[Cell]] = [
        ["Employer Name", "Employer Location", "Start", "End"],
        ["2014", None, None, None],
        ["Sample Orchard LLC", "Town, TX", "August 18, 2012", "August 17, 2014"],
        ["Sample Orchard LLC", "Town, TX", " 1/4/2014  ", None],
        ["No Debarments", None, None, None],
    ]
    result = mapped_as("us-oflc-debar", workbook(tmp_path / "list.xlsx", {"PERM": table}))
    (entry,) = result.entries
    first, second = entry.debarments
    assert (first.valid_from, first.valid_to) != (second.valid_from, second.valid_to)
    assert first.valid_to is not None
    assert first.valid_to.text == "2014-08-17"
    assert second.valid_from is not None
    assert second.valid_from.text == "2014-01-04"
    assert len(result.rejects) == 2


def test_the_philippine_feed_is_read_with_its_status_and_its_end(tmp_path: Path) -> None:
    rows = [
        {
            "name": name,
            "classification": "Landbased",
            "license_status": status,
            "license_status_date": "2025-01-01T00:00:00.000Z",
            "license_expiration_date": "2031-10-03T00:00:00.000Z",
            "is_valid": True,
            "address": address,
            "data_as_of": "2026-09-14",
        }
        for name, status, address in (
            ("Sample Int`l Manpower (FORMERLY Example Services", "Valid License", "Manila"),
            ("Sample Int`l Manpower", "Cancelled", "Manila"),
            ("RETURNING WORKER", "Valid License", "NO ADDRESS"),
        )
    ]
    result = mapped_as("ph-dmw", write(tmp_path, json.dumps({"data": rows}), "agencies.json"))
    valid, cancelled = result.entries
    assert valid.licences[0].valid_to is not None
    assert valid.licences[0].valid_to.text == "2031-10-03"
    assert {name.kind for name in valid.names} >= {NameKind.FORMER}
    assert cancelled.licences[0].status is LicenceStatus.UNKNOWN
    assert len(result.rejects) == 1


def test_a_taiwanese_agency_is_what_its_filled_date_says(tmp_path: Path) -> None:
    header = (
        "許可證,機構名稱,機構地址,電話,負責人姓名,公司統一編號,專業人員人數,從業人員人數,許可證起始日,許可證終止日,"
        "停業起始日,停業屆滿日,預訂復業日期,終止營業日期,廢止許可日期"
    )
    rows = (
        "0002,範例管理顧問有限公司,桃園市某路１號,03-0000000,甲,12345678,5,21,20241021,20261020,,,,,",
        "0003-1,虛構人力有限公司,臺北市,02-00000000,乙,,0,2,20241021,20261020,,,,20250119,",
        "0004,樣本國際有限公司,臺北市,02-00000000,丙,,0,2,20241021,20261020,20250101,20250201,,,20250301",
        "0005,樣本停業有限公司,臺北市,02-00000000,丁,,0,2,20241021,20261020,20250101,20250201,,,",
    )
    result = mapped_as("tw-wda", write(tmp_path, "\n".join((header, *rows, "")).encode()))
    first, ended, revoked, paused = result.entries
    assert first.name == "範例管理顧問有限公司"
    assert (first.licences[0].number, first.licences[0].status) == ("0002", LicenceStatus.VALID)
    assert first.licences[0].valid_to is not None
    assert first.licences[0].valid_to.text == "2026-10-20"
    assert first.other_ids == (("company_number", "12345678"),)
    assert (ended.licences[0].status, ended.licences[0].status_word) == (LicenceStatus.UNLISTED, "終止營業日期")
    assert (revoked.licences[0].status, revoked.licences[0].status_word) == (LicenceStatus.REVOKED, "廢止許可日期")
    assert paused.licences[0].status is LicenceStatus.VALID, "a suspension that is over takes nothing away"
    assert dict(paused.extra)["Suspended until"] == "20250201"


def test_the_dutch_page_is_read_by_its_own_headers(tmp_path: Path) -> None:
    page = (
        "<html><body><p>The overview was last updated on 1 July 2026.</p><table><thead><tr><th scope='col'>Organisation"
        "</th><th scope='col'>KVK (Chamber of Commerce) number</th></tr></thead><tbody>"
        "<tr><th scope='row'>Voorbeeld B.V.</th><td>01234567</td></tr></tbody></table></body></html>"
    )
    (entry,) = mapped_as("nl-ind", write(tmp_path, page.encode(), "page.html")).entries
    assert (entry.name, entry.other_ids) == ("Voorbeeld B.V.", (("company_number", "01234567"),))


def test_a_korean_office_that_closed_is_no_longer_listed_and_an_unseen_state_is_unknown(tmp_path: Path) -> None:
    text = (
        "개방자치단체코드,관리번호,인허가일자,영업상태명,상세영업상태명,전화번호,지번주소,도로명주소,사업장명,구분명,법인구분명\n"
        '3000000,1,2020-01-02,영업/정상,정상,02-000-0000,,"서울특별시 가상구 예시로 1",예시인력,유료직업소개소,개인\n'
        '3000000,2,1999-05-06,폐업,폐업,,"부산광역시 가상구 1",,보기직업소개소,유료직업소개소,법인\n'
        '3000000,3,20210304,휴업,휴업,,,"서울특별시 가상구 예시로 3",견본인력,유료직업소개소,개인\n'
    )
    result = mapped_as("kr-paid", write(tmp_path, text.encode("cp949")))
    open_, closed, paused = result.entries
    assert (open_.name, open_.licences[0].status) == ("예시인력", LicenceStatus.VALID)
    assert open_.licences[0].valid_from is not None
    assert open_.licences[0].valid_from.text == "2020-01-02"
    assert closed.licences[0].status is LicenceStatus.UNLISTED
    assert closed.addresses[0].text == "부산광역시 가상구 1"
    assert paused.licences[0].status is LicenceStatus.UNKNOWN


def test_an_israeli_corporation_has_its_number_and_both_telephones(tmp_path: Path) -> None:
    header = '"מס""ד",שם התאגיד,מס\' ח.פ.,כתובת,מס\' טל\''
    text = f'{header}\n1,חברה לדוגמה,512345678,"רחוב הדוגמה 1, עיר",03-0000000/050-0000000\n'
    (entry,) = mapped_as("il-piba", write(tmp_path, text.encode())).entries
    assert entry.other_ids == (("company_number", "512345678"),)
    assert entry.phones == ("03-0000000", "050-0000000")


def test_a_bangladeshi_agency_has_the_state_that_the_bureaus_page_prints(tmp_path: Path) -> None:
    header = ("#", "License No", "Agent Name", "Address", "Office Phone", "License Status", "License Validity")
    rows = (
        ("1", "RL 0010", "Example Overseas Ltd", "Dhaka", "02-000000", "Active", "2027-01-31"),
        ("2", "RL0448", "Sample Manpower", "Dhaka", "", "Suspended", "2027-01-31"),
        ("3", "RL1752", "Specimen Trade", "Sylhet", "", "Cancelled", ""),
        ("4", "RL1963", "Muster Recruiting", "Dhaka", "", "Active", "someday"),
    )
    told = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = f"<html><table><tr>{''.join(f'<th>{text}</th>' for text in header)}</tr>{told}</table></html>"
    entries = mapped_as("bd-bmet", write(tmp_path, page.encode(), "agencies.html")).entries
    assert [entry.licences[0].status for entry in entries] == [
        LicenceStatus.VALID,
        LicenceStatus.SUSPENDED,
        LicenceStatus.UNKNOWN,
        LicenceStatus.UNKNOWN,  # an end that nobody can read must not pass for an open licence
    ]
    assert [entry.key for entry in entries] == ["10", "448", "1752", "1963"]


def test_a_kenyan_agency_is_known_by_its_own_id_and_one_without_a_state_is_unknown(tmp_path: Path) -> None:
    def agency(number: int, status: str | None, until: str | None) -> dict[str, str | None]:
        told = {"instId": f"i{number}", "instName": f"Example Agency {number}", "instRegNo": f"NEA/{number}"}
        rest = {"instCode": None, "instEmail": None, "instWorkTel": "0700 000000", "instIcon": None}
        return {**told, **rest, "instStatus": status, "instExpiryDate": until, "instLicenseType": "LOCAL LICENSE"}

    states = [("LICENSE_PAID", "2027-01-31"), ("LICENSE_DEREGISTERED", None), ("LICENSE_PENDING", None), (None, None)]
    data = [agency(number, *state) for number, state in enumerate(states)]
    path = write(tmp_path, json.dumps({"success": True, "data": data, "count": 4}), "list.json")
    entries = mapped_as("ke-nea", path).entries
    assert [entry.licences[0].status for entry in entries] == [
        LicenceStatus.VALID,
        LicenceStatus.UNLISTED,
        LicenceStatus.APPLICANT,
        LicenceStatus.UNKNOWN,
    ]
    assert entries[0].key == "i0"
    assert entries[0].licences[0].scope == ("LOCAL LICENSE",)


def test_a_nepali_agency_whose_state_nobody_has_seen_is_unknown_and_never_valid(tmp_path: Path) -> None:
    def agency(number: int, state: str) -> dict[str, object]:
        told = {"id": number, "permissionNo": f"{number}/074/75", "name": f"Example Overseas {number}"}
        return {
            **told,
            "statusName": state,
            "district": "Kathmandu",
            "address": "X",
            "mobileNo": None,
            "telephone": "1",
        }

    path = write(tmp_path, json.dumps([agency(1284, "Active"), agency(7, "Blacklisted")]), "agencies.json")
    running, barred = mapped_as("np-dofe", path).entries
    assert (running.licences[0].number, running.licences[0].status) == ("1284/074/75", LicenceStatus.UNKNOWN)
    assert barred.licences[0].status is LicenceStatus.BARRED


def test_a_pakistani_promoter_is_read_from_a_page_of_the_bureau(tmp_path: Path) -> None:
    header = (
        "Licence No.",
        "Proprietor Name",
        "Licence Title",
        "Status",
        "Expiry Date",
        "Head Office",
        "Branch Office(s)",
    )
    rows = (
        (
            "0008  / RWP",
            "A. Person",
            "Example Promoters",
            "Active",
            "Jun 8, 2027",
            "Street 1, Rawalpindi 051-0000000",
            "",
        ),
        ("0848 / LHR", "B. Person", "Sample Manpower", "Canceled", "2020-01-31", "Lahore", ""),
    )
    told = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (header, *rows))
    first, second = mapped_as("pk-beoe", write(tmp_path, f"<html><table>{told}</table></html>", "oeps.html")).entries
    assert first.licences[0].status is LicenceStatus.VALID
    assert first.licences[0].valid_to is not None
    assert first.licences[0].valid_to.text == "2027-06-08"
    assert second.licences[0].status is LicenceStatus.UNKNOWN, "nobody says who cancelled it"


def test_an_employer_shut_out_of_h_1b_has_both_ends_of_its_period(tmp_path: Path) -> None:
    page = (
        "<html><body><p>This list is effective as of June 1, 2026.</p><table><tr><th>Employer Name</th>"
        "<th>Employer Address</th><th>Willful Violator</th><th>Debarment Period</th></tr>"
        "<tr><td>Example Tech, LLC</td><td></td><td>Yes</td><td>5/12/2025 to 5/11/2027</td></tr></table></body></html>"
    )
    (entry,) = mapped_as("us-h1b-debar", write(tmp_path, page.encode(), "page.html")).entries
    (ban,) = entry.debarments
    assert ban.valid_from is not None
    assert ban.valid_to is not None
    assert (ban.valid_from.text, ban.valid_to.text) == ("2025-05-12", "2027-05-11")


def test_japanese_support_organisations_are_read_by_the_places_of_their_columns(tmp_path: Path) -> None:
    gap = [""] * 6

    def line(*cells: str) -> list[Cell]:
        return [*cells, *[""] * (14 - len(cells))]

    rows: list[list[Cell]] = [
        line("As of April 15.2026"),
        line("List of Registered Support Organization"),
        line("Registration number", "Date of registration", "Name", "Address"),
        line("", "", "", "Zip code", "Address", "Telephone number"),
        line("19登-000003", "2019-04-26", "一般社団法人例示会", "100-0001", "例示区", "03-5555-0101", *gap, "英語"),
        line("", "", "", "", "", "", "", "大阪事務所", "530-0001", "大阪府例示市"),
        line("22登-007304", "2022年11月2日", "Example Support Co., Ltd.", "460-0001", "Nagoya, Aichi", "0525550102"),
    ]  # fmt: skip
    result = mapped_as("jp-isa", workbook(tmp_path / "001440543.xlsx", {"Sheet1": rows}))
    first, second = result.entries
    assert (first.name, first.licences[0].number, first.phones) == (
        "一般社団法人例示会",
        "19登-000003",
        ("03-5555-0101",),
    )
    assert dict(first.extra)["languages"] == "英語"
    assert [entry.licences[0].valid_from.text for entry in (first, second) if entry.licences[0].valid_from] == [
        "2019-04-26",
        "2022-11-02",
    ]
    # Titles, headers over several rows and further offices of the organisation above.
    assert sorted(reject.reason for reject in result.rejects) == [
        "a title or header, not an organisation",
        *["no name"] * 4,
    ]
    assert result.row_bounds_problem
