"""What every kind of file yields before its columns are known: rows of cells with where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row as text, its line in the file (1-based), and why it cannot be trusted, if so."""

    line: int
    cells: tuple[str, ...]
    damage: str = ""


class Rows(Protocol):
    """A file as rows; it can be read from the start again."""

    notes: tuple[str, ...]
    """What was assumed to read it, one plain sentence each."""
    total_bytes: int | None

    def __iter__(self) -> Iterator[Row]:
        """Yield every row from the start."""

    def bytes_read(self) -> int:
        """Return how far the file is read."""
