"""The published schemas of the catalogue's files say yes to every shipped file and no to a spoilt one."""

from __future__ import annotations

import jsonschema
import pytest

from recruitcheck.resources import load_yaml, package_data
from recruitcheck.standards.file_schema import part_schema
from recruitcheck.standards.parts import PARTS


@pytest.mark.parametrize("part", PARTS)
def test_every_shipped_file_keeps_to_its_schema(part: str) -> None:
    schema = part_schema(part)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    paths = sorted((package_data("standards") / part).glob("*.yml"))
    assert paths
    for path in paths:
        rows = load_yaml(path).data
        assert not list(validator.iter_errors(rows)), path.name
        assert isinstance(rows, list)
        assert list(validator.iter_errors([{**rows[0], "not_a_key": "x"}])), path.name


@pytest.mark.parametrize("part", PARTS)
def test_a_row_without_a_required_key_is_refused(part: str) -> None:
    schema = part_schema(part)
    required = schema["items"]["required"]
    validator = jsonschema.Draft202012Validator(schema)
    assert required
    [path, *_] = sorted((package_data("standards") / part).glob("*.yml"))
    rows = load_yaml(path).data
    assert isinstance(rows, list)
    for key in required:
        assert list(validator.iter_errors([{name: value for name, value in rows[0].items() if name != key}])), key
