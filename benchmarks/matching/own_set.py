"""A labelled set of our own, made from any list of real names; what is tuned is tuned on it.

usage: own_set.py NAMES.txt FOLDER [--seed 7] [--each 120] [--half tuning|kept] [--most N]

One name a line, with its country behind a tab where that is known (``register_names.py`` writes them); then the
entries have it and the queries name one (``asked_countries.py``). ``--most``: so many names of one country at most;
``--wrong``, ``--alike``: other shares than those of ``Shares``.

Writes register.csv and queries.csv in the form of the labelled sample, so that the sample's scorer reads them. One name
in thirty is held out of the register: asked as it stands, it has no true entry; nor has a listed name with a word
exchanged, with other market words, with another number, or with another firm before its "T/A". The others are changed
as people change names. Every second name is asked in the half that is kept from tuning.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import string
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from zlib import crc32

from asked_countries import Query, Shares, asked_countries
from own_pairs import honour, reform, reorder, respace, respell, slip

from recruitcheck.names import parse_name, split_names
from recruitcheck.names.market_words import JOINING_WORDS

HELD_OUT = 30
SHORT = {
    "International": "Int'l", "Management": "Mgmt", "Services": "Svcs", "Technology": "Tech", "Company": "Co",
    "Association": "Assn", "Associates": "Assoc.", "Brothers": "Bros", "Engineering": "Engg", "Manufacturing": "Mfg",
    "Development": "Dev", "Construction": "Constr.", "Enterprises": "Entps", "Government": "Govt", "Recruitment": "Rec",
    "Consultants": "Consult", "Saint": "St", "Limited": "Ltd", "and": "&", "National": "Nat'l", "Group": "Grp",
    "Corporation": "Corp", "Centre": "Ctr", "University": "Univ", "Hospital": "Hosp", "Transport": "Transp",
}  # fmt: skip
TAILS = (
    "Overseas", "Travels", "Manpower Services", "International", "Trading", "Consultancy", "Security Services", "Foods",
    "Logistics", "Construction", "Technologies", "Holdings", "Healthcare", "Travel & Tours", "Enterprise", "Associates",
    "Recruitment", "Medical Services", "Engineering", "Properties", "Management Services", "Cleaning Services",
    "Hospitality", "Employment Agency", "Investments", "Farms", "Landscaping", "Motors", "Solutions", "Foundation",
)  # fmt: skip
FORMS = ("Ltd", "Limited", "LLC", "Co.", "Inc.", "(Pvt.) Ltd.", "")
TRADING = re.compile(r"\s+(?:t/as?|d/b/a|dba|trading as)\s+", re.IGNORECASE)

Change = Callable[[str, random.Random], str]


def two_slips(name: str, dice: random.Random) -> str:
    return slip(slip(name, dice), dice)


def shortened(name: str, dice: random.Random) -> str:
    words = name.split()
    at = dice.randrange(len(words))
    words[at] = words[at][: max(3, len(words[at]) // 2)] + "." if len(words[at]) > 5 else words[at]
    return " ".join(words)


def partial(name: str, dice: random.Random) -> str:
    words = name.split()
    return " ".join(words[: max(1, len(words) - dice.randint(1, 2))]) if len(words) > 2 else name


def letters(name: str, dice: random.Random) -> str:
    kept = [word for word in parse_name(name).words if word not in ("and", "of", "the", "for")]
    found = "".join(word[0] for word in kept).upper()
    return f"{found} {dice.choice(['', 'Ltd', 'Limited'])}".strip() if len(found) > 2 and found.isalpha() else ""


def known_short(name: str, dice: random.Random) -> str:
    """Words that everybody shortens, shortened."""
    words = name.split()
    short = {long.lower(): way for long, way in SHORT.items()}
    return " ".join(short.get(word.strip(".,").lower(), word) for word in words)


def first_slip(name: str, dice: random.Random) -> str:
    """A slip in the first letters."""
    return f"{slip(f' {name[:4]}', dice)}{name[4:]}".strip()


def parted(name: str, dice: random.Random) -> str:
    """A word written as two."""
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if not long:
        return ""
    at = dice.choice(long)
    cut = dice.randint(3, len(words[at]) - 3)
    words[at] = f"{words[at][:cut]}{dice.choice(' -')}{words[at][cut:]}"
    return " ".join(words)


def common_dropped(name: str, dice: random.Random) -> str:
    """A market word left out."""
    parts = parse_name(name)
    words = name.split()
    common = [at for at, word in enumerate(words) if parse_name(word).generic and len(word) > 3]
    if not common or not parts.distinctive or len(words) < 3:
        return ""
    gone = dice.choice(common)
    return " ".join(word for at, word in enumerate(words) if at != gone)


SAME: dict[str, Change] = {
    "typo_gen": slip,
    "spelling_variant": two_slips,
    "transliteration_gen": respell,
    "spacing_gen": respace,
    "word_order_gen": reorder,
    "legal_form_gen": reform,
    "licence_noise_gen": honour,
    "abbreviation_gen": shortened,
    "partial_name": partial,
    "acronym_gen": letters,
    "abbreviation": known_short,
    "first_slip_gen": first_slip,
    "parted_gen": parted,
    "common_dropped_gen": common_dropped,
}


def row_exchanged(row: str) -> str:
    """ "Acorn Ltd T/A Oak" as "T/A Oak, Acorn Ltd"."""
    found = TRADING.search(row)
    return f"{found.group().strip()} {row[found.end() :]}, {row[: found.start()]}" if found else ""


def row_turned(row: str) -> str:
    """ "Acorn Ltd T/A Oak" as "Ltd T/A Oak Acorn"."""
    words = row.split()
    return " ".join([*words[1:], words[0]])


def row_letters(row: str) -> str:
    """The first letters of the words of a row, legal forms and joining words left out."""
    words = re.findall(r"[a-z]+", re.sub(r"\b(?:d/b/a|dba|trading as)\b", "d", row.lower()))
    kept = [word for word in words if word not in JOINING_WORDS and not parse_name(f"x {word}").legal_forms]
    found = "".join(word[0] for word in kept)
    return found.upper()


ROWS = {"row_order_gen": row_exchanged, "row_turned_gen": row_turned, "row_acronym_gen": row_letters}


def swapped(name: str, other: str, dice: random.Random) -> str:
    words = name.split()
    telling = [at for at, word in enumerate(words) if parse_name(word).distinctive]
    new = parse_name(other).distinctive
    if not telling or not new:
        return ""
    words[dice.choice(telling)] = string.capwords(dice.choice(new))
    return " ".join(words)


def other_tail(name: str, dice: random.Random) -> str:
    """The telling words with other market words behind them."""
    telling = parse_name(name).distinctive
    return f"{string.capwords(' '.join(telling))} {dice.choice(TAILS)} {dice.choice(FORMS)}".strip() if telling else ""


def other_number(name: str, dice: random.Random) -> str:
    """A number in the name, exchanged."""
    found = re.search(r"\b\d{1,3}\b", name)
    if not found:
        return ""
    new = str(int(found.group()) + dice.randint(1, 4))
    return name[: found.start()] + new + name[found.end() :]


def other_firm(row: str, other: str, dice: random.Random) -> str:
    """Another firm, which is not listed, that trades under the same name."""
    found = TRADING.search(row)
    own = swapped(row[: found.start()], other, dice) if found else ""
    return f"{own}{found.group()}{row[found.end() :]}" if found and own else ""


def sister(name: str, dice: random.Random) -> str:
    way = dice.choice(("{} II", "{} 2", "{} 3", "{} III", "{} (No. 2)", "New {}", "{} (No. 9) Ltd", "{} IV"))
    return way.format(name)


def is_kept(name: str) -> bool:
    """Whether a name belongs to the half that is kept from tuning."""
    return crc32(parse_name(name).words[0].encode() if parse_name(name).words else b"") % 2 == 1


def key_of(name: str) -> tuple[str, ...]:
    """Names with the same words are one firm here."""
    return tuple(sorted(parse_name(name).words))


class Register:
    """The names that are listed, by number and by their words, and those held out; ``country`` by name."""

    def __init__(self, names: list[str], dice: random.Random, country: Mapping[str, str]) -> None:
        self.country = country
        cells = [(f"N{number:06}", name) for number, name in enumerate(names) if split_names(name)]
        gone = {key_of(one.text) for _, name in dice.sample(cells, len(cells) // HELD_OUT) for one in split_names(name)}
        self.listed: dict[tuple[str, ...], list[str]] = {}
        self.cells: list[tuple[str, str]] = []
        self.held_out: list[str] = []
        for number, name in cells:
            keys = [key_of(one.text) for one in split_names(name)]
            if not gone.isdisjoint(keys):
                self.held_out.append(name)
                continue
            self.cells.append((number, name))
            for key in keys:
                self.listed.setdefault(key, []).append(number)

    def asked(self, kind: str, query: str, name: str) -> Query:
        """A query made from a name, of the country of that name."""
        return {"category": kind, "query_name": query, "query_country": self.country.get(name, "")}


def positives(register: Register, cells: list[tuple[str, str]], dice: random.Random, each: int) -> Iterator[Query]:
    """Queries with a true entry."""
    for kind, change in SAME.items():
        for number, name in dice.sample(cells, min(each, len(cells))):
            one = dice.choice(split_names(name)).text
            asked = change(one, dice)
            if asked != one and split_names(asked) and any(map(str.isalpha, asked)):
                also = "|".join(register.listed[key_of(one)])
                yield register.asked(kind, asked, name) | {"target_id": number, "also_ok_ids": also}
    rows = [(number, name) for number, name in cells if TRADING.search(name)]
    for kind, change_row in ROWS.items():
        for number, row in dice.sample(rows, min(each // 2, len(rows))):
            if asked := change_row(row):
                also = "|".join(register.listed[key_of(split_names(row)[0].text)])
                yield register.asked(kind, asked, row) | {"target_id": number, "also_ok_ids": also}


def negatives(register: Register, cells: list[tuple[str, str]], dice: random.Random, many: int) -> Iterator[Query]:
    """Queries without a true entry."""
    held = register.held_out
    for name in dice.sample(held, min(many, len(held))):
        yield register.asked("neg_holdout_real", split_names(name)[0].text, name)
    numbered = [name for _, name in cells if re.search(r"\b\d{1,3}\b", name)]
    rows = [name for _, name in cells if TRADING.search(name)]
    made = [
        ("neg_sister_number", other_number(one, dice), one)
        for one in dice.sample(numbered, min(many // 2, len(numbered)))
    ]
    made += [
        ("neg_same_trading_name", other_firm(row, dice.choice(cells)[1], dice), row)
        for row in dice.sample(rows, min(many // 8, len(rows)))
    ]
    for _, name in dice.sample(cells, min(many, len(cells))):
        one = split_names(name)[0].text
        made.append(("neg_lookalike_swapped", swapped(one, dice.choice(cells)[1], dice), name))
        made.append(("neg_lookalike_tail", other_tail(one, dice), name))
        made.append(("neg_sister_generated", sister(one, dice), name))
    for kind, asked, name in made:
        if asked and key_of(asked) not in register.listed:
            yield register.asked(kind, asked, name)


def make(
    country: Mapping[str, str], dice: random.Random, each: int, half: str, shares: Shares
) -> tuple[list[Query], list[Query]]:
    """(rows of the register, rows of the queries) of the names; ``country`` by name, "" where it is not known."""
    register = Register(list(country), dice, country)
    register.held_out = [name for name in register.held_out if is_kept(name) == (half == "kept")]
    cells = [cell for cell in register.cells if is_kept(cell[1]) == (half == "kept")]
    empty = {"query_country": "", "target_id": "", "label_origin": "generated", "also_ok_ids": ""}
    found = [*positives(register, cells, dice, each), *negatives(register, cells, dice, 2 * each)]
    # Dice of their own: the names asked about are the same whatever is known of countries.
    named = asked_countries(found, country, random.Random(each), shares)  # noqa: S311
    queries = [{"query_id": f"Q{number:05}"} | empty | query for number, query in enumerate(named)]
    return [{"id": number, "name": name, "country": country[name]} for number, name in register.cells], queries


def read_names(path: Path, most: int | None = None) -> dict[str, str]:
    """Country by name, in the order of the names; so many of one country at most."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, country = line.partition("\t")
        if name.strip():
            found.setdefault(name.strip(), country.strip())
    drawn = sorted(found)
    if most is not None:
        random.Random(most).shuffle(drawn)  # noqa: S311
    taken: Counter[str] = Counter()
    for name in drawn:
        taken[found[name]] += 1
        if most is not None and taken[found[name]] > most:
            del found[name]
    return {name: found[name] for name in sorted(found)}


def add_options(parser: argparse.ArgumentParser, each: int) -> None:
    """What all our own sets are asked for."""
    parser.add_argument("names", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=each)
    parser.add_argument("--half", choices=("tuning", "kept"), default="tuning")
    parser.add_argument("--most", type=int)
    parser.add_argument("--wrong", type=float, default=Shares().wrong)
    parser.add_argument("--alike", type=float, default=Shares().alike)


def write(folder: Path, register: list[Query], queries: list[Query]) -> None:
    """register.csv and queries.csv."""
    folder.mkdir(parents=True, exist_ok=True)
    for file, rows in (("register.csv", register), ("queries.csv", queries)):
        with (folder / file).open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add_options(parser, 120)
    options = parser.parse_args()
    shares = Shares(wrong=options.wrong, alike=options.alike)
    names = read_names(options.names, options.most)
    dice = random.Random(options.seed)  # noqa: S311
    write(options.folder, *make(names, dice, options.each, options.half, shares))


if __name__ == "__main__":
    main()
