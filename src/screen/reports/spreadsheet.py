"""The results as CSV, for spreadsheets: the rows of the input with our columns beside them.

One row for each row screened or rejected, in input order, so that the counts agree; of several hits the best.
"""

import csv
import re
from itertools import count
from typing import TextIO, assert_never

from screen.model import Hit, Origin, Rejected, Run, Screening, Summary
from screen.names.display import display
from screen.reports.bands import shown_score

OUR_COLUMNS = (
    "screen_status",
    "screen_score",
    "screen_entity_id",
    "screen_entity_name",
    "screen_matched_name",
    "screen_list",
    "screen_citation",
    "screen_hits",
    "screen_why",
    "screen_reason",
)
NAME_COLUMN = "name"
"""Title of the subject's name when there is no input table."""

_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet take a cell for a formula, in full width too."""
_PLAIN_NUMBER = re.compile(r"[-+](?:\d+(?:[.,]\d+)*|[.,]\d+)(?:[eE][-+]?\d+)?%?", re.ASCII)
_LINE_BREAKS = re.compile(r"\r\n|\r")


class CsvReporter:
    """Writes the input columns as they were read, and ours: `screen_status` hit, clear or rejected, and why.

    Rows shorter than the header are padded; what a row has beyond the header is told in `screen_reason`.
    Cells that a spreadsheet would run are made text with a leading apostrophe; characters that do not show
    are written as escapes, except line breaks and tabs inside a cell of the input.

    Args:
        out: where the rows go, in UTF-8.
        columns: titles of the input columns; without any, the subject's name is the only one.
    """

    def __init__(self, out: TextIO, columns: tuple[str, ...]) -> None:
        self._columns = columns
        self._writer = csv.writer(out, lineterminator="\n")

    def start(self, run: Run) -> None:
        """Write the header. The facts of the run are for standard error: see `summary_lines`."""
        titles = self._columns or (NAME_COLUMN,)
        self._write(titles, our_titles(titles))

    def record(self, result: Screening | Rejected) -> None:
        """Write one row."""
        match result:
            case Screening(subject=subject):
                origin = subject.origin or Origin("")
                self._write(self._theirs(origin, subject.name), (*_verdict(result), self._surplus(origin)))
            case Rejected(origin=origin):
                blank = [""] * (len(OUR_COLUMNS) - 2)
                reason = "; ".join(filter(None, (_reason(result), self._surplus(origin))))
                self._write(self._theirs(origin, ""), ("rejected", *blank, reason))
            case _:
                assert_never(result)

    def finish(self, summary: Summary) -> None:
        """Write nothing: the rows are the report."""

    def _theirs(self, origin: Origin, name: str) -> tuple[str, ...]:
        """Return the input's cells, one for each title."""
        if not self._columns:
            return (name,)
        cells = origin.cells[: len(self._columns)]
        return cells + ("",) * (len(self._columns) - len(cells))

    def _surplus(self, origin: Origin) -> str:
        """Return what stands beyond the last title; nothing for blank cells there."""
        surplus = origin.cells[len(self._columns) :] if self._columns else ()
        if not any(cell.strip() for cell in surplus):
            return ""
        return f"cells beyond the header: {' | '.join(surplus)}"

    def _write(self, theirs: tuple[str, ...], ours: tuple[str, ...]) -> None:
        self._writer.writerow([*map(passed_through, theirs), *(inert(display(cell)) for cell in ours)])


def our_titles(theirs: tuple[str, ...]) -> tuple[str, ...]:
    """Return our titles, numbered where the input has one already: `screen_status_2`."""
    taken = {title.strip().casefold() for title in theirs}
    return tuple(_free_title(title, taken) for title in OUR_COLUMNS)


def _free_title(title: str, taken: set[str]) -> str:
    numbered = (f"{title}_{number}" for number in count(2))
    return title if title not in taken else next(one for one in numbered if one not in taken)


def passed_through(cell: str) -> str:
    """Return a cell of the input that a spreadsheet and a terminal can be trusted with.

    Line breaks are made one kind and kept, tabs are kept; all else that does not show is written as escapes.
    """
    if cell.isprintable():
        return inert(display(cell))
    parts = re.split(r"([\n\t])", _LINE_BREAKS.sub("\n", cell))
    return inert("".join(part if part in {"\n", "\t"} else display(part) for part in parts))


def inert(cell: str) -> str:
    """Return `cell` with a leading apostrophe when a spreadsheet would take it for a formula.

    Plain numbers with a sign (`-12.50`, `+5%`) stay numbers.
    """
    if cell.startswith(_FORMULA_STARTS) and not _PLAIN_NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def _verdict(screening: Screening) -> tuple[str, ...]:
    """Return our cells for a subject, without the reason."""
    if not screening.hits:
        return ("clear", "", "", "", "", "", "", "0", "")
    return ("hit", *_best(screening.hits[0]), str(len(screening.hits)), screening.hits[0].why)


def _best(hit: Hit) -> tuple[str, ...]:
    """Return score, entity and listing of a subject's best hit."""
    listing = next(iter(hit.entity.listings), None)
    return (
        f"{shown_score(hit.score):.1f}",
        hit.entity.id,
        hit.entity.primary.text,
        hit.name.text,
        listing.list if listing else "",
        listing.citation if listing else "",
    )


def _reason(rejected: Rejected) -> str:
    """Return why a row was rejected, with its place when it has no cells to be known by."""
    origin = rejected.origin
    if any(origin.cells):
        return rejected.reason
    place = ":".join(str(part) for part in (origin.file, origin.line) if part)
    return f"{place}: {rejected.reason}" if place else rejected.reason
