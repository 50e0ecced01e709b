"""A made-up register of any size and queries against it, each with the kind of its difference.

The names are built as real ones of the field are: a distinctive word or two, market words, a legal form, numbered
sisters now and then. No word of a real list is in it but the market words and legal forms that every list shares.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path

MARKET = (
    "Overseas", "Manpower", "International", "Recruiting", "Agency", "Consultancy", "Services", "Human Resources",
    "Employment", "Travels", "Trading", "Placement", "Staffing", "Global", "Foreign Employment", "Contracting",
)  # fmt: skip
FORMS = ("Ltd", "Pvt. Ltd.", "(Pvt) Ltd", "Sdn Bhd", "LLC", "Co. W.L.L.", "Inc.", "PT", "Limited", "")
COUNTRIES = ("BD", "NP", "PH", "LK", "IN", "ID", "KE", "GB", "US", "AE")
ONSETS = (
    "b",
    "ch",
    "d",
    "f",
    "g",
    "h",
    "j",
    "k",
    "kh",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "sh",
    "t",
    "th",
    "v",
    "y",
    "z",
    "",
)
NUCLEI = ("a", "e", "i", "o", "u", "aa", "ai", "ee", "ou")
CODAS = ("", "", "", "n", "r", "l", "m", "sh", "k", "d", "t")
SISTERS = ("II", "2", "3", "No. 2", "(2)")
FIELDS = ("query_id", "query_name", "query_country", "target_id", "category", "label_origin", "also_ok_ids")


def word(dice: random.Random) -> str:
    """A distinctive word of two or three syllables."""
    syllables = (dice.choice(ONSETS) + dice.choice(NUCLEI) + dice.choice(CODAS) for _ in range(dice.choice((2, 2, 3))))
    return "".join(syllables).capitalize()


def names(size: int, dice: random.Random) -> Iterator[str]:
    """That many different names; one in forty is the numbered sister of the one before."""
    # A shared stock gives the distinctive words the frequencies of real lists: most rare, some in hundreds of names.
    stock = [word(dice) for _ in range(max(200, size // 3))]
    seen: set[str] = set()
    last = ""
    while len(seen) < size:
        if last and dice.random() < 0.025:
            name = f"{last} {dice.choice(SISTERS)}"
        else:
            telling = [stock[int(len(stock) * dice.random() ** 2)] for _ in range(dice.choice((1, 1, 2)))]
            name = " ".join((*telling, *dice.sample(MARKET, dice.choice((1, 1, 2))), dice.choice(FORMS))).strip()
        if name not in seen:
            seen.add(name)
            last = name
            yield name


def slip(name: str, dice: random.Random) -> str:
    """One letter lost, doubled or exchanged."""
    at = dice.randrange(1, len(name) - 1)
    return dice.choice((name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:], name[:at] + "x" + name[at + 1 :]))


def respaced(name: str, dice: random.Random) -> str:
    """Two words joined."""
    words = name.split()
    at = dice.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]])


def reordered(name: str, dice: random.Random) -> str:
    """The first word at the end."""
    words = name.split()
    return " ".join([*words[1:], words[0]])


def reformed(name: str, dice: random.Random) -> str:
    """Another legal form, or none."""
    for form in sorted(filter(None, FORMS), key=len, reverse=True):
        name = name.removesuffix(f" {form}")
    return f"{name} {dice.choice(FORMS)}".strip()


def noisy(name: str, dice: random.Random) -> str:
    """With an honorific and a licence number."""
    return f"M/s. {name} (RL-{dice.randrange(1, 2500)})"


def shortened(name: str, dice: random.Random) -> str:
    """Market words cut off."""
    pairs = (
        ("International", "Int'l"),
        ("Overseas", "O/S"),
        ("Services", "Svcs"),
        ("Manpower", "Mpower"),
        ("Agency", "Agcy"),
    )
    for long, short in pairs:
        name = name.replace(long, short)
    return name


def initials(name: str, dice: random.Random) -> str:
    """The letters of the words alone."""
    return "".join(part[0] for part in name.split() if part[0].isalpha()).upper()


SAME: dict[str, Callable[[str, random.Random], str]] = {
    "typo": slip,
    "spacing": respaced,
    "word_order": reordered,
    "legal_form": reformed,
    "licence_noise": noisy,
    "abbreviation": shortened,
    "acronym": initials,
}
HARD = frozenset({"acronym"})  # not to be solved from the string alone


def queries(register: list[str], count: int, dice: random.Random) -> Iterator[dict[str, str]]:
    """Two thirds with a true entry; the rest plain strangers, look-alikes and numbered sisters that are not listed."""
    listed = set(register)
    kinds = tuple(SAME)
    for number in range(count):
        place = dice.randrange(len(register))
        name = register[place]
        row = dict.fromkeys(FIELDS, "") | {"query_id": f"Q{number:05}", "label_origin": "made"}
        if number % 3:
            kind = kinds[number % len(kinds)]
            row |= {"query_name": SAME[kind](name, dice), "category": kind, "target_id": f"M{place:07}"}
        else:
            kind, made = _stranger(name, number // 3, dice)
            if made in listed:
                continue
            row |= {"query_name": made, "category": kind}
        yield row


def _stranger(name: str, number: int, dice: random.Random) -> tuple[str, str]:
    if number % 3 == 0:
        return "neg_plain", f"{word(dice)}{word(dice).lower()} {dice.choice(MARKET)} {dice.choice(FORMS)}".strip()
    if number % 3 == 1:
        first, *rest = name.split()
        return "neg_lookalike", " ".join((word(dice), *rest)) if rest else f"{word(dice)} {first}"
    return "neg_sister", f"{reformed(name, dice)} {dice.choice(('IV', '7', 'No. 9'))}"


def write(folder: Path, size: int, count: int, seed: int = 20261121) -> Path:
    """``register.csv`` and ``queries.csv`` in the folder; the same seed gives the same bytes."""
    dice = random.Random(seed)  # noqa: S311 - made-up names, no secret
    folder.mkdir(parents=True, exist_ok=True)
    register = list(names(size, dice))
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "name", "country"))
        rows.writerows((f"M{place:07}", name, dice.choice(COUNTRIES)) for place, name in enumerate(register))
    with (folder / "queries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(queries(register, count, dice))
    return folder
