"""The JSON contract ``recruitcheck/assessment/1``: data classes to plain values and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from recruitcheck.errors import InputError
from recruitcheck.model import PartialDate

if TYPE_CHECKING:
    from recruitcheck.model import Assessment

SCHEMA_ID = "recruitcheck/assessment/1"

# Keys that the published contract puts first; the rest follow in the order of the data class.
_FIRST: Mapping[str, tuple[str, ...]] = {
    "Assessment": ("schema", "subject", "as_of", "known_on", "dates"),
    "AuditSummary": ("schema",),
    "Finding": ("id", "rule", "category", "practice", "outcome", "severity", "confidence", "stance"),
    "Citation": ("instrument", "title", "provision", "binding", "why", "url", "verification", "verified_on"),
    "DocumentRef": ("id", "path", "sha256", "text_sha256", "media_type", "kind", "kind_from"),
    "RegistryUse": ("registry", "title", "authority", "jurisdiction", "kind"),
}


def json_key(name: str) -> str:
    """The key of a field: a trailing underscore only dodges a Python keyword, so it is dropped."""
    return name[:-1] if name.endswith("_") else name


def key_order(class_name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Field names of one class in the order in which they are written; evidence leads with ``kind``."""
    first = _FIRST.get(class_name, ("kind",) if class_name.endswith("Evidence") else ())
    return tuple(name for name in first if name in names) + tuple(name for name in names if name not in first)


def plain(value: object) -> Any:
    """Any value of the model as JSON values: dates ISO, enums their word, Decimal its digits as text.

    Raises TypeError for a type that the contract does not know, so that nothing is stringified by accident.
    """
    if isinstance(value, Enum | PartialDate):
        return value.value if isinstance(value, Enum) else value.text
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        names = tuple(item.name for item in fields(value))
        return {json_key(name): plain(getattr(value, name)) for name in key_order(type(value).__name__, names)}
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    raise TypeError(f"no JSON form for {type(value).__name__}")


def to_json(assessment: Assessment) -> dict[str, Any]:
    """The assessment as the published contract: plain values, every key present, fixed order."""
    written = plain(assessment)
    assert isinstance(written, dict)
    return written


def dumps(value: object) -> str:
    """One line of JSON in the order given, in real letters; a lone surrogate is written as its \\u escape."""
    text = json.dumps(plain(value), ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    if not any("\ud800" <= letter <= "\udfff" for letter in text):
        return text
    return "".join(f"\\u{ord(letter):04x}" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


def from_json(written: Mapping[str, Any]) -> Assessment:
    """A stored assessment; unknown keys are ignored, so that a later ``/1`` can be read.

    Raises InputError, with the place of the first fault, where the object is not of this contract.
    """
    import pydantic

    from recruitcheck.model import Assessment

    if written.get("schema") != SCHEMA_ID:
        raise InputError(f"schema is {written.get('schema')!r}, not {SCHEMA_ID!r}.", todo="Give a stored assessment.")
    try:
        return pydantic.TypeAdapter(Assessment).validate_python(_python_keys(written))
    except pydantic.ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{place}: {first['msg']}.", where="assessment", todo="Give a stored assessment.") from error


def _python_keys(written: Mapping[str, Any]) -> dict[str, Any]:
    """The two places where the contract says ``from`` and the model ``from_``."""
    renamed = dict(written)
    corridor, documents = renamed.get("corridor"), renamed.get("documents")
    if isinstance(corridor, Mapping):
        renamed["corridor"] = _from_underscored(corridor)
    if isinstance(documents, list | tuple):
        renamed["documents"] = [_from_underscored(item) if isinstance(item, Mapping) else item for item in documents]
    return renamed


def _from_underscored(item: Mapping[str, Any]) -> dict[str, Any]:
    return {("from_" if key == "from" else key): value for key, value in item.items()}
