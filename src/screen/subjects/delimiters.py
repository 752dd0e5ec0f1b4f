"""Which character parts the cells: the one by which the header is known, else the one that lines hold alike.

Deterministic and small; it looks at the first rows only and `--delimiter` overrules it.
"""

from collections import Counter
from collections.abc import Sequence

from screen.errors import SubjectError
from screen.subjects.header import find_header
from screen.subjects.quoting import NO_DELIMITER, read_rows
from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row, filled

_NAMES = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SPOKEN = {"tab": "\t", "\\t": "\t", "none": NO_DELIMITER} | {name: char for char, name in _NAMES.items()}
_STRAY = 0.1
"""Share of lines that may hold a delimiter by chance where each line is one name."""


def note_of(delimiter: str) -> str:
    """Return how cells are parted, for the notes."""
    if delimiter == NO_DELIMITER:
        return "each line is one cell"
    return f"cells parted by {_NAMES.get(delimiter, repr(delimiter))}"


def given_delimiter(given: str) -> str:
    """Return the delimiter that `--delimiter` names: one character or a word such as `tab` or `none`.

    Raises:
        SubjectError: it is neither, or a character that cannot part cells.
    """
    delimiter = _SPOKEN.get(given.lower(), given)
    if len(delimiter) != 1 or delimiter in '"\r\n\0 ':
        msg = f"--delimiter {given!r}: give one character such as ';', or tab, or none"
        raise SubjectError(msg)
    return delimiter


def rows_of(lines: Sequence[str], delimiter: str) -> list[Row]:
    """Return the rows that the first lines of a file hold under a delimiter."""
    left = iter(lines)
    return list(read_rows(lambda: next(left, ""), delimiter))


def find_delimiter(lines: Sequence[str], options: ReadOptions) -> str:
    """Return what parts the cells in the first lines of a file.

    A delimiter under which a header of several cells is known wins, by the share of rows as wide as it. A
    header of one cell means one column, unless most lines fall into cells all the same. Without a header it
    is the delimiter by which most lines have equally many cells; none where next to no line has several.
    """
    tables = {delimiter: rows_of(lines, delimiter) for delimiter in _NAMES}
    headers = {delimiter: find_header(rows, options) for delimiter, rows in tables.items()}
    wide = [d for d, at in headers.items() if at is not None and len(tables[d][at].cells) > 1]
    if wide:
        return max(wide, key=lambda d: _agreeing(tables[d], headers[d] or 0))
    best = max(_NAMES, key=lambda d: _consistency(tables[d]))
    one_column = any(at is not None for at in headers.values())
    return best if _parted(tables[best], best) > (0.5 if one_column else _STRAY) else NO_DELIMITER


def _agreeing(rows: Sequence[Row], header: int) -> tuple[float, int]:
    """Return the share of rows as wide as the header, and how wide that is."""
    width = len(rows[header].cells)
    below = [row for row in rows[header + 1 :] if filled(row.cells)]
    return sum(len(row.cells) == width for row in below) / max(1, len(below)), width


def _consistency(rows: Sequence[Row]) -> tuple[int, int]:
    """Return how many rows have the same number of cells, if more than one, and that number."""
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def _parted(rows: Sequence[Row], delimiter: str) -> float:
    """Return the share of rows that fall into cells; a comma and a blank are prose (`Acme, Inc.`)."""
    said = [row for row in rows if filled(row.cells)]
    prose = delimiter == ","
    parted = [row for row in said if any(not (prose and cell[:1] == " ") for cell in row.cells[1:])]
    return len(parted) / max(1, len(said))
