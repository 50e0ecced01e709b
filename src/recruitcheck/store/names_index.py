"""Names and identifiers of entries as kept for search, and the search for names.

Recall comes first: whole phrases, then distinctive words, then trigrams (typing errors, words joined or parted, names
of scripts without blanks). Names belong to entries, not to versions: whoever reads the index compares with the version.
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recruitcheck.model import RegistryEntry
from recruitcheck.names import (
    fold,
    fold_all,
    is_free_mail,
    mail_domain,
    normal_email,
    normal_number,
    normal_phones,
    parse_name,
    web_host,
)
from recruitcheck.store.bones import bones_of, bones_of_all
from recruitcheck.store.bulk_insert import append_columns
from recruitcheck.store.payload import storable

MAX_QUERY_CHARS = 1000
MAX_WORDS = 24
MAX_TRIGRAMS = 48
COMMON_SHARE = 20  # a trigram in more than 1 name of 20 tells little
COMMON_FLOOR = 2000
_BATCH = 500
_RANK_CUSHION = 20  # reciprocal-rank fusion: damps the lead of the first places


class NameIndexWriter:
    """Adds names inside the caller's transaction; what an entry already has is not added again."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (self._next,) = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM names").fetchone()
        self._indexed = self._next  # those from here on are not searchable yet

    def add(self, entries: Iterable[tuple[int, Iterable[tuple[str, str]], bool]]) -> None:
        """``entries``: number of the entry, its names as (kind, text), whether it is new to this database."""
        rows: list[tuple[int, int, str, str, str, str]] = []
        for number, names, is_new in entries:
            held = set() if is_new else self._held(number)
            for kind, text in names:
                if (kind, text) not in held:
                    held.add((kind, text))
                    folded = fold(text)
                    rows.append((self._next, number, kind, text, folded, bones_of(folded.split())))
                    self._next += 1
        self._connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?, ?, ?)", rows)

    def add_some(self, names: Sequence[str], numbers: Mapping[int, int], old: Sequence[int]) -> None:
        """Registered names of the entries at the places of ``numbers``; those at ``old`` were known before."""
        held = {at for at in old if ("registered", storable(names[at])) in self._held(numbers[at])}
        chosen = [at for at in numbers if at not in held]
        texts = [names[at] for at in chosen]
        folded = fold_all(texts)
        self.add_all([numbers[at] for at in chosen], texts, folded, bones_of_all(folded))

    def add_all(
        self, numbers: Sequence[int], names: Sequence[str], folded: Sequence[str], bones: Sequence[str]
    ) -> None:
        """Registered names, one for each entry, none of them known."""
        if not numbers:
            return
        places = range(self._next, self._next + len(numbers))
        texts = names if storable(joined := "".join(names)) == joined else list(map(storable, names))
        kinds = ["registered"] * len(numbers)
        append_columns(self._connection, "names", places, numbers, kinds, texts, folded, bones)
        self._next = places.stop

    def _held(self, entry: int) -> set[tuple[str, str]]:
        return set(self._connection.execute("SELECT kind, text FROM names WHERE entry = ?", (entry,)))

    def make_searchable(self, *, least: int = 1) -> None:
        """Make the names added so far searchable, where they are ``least`` or more.

        Many in one go cost a third of doing it batch by batch; but while another process reads, there is time to spare.
        """
        if self._next - self._indexed < least:
            return
        execute = self._connection.execute
        execute(
            "INSERT INTO names_fts (rowid, folded, bones) SELECT id, folded, bones FROM names WHERE id >= ?",
            (self._indexed,),
        )
        execute(
            "INSERT INTO names_trigrams (rowid, joined) SELECT id, replace(folded, ' ', '') FROM names WHERE id >= ?",
            (self._indexed,),
        )
        self._indexed = self._next


def identifiers_of(entry: RegistryEntry, country: str | None) -> frozenset[tuple[str, str]]:
    """(kind, comparable value) of an entry. ``country`` is where a phone number without prefix belongs."""
    found: set[tuple[str, str]] = {
        ("licence_number", normal_number(licence.number or "")) for licence in entry.licences
    }
    for address in entry.addresses:
        country = address.country or country
        break
    for phone in entry.phones:
        found.update(("phone", number) for number in normal_phones(phone, country))
    for email in entry.emails:
        found.add(("email", normal_email(email)))
        domain = mail_domain(email)
        if domain and not is_free_mail(domain):  # a shared mail house identifies nobody
            found.add(("mail_domain", domain))
    found.update(("website", web_host(website)) for website in entry.websites)
    found.update(("other_id", normal_number(value)) for _, value in entry.other_ids)
    return frozenset((kind, storable(value)) for kind, value in found if value)


def _quoted(words: Iterable[str]) -> Iterator[str]:
    # Inside double quotes FTS5 knows no operator; a quote is doubled.
    return ('"' + word.replace('"', '""') + '"' for word in words)


@dataclass(frozen=True, slots=True)
class Among:
    """Which names count: those of one registry; ``listed`` narrows to entries (not) listed on ``as_of``, known now."""

    registry_id: int
    as_of: date
    listed: bool | None = None

    @property
    def condition(self) -> str:
        """SQL on the aliases n (names) and e (entries)."""
        if self.listed is None:
            return "e.registry_id = :registry"
        exists = "EXISTS" if self.listed else "NOT EXISTS"
        return (
            f"e.registry_id = :registry AND {exists} (SELECT 1 FROM entry_validity a"  # noqa: S608 - constants
            " WHERE a.registry_id = :registry AND a.entry = n.entry AND a.valid_from <= :day"
            " AND (a.valid_until IS NULL OR a.valid_until > :day))"
        )

    @property
    def values(self) -> dict[str, str | int]:
        """Parameters of ``condition``."""
        return {"registry": self.registry_id, "day": self.as_of.isoformat()}


Found = tuple[int, int, str]  # name id, entry number, folded name


class NameSearch:
    """Finds names by their folded form, best first.

    CROSS JOIN fixes the order of the loops: names found first. Without statistics SQLite would rather walk through all
    entries of the registry for each batch of names.
    """

    def __init__(self, connection: sqlite3.Connection, among: Among) -> None:
        self._connection = connection
        self._among = among

    def ranked(self, query: str, limit: int) -> list[Found]:
        """Names found in any way, up to ``limit`` per way, merged by rank; ties by name id."""
        text = query[:MAX_QUERY_CHARS]
        words = fold(text).split()[:MAX_WORDS]
        if not words:
            return []
        distinctive = list(parse_name(text).distinctive)[:MAX_WORDS] or words
        ways = [
            self._tokens("folded", " + ".join(_quoted(words)), limit),
            self._tokens("folded", " OR ".join(_quoted(distinctive)), limit),
            self._tokens("bones", " OR ".join(_quoted(bones_of(distinctive).split())), limit),
            self._by_trigrams("".join(distinctive), limit),
        ]
        if distinctive != words:
            ways.append(self._tokens("folded", " AND ".join(_quoted(words)), limit))
        merged: dict[Found, float] = {}
        for way in ways:
            for rank, found in enumerate(way):
                merged[found] = merged.get(found, 0.0) + 1.0 / (_RANK_CUSHION + rank)
        return sorted(merged, key=lambda found: (-merged[found], found))

    def all_words(self, query: str, limit: int) -> list[Found]:
        """Names that hold every word of the query, the last one as a beginning too; side by side before apart."""
        words = fold(query[:MAX_QUERY_CHARS]).split()[:MAX_WORDS]
        if not words:
            return []
        side_by_side = self._tokens("folded", " + ".join(_quoted(words)) + " *", limit)
        anywhere = self._tokens("folded", " AND ".join(_quoted(words)) + " *", limit)
        return list(dict.fromkeys([*side_by_side, *anywhere]))

    def _tokens(self, column: str, match: str, limit: int) -> list[Found]:
        if not match:
            return []
        sql = (
            "SELECT n.id, n.entry, n.folded FROM names_fts f CROSS JOIN names n ON n.id = f.rowid"  # noqa: S608 - constants
            f" CROSS JOIN entries e ON e.id = n.entry WHERE names_fts MATCH :match AND {self._among.condition}"
            " ORDER BY f.rank, n.id LIMIT :most"
        )
        return self._connection.execute(
            sql, {**self._among.values, "match": f"{column} : ({match})", "most": limit}
        ).fetchall()

    def _by_trigrams(self, joined: str, limit: int) -> list[Found]:
        grams = list(dict.fromkeys(joined[start : start + 3] for start in range(len(joined) - 2)))[:MAX_TRIGRAMS]
        if not grams:
            return []
        (total,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM names").fetchone()
        most = max(COMMON_FLOOR, total // COMMON_SHARE)
        found = {gram: self._holding(gram, most + 1) for gram in grams}
        telling = {gram: names for gram, names in found.items() if len(names) <= most}
        score: dict[int, float] = {}
        for names in (telling or found).values():
            weight = math.log1p(total / (1 + len(names)))
            for name in names:
                score[name] = score.get(name, 0.0) + weight
        best = sorted((-weight, name) for name, weight in score.items())
        return self._first([name for _, name in best], limit)

    def _holding(self, gram: str, most: int) -> list[int]:
        (match,) = _quoted([gram])
        # One JSON array instead of thousands of rows: stepping through rows would cost more than the search.
        (names,) = self._connection.execute(
            "SELECT json_group_array(rowid) FROM"
            " (SELECT rowid FROM names_trigrams WHERE names_trigrams MATCH ? ORDER BY rowid LIMIT ?)",
            (match, most),
        ).fetchone()
        return list(json.loads(names))

    def _first(self, names: list[int], limit: int) -> list[Found]:
        result: list[Found] = []
        for start in range(0, len(names), _BATCH):
            part = names[start : start + _BATCH]
            sql = (
                "SELECT n.id, n.entry, n.folded FROM names n"  # noqa: S608 - our own numbers
                f" CROSS JOIN entries e ON e.id = n.entry WHERE n.id IN ({','.join(map(str, part))})"
                f" AND {self._among.condition}"
            )
            held = {found[0]: found for found in self._connection.execute(sql, self._among.values)}
            result.extend(held[name] for name in part if name in held)
            if len(result) >= limit:
                break
        return result[:limit]
