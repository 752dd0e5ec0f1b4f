"""Which part of the house may know which other: held over the imports of every module."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "screen"
MODULES = sorted(SOURCE.rglob("*.py"))

VALUES = {"model", "errors"}
MAY_IMPORT = {
    "model": set(),
    "errors": set(),
    "names": VALUES,
    "match": VALUES | {"names"},
    "lists": VALUES | {"names"},
    "subjects": VALUES | {"names"},
    "reports": VALUES | {"names"},
    "cli": VALUES | {"names", "match", "lists", "subjects", "reports", "__version__"},
    "__init__": {"match", "lists"},
    "__main__": {"cli"},
}
"""Part -> the parts it may import beside itself."""
HEAVY = {"rich", "yaml", "pypinyin", "opencc", "python_calamine", "charset_normalizer", "jinja2", "stdnum"}
"""Libraries that only the modules that need them may load, none on the way to `screen --version`."""


def part_of(module: Path) -> str:
    """Return the part of the house a module belongs to."""
    return module.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """Yield the dotted name of all that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(origin), names=names, level=0):
                yield from (f"{origin}.{alias.name}" for alias in names)
            case ast.ImportFrom(level=level) if level:
                yield "relative import"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_part_knows_only_what_it_may(module: Path) -> None:
    """Dependencies run one way; relative imports, which would hide them, are not used."""
    part = part_of(module)
    ours = {name.split(".")[1] for name in imported(module) if name.startswith("screen.")}
    assert "relative import" not in imported(module)
    assert ours - {part} <= MAY_IMPORT[part]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_core_knows_no_clock_no_environment_no_terminal(module: Path) -> None:
    """Below the command line nothing reads the environment, the time or the terminal, or prints."""
    if part_of(module) in {"cli", "__main__"}:
        return
    tree = ast.parse(module.read_text(encoding="utf-8"))
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not called & {"print", "input", "datetime.now", "date.today", "time.time", "os.getenv", "sys.exit"}
    assert "sys.stdout" not in ast.unparse(tree)


def test_modules_are_short() -> None:
    """No module has outgrown what can be read at one sitting."""
    assert [m.name for m in MODULES if len(m.read_text(encoding="utf-8").splitlines()) > 250] == []
