"""XLSX, XLS and ODS: one sheet of a workbook as rows of text, by python-calamine.

A workbook is read as a whole: it cannot be streamed, and is limited in size for it (see `archive` and `ole`).
"""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from screen.errors import SubjectError
from screen.names.display import display
from screen.subjects.archive import check_workbook
from screen.subjects.header import find_header, is_number
from screen.subjects.ole import check_container
from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row
from screen.subjects.sources import Kind

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_HEAD_ROWS = 200


class Workbook:
    """One sheet of a workbook.

    Args:
        file: seekable, at its start; it belongs to this object from now on.
        name: what messages call it.
        kind: ZIP or OLE.
        options: the sheet asked for; without one, the first with a header that is known, else the first.

    Raises:
        SubjectError: the workbook is broken, locked or absurdly large, or has no such sheet.
    """

    def __init__(self, file: BinaryIO, name: str, kind: Kind, options: ReadOptions) -> None:
        self._file, self._name = file, name
        if kind is Kind.ZIP:
            check_workbook(file, name)
        else:
            check_container(file, name)
        self.total_bytes = file.seek(0, os.SEEK_END)
        file.seek(0)
        self._done = 0
        with self._readable():
            from python_calamine import CalamineWorkbook

            workbook = CalamineWorkbook.from_filelike(file)
            self._sheet = self._asked(workbook, options) if options.sheet else self._default(workbook, options)
        others = len(workbook.sheet_names) - 1
        left = f"; {others} other sheet{'s' * (others > 1)} not screened" if others else ""
        self.note = f"read sheet '{display(self._sheet.name)}'{left}"

    @property
    def bytes_read(self) -> int:
        """How far the sheet is read, as a share of the file."""
        last = (self._sheet.end or (0, 0))[0] + 1
        return self.total_bytes * self._done // last

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def head(self) -> list[Row]:
        """Return the first rows, for finding the header."""
        return [row for row, _ in zip(self._rows(self._sheet), range(_HEAD_ROWS), strict=False)]

    def rows(self) -> Iterator[Row]:
        """Yield all rows of the sheet, numbered as the sheet numbers them."""
        for row in self._rows(self._sheet):
            self._done = row.line
            yield row

    def _rows(self, sheet: "CalamineSheet") -> Iterator[Row]:
        """Yield rows from row 1 and column A on, wherever the first cell stands."""
        if sheet.start is None:  # an empty sheet; older calamine panics on its rows
            return
        left = [""] * sheet.start[1]  # calamine yields the blank rows above the first cell, not the columns
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield Row(number, left + [_text(cell) for cell in cells])

    def _asked(self, workbook: "CalamineWorkbook", options: ReadOptions) -> "CalamineSheet":
        asked, names = options.sheet or "", workbook.sheet_names
        if asked in names:
            return workbook.get_sheet_by_name(asked)
        if is_number(asked) and 1 <= int(asked) <= len(names):
            return workbook.get_sheet_by_index(int(asked) - 1)
        listed = ", ".join(f"{at} '{display(name)}'" for at, name in enumerate(names, 1))
        msg = f"{self._name}: --sheet {asked!r}: there is no such sheet: {listed}"
        raise SubjectError(msg)

    def _default(self, workbook: "CalamineWorkbook", options: ReadOptions) -> "CalamineSheet":
        sheets = []
        for at in range(len(workbook.sheet_names)):
            sheet = workbook.get_sheet_by_index(at)
            head = [row for row, _ in zip(self._rows(sheet), range(_HEAD_ROWS), strict=False)]
            if find_header(head, options) is not None:
                return sheet
            sheets.append(sheet)
        if not sheets:
            msg = f"{self._name}: the workbook has no sheet"
            raise SubjectError(msg)
        return sheets[0]

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn what calamine raises, its panics too, into an error of ours."""
        try:
            yield
        except SubjectError:
            raise
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise
            locked = type(error).__name__ == "PasswordError"
            what = "is protected by a password: save it without one" if locked else "the workbook is broken"
            detail = "" if locked else f": {' '.join(str(error).split())}"
            msg = f"{self._name}: {what}{detail}"
            raise SubjectError(msg) from error


def _text(cell: object) -> str:
    """Return a cell as a person reads it: whole numbers without `.0`, dates in ISO 8601."""
    match cell:
        case str():
            return cell
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer() and abs(cell) < 1e21:
            return str(int(cell))
        case datetime.datetime() if cell.time() == datetime.time():
            return cell.date().isoformat()
        case datetime.datetime():
            return cell.isoformat(sep=" ")
        case datetime.date() | datetime.time():
            return cell.isoformat()
        case _:
            return str(cell)
