"""A report loads what it needs and no more."""

import subprocess
import sys

import pytest

import screen.reports


@pytest.mark.parametrize(("reporter", "loads"), [("JsonLinesReporter", "False"), ("TableReporter", "True")])
def test_only_the_table_loads_rich(reporter: str, loads: str) -> None:
    """Rich costs start-up time; JSON lines and CSV do without it."""
    code = f"import sys; from screen.reports import {reporter}; print('rich' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loads


def test_an_unknown_name_is_an_attribute_error() -> None:
    """Lazy loading does not hide a misspelt name."""
    with pytest.raises(AttributeError, match="HtmlReporter"):
        _ = screen.reports.HtmlReporter
