"""The corridor of a subject: what was given, where it came from, and what could not be understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recruitcheck.checks.drafting import draft_gap
from recruitcheck.model import Corridor, NotChecked
from recruitcheck.vocabulary import country_name, is_unspecified, resolve_country, resolve_sector

_NAMED = 3  # countries of a text that are named to the reader


@dataclass(frozen=True, slots=True)
class CorridorWords:
    """Origin, destination and sector as somebody wrote them; ``source`` is option, input or document."""

    origin: str | None = None
    destination: str | None = None
    sector: str | None = None
    source: str = "input"


def settle_corridor(*given: CorridorWords) -> tuple[Corridor, tuple[NotChecked, ...]]:
    """The first word given for each part wins; a word that cannot be resolved is a required gap, never silence."""
    gaps: list[NotChecked] = []
    origin, origin_from = _part("origin", [(words.origin, words.source) for words in given], gaps)
    destination, destination_from = _part("destination", [(words.destination, words.source) for words in given], gaps)
    sector, sector_from = _part("sector", [(words.sector, words.source) for words in given], gaps)
    corridor = Corridor(
        origin=origin,
        destination=destination,
        sector=sector,
        from_={"origin": origin_from, "destination": destination_from, "sector": sector_from},
    )
    return corridor, tuple(gaps)


def _part(part: str, given: list[tuple[str | None, str]], gaps: list[NotChecked]) -> tuple[str | None, str]:
    for word, source in given:
        if word is None or not word.strip() or is_unspecified(word):
            continue
        resolved = resolve_sector(word) if part == "sector" else resolve_country(word)
        if resolved is not None:
            return resolved, source
        kind = "sector_unresolved" if part == "sector" else "country_unresolved"
        gaps.append(
            draft_gap(
                kind, f"{part}: {word}", message_id=f"gap.{kind}", args={"given": word, "part": part}, required=True
            )
        )
        return None, source
    return None, "none"


def unjudged_law(corridor: Corridor, named: Sequence[str]) -> tuple[NotChecked, ...]:
    """A gap for each end of the corridor that nobody gave: its law was not applied. ``named``: codes the text names."""
    gaps: list[NotChecked] = []
    for side, code in (("origin", corridor.origin), ("destination", corridor.destination)):
        if code is not None or (corridor.from_ or {}).get(side, "none") != "none":
            continue
        others = [place for place in named if place != corridor.origin] if side == "destination" else []
        args = {"side": side}
        if others:
            args |= {"places": ", ".join(map(country_name, others[:_NAMED])), "code": others[0]}
        kind = "corridor_named" if others else "corridor_unknown"
        gaps.append(
            draft_gap("corridor_unknown", f"{side} country", message_id=f"gap.{kind}", args=args, required=False)
        )
    return tuple(gaps)


def settle_country(word: str | None) -> tuple[str | None, tuple[NotChecked, ...]]:
    """An agency's country as ISO code, or the gap that says it was not understood."""
    if word is None or not word.strip() or is_unspecified(word):
        return None, ()
    code = resolve_country(word)
    if code is not None:
        return code, ()
    args = {"given": word, "part": "country"}
    gap = draft_gap(
        "country_unresolved", f"country: {word}", message_id="gap.country_unresolved", args=args, required=True
    )
    return None, (gap,)


def columns_of(words: Mapping[str, object], source: str = "input") -> CorridorWords:
    """The corridor words among the columns of an input row."""

    def text(name: str) -> str | None:
        value = words.get(name)
        return str(value) if value not in (None, "") else None

    return CorridorWords(text("origin"), text("destination"), text("sector"), source)
