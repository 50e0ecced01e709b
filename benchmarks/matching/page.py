"""The scorecard as one HTML page: tables, and the calibration curve as a picture with the same numbers in a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

WIDTH, HEIGHT, EDGE = 520, 300, 40
_PAGE = Path(__file__).with_name("scorecard.template.html")


def write_page(results: dict[str, Any], path: Path) -> None:
    """Write the page; the same results give the same bytes."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    environment.filters["share"] = lambda value: "–" if value is None else f"{value:.3f}"
    environment.filters["thousands"] = lambda value: f"{int(value):,}"
    fine = [name for name, told in results["accuracy"].items() if "failed" not in told]
    own = results["accuracy"][fine[0]]["accuracy"]
    plain = {name: {"failed": None, "index_mb": None} | told for name, told in results["accuracy"].items()}
    sizes = {
        size: {name: {"failed": None, "index_mb": None} | told for name, told in contenders.items()}
        for size, contenders in results["sizes"].items()
    }
    html = environment.from_string(_PAGE.read_text(encoding="utf-8")).render(
        r=results | {"accuracy": plain, "sizes": sizes},
        own=own,
        fine=fine,
        keys=("recall@1", "recall@10", "surface@1", "best_f1", "auc"),
        strangers=sorted({kind for name in fine for kind in results["accuracy"][name]["accuracy"]["false@90"] or {}}),
        dots=_dots(own["calibration"]),
        width=WIDTH,
        height=HEIGHT,
        edge=EDGE,
    )
    path.write_text(html, encoding="utf-8")


def _dots(steps: list[dict[str, float]]) -> list[tuple[float, float, float]]:
    """(x, y, radius) of each step: score to the right, share upwards, more answers a larger dot."""
    most = max((step["answers"] for step in steps), default=1)
    across, up = WIDTH - 2 * EDGE, HEIGHT - 2 * EDGE
    return [
        (
            round(EDGE + across * (step["from"] + step["to"]) / 200, 1),
            round(HEIGHT - EDGE - up * step["right"], 1),
            round(2 + 4 * (step["answers"] / most) ** 0.5, 1),
        )
        for step in steps
    ]
