"""What the user may say about a vendor file; whatever is left None is found out and noted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file of subjects. Each option overrides one finding."""

    column: str | None = None
    """Title of the name column (it also locates the header row), or its 1-based number."""
    id_column: str | None = None
    country_column: str | None = None
    encoding: str | None = None
    """A codec name that Python knows."""
    delimiter: str | None = None
    """One character, `tab`, or `none` where each line is one cell."""
    sheet: str | None = None
    """Title of the sheet of a workbook, or its 1-based number."""
