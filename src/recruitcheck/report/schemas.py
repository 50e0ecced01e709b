"""JSON Schemas (draft 2020-12) of what recruitcheck writes, derived from the data classes themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recruitcheck.errors import UsageError
from recruitcheck.model import Assessment, DocumentOrigin, RegistryKind
from recruitcheck.report.audit_summary import AuditSummary
from recruitcheck.report.contract import json_key, key_order

SCHEMA_NAMES = ("assessment", "audit")
DRAFT = "https://json-schema.org/draft/2020-12/schema"

# Fields added with a default after the first release: files written before it lack them and stay valid.
_LATER: Mapping[str, frozenset[str]] = {}

_BEARERS = ("worker", "employer", "agency", "other")
# Closed word lists that the data classes hold as plain text.
_WORDS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("DocumentRef", "kind_from"): ("option", "input", "inferred"),
    ("QuoteEvidence", "source"): tuple(DocumentOrigin),
    ("RegistryUse", "kind"): tuple(RegistryKind),
    ("Citation", "verification"): ("text_read", "heading_seen", "secondary_source"),
    ("FeeFact", "payer"): _BEARERS,
    ("FeeFact", "collector"): _BEARERS,
}
_CORRIDOR_SOURCES = ("option", "input", "document", "registry", "none")
_HASH = "^[0-9a-f]{64}$"


def schema(name: str) -> dict[str, Any]:
    """The published schema of that name. Raises UsageError for a name that this room does not publish."""
    if name == "assessment":
        return _publish(Assessment, "recruitcheck/assessment/1", "All findings about one subject on one day")
    if name == "audit":
        return _publish(AuditSummary, "recruitcheck/audit/1", "One run over many subjects: counts, hashes, arguments")
    raise UsageError(f"no schema is called {name!r}.", todo=f"Known here: {', '.join(SCHEMA_NAMES)}.")


def _publish(model: type, identity: str, title: str) -> dict[str, Any]:
    from pydantic import TypeAdapter

    derived = TypeAdapter(model).json_schema(mode="serialization")
    definitions = derived.pop("$defs", {})
    definitions[model.__name__] = derived
    closed = {name: _close(name, body) for name, body in sorted(definitions.items())}
    root = closed.pop(model.__name__)
    return {
        "$schema": DRAFT,
        "$id": f"urn:{identity.replace('/', ':')}",
        "title": title,
        **{key: value for key, value in root.items() if key not in ("title", "description")},
        "$defs": closed,
    }


def _close(name: str, body: dict[str, Any]) -> dict[str, Any]:
    """One definition with the keys as written, every key required, every word list closed."""
    if "properties" not in body:
        return body
    found = body["properties"]
    properties = {}
    for key in key_order(name, tuple(found)):
        properties[json_key(key)] = _property(name, key, found[key])
    late = _LATER.get(name, frozenset())
    return {
        "type": "object",
        "description": " ".join(body.get("description", "").split()),
        "properties": properties,
        "required": [key for key in properties if key not in late],
        "additionalProperties": True,
    }


def _property(name: str, key: str, found: Any) -> Any:
    body = _tidy(found)
    words = _categories() if (name, key) == ("Finding", "category") else _WORDS.get((name, key))
    if words:
        return _with_words(body, words)
    if (name, key) == ("Corridor", "from_"):
        keyed = {"type": "object", "additionalProperties": {"type": "string", "enum": list(_CORRIDOR_SOURCES)}}
        return {"anyOf": [keyed, {"type": "null"}]}
    if key.endswith("sha256") and body.get("type") == "string":
        return {**body, "pattern": _HASH}
    return body


def _categories() -> tuple[str, ...]:
    """The practice families, fixed by the vocabulary."""
    from recruitcheck.vocabulary import families

    return tuple(families())


def _with_words(body: dict[str, Any], words: tuple[str, ...]) -> dict[str, Any]:
    closed = {"type": "string", "enum": [str(word) for word in words]}
    nullable = any(choice.get("type") == "null" for choice in body.get("anyOf", ()))
    return {"anyOf": [closed, {"type": "null"}]} if nullable else closed


def _tidy(node: Any) -> Any:
    """A schema without generated titles and defaults; a union of evidence becomes a choice by ``kind``."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidied = {key: _tidy(value) for key, value in node.items() if key not in ("title", "default")}
    choices = tidied.get("anyOf")
    if isinstance(choices, list) and all("Evidence" in choice.get("$ref", "") for choice in choices):
        tidied.pop("anyOf")
        tidied["oneOf"] = choices
        tidied["required"] = ["kind"]
    if "const" in tidied and "enum" not in tidied:
        tidied["enum"] = [tidied.pop("const")]
    return tidied
