"""Writes docs/standards.md from the catalogue: ``make docs``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from recruitcheck.standards import Catalogue, load_catalogue
from recruitcheck.standards.channel_rule import ChannelRule
from recruitcheck.standards.instrument import Instrument, InstrumentType, Verification
from recruitcheck.vocabulary import country_name

TARGET = Path(__file__).with_name("standards.md")
_HEAD = """\
# Law and standards

<!-- Made by docs/make_standards.py (make docs) from src/recruitcheck/standards. Change the data, not this page. -->

What recruitcheck can cite, in words of our own. It is not legal advice. Every provision says how it was verified:
**text read**; **heading seen** (the text was not read); **secondary source** (as somebody else reports it). What is
known from memory alone is held, counted below and never printed, not even here.

## How a citation is chosen

A rule detects a *practice*; a provision names the practices it bars, limits, requires or takes for a sign. For a
finding, the provisions on its practice are held against corridor, sector and day:

- **law here**: national law, an agreement between the two governments, or a treaty that a state of the corridor was
  seen to have ratified, in force on that day;
- **not checked**: it may be law here, but something that decides it is not known (the sector, a visa class, a start
  date known only to the year);
- **standard**: a treaty whose ratification was not seen, guidance, a code. Never called law;
- **law elsewhere**: only where nothing better is held.

Where no national rule is held the answer is "no national rule in the catalogue", never "allowed". Limits of origin and
destination are judged apart. Ask the catalogue itself: `recruitcheck standards applies`, `caps`, `terms`, `diff`.

## Standards of your own

A code of conduct or another country's law joins by a folder of YAML: `--standards DIR`, no code. Files that lie in it
directly are instruments; sub-folders named `limits`, `rates`, `channels`, `ages`, `adverts`, `terms`, `referrals`,
`groups` or `treaties` hold the other parts. Every key is checked, every problem is told with file, line and column.
What lacks a source or is old is told by `recruitcheck standards lint --standards DIR`.

```yaml
- id: acme-code
  title: "Acme supplier code"
  short: "Acme code"
  issuer: "Acme"
  year: 2025
  type: code                    # statute, regulation, notice, agreement, treaty, directive, guidance, code …
  jurisdiction: "CODE"          # a country, a province, a group, INTL or CODE
  binds: "suppliers of Acme"
  provisions:
    - ref: "Rule 4"
      says: "Suppliers pay every cost of recruitment."
      links:
        - {practice: fee_charging, effect: bars, because: "The supplier, not the worker, pays"}
      verified: {how: text_read, on: "2026-01-15", at: "https://acme.example/code"}
```
"""
_INTERNATIONAL = (("INTL", "International"), ("CODE", "Codes of companies and initiatives"))


def page(catalogue: Catalogue) -> str:
    """The whole page; the same catalogue gives the same bytes."""
    parts = (_figures, _places, _channels, _ages, _adverts)
    lines = [_HEAD, *(line for part in parts for line in part(catalogue)), "## Instruments", ""]
    places = {item.jurisdiction for item in catalogue.instruments}
    named = [*_INTERNATIONAL, *sorted(((place, _place(place, catalogue)) for place in places), key=itemgetter(1))]
    done: set[str] = set()
    for place, title in named:
        if place not in done:
            done.add(place)
            lines += [f"### {title}", ""]
            for item in catalogue.instruments:
                if item.jurisdiction == place:
                    lines += _instrument(item)
    return "\n".join(lines).rstrip("\n") + "\n"


def _place(code: str, catalogue: Catalogue) -> str:
    """A country, a province, a group, or the two sides of an agreement."""
    if code in catalogue.groups:
        return catalogue.groups[code].title
    origin, _, destination = code.partition("-")
    if destination and country_name(code) == code:
        return f"{country_name(origin)} and {country_name(destination)}"
    return dict(_INTERNATIONAL).get(code) or country_name(code)


def _figures(catalogue: Catalogue) -> Iterator[str]:
    provisions = [part for item in catalogue.instruments for part in item.provisions]
    printable = sum(part.printable for part in provisions)
    counts = Counter(part.how for part in provisions)
    yield "## Figures"
    yield ""
    yield f"{len(catalogue.instruments)} instruments, {len(provisions)} provisions, of which {printable} may be printed"
    yield f"({100 * printable / len(provisions):.0f} %); {len(catalogue.fee_limits)} fee limits;"
    yield f"{len(catalogue.channel_table)} channel rules; {len(catalogue.requirements)} lists of contract terms;"
    yield f"{len(catalogue.referral_points)} referral points; {len(catalogue.ratifications)} ratifications;"
    yield f"{len(catalogue.exchange_rates)} fixed exchange rates."
    yield ""
    yield "| verified | provisions | printed |"
    yield "|---|---:|---|"
    for how in Verification:
        yield f"| {how.value.replace('_', ' ')} | {counts[how]} | {'yes' if how.printable else 'never'} |"
    yield ""


def _places(catalogue: Catalogue) -> Iterator[str]:
    yield "## What is held, by place"
    yield ""
    yield "Where nothing is held the answer is unknown. Fee limits: those that a judgement may rest on, of all held."
    yield ""
    yield "| place | instruments | provisions printed | fee limits | term lists | channel rules | referral points |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for line in catalogue.places():
        limits = f"{line.usable_fee_limits} of {line.fee_limits}"
        other = f"{line.term_lists} | {line.channel_rules} | {line.referrals}"
        provisions = f"{line.printable} of {line.provisions}"
        yield f"| {_place(line.place, catalogue)} | {line.instruments} | {provisions} | {limits} | {other} |"
    yield ""


def _channels(catalogue: Catalogue) -> Iterator[str]:
    yield "## Who may recruit at all"
    yield ""
    yield "Only a rule known to be in force on the day gives a finding; the others are questions."
    yield ""
    for rule in catalogue.channel_table:
        if rule.how.printable:
            yield f"- {_corridor(rule, catalogue)}: {rule.says} ({rule.status.replace('_', ' ')})"
    yield ""


def _corridor(rule: ChannelRule, catalogue: Catalogue) -> str:
    origin, destination = (
        "anywhere" if place == "*" else _place(place, catalogue) for place in (rule.origin, rule.destination)
    )
    sector = "" if rule.sector == "*" else f", {rule.sector.replace('_', ' ')}"
    return f"**{origin} to {destination}{sector}**"


def _ages(catalogue: Catalogue) -> Iterator[str]:
    yield "## The least age to be sent"
    yield ""
    for rule in catalogue.age_table:
        if rule.how.printable:
            places = "" if rule.destination == "*" else f" to {_place(rule.destination, catalogue)}"
            work = "" if rule.sector == "*" else f", {rule.sector.replace('_', ' ')}"
            who = f", {rule.gender}" if rule.gender else ""
            since = f"since {rule.start}" if rule.start else "since when is not known"
            note = f" {_plain(rule.note)}" if rule.note else ""
            yield f"- **{_place(rule.jurisdiction, catalogue)}{places}{work}{who}**: {rule.years} ({since}).{note}"
    yield ""


_SEEN = {None: "not seen", True: "required", False: "not required"}


def _adverts(catalogue: Catalogue) -> Iterator[str]:
    yield "## What an advert must show"
    yield ""
    yield "| law | licence number | prior approval | contents |"
    yield "|---|---|---|---|"
    for rule in catalogue.advert_table:
        if rule.how.printable:
            law = f"{_plain(catalogue.title_of(rule.instrument))}, {_plain(rule.provision)}"
            contents = "; ".join(rule.contents) or "not seen"
            yield f"| {law} | {_SEEN[rule.licence_number]} | {_SEEN[rule.prior_approval]} | {contents} |"
    yield ""


def _instrument(item: Instrument) -> Iterator[str]:
    kind = "" if item.type is InstrumentType.STATUTE else f"{item.type.value.replace('_', ' ')}; "
    yield f"#### {_plain(item.title)}"
    yield ""
    yield f"`{item.id}`, {item.year}; {kind}binds {_plain(item.binds)}."
    yield ""
    hidden = 0
    for part in item.provisions:
        if part.printable:
            yield f"- **{_plain(part.ref)}** {_plain(part.says)} *({part.how.value.replace('_', ' ')})*"
        else:
            hidden += 1
    if hidden:
        yield f"- {hidden} more known from memory only: held, not printed."
    yield ""


def _plain(text: str) -> str:
    """Text without marks that Markdown would read."""
    return "".join(f"\\{sign}" if sign in "*_`<>[]#|" else sign for sign in text)


if __name__ == "__main__":
    TARGET.write_text(page(load_catalogue()), encoding="utf-8")
