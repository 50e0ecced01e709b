"""Contacts, licence numbers and parties."""

from __future__ import annotations

import pytest

from recruitcheck.model import Contact, FactKind, LicenceMention, Party
from tests.particulars.reading import facts

CONTACTS = [
    ("Call +971 50 123 4567", "phone", "+971501234567"),
    ("WhatsApp ९८४१२३४५६७", "phone", "9841234567"),
    ("mail hr@gulfstar.example.com today", "email", "hr@gulfstar.example.com"),
    ("see www.gulfstar-jobs.com.", "website", "gulfstar-jobs.com"),
    ("https://jobs.example.org/apply?id=1", "website", "jobs.example.org"),
    ("via Western Union only", "account", "western_union"),
    ("bKash 01712345678", "account", "bkash:01712345678"),
    ("to my GCash 0917 123 4567", "account", "gcash:09171234567"),
    ("इसेवा मा पठाउनुहोस्", "account", "esewa"),
]
LICENCES = [
    ("RL-1234", "RL-1234"),
    ("Licence No. 567/064/065", "567/064/065"),
    ("License No: 12345", "12345"),
    ("POEA License No. POEA-123-LB-012345-R", "POEA-123-LB-012345-R"),
    ("Lic. B-0313/MUM/PER/1000+/5/1234/2005", "B-0313/MUM/PER/1000+/5/1234/2005"),
    ("KRAZ 13456", "13456"),
    ("許可番号 13-ユ-123456", "13-ユ-123456"),
]
PARTIES = [
    ("Employer: Al Noor Trading Co. LLC", "employer", "Al Noor Trading Co. LLC"),
    ("Worker: Sita Kumari Rai", "worker", "Sita Kumari Rai"),
    ("M/s Gulf Star Services, Kathmandu", "agency", "Gulf Star Services"),
    ("Recruitment agency: Himal Manpower Pvt. Ltd.", "agency", "Himal Manpower Pvt. Ltd"),
    ("Dear Ms Grant: welcome", "worker", "Grant"),
]


@pytest.mark.parametrize(("text", "kind", "normal"), CONTACTS)
def test_contact_is_read(text: str, kind: str, normal: str) -> None:
    assert [fact.value for fact in facts(text, FactKind.CONTACT)] == [Contact(kind, normal)]


@pytest.mark.parametrize("text", ["SAR 1,200,000", "on 12/05/2021", "Licence No. 1234567890", "1111111111"])
def test_other_figures_are_no_phone(text: str) -> None:
    assert facts(text, FactKind.CONTACT) == ()


@pytest.mark.parametrize(("text", "number"), LICENCES)
def test_licence_number_is_kept_as_written(text: str, number: str) -> None:
    assert [fact.value for fact in facts(text, FactKind.LICENCE_NUMBER)] == [LicenceMention(number)]


@pytest.mark.parametrize("text", ["driving licence 3 years", "license holders only", "Licence: ______"])
def test_other_licences_give_no_number(text: str) -> None:
    assert facts(text, FactKind.LICENCE_NUMBER) == ()


@pytest.mark.parametrize(("text", "role", "name"), PARTIES)
def test_party_is_read_after_its_label(text: str, role: str, name: str) -> None:
    assert [fact.value for fact in facts(text, FactKind.PARTY)] == [Party(role, name)]


@pytest.mark.parametrize("text", ["Worker: ______", "Employer:", "the employer: pays"])
def test_blank_or_running_text_is_no_party(text: str) -> None:
    assert facts(text, FactKind.PARTY) == ()
