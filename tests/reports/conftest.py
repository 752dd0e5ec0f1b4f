"""Goldens: reports kept as files that a person has looked at.

`pytest tests/reports --golden` writes them anew. Look at each (`cat` shows the colours) before you commit it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that renews the goldens."""
    parser.addoption("--golden", action="store_true", help="write the golden reports anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return the check of a report against the file of that name."""
    renew = request.config.getoption("--golden", default=False)

    def check(name: str, report: str) -> None:
        file = GOLDEN / f"{name}.txt"
        if renew:
            file.write_text(report, encoding="utf-8", newline="\n")
        assert report == file.read_bytes().decode("utf-8"), f"{file} differs; see tests/reports/conftest.py"

    return check
