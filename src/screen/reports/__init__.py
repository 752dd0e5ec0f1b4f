"""Reports: results -> terminal table, JSON lines, CSV.

Every reporter is told of the run, each result in order, and the end (`reporter.Reporter`). None of them knows
how a hit comes about, where its output goes, or whether it is a terminal: all that is given.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from screen.reports.reporter import Reporter
from screen.reports.summary import clear_wording, summary_lines

if TYPE_CHECKING:
    from screen.reports.json_lines import JsonLinesReporter
    from screen.reports.spreadsheet import CsvReporter
    from screen.reports.table import TableReporter

__all__ = ["CsvReporter", "JsonLinesReporter", "Reporter", "TableReporter", "clear_wording", "summary_lines"]

_MODULES = {"CsvReporter": "spreadsheet", "JsonLinesReporter": "json_lines", "TableReporter": "table"}


def __getattr__(name: str) -> Any:  # noqa: ANN401  (PEP 562: whatever the module exports)
    """Import a reporter on first use: each loads a library that the others do without."""
    if name in _MODULES:
        return getattr(import_module(f"screen.reports.{_MODULES[name]}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
