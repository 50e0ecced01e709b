"""Shipped data and files from outside: where they lie, strict YAML, validation, settings.

The YAML reader and pydantic load on first use: most commands need only a path or the settings.
"""

from typing import TYPE_CHECKING

from recruitcheck.lazy import lazy_exports

if TYPE_CHECKING:
    from recruitcheck.resources.data_file import YamlDocument, load_yaml
    from recruitcheck.resources.paths import package_data, shipped, tree_sha256
    from recruitcheck.resources.settings import Settings, load_settings
    from recruitcheck.resources.strict_yaml import parse_yaml
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

_HOMES = {
    "package_data": "paths",
    "shipped": "paths",
    "tree_sha256": "paths",
    "Settings": "settings",
    "load_settings": "settings",
    "YamlDocument": "data_file",
    "load_yaml": "data_file",
    "parse_yaml": "strict_yaml",
    "StrictModel": "validation",
    "load_models": "validation",
    "validate": "validation",
}

__getattr__ = lazy_exports(__name__, _HOMES)
