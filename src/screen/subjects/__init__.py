"""Vendor files -> the parties to screen, and the rows that could not be read.

Reach for `open_subjects`. The way of a file: `sources` opens it and tells its kind; text goes through
`encoding`, `delimiters`, `delimited` and `quoting`, a workbook through `archive` or `ole`, and `workbook`;
`header`, `titles` and `columns` find the name column; `table` makes subjects of the rows.
"""

from screen.subjects.read_options import ReadOptions
from screen.subjects.table import SubjectTable, open_subjects

__all__ = ["ReadOptions", "SubjectTable", "open_subjects"]
