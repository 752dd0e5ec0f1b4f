"""A file of subjects, opened: what was found out about it, and its rows as subjects.

Reach for `open_subjects`; the rest of the folder is how it finds out.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from screen.errors import SubjectError
from screen.model import Origin, Rejected, Subject
from screen.subjects.columns import Layout, find_layout
from screen.subjects.delimited import DelimitedFile
from screen.subjects.delimiters import find_delimiter, given_delimiter, note_of, rows_of
from screen.subjects.encoding import find_decoding
from screen.subjects.quoting import swallows_rows
from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row, filled
from screen.subjects.sources import Kind, name_of, open_source, recognise
from screen.subjects.workbook import Workbook

MAX_NAME = 10_000
"""Characters of a name. Longer is a document that got into the column, not a name."""
_PADDING = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\0\x1a\ufeff"
"""What stands around a cell and says nothing: blanks, fillings of fixed fields, the end mark of DOS."""
_SPREADSHEET_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})


class SubjectTable:
    """The subjects of one file, read once, in its order; a context manager that closes the file.

    Made by `open_subjects`. Iterating raises `SubjectError` where the file cannot be read on.
    """

    def __init__(self, source: str, table: DelimitedFile | Workbook, rows: Iterator[Row], layout: Layout) -> None:
        self.blank_rows = 0
        """Wholly blank rows below the header, skipped so far."""
        self.long_rows = 0
        """Rows with more filled cells than the header, so far: their cells may have slipped."""
        self.columns = layout.titles
        """The header as read; `column 1`, `column 2` and so on where there is none."""
        self.notes: tuple[str, ...] = ()
        """What was found out or assumed, one plain sentence each."""
        self._source, self._table, self._layout = source, table, layout
        results = self._results(rows)
        first = next(results, None)
        if first is None:
            below = f" below the header on line {layout.header.line}" if layout.header else ""
            msg = f"{source}: no rows{below}: there is nothing to screen"
            raise SubjectError(msg)
        self._left = chain((first,), results)

    @property
    def total_bytes(self) -> int:
        """The size of the file."""
        return self._table.total_bytes

    @property
    def bytes_read(self) -> int:
        """How far it is read; for workbooks in proportion to the rows."""
        return self._table.bytes_read

    def __iter__(self) -> Iterator[Subject | Rejected]:
        return self._left

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()

    def _results(self, rows: Iterator[Row]) -> Iterator[Subject | Rejected]:
        header = self._layout.header
        if header is not None:
            for row in rows:
                if row.line >= header.line:
                    break
                if self._is_row_above(row, header):
                    yield self._rejected(row, f"stands above the header, which is on line {header.line}")
        width = len(self.columns)
        for row in rows:
            if len(row.cells) > width and any(cell.strip(_PADDING) for cell in row.cells[width:]):
                self.long_rows += 1
            if row.fault:
                yield self._rejected(row, row.fault)
            elif (result := self._result(row)) is not None:
                yield result
            else:
                self.blank_rows += 1

    def _is_row_above(self, row: Row, header: Row) -> bool:
        """Say whether a row above a header nobody asked for may be a subject: it is as full as the header."""
        has_name = self._cell(row.cells, self._layout.name) is not None
        return bool(row.fault) or (has_name and filled(row.cells) >= filled(header.cells))

    def _result(self, row: Row) -> Subject | Rejected | None:
        """Return what a row says, None if it is blank."""
        layout, cells = self._layout, row.cells
        name = self._cell(cells, layout.name)
        if name is None:
            if not any(cell.strip(_PADDING) for cell in cells):
                return None
            return self._rejected(row, f"no name in column {layout.name_label}")
        if fault := _name_fault(name):
            return self._rejected(row, f"the name in column {layout.name_label} {fault}")
        return Subject(
            name,
            id=self._cell(cells, layout.id),
            country=self._cell(cells, layout.country),
            origin=Origin(self._source, row.line, tuple(cells)),
        )

    @staticmethod
    def _cell(cells: Sequence[str], at: int | None) -> str | None:
        """Return a cell without padding, None if it is blank or the row is too short."""
        return (cells[at].strip(_PADDING) or None) if at is not None and at < len(cells) else None

    def _rejected(self, row: Row, reason: str) -> Rejected:
        return Rejected(Origin(self._source, row.line, tuple(row.cells)), reason)


def _name_fault(name: str) -> str:
    """Return why a name cannot be screened, or ""."""
    if len(name) > MAX_NAME:
        return f"is {len(name):,} characters long; no name has more than {MAX_NAME:,}"
    if "\0" in name:
        return "holds a NUL byte: the row is damaged"
    if name in _SPREADSHEET_ERRORS:
        return f"is the spreadsheet error {name}"
    return ""


def open_subjects(source: Path | BinaryIO, options: ReadOptions) -> SubjectTable:
    """Return the subjects of a vendor file: CSV and its kin, XLSX, XLS or ODS, told by content.

    Args:
        source: a path, or a binary stream such as standard input, which is copied to a temporary file first.
        options: what the user says of the file; what is left None is found out and noted.

    Raises:
        SubjectError: the file cannot be read, is no table, holds no rows (nothing screened is not an
            all-clear), or its name column is in doubt.
    """
    file = open_source(source)
    name = name_of(source)
    try:
        kind = recognise(file, name, any_text=options.encoding is not None)
        opened = _open_text if kind is Kind.TEXT else partial(_open_workbook, kind=kind)
        return opened(file, name, options)
    except BaseException:
        file.close()
        raise


def _open_text(file: BinaryIO, name: str, options: ReadOptions) -> SubjectTable:
    decoding = find_decoding(file, name, options.encoding)
    text = DelimitedFile(file, name, decoding)
    lines = text.head()
    delimiter = given_delimiter(options.delimiter) if options.delimiter else find_delimiter(lines, options)
    layout = find_layout(rows_of(lines, delimiter), options, name)
    swallows: Callable[[Sequence[str]], bool] = partial(
        swallows_rows, width=len(layout.titles), name=layout.name, delimiter=delimiter
    )
    table = SubjectTable(name, text, text.rows(delimiter, swallows), layout)
    unused = ("--sheet does not apply: the file is no workbook",) if options.sheet else ()
    table.notes = (decoding.note, note_of(delimiter), *layout.notes, *unused)
    return table


def _open_workbook(file: BinaryIO, name: str, options: ReadOptions, *, kind: Kind) -> SubjectTable:
    workbook = Workbook(file, name, kind, options)
    layout = find_layout(workbook.head(), options, name)
    table = SubjectTable(name, workbook, workbook.rows(), layout)
    given = (("--encoding", options.encoding), ("--delimiter", options.delimiter))
    unused = tuple(f"{option} does not apply: the file is a workbook" for option, value in given if value)
    table.notes = (workbook.note, *layout.notes, *unused)
    return table
