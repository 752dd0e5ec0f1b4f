"""Writes small vendor files and reads them as the command does, for the tests of this folder."""

import io
from collections.abc import Iterable
from pathlib import Path

from screen.model import Rejected, Subject
from screen.subjects import ReadOptions, SubjectTable, open_subjects

Result = Subject | Rejected


def open_text(tmp_path: Path, text: str | bytes, options: ReadOptions | None = None) -> SubjectTable:
    """Open a file that holds `text` (UTF-8 unless it is bytes)."""
    path = tmp_path / "vendors.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return open_subjects(path, options or ReadOptions())


def read_text(tmp_path: Path, text: str | bytes, options: ReadOptions | None = None) -> list[Result]:
    """Return all that a file with `text` holds."""
    with open_text(tmp_path, text, options) as table:
        return list(table)


def read_bytes(data: bytes, options: ReadOptions | None = None) -> list[Result]:
    """Return all that standard input with `data` holds."""
    with open_subjects(io.BytesIO(data), options or ReadOptions()) as table:
        return list(table)


def names(results: Iterable[Result]) -> list[str]:
    """Return the names of the subjects among results."""
    return [result.name for result in results if isinstance(result, Subject)]


def reasons(results: Iterable[Result]) -> list[tuple[int | None, str]]:
    """Return line and reason of what was rejected."""
    return [(result.origin.line, result.reason) for result in results if isinstance(result, Rejected)]
