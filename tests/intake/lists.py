"""A made-up list of some length, with what long lists have: firms in several rows, rows that are none, doubts."""

from __future__ import annotations

import random
from pathlib import Path

from recruitcheck.registry import Definition
from recruitcheck.resources import parse_yaml, validate

TEXT = """
id: xx-long
title: Register of invented agencies
authority: Ministry of Examples
jurisdiction: "NP"
kind: licensing
coverage: current
absence_means: not_licensed
identity: [licence_number]
shelf_life_days: 30
layouts:
  - when: ["No", "Name"]
    columns:
      name: {from: "Name", split_aliases: true}
      licence_number: "No"
      status: {from: "Status", words: {"Active": valid, "Ended": expired}}
      valid_to: {from: "Until", date: "%d/%m/%Y"}
      place: "Town"
      phone: "Phone"
      email: "Mail"
"""


def definition(more: str = "") -> Definition:
    """The definition of such lists."""
    return validate(Definition, parse_yaml(TEXT + more, "xx.yml"))


def rows(count: int, seed: int = 1, changed: float = 0.0) -> list[str]:
    """Rows of the same firms for one seed; a share of them changed, gone or new."""
    chance, change = random.Random(seed), random.Random(seed + 1)  # noqa: S311  a fixed seed is the point
    found = []
    for number in range(count):
        key = chance.randrange(count) if chance.random() < 0.1 else number
        name = chance.choice((f"Firm {key} Overseas", f"Firm {key} Overseas", f"Firm {key} T/A Bright {key}", "!!"))
        status = chance.choice(("Active", "Active", "Active", "Ended", "Odd"))
        until = chance.choice(("01/02/2030", "31/12/2029", "", "soon"))
        town = chance.choice(("Kathmandu", "Pokhara"))
        drawn = change.random()
        if drawn < changed / 2:
            town = "Patan"
        elif drawn < changed:
            continue
        found.append(f'{key:06d},"{name}",{status},{until},{town},+977 1 4{key:06d},a{key}@f{key % 7}.example\n')
    return found


def write(path: Path, lines: list[str]) -> Path:
    """The list as a CSV file."""
    path.write_text("No,Name,Status,Until,Town,Phone,Mail\n" + "".join(lines), encoding="utf-8")
    return path
