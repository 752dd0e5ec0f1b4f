"""Where settings come from, and which wins."""

from pathlib import Path

import pytest
from program import screen

from screen.cli.config import Config, load_config
from screen.errors import ConfigError


def write(path: Path, text: str) -> Path:
    """Write a file, its folder made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nothing_said(tmp_path: Path) -> None:
    """Without file and environment every setting is open."""
    write(tmp_path / ".git/HEAD", "")
    assert load_config(tmp_path, {}) == Config()


def test_the_nearest_file_wins_up_to_the_git_root(tmp_path: Path) -> None:
    """A file beyond the repository is none of its business."""
    write(tmp_path / "pyproject.toml", "[tool.screen]\nthreshold = 70\n")
    write(tmp_path / "repo/.git/HEAD", "")
    write(tmp_path / "repo/a/b/c.txt", "")
    assert load_config(tmp_path / "repo/a/b", {}).threshold is None
    write(tmp_path / "repo/pyproject.toml", "[tool.screen]\nthreshold = 85\n")
    assert load_config(tmp_path / "repo/a/b", {}).threshold == 85
    write(tmp_path / "repo/a/screen.toml", "threshold = 90\n")
    assert load_config(tmp_path / "repo/a/b", {}).threshold == 90


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    """The search goes on above it."""
    write(tmp_path / ".git/HEAD", "")
    write(tmp_path / "screen.toml", "threshold = 85\n")
    write(tmp_path / "sub/pyproject.toml", "[project]\nname = 'x'\n")
    assert load_config(tmp_path / "sub", {}).threshold == 85


def test_environment_beats_file(tmp_path: Path) -> None:
    """And leaves alone what it does not say."""
    write(tmp_path / "screen.toml", 'threshold = 85\nformat = "jsonl"\nlists = ["l/own.yaml"]\n')
    found = load_config(tmp_path, {"SCREEN_THRESHOLD": "90"})
    assert found == Config(threshold=90, format="jsonl", lists=(tmp_path / "l/own.yaml",))


def test_flags_beat_environment(tmp_path: Path) -> None:
    """The same name at three thresholds."""
    assert screen("name", "Hikvison", cwd=tmp_path, SCREEN_THRESHOLD="99").returncode == 0
    assert screen("name", "Hikvison", "--threshold", "80", cwd=tmp_path, SCREEN_THRESHOLD="99").returncode == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("treshold = 80", "'threshold'"),
        ("list = []", "'lists'"),
        ("threshold = 0", "above 0"),
        ("threshold = true", "above 0"),
        ('threshold = "80"', "above 0"),
        ('lists = "own.yaml"', "a list of paths"),
        ('format = "xml"', "table, jsonl or csv"),
        ("embedded = 1", "true or false"),
        ("threshold = ", "no valid TOML"),
    ],
)
def test_wrong_settings_are_named(tmp_path: Path, text: str, said: str) -> None:
    """File, key and what to give instead."""
    write(tmp_path / "screen.toml", text)
    with pytest.raises(ConfigError, match=r"screen\.toml") as error:
        load_config(tmp_path, {})
    assert said in str(error.value)


def test_an_unknown_variable_names_the_nearest(tmp_path: Path) -> None:
    """A misspelt variable would otherwise do nothing, silently."""
    with pytest.raises(ConfigError, match="SCREEN_THRESHOLD"):
        load_config(tmp_path, {"SCREEN_TRESHOLD": "80"})


def test_config_option_names_the_file(tmp_path: Path) -> None:
    """It is read instead of the one found; a missing one is an error."""
    write(tmp_path / "screen.toml", "threshold = 80\n")
    write(tmp_path / "other.toml", "threshold = 99.5\n")
    assert screen("name", "Hikvison", "--config", "other.toml", cwd=tmp_path).returncode == 0
    assert screen("name", "Hikvison", "--config", "none.toml", cwd=tmp_path).returncode == 2
