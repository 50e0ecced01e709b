"""What is wrong with rules as written, told with the file it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from recruitcheck.redflags.planning import detection_problems
from recruitcheck.redflags.rulebook.pack import Located
from recruitcheck.redflags.rulebook.rule import Detection, Rule
from recruitcheck.redflags.words.language import load_guards, load_languages
from recruitcheck.vocabulary import practices

REFERENCE_TEXTS = 4  # texts to flag and to clear in a rule's own file


def shared_ids(loaded: Sequence[tuple[Path, Rule]]) -> list[str]:
    seen: dict[str, Path] = {}
    problems = []
    for path, rule in loaded:
        if rule.id in seen:
            problems.append(f"{path}: id: {rule.id} is also in {seen[rule.id]}. Ids are unique; rename one.")
        seen[rule.id] = path
    return problems


def rule_problems(path: Path, rule: Rule) -> list[str]:
    problems = []
    if rule.practice not in practices():
        problems.append(f"{path}: practice: {rule.practice} is unknown. `rules list` shows rules with known practices.")
    unknown = sorted({*(rule.guards or ())} - load_guards().keys())
    problems.extend(f"{path}: guards: {name} is unknown." for name in unknown)
    for lang in rule.detect:
        problems.extend(f"{path}: {line}" for line in pattern_problems(rule, lang))
        if lang not in rule.examples:
            problems.append(f"{path}: examples.{lang}: missing. Give texts to flag and to clear in each language.")
    for lang, examples in rule.examples.items():
        for name, texts in (("flag", examples.flag), ("clear", examples.clear)):
            if len(texts) < REFERENCE_TEXTS:
                problems.append(f"{path}: examples.{lang}.{name}: give at least {REFERENCE_TEXTS} texts.")
    return problems


def pattern_problems(rule: Rule, lang: str) -> list[str]:
    """What is wrong with the patterns of one rule in one language."""
    named: set[str] = set()
    for detection in rule.detect[lang]:
        if isinstance(detection, Detection):
            named |= set(detection.guards or ())
    unknown = sorted(named - load_guards().keys())
    lines = [f"detect.{lang}: {line}" for line in detection_problems(rule, lang)]
    return [*lines, *(f"detect.{lang}: guards: {name} is unknown." for name in unknown)]


def suspects(packs: Sequence[Located], rules: Mapping[str, Rule]) -> Iterator[tuple[Path, Rule, str]]:
    """Each known rule as a pack alone says it, to be compiled, with the pack's file and language."""
    for path, pack in packs:
        for rule_id, part in pack.rules.items():
            if rule_id in rules and pack.lang in load_languages():
                alone = {
                    "detect": {pack.lang: part.detections},
                    "unless": {pack.lang: part.unless},
                    "examples": {pack.lang: part.examples},
                }
                yield path, rules[rule_id].model_copy(update=alone), pack.lang
