"""A vendor file as subjects: opened, its columns found, each row a subject or rejected."""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

from screen.errors import SubjectError
from screen.model import Origin, Rejected, Subject
from screen.subjects.columns import HEADER_WITHIN, Columns, find_columns
from screen.subjects.delimited import DelimitedRows
from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row, Rows
from screen.subjects.workbook import OLE_MAGIC, ZIP_MAGIC, WorkbookRows

LONGEST_NAME = 10_000
"""Characters; a longer cell is no name and is rejected before anything looks into it."""
STDIN = "-"


def open_subjects(source: Path | BinaryIO, options: ReadOptions | None = None) -> "SubjectTable":
    """Return the subjects of a vendor file, or of a binary stream such as standard input.

    Raises:
        SubjectError: the file cannot be read, is of no known kind, or its name column cannot be found.
    """
    options = options or ReadOptions()
    if isinstance(source, Path):
        file, path = _opened(source), str(source)
    else:
        file, path = _spooled(source), STDIN
    try:
        return SubjectTable(file, path, options)
    except BaseException:
        file.close()
        raise


class SubjectTable:
    """Subjects in the order of their rows; read once. Made by `open_subjects`."""

    def __init__(self, file: BinaryIO, path: str, options: ReadOptions) -> None:
        self._file, self._path = file, path
        self._rows = _rows(file, path, options)
        head = [row for row in islice(self._rows, HEADER_WITHIN) if not _is_blank(row)]
        if not head:
            msg = f"{path}: no rows: nothing to screen"
            raise SubjectError(msg)
        self._columns = find_columns(head, options, path)
        self.columns: tuple[str, ...] = self._columns.titles
        self.notes: tuple[str, ...] = (*self._rows.notes, *_notes(self._columns))
        self.blank_rows = 0

    @property
    def total_bytes(self) -> int | None:
        """The size of the file, None when how far it is read cannot be told."""
        return self._rows.total_bytes

    @property
    def bytes_read(self) -> int:
        """How far the file is read."""
        return self._rows.bytes_read()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Subject | Rejected]:
        """Yield a subject or a rejected row for each row behind the header; count the blank ones.

        Raises:
            SubjectError: there is no row behind the header, or the file breaks off.
        """
        self.blank_rows = 0
        any_row = False
        for row in self._rows:
            if row.line <= self._columns.header_line:
                continue
            if _is_blank(row):
                self.blank_rows += 1
                continue
            any_row = True
            yield self._subject(row)
        if not any_row:
            msg = f"{self._path}: no rows behind the header: nothing to screen"
            raise SubjectError(msg)

    def _subject(self, row: Row) -> Subject | Rejected:
        """Return a row as a subject, or why it is none."""
        origin = Origin(self._path, row.line, row.cells)
        name = _cell(row, self._columns.name)
        if row.damage:
            return Rejected(origin, row.damage)
        if not name:
            return Rejected(origin, f"no name in column {self._columns.title(self._columns.name)!r}")
        if len(name) > LONGEST_NAME:
            return Rejected(origin, f"name of {len(name):,} characters: not a name")
        return Subject(
            name,
            id=_cell(row, self._columns.id) or None,
            country=_cell(row, self._columns.country) or None,
            origin=origin,
        )


def _is_blank(row: Row) -> bool:
    return not any(cell.strip() for cell in row.cells)


def _cell(row: Row, at: int | None) -> str:
    """Return a cell without padding, "" when the row is too short to have it."""
    return row.cells[at].strip() if at is not None and at < len(row.cells) else ""


def _notes(columns: Columns) -> Iterator[str]:
    if columns.header_line:
        yield f"header on line {columns.header_line}, names in column {columns.title(columns.name)!r}"
    else:
        yield f"no header, names in column {columns.name + 1}"
    for role, at in (("ids", columns.id), ("countries", columns.country)):
        if at is not None:
            yield f"{role} in column {columns.title(at)!r}"


def _rows(file: BinaryIO, path: str, options: ReadOptions) -> Rows:
    """Return the rows of a file by what its first bytes say it is.

    Raises:
        SubjectError: it is empty, or no kind of file that holds a table.
    """
    head = file.read(4096)
    file.seek(0)
    if not head:
        msg = f"{path}: the file is empty: nothing to screen"
        raise SubjectError(msg)
    if head.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return WorkbookRows(file, path, options.sheet)
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or (options.encoding or "").lower().startswith("utf")
    if head.count(0) * _BINARY_SHARE > len(head) and not wide:
        msg = f"{path}: a binary file, not a table; give a CSV, TSV, XLSX, XLS or ODS file"
        raise SubjectError(msg)
    return DelimitedRows(file, path, options.encoding, options.delimiter)


_BINARY_SHARE = 50
"""One NUL in this many bytes makes a file binary; a stray one in a row does not."""


def _opened(path: Path) -> BinaryIO:
    """Open a file; what cannot seek, such as a pipe with a name, is spooled."""
    try:
        file = path.open("rb")
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror}"
        raise SubjectError(msg) from error
    if file.seekable():
        return file
    with file:
        return _spooled(file)


def _spooled(stream: BinaryIO) -> BinaryIO:
    """Return a stream's bytes in an unnamed file only we can read, at its start."""
    spool = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115  (closed with the table)
    shutil.copyfileobj(stream, spool)
    spool.seek(0)
    return spool
