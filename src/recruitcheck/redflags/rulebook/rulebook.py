"""The rules in use: rule files and packs of languages, shipped and the user's own, checked and put together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from recruitcheck.errors import DataFileError
from recruitcheck.redflags.plan import Plain, engine_sha256
from recruitcheck.redflags.rulebook.rule_files import MUTED_FILE, language_paths, muted_paths, pack_paths
from recruitcheck.redflags.rulebook.rule_set import LateRules, Muted, RuleHead, RuleSet
from recruitcheck.resources import load_models, package_data, tree_sha256
from recruitcheck.resources.kept import kept

if TYPE_CHECKING:
    from recruitcheck.redflags.rulebook.rule import Rule

_PRACTICES = package_data("vocabulary") / "practices.yml"


def load_rules(folders: Sequence[Path] = (), *, check_shipped: bool = False) -> RuleSet:
    """Shipped rules first, then ``*.yml`` and ``packs/`` of each folder. DataFileError lists every problem at once.

    Every pattern of the folders' rules and packs is compiled here, so that a mistake is told at the door. Shipped
    patterns were compiled by the tests and are compiled when a text first needs them; ``check_shipped`` compiles
    them too. What was found sound before is not read again: rules, patterns and examples load when asked for.
    """
    folders = tuple(folders)
    sha256 = rules_sha256(folders)

    read_now: list[tuple[Rule, ...]] = []

    def read() -> Plain:
        rules, muted = _read(folders, check_shipped=check_shipped)
        read_now.append(rules)
        return {
            "heads": [rule.head for rule in rules],
            "muted": [[entry.named, entry.reason, sorted(entry.rules)] for entry in muted],
        }

    known = read() if check_shipped else kept(f"rules {sha256} {engine_sha256()}", (_PRACTICES,), read, family="rules")
    heads = tuple(map(RuleHead.from_plain, known["heads"]))
    muted = tuple(Muted(named, reason, frozenset(reached)) for named, reason, reached in known["muted"])
    late = LateRules(len(heads), lambda: read_now[0] if read_now else _read(folders, check_shipped=False)[0])
    return RuleSet(late, sha256, muted, heads, on_disk=True)


def _read(folders: Sequence[Path], *, check_shipped: bool) -> tuple[tuple[Rule, ...], tuple[Muted, ...]]:
    """Every rule with what the packs add, sorted by id, and what is muted."""
    from recruitcheck.redflags.rulebook.muting import load_muted
    from recruitcheck.redflags.rulebook.pack import load_packs, merged, pack_problems
    from recruitcheck.redflags.rulebook.rule import Rule
    from recruitcheck.redflags.rulebook.rule_problems import pattern_problems, rule_problems, shared_ids, suspects

    shipped, own = _rule_paths(folders)
    shipped_packs, own_packs = _pack_paths(folders)
    loaded = load_models(Rule, [*shipped, *own])
    packs = load_packs([*shipped_packs, *own_packs])
    rules = [rule for _, rule in loaded]
    by_id = {rule.id: rule for rule in rules}
    judged = loaded if check_shipped else [(path, rule) for path, rule in loaded if path in own]
    judged_packs = packs if check_shipped else [(path, pack) for path, pack in packs if path in own_packs]
    problems = [
        *shared_ids(loaded),
        *(line for path, rule in judged for line in rule_problems(path, rule)),
        *pack_problems(packs, rules, shipped=frozenset(shipped_packs)),
        *(
            f"{path}: rules.{rule.id}.{line}"
            for path, rule, lang in suspects(judged_packs, by_id)
            for line in pattern_problems(rule, lang)
        ),
    ]
    muted, wrong = load_muted(muted_paths(folders), rules)
    problems.extend(wrong)
    if problems:
        raise DataFileError(tuple(problems))
    return tuple(sorted(merged(rules, packs), key=lambda rule: rule.id)), muted


def rules_sha256(folders: Sequence[Path] = ()) -> str:
    """Over the bytes of all rules, packs, languages and guards; without reading what they say."""
    everything = (*_rule_paths(folders), *_pack_paths(folders), language_paths(), muted_paths(folders))
    return hashlib.sha256(tree_sha256([path for paths in everything for path in paths]).encode()).hexdigest()


def coverage(rules: RuleSet, lang: str) -> tuple[str, ...]:
    """The ids of the rules that cannot look in a language, sorted; () where it has them all."""
    return tuple(head.id for head in rules.heads if lang not in head.languages)


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
    return pack_paths(package_data("redflags")), tuple(path for folder in folders for path in pack_paths(folder))
