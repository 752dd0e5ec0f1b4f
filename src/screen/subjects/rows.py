"""What every kind of file is before its columns are known: rows of cells, and where they stand."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """The cells of one row as text, where it starts, and why it cannot be trusted ("" when it can)."""

    line: int
    """1-based: the first physical line of the row, or the row number of a sheet."""
    cells: Sequence[str]
    fault: str = ""


def filled(cells: Sequence[str]) -> int:
    """Return how many cells are not blank."""
    return sum(1 for cell in cells if cell.strip())
