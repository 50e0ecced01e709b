"""A registry's value as JSON and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from recruitcheck.model.registry import AbsenceMeans, Coverage, Registry, RegistryKind, Scope


def registry_to_json(registry: Registry) -> dict[str, Any]:
    """Plain values; enumerations stand as their words."""
    return dataclasses.asdict(registry)


def registry_of_json(value: Mapping[str, Any]) -> Registry:
    """The registry that ``registry_to_json`` was given. KeyError, TypeError or ValueError where it is none."""
    scope = value["scope"]
    sectors, origins, destinations = (tuple(scope[field]) for field in ("sectors", "origins", "destinations"))
    return Registry(
        **{
            **value,
            "kind": RegistryKind(value["kind"]),
            "coverage": Coverage(value["coverage"]),
            "absence_means": AbsenceMeans(value["absence_means"]),
            "scope": Scope(sectors, origins, destinations, scope["note"]),
            "verified": tuple((what, on) for what, on in value["verified"]),
        }
    )
