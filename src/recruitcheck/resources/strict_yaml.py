"""YAML as data, nothing else: no aliases, tags, duplicate keys or words that change their type.

YAML 1.1 reads a bare ``NO`` as false, ``0555567`` as 187255 and ``2021-01-01`` as a date. Here such values are
errors that say where they stand and ask for quotes. Keys are always text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from recruitcheck.errors import DataFileError
from recruitcheck.resources.data_file import Place, YamlDocument

MAX_DEPTH = 40

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+\Z")
_IMPLICIT_TAGS = frozenset({"str", "int", "float", "bool", "null", "timestamp", "merge", "value"})
_TRAP_WORDS = frozenset(
    {"yes", "no", "on", "off", "y", "n", "true", "false", "null", "~", ".nan", ".inf", "-.inf", "+.inf"}
)
_TRAP_SHAPES = re.compile(
    r"[-+]?0[0-9_]+\Z|0[xob][0-9a-f_]+\Z|[-+]?[0-9][0-9_]*(:[0-9]{1,2})+(\.[0-9_]*)?\Z|"
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*\Z|[-+]?[0-9.]*[0-9]e[-+]?[0-9]+\Z|[-+]?[0-9][0-9_]*_[0-9_]*\Z",
    re.IGNORECASE,
)


def parse_yaml(text: str, source: str) -> YamlDocument:
    """Read YAML text; ``source`` is the name used in messages."""
    _refuse_deep_nesting(text, source)
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise DataFileError((f"{source}:{line}:{column}: not valid YAML: {error.problem}.",)) from error
    except yaml.YAMLError as error:
        first = str(error).splitlines()[0]
        raise DataFileError((f"{source}:1:1: not valid YAML: {first}.",)) from error
    finally:
        loader.dispose()
    if node is None:
        raise DataFileError((f"{source}:1:1: the file is empty. Write at least one entry.",))
    builder = _Builder(source)
    data = builder.build(node, ())
    if builder.problems:
        raise DataFileError(tuple(builder.problems))
    return YamlDocument(source, data, builder.positions)


def _refuse_deep_nesting(text: str, source: str) -> None:
    # The C parser recurses on its own stack, so depth is bounded before it starts. Quotes are ignored: over-counting
    # only makes the bound stricter, and no file of ours comes near it.
    for number, line in enumerate(text.splitlines(), 1):
        indent = len(line) - len(line.lstrip(" "))
        flow = line.count("[") + line.count("{")
        dashes = len(re.match(r"(?:\s*[-?]\s)*", line).group(0)) // 2 if line else 0  # type: ignore[union-attr]
        if indent > 4 * MAX_DEPTH or flow > 2000 or dashes - indent // 2 > MAX_DEPTH:
            raise DataFileError((f"{source}:{number}:1: nested too deeply. Keep to {MAX_DEPTH} levels.",))
    depth = 0
    for mark in re.finditer(r"[\[\]{}]", text):
        depth += 1 if mark.group() in "[{" else -1
        if depth > 4 * MAX_DEPTH:
            line_number = text.count("\n", 0, mark.start()) + 1
            raise DataFileError((f"{source}:{line_number}:1: nested too deeply. Keep to {MAX_DEPTH} levels.",))


class _Builder:
    """Turns nodes into plain data and collects problems instead of stopping at the first."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[str] = []
        self.positions: dict[Place, tuple[int, int]] = {}
        self._seen: set[int] = set()

    def _problem(self, node: yaml.Node, text: str) -> None:
        mark = node.start_mark
        self.problems.append(f"{self.source}:{mark.line + 1}:{mark.column + 1}: {text}")

    def build(self, node: yaml.Node, place: Place) -> Any:
        self.positions.setdefault(place, (node.start_mark.line + 1, node.start_mark.column + 1))
        if id(node) in self._seen or len(place) > MAX_DEPTH:
            self._problem(node, "anchors, aliases and deep nesting are not allowed. Write the value out.")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if node.tag not in ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"):
            self._problem(node, f"the tag {node.tag} is not allowed. Remove it.")
            return None
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*place, index)) for index, item in enumerate(node.value)]
        return dict(self._pairs(node, place))

    def _pairs(self, node: yaml.Node, place: Place) -> Iterator[tuple[str, Any]]:
        keys: set[str] = set()
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._problem(key_node, "a key must be plain text.")
                continue
            key = key_node.value
            if key in keys:
                self._problem(key_node, f"the key {key!r} stands twice. Keep one.")
                continue
            keys.add(key)
            self.positions[(*place, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
            yield key, self.build(value_node, (*place, key))

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        text: str = node.value
        if node.style in ("'", '"', "|", ">"):  # quoted or block: always text
            if node.tag != "tag:yaml.org,2002:str":
                self._problem(node, f"the tag {node.tag} is not allowed. Remove it.")
            return text
        if node.tag.removeprefix("tag:yaml.org,2002:") not in _IMPLICIT_TAGS:
            self._problem(node, f"the tag {node.tag} is not allowed. Remove it.")
            return None
        if text in ("", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.match(text):
            return int(text) if len(text) <= 18 else self._trap(node, text)
        if _DECIMAL.match(text):
            return float(text)
        if text.lower() in _TRAP_WORDS or _TRAP_SHAPES.match(text):
            return self._trap(node, text)
        return text

    def _trap(self, node: yaml.ScalarNode, text: str) -> str:
        self._problem(node, f'{text[:40]} can be read in two ways. Put it in quotes: "{text[:40]}".')
        return text
