"""What else agrees or contradicts beside the name. It never changes the score."""

from __future__ import annotations

from collections.abc import Iterator

from recruitcheck.matching.query import NameQuery
from recruitcheck.model import Agreement, RegistryEntry
from recruitcheck.names import (
    is_free_mail,
    is_shared_host,
    mail_domain,
    normal_email,
    normal_number,
    normal_phones,
    same_address,
    web_host,
)

LOCAL_DIGITS = 7
"""Fewer digits without a country code are too few to say that two numbers are one line."""

Verdict = tuple[bool, Agreement]


def qualify(query: NameQuery, entry: RegistryEntry) -> tuple[tuple[Agreement, ...], tuple[Agreement, ...]]:
    """(what agrees, what contradicts), each in a fixed order of fields.

    A field contradicts where both sides give it and nothing of it is shared. An address only ever
    agrees: two ways to write one place cannot be told from two places with certainty.
    """
    verdicts = [
        *_number(query, entry),
        *_phone(query, entry),
        *_mail(query, entry),
        *_website(query, entry),
        *_address(query, entry),
        *_country(query, entry),
    ]
    return tuple(one for good, one in verdicts if good), tuple(one for good, one in verdicts if not good)


def _number(query: NameQuery, entry: RegistryEntry) -> Iterator[Verdict]:
    asked = normal_number(query.licence_number or "")
    listed = [licence.number for licence in entry.licences if licence.number and normal_number(licence.number)]
    others = [value for _, value in entry.other_ids if value]
    if not asked:
        return
    for value in [*listed, *others]:
        if normal_number(value) == asked:
            yield True, Agreement("licence_number", query.licence_number or "", value)
            return
    if listed:
        yield False, Agreement("licence_number", query.licence_number or "", "; ".join(dict.fromkeys(listed)))


def _phone(query: NameQuery, entry: RegistryEntry) -> Iterator[Verdict]:
    if not query.phone:
        return
    places = [address.country for address in entry.addresses if address.country]
    home = query.country or (places[0] if places else None)
    asked = normal_phones(query.phone, home)
    listed = [
        (number, phone) for phone in entry.phones for number in normal_phones(phone, places[0] if places else home)
    ]
    for number, phone in listed:
        if any(_same_line(number, mine) for mine in asked):
            yield True, Agreement("phone", query.phone, phone)
            return
    if asked and listed:
        yield False, Agreement("phone", query.phone, "; ".join(entry.phones))


def _same_line(a: str, b: str) -> bool:
    """Whether two numbers are equal, or one without country code ends the other."""
    if a == b:
        return True
    if a.startswith("+") == b.startswith("+"):
        return False
    full, bare = (a, b) if a.startswith("+") else (b, a)
    local = bare.lstrip("0")
    return len(local) >= LOCAL_DIGITS and full.endswith(local)


def _mail(query: NameQuery, entry: RegistryEntry) -> Iterator[Verdict]:
    asked = normal_email(query.email or "")
    listed = [normal_email(email) for email in entry.emails if normal_email(email)]
    if not asked or not (listed or entry.websites):
        return
    if asked in listed:
        yield True, Agreement("email", query.email or "", asked)
        return
    domain = mail_domain(asked)
    own = [mail_domain(email) for email in listed if not is_free_mail(mail_domain(email))]
    own += _sites(entry)
    if is_free_mail(domain) or not own:
        return
    yield (
        domain in own,
        Agreement("mail_domain", domain, "; ".join(dict.fromkeys(own)) if domain not in own else domain),
    )


def _website(query: NameQuery, entry: RegistryEntry) -> Iterator[Verdict]:
    asked = web_host(query.website or "")
    listed = _sites(entry)
    if asked and listed and not is_shared_host(asked):
        yield (
            asked in listed,
            Agreement("website", query.website or "", asked if asked in listed else "; ".join(listed)),
        )


def _sites(entry: RegistryEntry) -> list[str]:
    """The hosts that are the firm's own."""
    return [host for host in map(web_host, entry.websites) if host and not is_shared_host(host)]


def _address(query: NameQuery, entry: RegistryEntry) -> Iterator[Verdict]:
    for address in entry.addresses:
        text = ", ".join(part for part in (address.text, address.place, address.postal_code) if part)
        if query.address and text and same_address(query.address, text):
            yield True, Agreement("address", query.address, text)
            return


def _country(query: NameQuery, entry: RegistryEntry) -> Iterator[Verdict]:
    listed = list(dict.fromkeys(address.country for address in entry.addresses if address.country))
    if query.country and listed:
        yield query.country in listed, Agreement("country", query.country, "; ".join(listed))
