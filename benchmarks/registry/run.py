"""The figures of an import: every step beside its floor, in one run, in processes of their own; medians of rounds.

usage: python -m benchmarks.registry.run [--rows 50000] [--rounds 1] [--sheet-rows N] [--pages 120] [-o FILE.json]

The figures that the project promises are those of ``--rows 1000000``. Ratios are of CPU seconds of all processes,
because a measurement must hold on a machine that does other things too. A long list is read by a second process: what
its user waits for is the ratio by the clock, told beside it, and on an idle machine of two cores near that of the
busier process (``own``: the one that writes).
"""

from __future__ import annotations

import argparse
import compileall
import json
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import recruitcheck
from benchmarks.registry.made_up import write_csv, write_pdf, write_workbook

CHANGED = 0.01


@dataclass
class Figures:
    """What was measured, by step; ``ratios`` by name, with the promise and whether it holds."""

    steps: dict[str, list[dict[str, float]]] = field(default_factory=dict)
    growth: list[float] = field(default_factory=list)

    def step(self, name: str, *arguments: Path) -> dict[str, float]:
        """Run one step and keep what it says."""
        command = [sys.executable, "-m", "benchmarks.registry.step", name, *map(str, arguments)]
        root = Path(__file__).resolve().parents[2]
        ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
        found: dict[str, float] = json.loads(ran.stdout)
        self.steps.setdefault(name, []).append(found)
        return found

    def median(self, name: str, value: str = "cpu") -> float:
        """The median of a step's rounds."""
        return statistics.median(each[value] for each in self.steps[name])

    def ratio(self, name: str, floor: str, value: str = "cpu") -> float:
        """The median of the rounds' ratios."""
        pairs = zip(self.steps[name], self.steps[floor], strict=True)
        return statistics.median(one[value] / max(other[value], 1e-9) for one, other in pairs)

    def promises(self) -> list[tuple[str, float, float, str]]:
        """(what, measured, at most, unit)."""
        peak = max(each["peak_mb"] for name in ("import", "import_again") for each in self.steps[name])
        return [
            ("import to searchable / floor", self.ratio("import", "floor"), 4, "x"),
            ("import without search / floor", self.ratio("import_without_search", "floor"), 3, "x"),
            ("peak memory of an import", peak, 400, "MB"),
            ("import again, 1 % changed / first", self.ratio("import_again", "import"), 0.7, "x"),
            ("growth of the database by it", statistics.median(self.growth), 3, "%"),
            ("search as of the day before / now", self.ratio("search_as_of", "search"), 1.5, "x"),
            ("diff of the two copies", self.median("diff", "seconds"), 5, "s"),
            ("XLSX / calamine alone", self.ratio("xlsx", "xlsx_floor"), 1.6, "x"),
            ("PDF / pypdfium2 text alone", self.ratio("pdf", "pdf_floor"), 2, "x"),
        ]


def measure(rows: int, rounds: int, sheet_rows: int, pages: int) -> Figures:
    """All steps, interleaved."""
    figures = Figures()
    # As an installed program is: where no compiled files may be written, each process would compile what was changed.
    compileall.compile_dir(Path(recruitcheck.__file__).parent, quiet=2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source, changed, sheet, printed = (folder / each for each in ("1.csv", "2.csv", "list.xlsx", "list.pdf"))
        write_csv(source, rows)
        write_csv(changed, rows, CHANGED)
        write_workbook(sheet, sheet_rows)
        write_pdf(printed, pages)
        for number in range(rounds):
            _round(figures, folder / str(number), source, changed)
            figures.step("xlsx_floor", sheet)
            figures.step("xlsx", sheet)
            figures.step("pdf_floor", printed)
            figures.step("pdf", printed)
    return figures


def _round(figures: Figures, folder: Path, source: Path, changed: Path) -> None:
    folder.mkdir()
    database = folder / "list.db"
    figures.step("floor", source, folder / "floor.db")
    figures.step("import", source, database)
    before = database.stat().st_size
    figures.step("import_again", changed, database)
    figures.growth.append(100 * (database.stat().st_size / before - 1))
    for step in ("search", "search_as_of", "diff"):
        figures.step(step, database)
    figures.step("import_without_search", source, folder / "unsearched.db")
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()


def show(figures: Figures, rows: int, rounds: int) -> None:
    """The table."""
    print(f"{rows:,} rows of 12 columns, {rounds} round(s), medians\n")
    print(f"  {'step':24}{'CPU s':>9}{'own CPU s':>10}{'clock s':>9}{'peak MB':>9}")
    for name in figures.steps:
        cpu, own, clock, peak = (figures.median(name, value) for value in ("cpu", "own", "seconds", "peak_mb"))
        print(f"  {name:24}{cpu:9.2f}{own:10.2f}{clock:9.2f}{peak:9.1f}")
    print()
    for what, found, most, unit in figures.promises():
        print(f"  {what:36}{found:9.2f} {unit:3} at most {most:g}  {'' if found <= most else 'NOT REACHED'}")
    print("\n  by the CPU of the process that writes, and by the clock (idle machines only):")
    for name, floor in (("import", "floor"), ("import_without_search", "floor"), ("import_again", "import")):
        own, clock = (figures.ratio(name, floor, value) for value in ("own", "seconds"))
        print(f"  {f'{name} / {floor}':36}{own:9.2f} x  {clock:9.2f} x")


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--sheet-rows", type=int)
    parser.add_argument("--pages", type=int, default=120)
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    figures = measure(options.rows, options.rounds, options.sheet_rows or min(options.rows, 100_000), options.pages)
    show(figures, options.rows, options.rounds)
    if options.output:
        promises = [
            {"what": what, "measured": round(found, 3), "at_most": most, "unit": unit}
            for what, found, most, unit in figures.promises()
        ]
        options.output.parent.mkdir(parents=True, exist_ok=True)
        told = {"rows": options.rows, "rounds": options.rounds, "figures": promises, "steps": figures.steps}
        options.output.write_text(json.dumps(told, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
