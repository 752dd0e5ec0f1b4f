"""`screen list` as a user runs it."""

from pathlib import Path

from program import screen

ROOT = Path(__file__).parents[2]


def test_show_names_everybody(tmp_path: Path) -> None:
    """29 entities and the two publications they come from."""
    done = screen("list", "show", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert len([line for line in lines if not line.startswith("#")]) == 29
    assert sum("28 listed" in line for line in lines) == 1


def test_show_one_entity_with_its_sources(tmp_path: Path) -> None:
    """Every name with the fact it was read from."""
    done = screen("list", "show", "bis-2019-dahua", cwd=tmp_path)
    assert "浙江大华技术股份有限公司  [rule-84-fr-54002#" in done.stdout
    assert "84 FR 54002, effective 2019-10-09" in done.stdout


def test_show_an_entity_that_is_not_there(tmp_path: Path) -> None:
    """Exit 2, and how to find it."""
    done = screen("list", "show", "nobody", cwd=tmp_path)
    assert done.returncode == 2
    assert "list search" in done.stderr


def test_search_by_part_of_a_name(tmp_path: Path) -> None:
    """In any case and script."""
    assert "bis-2019-hikvision" in screen("list", "search", "HIKVIS", cwd=tmp_path).stdout
    assert "bis-2019-dahua" in screen("list", "search", "大华", cwd=tmp_path).stdout
    assert "bis-2019-dahua" not in screen("list", "search", "hikvision", cwd=tmp_path).stdout


def test_lint_says_every_fault(tmp_path: Path) -> None:
    """One line each with file, line and column; exit 2. A right list exits 0."""
    (tmp_path / "bad.yaml").write_text("format: 1\nlists: []\nentities:\n  - id: a\n    nams: []\n", encoding="utf-8")
    done = screen("list", "lint", "bad.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "bad.yaml:5:5: entities[1].nams: is unknown; did you mean 'names'?" in done.stdout.splitlines()
    assert screen("list", "lint", cwd=tmp_path).returncode == 0


def test_build_makes_the_embedded_list(tmp_path: Path) -> None:
    """From the sheets of this checkout, byte for byte; `--check` tells when it is out of date."""
    assert screen("list", "build", str(ROOT / "seeds"), "-o", "out.yaml", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out.yaml").read_bytes() == (ROOT / "entities.yaml").read_bytes()
    assert screen("list", "build", str(ROOT / "seeds"), "-o", "out.yaml", "--check", cwd=tmp_path).returncode == 0
    with (tmp_path / "out.yaml").open("a") as file:
        file.write("# changed by hand\n")
    done = screen("list", "build", str(ROOT / "seeds"), "-o", "out.yaml", "--check", cwd=tmp_path)
    assert done.returncode == 2
    assert "out of date" in done.stderr
