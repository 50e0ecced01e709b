"""Everything one audit works with, loaded once: lists, law, rules, days. Values only; the clock is an argument."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import recruitcheck
from recruitcheck.audit.corridor import CorridorWords
from recruitcheck.model import CheckDates, Registry, ToolRef

if TYPE_CHECKING:
    from recruitcheck.audit.name_finder import NameFinder
    from recruitcheck.redflags import RuleSet
    from recruitcheck.standards import Catalogue
    from recruitcheck.store import Store


@cache
def _rules(folders: tuple[Path, ...]) -> RuleSet:
    from recruitcheck.redflags import load_rules

    return load_rules(folders)


@cache
def _catalogue(folders: tuple[Path, ...]) -> Catalogue:
    from recruitcheck.standards import load_catalogue

    return load_catalogue(folders)


@dataclass(frozen=True)
class Workbench:
    """The store may be None: then nothing is listed anywhere, and every registry question stays not checked."""

    store: Store | None
    registries: tuple[Registry, ...]  # every definition known, imported or not
    dates: CheckDates
    options: CorridorWords = field(default_factory=CorridorWords)  # what the user said on the command line
    named: tuple[str, ...] = ()  # registries the user named: only these are asked, and each is required
    fictional: bool = False  # the subjects themselves are made up (the demonstration)
    rule_folders: Sequence[Path] = field(default=())
    standard_folders: Sequence[Path] = field(default=())
    tell: Callable[[str], None] | None = None  # hears of what takes its time

    @cached_property
    def rules(self) -> RuleSet:
        """The red-flag rules, loaded at first use."""
        return _rules(tuple(self.rule_folders))

    @cached_property
    def catalogue(self) -> Catalogue:
        """The standards, loaded at first use."""
        return _catalogue(tuple(self.standard_folders))

    @cached_property
    def finder(self) -> NameFinder:
        """The name indexes of the lists in the store."""
        from recruitcheck.audit.name_finder import NameFinder

        assert self.store is not None
        return NameFinder(self.store, self.dates.known_on, self.tell)

    @cached_property
    def tool(self) -> ToolRef:
        """Versions for the assessment."""
        from recruitcheck.redflags import rules_sha256

        return ToolRef(recruitcheck.__version__, rules_sha256(self.rule_folders), self.catalogue.sha256)

    @property
    def as_of(self) -> date:
        """The day judged."""
        return self.dates.as_of
