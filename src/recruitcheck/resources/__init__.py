"""Shipped data and files from outside: where they lie, strict YAML, validation, settings."""

from recruitcheck.resources.paths import package_data, shipped, tree_sha256
from recruitcheck.resources.settings import Settings, load_settings
from recruitcheck.resources.strict_yaml import YamlDocument, load_yaml, parse_yaml
from recruitcheck.resources.validation import StrictModel, load_models, validate

__all__ = [
    "Settings",
    "StrictModel",
    "YamlDocument",
    "load_models",
    "load_settings",
    "load_yaml",
    "package_data",
    "parse_yaml",
    "shipped",
    "tree_sha256",
    "validate",
]
