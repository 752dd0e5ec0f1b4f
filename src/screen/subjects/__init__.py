"""Subjects: vendor files -> the parties to screen, and the rows that cannot be screened.

`open_subjects` chooses by content: `delimited` for CSV and its kin (by `encoding`), `workbook` for XLSX, XLS and
ODS; `columns` finds the header and the name column by the titles of `column_titles.tsv`; `table` makes subjects.
"""

from screen.subjects.read_options import ReadOptions
from screen.subjects.table import SubjectTable, open_subjects

__all__ = ["ReadOptions", "SubjectTable", "open_subjects"]
