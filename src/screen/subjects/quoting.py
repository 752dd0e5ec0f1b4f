"""Lines of delimited text -> rows, and no row swallowed by a quote that somebody forgot to close.

The csv module reads on to the next quote, however far: one stray quote can turn a thousand vendors into one
cell. Here such a row is given up at its first line, with the reason, and reading goes on with the next line.
"""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from screen.subjects.rows import Row

NO_DELIMITER = "\x1f"
"""Read with this where each line is one cell: the unit separator stands in no vendor file."""
MAX_ROW_LINES = 1_000
"""Lines that a row may span. Real cells hold a few line breaks; an address has fewer than ten."""
_MIN_ROW_LINES = 20
MAX_NAME_LINES = 10
"""Lines that a name may span: a name with its address is shorter."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class _Runaway(Exception):
    """A row spans more lines than any real one: a signal through the csv module, no error."""


class _Lines:
    """Physical lines for the csv module, which can be taken back.

    Runaway rows make room for fewer lines in those after them, good rows slowly for more: no file, however
    hostile, costs much more than reading it.
    """

    def __init__(self, read: Callable[[], str]) -> None:
        self.taken: list[str] = []
        self._read = read
        self._returned: deque[str] = deque()
        self._room = MAX_ROW_LINES

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if len(self.taken) >= self._room:
            raise _Runaway
        line = self._returned.popleft() if self._returned else self._read()
        if not line:
            raise StopIteration
        self.taken.append(line)
        return line

    def accept(self) -> None:
        """Let go of the lines taken: they are read."""
        self.taken.clear()
        if self._room < MAX_ROW_LINES:
            self._room += 1

    def give_up_first(self) -> None:
        """Take back all lines but the first."""
        self._returned.extendleft(reversed(self.taken[1:]))
        self.taken.clear()
        self._room = max(_MIN_ROW_LINES, self._room // 4)


def read_rows(
    read: Callable[[], str], delimiter: str, swallows: Callable[[Sequence[str]], bool] | None = None
) -> Iterator[Row]:
    """Yield the rows of delimited text; those with an open quote carry a fault and their first line only.

    Args:
        read: returns the next physical line with its end, "" after the last.
        delimiter: one character.
        swallows: says of a row that spans lines whether it is really several rows.
    """
    lines = _Lines(read)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    at = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _Runaway):
            cells, whole = _first_line(lines.taken, delimiter)
        else:
            whole = len(lines.taken) == 1 or swallows is None or not swallows(cells)
        if whole:
            span = len(lines.taken)
            lines.accept()
            yield Row(at, cells)
            at += span
        else:
            if len(lines.taken) > 1:
                cells, _ = _first_line(lines.taken[:1], delimiter)
            yield Row(at, cells, _fault(at, len(lines.taken)))
            lines.give_up_first()
            at += 1


def _first_line(lines: list[str], delimiter: str) -> tuple[list[str], bool]:
    """Return the first line read leniently (`"Acme" Ltd`), and whether that reads all the lines."""
    reader = csv.reader([lines[0], ""], delimiter=delimiter)
    cells = next(reader)
    still_open = reader.line_num > 1
    return cells, len(lines) == 1 and not still_open


def _fault(at: int, span: int) -> str:
    if span == 1:
        return f"a quote opens on line {at} and is not closed"
    return (
        f"a quote opens on line {at} and is not closed there: lines {at} to {at + span - 1} "
        f"would be one row; reading goes on with line {at + 1}"
    )


def swallows_rows(cells: Sequence[str], *, width: int, name: int, delimiter: str) -> bool:
    """Say whether a row that spans lines is really several: a quote was left open and met a later one.

    It is when its name spans more lines than any name, or when each line of a cell, read as a row of its
    own, has just as many cells as the header. An address in quotes does not: its commas have blanks behind
    them, and their number is another. Two columns prove nothing there unless it is the name that breaks.
    """
    for at, cell in enumerate(cells):
        pieces = _LINE_END.split(cell) if "\n" in cell or "\r" in cell else ()
        if not pieces:
            continue
        if at == name and len(pieces) > MAX_NAME_LINES:
            return True
        if width >= (2 if at == name else 3) and f"{delimiter} " not in cell:
            widths = [piece.count(delimiter) + 1 for piece in pieces]
            widths[0] += at
            widths[-1] += len(cells) - at - 1
            if set(widths) == {width}:
                return True
    return False
