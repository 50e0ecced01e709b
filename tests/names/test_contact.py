"""Telephone numbers, mail addresses, hosts and addresses in comparable form."""

from __future__ import annotations

import pytest

from recruitcheck.names import is_free_mail, mail_domain, normal_email, normal_phones, same_address, web_host
from tests.bounds import Bounded


@pytest.mark.parametrize(
    ("text", "country", "numbers"),
    [
        ("2345 6789", "HK", ("+85223456789",)),
        ("(852) 2345-6789", "HK", ("+85223456789",)),
        ("85223456789", "HK", ("+85223456789",)),
        ("+852 2345 6789", None, ("+85223456789",)),
        ("00852 2345 6789", None, ("+85223456789",)),
        ("2345 6789", None, ("23456789",)),
        ("2345 6789", "ZZ", ("23456789",)),
        ("2345 6789 / 2345 6780 (Off.)", "HK", ("+85223456789", "+85223456780")),
        ("2345 6789 / 80", "HK", ("+85223456789", "+85223456780")),
        ("2345 6789 2345 6780", "HK", ("+85223456789", "+85223456780")),
        ("23456789;23456780\n23456789", "HK", ("+85223456789", "+85223456780")),
        ("Tel: 2345 6789 ext. 12", "HK", ("+85223456789",)),
        ("02-48318901-10 (PABX)", "BD", ("+880248318901",)),
        ("48318901-10", "BD", ("48318901",)),
        ("০১৭১১-১২৩৪৫৬", "BD", ("+8801711123456",)),
        ("n/a", "HK", ()),
        ("123", "HK", ()),
        ("", "HK", ()),
    ],
)
def test_every_number_of_a_cell_is_comparable(text: str, country: str | None, numbers: tuple[str, ...]) -> None:
    assert normal_phones(text, country) == numbers


@pytest.mark.parametrize("text", ["1" * 100_000, "1 " * 50_000, "1/" * 50_000, "+" * 50_000, "9" * 9 + "-1" * 50_000])
def test_hostile_phone_cell_takes_bounded_time(text: str, bounded: Bounded) -> None:
    with bounded(1):
        assert len(normal_phones(text, "GB")) <= 12


@pytest.mark.parametrize(
    ("text", "email", "domain"),
    [
        ("Info@Acorn.Example", "info@acorn.example", "acorn.example"),
        ("mailto:info@www.acorn.example; b@c.example", "info@www.acorn.example", "acorn.example"),
        ("info@eichelstraße.example", "info@eichelstrasse.example", "eichelstrasse.example"),
        ("in\u200bfo@acorn.example.", "info@acorn.example", "acorn.example"),
        ("info@localhost", "", ""),
        ("acorn.example", "", ""),
        ("a@b@c.example", "", ""),
        ("@@@", "", ""),
        ("", "", ""),
        ("x@" + "a" * 10_000 + ".example", "", ""),
    ],
)
def test_mail_address_is_comparable(text: str, email: str, domain: str) -> None:
    assert (normal_email(text), mail_domain(text)) == (email, domain)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.Acorn.Example/jobs?x=1", "acorn.example"),
        ("acorn.example", "acorn.example"),
        ("WWW.ACORN.EXAMPLE:8080/x", "acorn.example"),
        ("http://user:pass@evil.example./", "evil.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("//acorn.example", "acorn.example"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("ftp://acorn.example", ""),
        ("http://[::1", ""),
        ("http://1.2.3.4/", ""),
        ("N/A", ""),
        ("", ""),
        ("http://" + "a" * 10_000 + ".example", ""),
    ],
)
def test_web_host_is_comparable(text: str, host: str) -> None:
    assert web_host(text) == host


def test_free_mail_is_known_with_its_subdomains() -> None:
    assert is_free_mail("gmail.com")
    assert is_free_mail("GMAIL.COM")
    assert is_free_mail("yahoo.com.ph")
    assert is_free_mail("mail.yahoo.com")
    assert not is_free_mail("notgmail.com")
    assert not is_free_mail("gmail.com.acorn.example")
    assert not is_free_mail("")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("12 High St., Oakham LE15 6AA", "12 High Street, Oakham", True),
        ("12 High St., Oakham LE15 6AA", "12 High Street, Oakham LE15 6AB", False),
        ("12 High St, Oakham", "13 High St, Oakham", False),
        ("Flat B, 2/F, 8 Acorn Road, Kowloon", "Flat B 2nd Floor 8 Acorn Rd Kowloon", True),
        ("Flat B, 3/F, 8 Acorn Road, Kowloon", "Flat B, 2/F, 8 Acorn Road, Kowloon", False),
        ("House 4, Road 5, Banani, Dhaka-1213", "House-04, Rd-05, Banani, Dhaka 1213", True),
        ("High Street, Oakham", "High Street, Oakham", False),
        ("12", "12", False),
        ("", "", False),
        ("Flat A, 12/F, 8 Sample Road, Kowloon", "Flat B, 12/F, 8 Sample Road, Kowloon", False),
        ("Flat A, 12/F, 8 Sample Road, Kowloon", "Flat A 12th Floor 8 Sample Rd Kowloon", True),
        ("12 Kings Road, Central, Hong Kong", "12 Queens Road, Central, Hong Kong", False),
    ],
)
def test_same_address_needs_the_same_numbers_and_words(a: str, b: str, same: bool) -> None:
    assert same_address(a, b) is same
    assert same_address(b, a) is same
