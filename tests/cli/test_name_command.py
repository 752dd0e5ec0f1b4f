"""`screen name` as a user runs it."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from program import environment, screen

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "results.schema.json").read_text(encoding="utf-8"))


def test_a_listed_name_exits_with_1_and_says_why(tmp_path: Path) -> None:
    """Entity, programme, citation, date, licence and reason stand in the report."""
    done = screen("name", "Zhejiang Dahua", cwd=tmp_path)
    assert done.returncode == 1
    for said in ("STRONG", "Dahua Technology", "84 FR 54002", "effective 2019-10-09", "would not alert without"):
        assert said in done.stdout
    assert done.stderr == ""


def test_a_clear_name_exits_with_0_and_promises_nothing(tmp_path: Path) -> None:
    """It names threshold, lists and dates, and never says safe."""
    done = screen("name", "Acme Widgets", cwd=tmp_path)
    assert done.returncode == 0
    assert "no candidate at or over 80 in bis-2019 (28 entities) as of 2019-10-09" in done.stdout
    assert "safe" not in done.stdout.lower()


@pytest.mark.parametrize("name", ["", "   ", "***", "\u200b"])
def test_a_name_that_leaves_nothing_is_rejected(tmp_path: Path, name: str) -> None:
    """It is not clear: exit 2."""
    done = screen("name", name, cwd=tmp_path)
    assert done.returncode == 2
    assert "rejected" in done.stdout


def test_2_beats_1_and_hits_are_printed_all_the_same(tmp_path: Path) -> None:
    """A hit beside a rejected name."""
    done = screen("name", "Hikvision", "***", cwd=tmp_path)
    assert done.returncode == 2
    assert "STRONG" in done.stdout


def test_names_from_standard_input(tmp_path: Path) -> None:
    """One a line; blank lines are skipped, a byte that is not UTF-8 rejects its line only."""
    done = screen("name", "-", "--format", "jsonl", cwd=tmp_path, stdin="科大讯飞\n\nAcme\r\n".encode() + b"Caf\xe9\n")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [r["record"] for r in records] == ["run", "screening", "screening", "rejected", "summary"]
    assert [r["status"] for r in records[1:3]] == ["hit", "clear"]
    assert records[1]["subject"]["origin"] == {"file": "-", "line": 1}
    assert records[3]["origin"]["line"] == 4
    assert done.returncode == 2


def test_json_lines_keep_the_contract(tmp_path: Path) -> None:
    """Every record of real output fits the schema."""
    done = screen(
        "name", "Dahua", "H\u0456kvision", "Acme", "***", "--country", "CN", "--format", "jsonl", cwd=tmp_path
    )
    validator = jsonschema.Draft202012Validator(SCHEMA)
    for line in done.stdout.splitlines():
        validator.validate(json.loads(line))
    run = json.loads(done.stdout.splitlines()[0])
    assert run["tool"].startswith("screen ")
    assert [one["entities"] for one in run["lists"]] == [28, 1]


def test_threshold_decides(tmp_path: Path) -> None:
    """The same name hits at 80 and is clear at 99.9."""
    assert screen("name", "Hikvison", cwd=tmp_path).returncode == 1
    assert screen("name", "Hikvison", "--threshold", "99.9", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--threshold", "0"], "above 0"),
        (["--threshold", "101"], "at most 100"),
        (["--threshold", "x"], "threshold"),
        (["--id", "lei"], "kind:value"),
        (["--id", "lei:5493001KJTIIGC8Y1R13"], "LEI"),
        (["--type", "starship"], "starship"),
        (["--list", "missing.yaml"], "missing.yaml"),
        (["--no-embedded"], "no list"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_bad_usage_is_one_line_and_2(tmp_path: Path, args: list[str], said: str) -> None:
    """What is wrong is said in one line on standard error; there is no report."""
    done = screen("name", "Hikvision", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_list_of_ones_own_comes_in_beside_the_embedded_one(tmp_path: Path) -> None:
    """Both are screened, and both are named in the report; `--no-embedded` leaves one out."""
    own = (
        "format: 1\nlists: [{id: own, title: Own, source: us}]\nentities:\n  - id: own-1\n"
        "    names: [{text: Zebulon}]\n"
        "    listings: [{list: own, program: internal, citation: memo 1}]\n"
    )
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    both = screen("name", "Zebulon", "Hikvision", "--list", "own.yaml", cwd=tmp_path)
    assert both.stdout.count("STRONG") == 2
    alone = screen("name", "Zebulon", "Hikvision", "--list", "own.yaml", "--no-embedded", cwd=tmp_path)
    assert alone.stdout.count("STRONG") == 1
    assert "bis-2019" not in alone.stdout


def test_one_id_in_two_lists_is_refused(tmp_path: Path) -> None:
    """Two different entities under one id could hide each other."""
    own = (
        "format: 1\nlists: [{id: own, title: Own, source: us}]\nentities:\n  - id: bis-2019-dahua\n"
        "    names: [{text: Zebulon}]\n    listings: [{list: own, program: internal, citation: memo 1}]\n"
    )
    (tmp_path / "own.yaml").write_text(own, encoding="utf-8")
    done = screen("name", "Zebulon", "--list", "own.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "bis-2019-dahua" in done.stderr


@pytest.mark.parametrize("name", ["[b]Hikvision[/b]", "Hikvision\x1b[2J", "\u202eHikvision", "Hikvision\x00"])
def test_hostile_names_are_data(tmp_path: Path, name: str) -> None:
    """Markup, escapes and overrides are shown, never obeyed, and hide no hit."""
    done = screen("name", "-", cwd=tmp_path, stdin=name.encode())
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
    assert "\x00" not in done.stdout


def test_version_and_module(tmp_path: Path) -> None:
    """`python -m screen --version` says which program this is."""
    assert screen("--version", cwd=tmp_path).stdout.startswith("screen 0.")


def test_explain_shows_every_comparison(tmp_path: Path) -> None:
    """Points and words that the short report leaves out."""
    short = screen("name", "Dahua", "--country", "France", cwd=tmp_path).stdout
    full = screen("name", "Dahua", "--country", "France", "--explain", cwd=tmp_path).stdout
    assert "country" in full
    assert len(full.splitlines()) > len(short.splitlines())


def test_a_name_that_is_no_utf8_is_rejected(tmp_path: Path) -> None:
    """On the command line too: exit 2, not an all-clear for what is left of it."""
    command = [sys.executable.encode(), b"-m", b"screen", b"name", b"Caf\xe9 Widgets"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment(), check=False)
    assert done.returncode == 2
    assert b"rejected" in done.stdout
