"""Messages: every sentence a finding or a gap prints, by id and language, with plain ``{word}`` placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from recruitcheck.errors import DataFileError

SOURCE_LANG = "en"  # complete by definition; other languages may lack messages

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_LANG = re.compile(r"[a-z]{2,3}\Z")


@dataclass(frozen=True, slots=True)
class Said:
    """A message with its values filled in; parts it does not have are "". ``lang`` is the language it is in."""

    title: str
    message: str
    clears_if: str
    remedy: str
    lang: str = SOURCE_LANG


@dataclass(frozen=True, slots=True)
class _Template:
    title: str
    message: str
    clears_if: str
    remedy: str

    @property
    def args(self) -> frozenset[str]:
        return frozenset(_PLACEHOLDER.findall("\n".join((self.title, self.message, self.clears_if, self.remedy))))


def say(message_id: str, args: Mapping[str, str], lang: str = SOURCE_LANG) -> Said:
    """Fill a message; where ``lang`` lacks it, the English one is given.

    Values go in as they are: a brace or a percent sign in a value means nothing. KeyError for an unknown
    id or a missing value; values the message does not use are ignored.
    """
    template, found = _find(message_id, lang)
    missing = sorted(template.args - args.keys())
    if missing:
        raise KeyError(f"message {message_id}: no value for {', '.join(missing)}")

    def fill(part: str) -> str:
        return _PLACEHOLDER.sub(lambda hole: str(args[hole[1]]), part)

    return Said(
        title=fill(template.title),
        message=fill(template.message),
        clears_if=fill(template.clears_if),
        remedy=fill(template.remedy),
        lang=found,
    )


def message_ids() -> tuple[str, ...]:
    """Every message id, sorted."""
    return tuple(sorted(_templates(SOURCE_LANG)))


def message_args(message_id: str) -> frozenset[str]:
    """The names a message needs; KeyError for an unknown id."""
    return _find(message_id, SOURCE_LANG)[0].args


def _find(message_id: str, lang: str) -> tuple[_Template, str]:
    for candidate in dict.fromkeys((lang, SOURCE_LANG)):
        template = _templates(candidate).get(message_id)
        if template is not None:
            return template, candidate
    raise KeyError(f"unknown message id {message_id!r}")


@cache
def _templates(lang: str) -> Mapping[str, _Template]:
    from recruitcheck.resources import load_models, package_data
    from recruitcheck.vocabulary.shapes import MessageFile

    if not _LANG.match(lang):  # also keeps "../" out of a path
        return {}
    folder = package_data("vocabulary/messages") / lang
    found: dict[str, _Template] = {}
    problems: list[str] = []
    for path, file in load_models(MessageFile, folder.glob("*.yml")):
        for message_id, shape in file.root.items():
            if message_id in found:
                problems.append(f"{path}: {message_id}: another file of this folder has this id. Keep one.")
            found[message_id] = _Template(**dict(shape))
    if problems:
        raise DataFileError(tuple(problems))
    return MappingProxyType(found)
