"""Workbooks: XLSX, XLS and ODS by python-calamine, one sheet as rows of text."""

import datetime
import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from screen.errors import SubjectError
from screen.subjects.rows import Row

ZIP_MAGIC, OLE_MAGIC = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MOST_UNPACKED = 2 * 1024**3
"""Bytes a workbook may unpack to; a million rows stay far below it."""
MOST_RATIO = 200
"""Times a workbook may grow when unpacked; real ones stay below 30, bombs are in the thousands."""
_SMALL = 50 * 1024**2
"""Bytes up to which the ratio does not matter."""


class WorkbookRows:
    """The rows of one sheet.

    Args:
        file: opened for reading bytes, able to seek.
        path: the name errors bear.
        sheet: asked for by name or 1-based number, None for the first.

    Raises:
        SubjectError: the workbook is broken, locked or a bomb, or has no such sheet.
    """

    def __init__(self, file: BinaryIO, path: str, sheet: str | None) -> None:
        data = file.read()
        if data.startswith(ZIP_MAGIC):
            _refuse_bombs(data, path)
        workbook = _opened(data, path)
        self.sheets: tuple[str, ...] = tuple(workbook.sheet_names)
        self._name = _chosen(self.sheets, sheet, path)
        self._sheet = workbook.get_sheet_by_name(self._name)
        self.total_bytes: int | None = None
        self.notes: tuple[str, ...] = (
            f"read sheet {self._name!r} ({self.sheets.index(self._name) + 1} of {len(self.sheets)})",
        )

    def bytes_read(self) -> int:
        """Return 0: a workbook is read as a whole."""
        return 0

    def __iter__(self) -> Iterator[Row]:
        """Yield every row from the start; the first row of the data has the number it has in the sheet."""
        first = (self._sheet.start or (0, 0))[0] + 1
        for number, cells in enumerate(self._sheet.to_python(skip_empty_area=True), first):
            yield Row(number, tuple(_text(cell) for cell in cells))


def _opened(data: bytes, path: str) -> Any:  # noqa: ANN401  (calamine's own type, imported late)
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        msg = f"{path}: no workbook that can be read (broken, or locked by a password): {error}"
        raise SubjectError(msg) from error


def _refuse_bombs(data: bytes, path: str) -> None:
    """Raise for an archive that would unpack to an absurd size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
    except zipfile.BadZipFile as error:
        msg = f"{path}: broken workbook: {error}"
        raise SubjectError(msg) from error
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked > MOST_RATIO * len(data)):
        msg = f"{path}: unpacks to {unpacked:,} bytes: refused; save the sheet as CSV"
        raise SubjectError(msg)


def _chosen(sheets: tuple[str, ...], asked: str | None, path: str) -> str:
    if not sheets:
        msg = f"{path}: the workbook has no sheet"
        raise SubjectError(msg)
    if asked is None or asked in sheets:
        return asked or sheets[0]
    if asked.isdigit() and 1 <= int(asked) <= len(sheets):
        return sheets[int(asked) - 1]
    msg = f"{path}: no sheet {asked!r}; there are {', '.join(map(repr, sheets))}"
    raise SubjectError(msg)


def _text(cell: object) -> str:
    """Return a cell as a person reads it: whole numbers without a decimal point, dates in ISO 8601."""
    match cell:
        case str():
            return cell
        case bool():
            return str(cell).upper()
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime.date() | datetime.time():
            return cell.isoformat()
        case _:
            return str(cell)
