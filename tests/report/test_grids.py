"""The grids of a report: by element, by dimension with grades counted, and never a result of the operational grid."""

from __future__ import annotations

from dataclasses import replace

from recruitcheck.model import Indicator
from recruitcheck.report import grids, render_assessment

from .examples import flagged_offer


def test_lines_are_arranged_by_grid_element_and_dimension() -> None:
    found = grids.of(flagged_offer())
    assert len(found.eleven) == 11
    assert [(group.title.partition(":")[0], len(group.lines)) for group in found.palermo] == [("Act", 1), ("Means", 1)]
    [group] = found.operational
    assert (group.title, group.tally) == ("Coercion", "1 strong, 1 medium")


def test_the_page_lists_the_signs_and_withholds_the_result() -> None:
    page = render_assessment(flagged_offer(), audience="inspector")
    assert "Coercion: 1 strong, 1 medium" in page
    assert "The result of the operational grid is withheld" in page


def test_an_assessment_of_an_agency_has_no_grid() -> None:
    bare = replace(flagged_offer(), indicators=())
    assert grids.of(bare) == grids.Grids((), (), (), False)
    assert "operational grid" not in render_assessment(bare, audience="inspector")


def test_hostile_words_of_a_line_stay_words() -> None:
    nasty = Indicator("x", "<script>alert(1)</script>", "sign", ("nosuch",), "operational", "<b>", "weak")
    page = render_assessment(replace(flagged_offer(), indicators=(nasty,)), audience="inspector")
    assert "<script>alert" not in page
    assert "&lt;b&gt;" in page
