"""Writes docs/registries.md from the shipped definitions: ``make docs``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from recruitcheck.model import AbsenceMeans
from recruitcheck.registry import Definition, load_definitions
from recruitcheck.resources import shipped
from recruitcheck.vocabulary import country_name

TARGET = Path(__file__).with_name("registries.md")
_HEAD = """\
# Official lists

<!-- Made by docs/make_registries.py (make docs) from registries/*.yml. Change the definitions, not this page. -->

Every list that recruitcheck knows of, as its definition describes it. No list itself is shipped: you get the file from
the authority and import it with `recruitcheck registry import ID FILE --published DATE`.

- **Absence**: what it means that a name is not in a whole, fresh copy. *Nothing* stands wherever it was not seen that
  the list holds everybody who may recruit.
- **Seen**: which parts of the definition were seen at their source or in a real copy, and on which day at the latest.
  What is not named is not known, or was taken on trust.
- **Fetched**: `recruitcheck registry pull ID` gets the file from its address; every other list is got by hand. None of
  the addresses was asked by us over the network: where it was seen, and when, stands below.
- **Columns**: *known* means that a file of that shape imports at once. *Not seen* means that nobody here has seen the
  headers: the import drafts the columns from your file and says how sure it is of each. To look at the draft first, or
  to correct it: `recruitcheck registry draft FILE --id ID -o ID.yml`, then import with `--definition ID.yml`.

A list can be about one trade, one class or one direction only; outside of that it says nothing. `recruitcheck registry
show ID` tells everything a definition holds.
"""
_SEEN = {
    "columns": "columns",
    "status_words": "status words",
    "number_pattern": "number",
    "absence": "absence",
    "legal_basis": "legal basis",
    "address": "address",
}


def page(definitions: Sequence[Definition]) -> str:
    """The whole page; the same definitions give the same bytes."""
    lines = [_HEAD, *_figures(definitions)]
    lines += ["## The lists", "", "| id | place | kind | absence | columns | how to get it | seen |"]
    lines += ["|---|---|---|---|---|---|---|"]
    placed = [(country_name(each.jurisdiction[:2]), each.jurisdiction, each.id, each) for each in definitions]
    lines += [_row(each) for *_, each in sorted(placed, key=itemgetter(0, 1, 2))]
    lines += ["", "## What each covers", ""]
    for each in sorted(definitions, key=lambda item: item.id):
        lines += _details(each)
    return "\n".join(lines).rstrip("\n") + "\n"


def _figures(definitions: Sequence[Definition]) -> Iterator[str]:
    readable = sum(bool(each.layouts) for each in definitions)
    licensing = sum(each.kind.licenses for each in definitions)
    debarring = sum(each.kind.debars for each in definitions)
    silent = sum(each.absence_means is AbsenceMeans.NOTHING for each in definitions)
    places = len({each.jurisdiction for each in definitions})
    yield f"{len(definitions)} lists of {places} places: {licensing} of licences, {debarring} of exclusions."
    fetched = sum(each.pull is not None for each in definitions)
    yield f"The columns of {readable} are known. {fetched} can be fetched. In {silent} a missing name means nothing."
    yield ""


def _row(each: Definition) -> str:
    place = country_name(each.jurisdiction)
    kind = each.kind.value.replace("_", " ") + (" (discontinued)" if each.discontinued else "")
    absence = each.absence_means.value.replace("_", " ")
    columns = "known" if each.layouts else "not seen"
    way = f"{'Fetched. ' if each.pull else ''}{each.how_to_obtain or 'not known'}"
    cells = (f"`{each.id}`", place, kind, absence, columns, way, _seen(each))
    return f"| {' | '.join(_plain(cell) if number else cell for number, cell in enumerate(cells))} |"


def _seen(each: Definition) -> str:
    told = each.verified.model_dump()
    days = [told[key] for key in _SEEN if told[key]]
    if not days:
        return "nothing"
    return f"{', '.join(word for key, word in _SEEN.items() if told[key])} ({max(days)})"


def _details(each: Definition) -> Iterator[str]:
    yield f"### `{each.id}`: {_plain(each.title)}"
    yield ""
    yield f"{_plain(each.authority)}."
    yield ""
    seen = each.verified
    told = (
        ("Covers", each.scope.note),
        ("Discontinued", each.discontinued),
        ("Address", f"<{each.url}>" if each.url else None),
        ("Fetched", _fetched(each)),
        ("Legal basis", each.legal_basis and each.legal_basis + ("" if seen.legal_basis else " (not verified)")),
        ("Correction of an entry", each.correction),
        ("Status words", _words(each)),
        ("Said to hold", ", ".join(each.columns_told) or None),
        ("Fresh for", f"{each.shelf_life_days} days"),
        ("Note", seen.note),
    )
    for label, text in told:
        if text:
            yield f"- {label}: {text if text.startswith('<') else _plain(text)}"
    yield ""


def _fetched(each: Definition) -> str | None:
    if each.pull is None:
        return None
    way = ", from a link on this page" if each.pull.landing else ""
    seen = each.pull.verified
    return f"<{each.pull.start}>{way}" + (f"; seen {_plain(f'{seen.on}: {seen.at}')}" if seen.on else "; not verified")


def _words(each: Definition) -> str | None:
    words = dict(each.status_words)
    for layout in each.layouts:
        words |= layout.columns.status.words if layout.columns.status else {}
    return "; ".join(f"{word} = {norm.value}" for word, norm in words.items()) or None


def _plain(text: str) -> str:
    """Text without marks that Markdown would read, in one line."""
    return "".join(f"\\{sign}" if sign in "*_`<>[]#|" else sign for sign in " ".join(text.split()))


if __name__ == "__main__":
    TARGET.write_text(page(load_definitions([shipped("registries")])), encoding="utf-8")
