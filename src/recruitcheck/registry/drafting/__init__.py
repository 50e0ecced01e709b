"""Drafting: a definition for a list that nobody has described, made from what its table looks like."""

from recruitcheck.registry.drafting.answers import Answers
from recruitcheck.registry.drafting.at_import import drafted_sentence, with_drafted_columns
from recruitcheck.registry.drafting.draft import Draft, draft_definition
from recruitcheck.registry.drafting.guess import Guess, Question, Sureness
from recruitcheck.registry.drafting.trial import Trial, try_draft
from recruitcheck.registry.drafting.yaml_text import definition_text

__all__ = [
    "Answers",
    "Draft",
    "Guess",
    "Question",
    "Sureness",
    "Trial",
    "definition_text",
    "draft_definition",
    "drafted_sentence",
    "try_draft",
    "with_drafted_columns",
]
