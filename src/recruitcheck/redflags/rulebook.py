"""The rules in use: rule files and packs of languages, shipped and the user's own, checked and put together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from recruitcheck.errors import DataFileError
from recruitcheck.redflags.language import language_paths, load_guards
from recruitcheck.redflags.muting import FILE as MUTED_FILE
from recruitcheck.redflags.muting import load_muted, muted_paths
from recruitcheck.redflags.pack import (
    load_packs,
    merged,
    pack_paths,
    pack_problems,
    shipped_pack_paths,
    suspects,
)
from recruitcheck.redflags.rule import Detection, Rule, RuleSet
from recruitcheck.resources import load_models, package_data, tree_sha256
from recruitcheck.vocabulary import practices

REFERENCE_TEXTS = 4  # texts to flag and to clear in a rule's own file


def load_rules(folders: Sequence[Path] = (), *, check_shipped: bool = False) -> RuleSet:
    """Shipped rules first, then ``*.yml`` and ``packs/`` of each folder. DataFileError lists every problem at once.

    Every pattern of the folders' rules and packs is compiled here, so that a mistake is told at the door. Shipped
    patterns were compiled by the tests and are compiled when a text first needs them; ``check_shipped`` compiles
    them too.
    """
    shipped, own = _rule_paths(folders)
    shipped_packs, own_packs = _pack_paths(folders)
    loaded = load_models(Rule, [*shipped, *own])
    packs = load_packs([*shipped_packs, *own_packs])
    rules = [rule for _, rule in loaded]
    by_id = {rule.id: rule for rule in rules}
    judged = loaded if check_shipped else [(path, rule) for path, rule in loaded if path in own]
    judged_packs = packs if check_shipped else [(path, pack) for path, pack in packs if path in own_packs]
    problems = [
        *_shared_ids(loaded),
        *(line for path, rule in judged for line in _problems(path, rule)),
        *pack_problems(packs, rules, shipped=frozenset(shipped_packs)),
        *(
            f"{path}: rules.{rule.id}.{line}"
            for path, rule, lang in suspects(judged_packs, by_id)
            for line in _pattern_problems(rule, lang)
        ),
    ]
    muted, wrong = load_muted(muted_paths(folders), rules)
    problems.extend(wrong)
    if problems:
        raise DataFileError(tuple(problems))
    complete = tuple(sorted(merged(rules, packs), key=lambda rule: rule.id))
    return RuleSet(complete, rules_sha256(folders), muted)


def rules_sha256(folders: Sequence[Path] = ()) -> str:
    """Over the bytes of all rules, packs, languages and guards; without reading what they say."""
    everything = (*_rule_paths(folders), *_pack_paths(folders), language_paths(), muted_paths(folders))
    return hashlib.sha256(tree_sha256([path for paths in everything for path in paths]).encode()).hexdigest()


def coverage(rules: RuleSet, lang: str) -> tuple[str, ...]:
    """The ids of the rules that cannot look in a language, sorted; () where it has them all."""
    return tuple(rule.id for rule in rules.rules if lang not in rule.detect)


def _rule_paths(folders: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Files of the shipped rules and of the user's own."""
    own: list[Path] = []
    for folder in folders:
        found = [path for path in sorted(folder.glob("*.yml")) if path.name != MUTED_FILE]
        if not found and not pack_paths(folder) and not muted_paths([folder]):
            raise DataFileError((f"{folder}: no rules (*.yml) here. Name a folder that holds rule files.",))
        own.extend(found)
    return tuple(sorted((package_data("redflags") / "rules").glob("*.yml"))), tuple(own)


def _pack_paths(folders: Sequence[Path]) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Files of the shipped packs and of the user's own."""
    return shipped_pack_paths(), tuple(path for folder in folders for path in pack_paths(folder))


def _shared_ids(loaded: Sequence[tuple[Path, Rule]]) -> list[str]:
    seen: dict[str, Path] = {}
    problems = []
    for path, rule in loaded:
        if rule.id in seen:
            problems.append(f"{path}: id: {rule.id} is also in {seen[rule.id]}. Ids are unique; rename one.")
        seen[rule.id] = path
    return problems


def _problems(path: Path, rule: Rule) -> list[str]:
    problems = []
    if rule.practice not in practices():
        problems.append(f"{path}: practice: {rule.practice} is unknown. `rules list` shows rules with known practices.")
    unknown = sorted({*(rule.guards or ())} - load_guards().keys())
    problems.extend(f"{path}: guards: {name} is unknown." for name in unknown)
    for lang in rule.detect:
        problems.extend(f"{path}: {line}" for line in _pattern_problems(rule, lang))
        if lang not in rule.examples:
            problems.append(f"{path}: examples.{lang}: missing. Give texts to flag and to clear in each language.")
    for lang, examples in rule.examples.items():
        for name, texts in (("flag", examples.flag), ("clear", examples.clear)):
            if len(texts) < REFERENCE_TEXTS:
                problems.append(f"{path}: examples.{lang}.{name}: give at least {REFERENCE_TEXTS} texts.")
    return problems


def _pattern_problems(rule: Rule, lang: str) -> list[str]:
    """What is wrong with the patterns of one rule in one language."""
    from recruitcheck.redflags.compiled import compile_detection

    named: set[str] = set()
    for detection in rule.detect[lang]:
        if isinstance(detection, Detection):
            named |= set(detection.guards or ())
    unknown = sorted(named - load_guards().keys())
    lines = [f"detect.{lang}: {line}" for line in compile_detection(rule, lang)]
    return [*lines, *(f"detect.{lang}: guards: {name} is unknown." for name in unknown)]
