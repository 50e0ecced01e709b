"""Who may import whom: the table of docs/architecture.md, read from the imports themselves."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "recruitcheck"

EVERYWHERE = {"model", "errors", "vocabulary", "lazy"}
ROOMS: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "lazy": set(),
    "resources": set(),
    "vocabulary": {"resources"},
    "names": set(),
    "net": set(),
    "registry": {"resources", "names"},
    "store": {"names"},
    "matching": {"names"},
    "intake": {"registry", "store", "matching", "net"},
    "documents": set(),
    "particulars": {"resources", "names"},
    "standards": {"resources"},
    "redflags": {"particulars", "resources", "names"},
    "checks": {"matching", "redflags", "particulars", "standards", "names"},
    "audit": {"checks", "store", "matching", "documents", "registry", "standards", "evidence", "net", "names"}
    | {"particulars", "redflags"},
    "evidence": {"store", "documents", "particulars", "net"},
    "report": {"resources", "standards"},
    "cli": {"*"},
}
ONLY_USER = {
    "httpx": "net",
    "httpcore": "net",
    "rapidfuzz": "matching",
    "sqlite_utils": "store",
    "jinja2": "report",
    "typer": "cli",
    "rich": "cli",
}
FORBIDDEN = {"click": "Typer ships its own copy, so click's exceptions become tracebacks", "pickle": "never pickle"}


def _modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            found.add(node.module or "")
            if node.module == "recruitcheck":
                found.update(f"recruitcheck.{alias.name}" for alias in node.names)
    return found


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_room_imports_only_what_its_row_names(path: Path) -> None:
    room = _room(path)
    if room in ("__init__", "__main__"):
        return
    assert room in ROOMS, f"{room}: a room without a row in docs/architecture.md"
    allowed = ROOMS[room] | (
        EVERYWHERE if room not in ("model", "errors", "lazy") else {"model", "lazy"} if room == "model" else set()
    )
    for name in _imports(path):
        if not name.startswith("recruitcheck.") or name == "recruitcheck.__version__":
            continue
        target = name.split(".")[1]
        assert target == room or "*" in allowed or target in allowed, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_package_has_one_room_that_uses_it(path: Path) -> None:
    room = _room(path)
    for name in _imports(path):
        package = name.split(".")[0]
        assert package not in FORBIDDEN, f"{path.name} imports {package}: {FORBIDDEN.get(package)}"
        assert ONLY_USER.get(package, room) == room, (
            f"{path.name} imports {package}, which belongs to {ONLY_USER[package]}"
        )


def test_the_table_of_the_document_is_the_table_of_the_test() -> None:
    document = (PACKAGE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    for room in ROOMS:
        if room != "net":
            assert f"`{room}`" in document, f"docs/architecture.md has no row for {room}"


def _is_re_export(node: ast.stmt) -> bool:
    """A re-export, or what makes one load on first use: TYPE_CHECKING imports, a table of homes, ``__getattr__``."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) == "TYPE_CHECKING" and all(isinstance(one, ast.ImportFrom) for one in node.body)
    if isinstance(node, ast.Assign):
        return all(
            isinstance(target, ast.Name) and target.id in ("__all__", "__version__", "_HOMES", "__getattr__")
            for target in node.targets
        )
    return isinstance(node, ast.ImportFrom)


def test_init_files_hold_a_docstring_and_re_exports_only() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            assert is_docstring or _is_re_export(node), f"{path}: line {node.lineno}"
