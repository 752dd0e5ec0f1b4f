"""The documents cannot rot: what the program offers stands in them, what they show came out of it."""

import json
import re
from pathlib import Path

import pytest
import typer.main

from screen.cli.app import app
from screen.cli.config import KEYS
from screen.cli.exit_code import ExitCode

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = README + "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))


def commands(group: object, path: str = "screen") -> list[tuple[str, object]]:
    """Return every command with the words that call it."""
    found = []
    for name, command in getattr(group, "commands", {}).items():
        words = f"{path} {name}"
        found += commands(command, words) if hasattr(command, "commands") else [(words, command)]
    return found


COMMANDS = commands(typer.main.get_command(app))


@pytest.mark.parametrize("words", [words for words, _ in COMMANDS])
def test_every_command_is_documented(words: str) -> None:
    """The words that call it stand in the README or the documents."""
    assert words in DOCS


@pytest.mark.parametrize(
    "option", sorted({opt for _, c in COMMANDS for p in c.params for opt in p.opts if opt.startswith("--")})
)
def test_every_option_is_documented(option: str) -> None:
    """It stands in code type in the README or the documents."""
    assert f"`{option}`" in DOCS or f"`{option}," in DOCS or re.search(rf"[` ]{option}\b", DOCS)


@pytest.mark.parametrize("key", KEYS)
def test_every_configuration_key_is_documented(key: str) -> None:
    """The README has a row for it."""
    assert f"| `{key}` |" in README


@pytest.mark.parametrize("code", list(ExitCode))
def test_every_exit_code_is_documented(code: ExitCode) -> None:
    """The README has a row for it."""
    assert f"| {int(code)} |" in README


def test_the_readme_tells_no_option_that_is_not_there() -> None:
    """Every option named in the README's tables belongs to some command."""
    offered = {opt for _, c in COMMANDS for p in c.params for opt in (*p.opts, *p.secondary_opts)}
    offered |= {"--debug", "--version", "--help", "--config"}
    assert set(re.findall(r"^\| `(--[a-z-]+)`", README, re.MULTILINE)) <= offered


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The README's lines screen a name."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(code, {})
    assert "Dahua" in capsys.readouterr().out


def test_links_lead_somewhere() -> None:
    """Every relative link of the README and the documents is a file."""
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))):
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_schema_is_valid_json() -> None:
    """The contract of the JSON lines can be loaded."""
    assert json.loads((ROOT / "docs" / "results.schema.json").read_text(encoding="utf-8"))["$schema"]
