"""The folder of an audit: one line per subject in input order, pages, hashes; whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from recruitcheck.errors import InputError, UsageError
from recruitcheck.model import Assessment
from recruitcheck.report import AuditFrame, schema, to_json, write_audit
from recruitcheck.report.folder import batch_page
from tests.report import examples


def frame(tmp_path: Path) -> AuditFrame:
    source = tmp_path / "agencies.csv"
    source.write_text("name\nX\n", encoding="utf-8")
    return AuditFrame("Suppliers", source, {"for": "compliance"}, examples.AS_OF, examples.AS_OF, examples.TOOL)


def rendered() -> Iterator[tuple[Assessment, str]]:
    for make in examples.ALL.values():
        yield make(), batch_page(make(), "compliance")


def test_every_subject_has_its_line_and_its_page_in_input_order(tmp_path: Path) -> None:
    told: list[str] = []
    summary = write_audit(rendered(), tmp_path / "out", frame(tmp_path), each=lambda item: told.append(item.subject.id))
    lines = (tmp_path / "out" / "assessments.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [to_json(make()) for make in examples.ALL.values()]
    assert told == [make().subject.id for make in examples.ALL.values()]
    pages = sorted(path.name for path in (tmp_path / "out" / "report").iterdir())
    assert pages == ["index.html", *(f"subject-{number:06d}.html" for number in range(1, len(lines) + 1))]
    assert summary.counts.subjects == len(lines)


def test_the_summary_fits_its_schema_and_its_hashes_hold(tmp_path: Path) -> None:
    write_audit(rendered(), tmp_path / "out", frame(tmp_path))
    written = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    assert not list(Draft202012Validator(schema("audit")).iter_errors(written))
    for item in written["files"]:
        assert hashlib.sha256((tmp_path / "out" / item["name"]).read_bytes()).hexdigest() == item["sha256"]


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_audit(rendered(), tmp_path / name, frame(tmp_path))
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / n).rglob("*") if p.is_file()} for n in ("a", "b"))
    assert first == second


def test_a_run_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[Assessment, str]]:
        yield next(rendered())
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_audit(broken(), tmp_path / "out", frame(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["agencies.csv"]


def test_a_folder_with_something_in_it_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="is not empty"):
        write_audit(rendered(), tmp_path / "out", frame(tmp_path))
    assert (tmp_path / "out" / "mine.txt").read_text(encoding="utf-8") == "x"


def test_an_empty_folder_may_be_given(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert write_audit([], tmp_path / "out", frame(tmp_path)).counts.subjects == 0


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        write_audit([], tmp_path / "file" / "out", frame(tmp_path))
