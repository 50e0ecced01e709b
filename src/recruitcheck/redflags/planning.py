"""Makes the plan of one language: everything that its rules, guards and cues look for, as plain data.

It takes words apart and finds the rarest slots of every pattern, which costs a second for English, so what is
made is kept on disk and loads in some milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from recruitcheck.redflags.facts import FACT_SLOTS, QUESTION
from recruitcheck.redflags.pattern import Pattern, PatternError, parse_pattern
from recruitcheck.redflags.plan import PLANES, REFERENCE, Plain, PlannedPattern, facts_of, scaled
from recruitcheck.redflags.rulebook.rule import Detection, Rule, Unless
from recruitcheck.redflags.rulebook.rule_set import RuleSet
from recruitcheck.redflags.words.folding import fold_text
from recruitcheck.redflags.words.language import LanguageFile, load_guards, load_languages
from recruitcheck.redflags.words.phrase_table import PhraseTable, phrases_of, table_of
from recruitcheck.redflags.words.romanised import Sounds, is_romanised, sounds_alike
from recruitcheck.redflags.words.tokens import words_of
from recruitcheck.redflags.words.wording import Affixes, Wording

_FACT_ALONE = 8.0  # how common a fact is, beside `PhraseTable.rarities`
_FIGURES = frozenset(FACT_SLOTS)


@cache
def _words_of(lang: str) -> tuple[Wording, Affixes]:
    """Shared by every rule set: taking words apart costs more than all the rest."""
    file = load_languages()[lang]
    return Wording(file.concepts), Affixes(file.endings, file.prefixes, file.denials)


def make_plan(rules: RuleSet, lang: str) -> Plain:
    """The plan of one language. Raises PatternError for what cannot be read; shipped files are proved by the tests."""
    file = load_languages()[lang]
    exemptions: dict[tuple[str, int | None], int] = {}
    patterns = [one for rule in rules.rules for one in _patterns(rule, lang, file, exemptions)]
    read = [_read(one.source, file, one.within) for one in patterns]
    cues = [(name, _read(source, file)) for name, sources in sorted(file.cues.items()) for source in sources]
    guards = [(name, _read(source, file)) for name, sources in sorted(file.guards.items()) for source in sources]
    lawful = [_read(source, file) for source, _ in exemptions]
    barrier, coordinator = (f"({'|'.join(words)})" if words else "" for words in (file.barriers, file.coordinators))
    sought = [*read, *(pattern for _, pattern in cues), *(pattern for _, pattern in guards)]
    slots = {slot for pattern in (*sought, *lawful) for slot in pattern.slots}
    wording, affixes = _words_of(lang)
    table = table_of(wording, affixes, sorted({*slots, barrier, coordinator} - {""}))
    rarities = table.rarities()
    places = {slot: place for place, slot in enumerate(table.slots)}
    words = [affixes.word(part) for phrase in table.phrases for part in phrase.split(" ")]
    forms = frozenset[str]().union(*(word.forms for word in words))
    heads = {word.prefix for word in words if word.prefix}
    return {
        "lang": lang,
        "gap_scale": file.gap_scale,
        "space_breaks": file.space_breaks,
        "clause_words": file.clause_words,
        "affixes": [list(file.endings), list(file.prefixes), list(file.denials)],
        "fillers": sorted({token for filler in file.fillers for token in words_of(fold_text(filler))}),
        "barrier": barrier,
        "coordinator": coordinator,
        "table": [table.slots, table.phrases, table.filled, table.forms, table.heads],
        "sieves": [[places[slot] for slot in _sieve(pattern, rarities)] for pattern in sought],
        "patterns": [list(one) for one in patterns],
        "exemptions": [list(one) for one in exemptions],
        "cues": [[str(name), pattern.source] for name, pattern in cues],
        "guards": [[name, pattern.source] for name, pattern in guards],
        "shapes": [list(shape) for shape in load_guards().values()],
        "forms": sorted(forms),
        "heads": sorted(heads),
        "letters": "".join(sorted(set("".join(table.phrases)))),
        "romanised": _romanised(file, table, heads) if file.respelt else None,
    }


def _romanised(file: LanguageFile, table: PhraseTable, heads: set[str]) -> Plain:
    """What `Romanised` needs; English words that stand in texts of every language are kept apart."""
    pairs, (_, affixes) = dict(file.respelt), _words_of(file.lang)
    apart = {fold_text(word) for word in file.apart}
    phrases = [phrase.split(" ") for phrase in table.phrases]
    forms: dict[str, set[str]] = {}  # with the words of phrases that they are forms of
    for part in {part for phrase in phrases for part in phrase}:
        for form in affixes.word(part).forms - apart:
            forms.setdefault(form, set()).add(part.rstrip("*~"))
    known = sounds_alike(pairs, forms, phrases, table.filled)
    opened = {head for head in heads if is_romanised(head)} - apart
    sounds = Sounds(pairs)
    by_sound: dict[str, list[str]] = {}
    for head in sorted(opened):
        by_sound.setdefault(sounds.of(head, open_end=True), []).append(head)
    english = {word for word in _english_words() if sounds.of(word) in known} - forms.keys()
    return {"pairs": pairs, "forms": known, "heads": by_sound, "apart": sorted(apart | english)}


@cache
def _english_words() -> frozenset[str]:
    """The words of the reference's concepts and guards."""
    wording, affixes = _words_of(REFERENCE)
    phrases = {number for name in load_languages()[REFERENCE].concepts for number in wording.phrases_of(f"{{{name}}}")}
    forms = frozenset[str]().union(*(affixes.word(part).forms for number in phrases for part in wording.phrase(number)))
    return frozenset(word for word in forms if is_romanised(word))


def detection_problems(rule: Rule, lang: str) -> list[str]:
    """The problems of one rule's patterns in one language; empty where all can be read."""
    file = load_languages().get(lang)
    if file is None:
        return [f"no language file for {lang!r}. One of: {', '.join(sorted(load_languages()))}."]
    problems = []
    wording, _ = _words_of(lang)
    for detection in rule.detect[lang]:
        try:
            exemptions: dict[tuple[str, int | None], int] = {}
            for one in _of_detection(rule, detection, file, exemptions):
                sources = [(one.source, one.within), *((source, None) for source, _ in exemptions)]
                for slot in sorted({slot for source, within in sources for slot in _read(source, file, within).slots}):
                    for fact in facts_of(slot):
                        _check_fact(fact)
                    phrases_of(wording, slot)
        except PatternError as error:
            problems.append(str(error))
    return problems


def _check_fact(slot: str) -> None:
    if slot not in FACT_SLOTS:
        raise PatternError(f"{slot} is no fact. One of: {', '.join(sorted(FACT_SLOTS))}")


def _sieve(pattern: Pattern, rarities: Mapping[str, float]) -> tuple[str, ...]:
    """The slots of a pattern that the fewest clauses hold."""
    ranked = sorted(pattern.required, key=lambda slot: (rarities.get(slot, _FACT_ALONE), slot))
    return tuple(ranked[:PLANES])


def _read(source: str, file: LanguageFile, within: int | None = None) -> Pattern:
    pattern = parse_pattern(source) if within is None else parse_pattern(source, within=within)
    return scaled(pattern, file.gap_scale)


def _patterns(
    rule: Rule, lang: str, file: LanguageFile, exemptions: dict[tuple[str, int | None], int]
) -> Iterator[PlannedPattern]:
    """The language's own patterns, then those of the reference that are figures alone, under this language's guards."""
    own = rule.detect.get(lang, ())
    for detection in own:
        yield from _of_detection(rule, detection, file, exemptions)
    if lang != REFERENCE:
        for detection in rule.detect.get(REFERENCE, ()):
            plain = detection.find if isinstance(detection, Detection) else detection
            if plain in _FIGURES and detection not in own:
                spoken = Detection(find=plain) if isinstance(detection, str) else detection
                unless = tuple(item for item in spoken.unless if _is_known(item, file))
                for one in _of_detection(rule, spoken.model_copy(update={"unless": unless}), file, exemptions):
                    yield one._replace(borrowed=True)


def _of_detection(
    rule: Rule, detection: str | Detection, file: LanguageFile, exemptions: dict[tuple[str, int | None], int]
) -> Iterator[PlannedPattern]:
    if isinstance(detection, str):
        detection = Detection(find=detection)
    names = detection.guards if detection.guards is not None else rule.guards
    shapes = load_guards().values()
    guards = [shape.name for shape in shapes if (shape.default if names is None else shape.name in names)]
    source = detection.find if detection.find is not None else _from_roles(detection, file)
    unless = [_lawful(item) for item in (*detection.unless, *rule.unless.get(file.lang, ()))]
    yield PlannedPattern(
        rule=rule.id,
        source=source,
        within=detection.within,
        unless=[exemptions.setdefault(item, len(exemptions)) for item in unless],
        guards=guards,
        weight=detection.weight or rule.weight,
        kinds=list(detection.kinds),
        answered=not rule.asks and QUESTION not in _read(source, file, detection.within).slots,
        borrowed=False,
    )


def _is_known(item: Unless, file: LanguageFile) -> bool:
    """Whether an exemption is one concept that the language has too."""
    source = item if isinstance(item, str) else item.find
    return source[0] == "{" and source[1:-1] in file.concepts


def _lawful(item: Unless) -> tuple[str, int | None]:
    return (item, None) if isinstance(item, str) else (item.find, item.within)


def _from_roles(detection: Detection, file: LanguageFile) -> str:
    """Roles become slots: in any order within ``within`` words, or in the order who, verb, what, how."""
    roles = [role for role in (detection.who, detection.verb, detection.what, detection.how) if role]
    return (" & " if detection.order == "any" else " ... ").join(_role_slot(role, file) for role in roles)


def _role_slot(items: Sequence[str], file: LanguageFile) -> str:
    return "(" + "|".join(f"{{{item}}}" if item in file.concepts else item for item in items) + ")"
