"""Rules of one language made ready to run: one lexicon, patterns by their rarest slot, guards, cues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from recruitcheck.redflags.facts import FACT_SLOTS, QUESTION
from recruitcheck.redflags.folding import fold_text
from recruitcheck.redflags.language import GuardShape, LanguageFile, load_guards, load_languages
from recruitcheck.redflags.lexicon import Lexicon
from recruitcheck.redflags.pattern import GAP_LONG, Part, Pattern, PatternError, parse_pattern
from recruitcheck.redflags.rule import Detection, Rule, RuleSet, Unless
from recruitcheck.redflags.speech import Speech
from recruitcheck.redflags.tokens import words_of
from recruitcheck.redflags.wording import Wording

_COMPILED: dict[tuple[str, str], CompiledLanguage] = {}  # by hash of the rules and language; a cache, never state
_KEPT = 128
_SIEVED = 3  # slots of a pattern looked for in the whole text before the others are
_PAYMENTS = {"{fee}", "{recruitment_fee}", "{related_cost}", "{official_cost}", "{bond}", "{deposit}", "{penalty}"}
_FACT_ALONE = 8.0  # how common a fact is, beside `Lexicon.rarities`
REFERENCE = "en"  # the language of the rule files
_FIGURES = frozenset(FACT_SLOTS)


@dataclass(frozen=True, slots=True)
class Lawful:
    """Words that make a match lawful: anywhere in its clause (None), or at most ``within`` words from it."""

    pattern: Pattern
    within: int | None


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """A pattern with what decides about its matches. ``kinds`` empty: every kind of document."""

    rule: Rule
    pattern: Pattern
    unless: tuple[Lawful, ...]
    guards: tuple[GuardShape, ...]
    weight: str
    kinds: frozenset[str]
    order: int = 0  # among the patterns of its language
    sieve: int = 0  # the bits of its rarest slots: it is tried only where they stand
    lawful: frozenset[str] = frozenset()  # the slots of ``unless``
    answered: bool = True  # in a question it states nothing, unless the answer is yes

    @property
    def figures(self) -> bool:
        """Whether figures alone make a match, whatever the language."""
        return all(slot.startswith("<") for slot in self.pattern.required)


@dataclass(frozen=True, slots=True)
class CompiledCue:
    """One pattern of a cue, found like a pattern of a rule; ``sure``: its one slot tells all."""

    name: str
    pattern: Pattern
    sieve: int
    sure: bool


@dataclass(frozen=True, slots=True)
class CompiledLanguage:
    """Everything :func:`scan` needs for one language."""

    file: LanguageFile
    lexicon: Lexicon
    seek: Lexicon  # the slots by which candidates are found
    anchors: int  # the bits of the slots by which patterns and cues are found
    by_anchor: dict[int, tuple[CompiledPattern, ...]]  # by the bit of a pattern's rarest slot
    guards: dict[str, tuple[Pattern, ...]]
    guarding: frozenset[str]  # the slots of guards, barriers and coordinators
    payments: frozenset[str]  # the slots that name what a worker may be asked to pay
    cues: dict[str, tuple[Pattern, ...]]
    cues_by_anchor: dict[int, tuple[CompiledCue, ...]]
    fillers: frozenset[str]
    speech: Speech | None  # None: the reference, which speaks everywhere
    barrier: str  # the slot of words that end a negation's reach, and of those ("or") that carry it on
    coordinator: str
    fact_slots: frozenset[str]
    fact_unions: dict[str, tuple[str, ...]]  # fact -> slots in which it stands beside words
    fact_bits: dict[str, int]  # fact -> its bits in ``seek``, and those of the slots in which it stands beside words


def _sieve(pattern: Pattern, rarities: Mapping[str, float]) -> tuple[str, ...]:
    """The slots of a pattern that the fewest clauses hold."""
    ranked = sorted(pattern.required, key=lambda slot: (rarities.get(slot, _FACT_ALONE), slot))
    return tuple(ranked[:_SIEVED])


@cache
def _wording(lang: str) -> Wording:
    """Shared by every rule set: taking words apart costs more than all the rest."""
    file = load_languages()[lang]
    return Wording(file.concepts, file.endings, file.prefixes, file.denials)


def compile_language(rules: RuleSet, lang: str) -> CompiledLanguage:
    """The rules of one language, compiled once per process."""
    key = (rules.sha256, lang)
    if key not in _COMPILED:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        _COMPILED[key] = _compile(rules.rules, lang)
    return _COMPILED[key]


def _compile(rules: tuple[Rule, ...], lang: str) -> CompiledLanguage:
    file = load_languages()[lang]
    lexicon = Lexicon(_wording(lang))
    written = (compiled for rule in rules for compiled in _patterns(rule, lang, file))
    patterns = [replace(compiled, order=order) for order, compiled in enumerate(written)]
    guards = {name: _parse_all(sources, file) for name, sources in file.guards.items()}
    cues = {str(name): _parse_all(sources, file) for name, sources in file.cues.items()}
    everything = [compiled.pattern for compiled in patterns]
    everything += [one.pattern for compiled in patterns for one in compiled.unless]
    everything += [pattern for group in (*guards.values(), *cues.values()) for pattern in group]
    slots = {slot for pattern in everything for slot in pattern.slots}
    barrier, coordinator = (f"({'|'.join(words)})" if words else "" for words in (file.barriers, file.coordinators))
    for slot in sorted({*slots, barrier, coordinator} - {""}):
        lexicon.add(slot)
    unions = _fact_unions(slots)
    rarities = lexicon.rarities()
    ranked = [(compiled, _sieve(compiled.pattern, rarities)) for compiled in patterns]
    ranked_cues = [(name, pattern, _sieve(pattern, rarities)) for name, group in cues.items() for pattern in group]
    sieves = [sieve for _, sieve in ranked] + [sieve for *_, sieve in ranked_cues]
    # What is looked for first has the lowest bits, so that most of the sums with them are of small numbers.
    seek = Lexicon(_wording(lang))
    for slot in (*sorted({sieve[0] for sieve in sieves}), *sorted({slot for sieve in sieves for slot in sieve[1:]})):
        seek.add(slot)
    by_anchor: dict[int, list[CompiledPattern]] = {}
    for compiled, sieve in ranked:
        by_anchor.setdefault(seek.bits(sieve[:1]), []).append(replace(compiled, sieve=seek.bits(sieve)))
    cues_by_anchor: dict[int, list[CompiledCue]] = {}
    for name, pattern, sieve in ranked_cues:
        cue = CompiledCue(name, pattern, seek.bits(sieve), len(pattern.slots) == 1)
        cues_by_anchor.setdefault(seek.bits(sieve[:1]), []).append(cue)
    facts = frozenset(_facts_of(slots))
    return CompiledLanguage(
        file=file,
        lexicon=lexicon,
        seek=seek,
        anchors=sum(by_anchor.keys() | cues_by_anchor.keys()),
        by_anchor={anchor: tuple(group) for anchor, group in by_anchor.items()},
        guards=guards,
        guarding=frozenset({slot for group in guards.values() for pattern in group for slot in pattern.slots})
        | {barrier, coordinator} - {""},
        payments=frozenset(_PAYMENTS & slots),
        cues=cues,
        cues_by_anchor={anchor: tuple(group) for anchor, group in cues_by_anchor.items()},
        fillers=frozenset(token for filler in file.fillers for token in words_of(fold_text(filler))),
        speech=None if lang == REFERENCE else Speech(_wording(lang), _wording(REFERENCE)),
        barrier=barrier,
        coordinator=coordinator,
        fact_slots=facts,
        fact_unions=unions,
        fact_bits={fact: bits for fact in sorted(facts) if (bits := seek.bits((fact, *unions.get(fact, ()))))},
    )


def _facts_of(slots: Iterable[str]) -> Iterable[str]:
    for slot in slots:
        if slot.startswith("<"):
            yield slot
        elif "<" in slot:
            yield from (piece for piece in slot[1:-1].split("|") if _is_fact(piece))


def _is_fact(piece: str) -> bool:
    return piece.startswith("<") and piece.endswith(">") and piece != "<number>"


def _fact_unions(slots: Iterable[str]) -> dict[str, tuple[str, ...]]:
    unions: dict[str, list[str]] = {}
    for slot in sorted(slots):
        if not slot.startswith("<") and "<" in slot:
            for fact in _facts_of([slot]):
                unions.setdefault(fact, []).append(slot)
    return {fact: tuple(group) for fact, group in unions.items()}


def compile_detection(rule: Rule, lang: str) -> list[str]:
    """The problems of one rule's patterns in one language; empty where all can be read."""
    file = load_languages().get(lang)
    if file is None:
        return [f"no language file for {lang!r}. One of: {', '.join(sorted(load_languages()))}."]
    problems = []
    lexicon = Lexicon(_wording(lang))
    for detection in rule.detect[lang]:
        try:
            for compiled in _of_detection(rule, detection, file):
                for pattern in (compiled.pattern, *(one.pattern for one in compiled.unless)):
                    for slot in sorted(pattern.slots):
                        for fact in _facts_of([slot]):
                            _check_fact(fact)
                        lexicon.add(slot)
        except PatternError as error:
            problems.append(str(error))
    return problems


def _check_fact(slot: str) -> None:
    if slot not in FACT_SLOTS:
        raise PatternError(f"{slot} is no fact. One of: {', '.join(sorted(FACT_SLOTS))}")


def _patterns(rule: Rule, lang: str, file: LanguageFile) -> Iterable[CompiledPattern]:
    """The language's own patterns, then those of the reference that are figures alone, under this language's guards."""
    own = rule.detect.get(lang, ())
    for detection in own:
        yield from _of_detection(rule, detection, file)
    if lang != REFERENCE:
        for detection in rule.detect.get(REFERENCE, ()):
            plain = detection.find if isinstance(detection, Detection) else detection
            if plain in _FIGURES and detection not in own:
                spoken = Detection(find=plain) if isinstance(detection, str) else detection
                unless = tuple(item for item in spoken.unless if _is_known(item, file))
                yield from _of_detection(rule, spoken.model_copy(update={"unless": unless}), file)


def _of_detection(rule: Rule, detection: str | Detection, file: LanguageFile) -> Iterable[CompiledPattern]:
    if isinstance(detection, str):
        detection = Detection(find=detection)
    shapes = load_guards()
    names = detection.guards if detection.guards is not None else rule.guards
    guards = [shape for shape in shapes.values() if (shape.default if names is None else shape.name in names)]
    if detection.find is not None:
        pattern = _scaled(parse_pattern(detection.find, within=detection.within), file.gap_scale)
    else:
        pattern = _from_roles(detection, file)
    unless = tuple(_lawful(item, file) for item in (*detection.unless, *rule.unless.get(file.lang, ())))
    yield CompiledPattern(
        rule=rule,
        pattern=pattern,
        unless=unless,
        guards=tuple(guards),
        weight=detection.weight or rule.weight,
        lawful=frozenset(slot for item in unless for slot in item.pattern.slots),
        kinds=frozenset(detection.kinds),
        answered=not rule.asks and QUESTION not in pattern.slots,
    )


def _is_known(item: Unless, file: LanguageFile) -> bool:
    """Whether an exemption is one concept that the language has too."""
    source = item if isinstance(item, str) else item.find
    return source[0] == "{" and source[1:-1] in file.concepts


def _lawful(item: Unless, file: LanguageFile) -> Lawful:
    source, within = (item, None) if isinstance(item, str) else (item.find, item.within * file.gap_scale)
    return Lawful(_scaled(parse_pattern(source), file.gap_scale), within)


def _from_roles(detection: Detection, file: LanguageFile) -> Pattern:
    """Roles become slots: in any order within ``within`` words, or in the order who, verb, what, how."""
    roles = [role for role in (detection.who, detection.verb, detection.what, detection.how) if role]
    slots = [_role_slot(role, file) for role in roles]
    if detection.order == "any":
        sequences: tuple[tuple[Part, ...], ...] = tuple((Part(slot, 0),) for slot in slots)
    else:
        sequences = (tuple(Part(slot, GAP_LONG if index else 0) for index, slot in enumerate(slots)),)
    source = " & ".join(slots) if detection.order == "any" else " ... ".join(slots)
    return _scaled(Pattern(source, sequences, detection.within), file.gap_scale)


def _role_slot(items: Sequence[str], file: LanguageFile) -> str:
    return "(" + "|".join(f"{{{item}}}" if item in file.concepts else item for item in items) + ")"


def _parse_all(sources: Iterable[str], file: LanguageFile) -> tuple[Pattern, ...]:
    return tuple(_scaled(parse_pattern(source), file.gap_scale) for source in sources)


def _scaled(pattern: Pattern, scale: int) -> Pattern:
    if scale == 1:
        return pattern
    sequences = tuple(
        tuple(Part(part.slot, part.gap * scale, part.optional) for part in sequence) for sequence in pattern.sequences
    )
    return Pattern(pattern.source, sequences, pattern.within * scale)
