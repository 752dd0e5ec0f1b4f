"""How far a batch is, on standard error, for a person who waits at a terminal."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from screen.model import Rejected, Subject

if TYPE_CHECKING:
    from screen.subjects import SubjectTable

_EVERY = 200
"""Rows between two looks at how far the file is read."""


@contextmanager
def progress(rows: Iterable[Subject | Rejected], table: "SubjectTable") -> Iterator[Iterable[Subject | Rejected]]:
    """Give the rows back watched by a bar with rate and time left, or as they are when nobody looks."""
    if not sys.stderr.isatty():
        yield rows
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.fields[rows]:,} rows, {task.fields[rate]:,.0f}/s"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=table.total_bytes, rows=0, rate=0.0)

        def watched() -> Iterator[Subject | Rejected]:
            for number, row in enumerate(rows, 1):
                yield row
                if number % _EVERY == 0:
                    elapsed = bar.tasks[task].elapsed or 1.0
                    bar.update(task, completed=table.bytes_read, rows=number, rate=number / elapsed)

        yield watched()
