"""The package as users get it: built, installed, run from another folder, the source nowhere on the path."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the built wheel installed in it, without its dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheel = [*pip, "wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", str(folder), str(ROOT)]
    subprocess.run(wheel, check=True, capture_output=True)
    (built,) = folder.glob("screen-*.whl")
    target = folder / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--no-index", "--target", str(target), str(built)], check=True)
    return target


def run(installed: Path, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run Python with the installed wheel before anything else."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_the_wheel_screens_a_name(installed: Path, tmp_path: Path) -> None:
    """The embedded list came along, and the program is the wheel's."""
    where = run(installed, "-c", "import screen; print(screen.__file__)", cwd=tmp_path)
    assert where.stdout.startswith(str(installed))
    done = run(installed, "-m", "screen", "name", "Zhejiang Dahua", cwd=tmp_path)
    assert done.returncode == 1
    assert "Dahua Technology" in done.stdout


def test_the_wheel_holds_all_it_needs_and_no_tests(installed: Path) -> None:
    """Tables, titles, types marker, the console script; nothing of the tests or benches."""
    for needed in ("entities.yaml", "py.typed", "names/tables/places.tsv", "subjects/column_titles.tsv"):
        assert (installed / "screen" / needed).is_file(), needed
    assert (installed / "bin" / "screen").is_file()
    assert sorted(path.name for path in installed.iterdir() if path.is_dir() and "dist-info" not in path.name) == [
        "bin",
        "screen",
    ]
