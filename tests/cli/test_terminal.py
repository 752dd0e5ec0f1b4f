"""What a person sees: a real terminal, and the README's pictures of it."""

import re
from pathlib import Path

import pytest
from program import on_terminal, screen

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"<!-- output: screen (.+?) -->\n```\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_the_readme_shows_what_comes_out(command: str, shown: str, tmp_path: Path) -> None:
    """On a terminal of 80 columns, to the letter."""
    args = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)]
    assert on_terminal(*args, cwd=tmp_path) == shown


@pytest.mark.parametrize("columns", [80, 160])
def test_no_line_is_wider_than_the_terminal(columns: int, tmp_path: Path) -> None:
    """Chinese takes two columns a character, and is counted so."""
    from rich.cells import cell_len

    names = ("浙江大华技术股份有限公司", "Zhejiang Dahua", "Acme", "***")
    shown = on_terminal("name", *names, "--explain", cwd=tmp_path, columns=columns)
    assert max(cell_len(line) for line in shown.splitlines()) <= columns
    assert "STRONG" in shown


def test_a_pipe_gets_no_colour_and_whole_lines(tmp_path: Path) -> None:
    """Each fact is one line, for grep."""
    piped = screen("name", "Zhejiang Dahua", cwd=tmp_path).stdout
    assert "\x1b" not in piped
    assert re.search(r"^ +why  .*would not alert without “Dahua”$", piped, re.MULTILINE)


def test_progress_is_for_terminals_only(tmp_path: Path) -> None:
    """A bar on standard error when someone looks, none in a log."""
    (tmp_path / "v.csv").write_text("Supplier\n" + "Acme\n" * 5000, encoding="utf-8")
    assert "rows," not in screen("batch", "v.csv", cwd=tmp_path).stderr
    assert "rows," in on_terminal("batch", "v.csv", cwd=tmp_path)
