"""Which of the first rows is the header: the one with a title that is asked for, or known.

Real files put titles, dates and parameters above it. A row counts only if it is more than half as full as the
rows of the table, so that a preamble line such as `Company: Acme` is not taken for it.
"""

from collections.abc import Callable, Sequence

from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row, filled
from screen.subjects.titles import Role, known_titles, title_key

_SCANNED_ROWS = 50
"""The longest preamble seen in real files has 9 rows."""
_DIGITS = 9
"""A longer number is no position but a title."""


def is_number(option: str | None) -> bool:
    """Say whether an option names a column or sheet by its 1-based number."""
    return option is not None and option.isascii() and option.isdecimal() and len(option) < _DIGITS


def find_header(rows: Sequence[Row], options: ReadOptions) -> int | None:
    """Return the position of the header among the first rows of a file, or None."""
    scanned = [(at, row.cells) for at, row in enumerate(rows[:_SCANNED_ROWS]) if filled(row.cells)]
    if not scanned:
        return None
    is_title = _asked_title(options) or _known_title(options)
    holders = [(at, cells) for at, cells in scanned if any(map(is_title, cells))]
    usual = sorted(filled(cells) for _, cells in scanned)[len(scanned) * 3 // 4]
    full = [(at, cells) for at, cells in holders if filled(cells) * 2 > usual]
    if _asked_title(options):
        return next((at for at, _ in full + holders), None)
    if full and usual == filled(full[0][1]) == 1 and full[0][0] != scanned[0][0]:
        return None  # one name a line: a `Supplier` further down is a name, and what is above it too
    return full[0][0] if full else None


def _asked_title(options: ReadOptions) -> Callable[[str], bool] | None:
    """Return a test for the title that `--column` gives, or None if it gives none."""
    if options.column is None or is_number(options.column):
        return None
    asked = title_key(options.column)
    return lambda cell: asked != "" and title_key(cell) == asked


def _known_title(options: ReadOptions) -> Callable[[str], bool]:
    """Return a test for a known title: of names, or of any role if the name column is given by number."""
    known = known_titles()
    roles = list(Role) if is_number(options.column) else [Role.NAME]
    return lambda cell: any(title_key(cell) in known[role] for role in roles)
