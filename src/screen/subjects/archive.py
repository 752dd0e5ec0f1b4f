"""Refuses archives that are no workbook, or would fill the memory when they are read as one.

What an archive declares of itself is not believed: every part is unpacked once, block by block, and counted.
Two things can blow up: the parts themselves, and the grid between two far cells, which is held as a whole.
"""

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers.expat import ParserCreate

from screen.errors import SubjectError

MAX_UNPACKED = 1 << 30
"""Bytes. A full sheet of a million rows and twenty columns unpacks to less."""
MAX_RATIO = 200
"""Unpacked to packed. Real workbooks stay under 50; a bomb has 1,000 (the limit of DEFLATE) or more."""
_RATIO_FROM = 1 << 24
"""Bytes from which the ratio counts: a small bomb harms nobody, a small sheet of equal rows packs well."""
MAX_CELLS = 30_000_000
"""Cells of the grid from A1 to the last row and column: about 1 GB. One at XFD1 makes it 16,384 wide."""

_BLOCK = 1 << 20
_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Za-z]+)([0-9]+)["'](?:[^>]*[^/>])?>""")
_GRID_TAG = re.compile(rb"<(?:\w+:)?(table|table-row|(?:covered-)?table-cell)(?=[\s/>])([^>]*)>|</(?:\w+:)?table-row>")
_REPEATED = re.compile(rb"""number-(?:rows|columns)-repeated=["']([0-9]+)["']""")


def check_workbook(file: BinaryIO, name: str) -> None:
    """Return if the archive is a workbook that is safe to read; it stands at its start afterwards.

    Raises:
        SubjectError: it is broken, locked, no XLSX or ODS, or too large.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _check_parts(archive, name)
    except SubjectError:
        raise
    except Exception as error:  # zipfile raises many kinds on damaged bytes
        locked = type(error) is RuntimeError  # its word for a part that needs a password
        what = "is protected by a password: save it without one" if locked else "the workbook is broken"
        msg = f"{name}: {what}" if locked else f"{name}: {what}: {' '.join(str(error).split())}"
        raise SubjectError(msg) from error
    finally:
        file.seek(0)


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    is_xlsx = "[Content_Types].xml" in names and any(part.lower().startswith("xl") for part in names)
    if not is_xlsx and not {"mimetype", "content.xml"} <= names:
        msg = f"{name}: is a ZIP archive but no XLSX or ODS workbook"
        raise SubjectError(msg)
    packed = sum(part.compress_size for part in parts)
    left = min(MAX_UNPACKED, max(_RATIO_FROM, packed * MAX_RATIO))
    for part in parts:
        grid = _grid_of(part.filename)
        for block in _unpacked(archive, part):
            left -= len(block)
            if left < 0:
                msg = f"{name}: unpacks to far more than a workbook does: refused; save the sheet as CSV"
                raise SubjectError(msg)
            if grid.cells(block) > MAX_CELLS:
                msg = (
                    f"{name}: a sheet ({part.filename}) has cells so far apart that it spans over "
                    f"{MAX_CELLS:,}: delete the stray ones, or save the sheet as CSV"
                )
                raise SubjectError(msg)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a part in blocks and an empty one at its end: the real end, not the one it declares."""
    part.file_size = MAX_UNPACKED + _BLOCK
    with archive.open(part) as unpacked:
        block = unpacked.read(_BLOCK)
        if b"<!DOCTYPE" in block:
            msg = f"{part.filename} declares a document type, which no workbook does"
            raise ValueError(msg)
        while block:
            yield block
            block = unpacked.read(_BLOCK)
    yield b""


class _SheetGrid:
    """Counts the grid of an XLSX sheet, whose cells say where they stand."""

    def __init__(self) -> None:
        self._rest = b""
        self._row = self._column = 0

    def cells(self, block: bytes) -> int:
        """Return how many cells the grid has, this block of XML included."""
        whole, self._rest = _whole_tags(self._rest + block)
        found = _FILLED_CELL.findall(whole)
        self._row = max([self._row, *(int(row) for row in {row for _, row in found})])
        self._column = max([self._column, *(_column(letters) for letters in {letters for letters, _ in found})])
        return self._row * self._column


class _TableGrid:
    """Counts the grid of ODS tables, whose cells and rows say how often they are repeated.

    It holds the XML to its form as well: calamine never ends on a table whose tags do not match.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._form = ParserCreate()
        self._largest = self._row = self._column = self._last_row = self._last_column = self._repeat = 0

    def cells(self, block: bytes) -> int:
        """Return how many cells the largest grid has, this block of XML included; b"" ends it."""
        self._form.Parse(block, not block)
        whole, self._rest = _whole_tags(self._rest + block)
        for tag in _GRID_TAG.finditer(whole):
            self._take(tag[1], tag[2] or b"")
            self._largest = max(self._largest, self._last_row * self._last_column)
        return self._largest

    def _take(self, kind: bytes | None, attributes: bytes) -> None:
        found = _REPEATED.search(attributes)
        repeat = int(found[1]) if found else 1
        match kind:
            case b"table":
                self._row = self._column = self._last_row = self._last_column = 0
            case b"table-row":
                self._repeat, self._column = repeat, 0
                self._row += repeat
            case None:
                self._column = 0
            case _:
                self._column += repeat
                if not attributes.endswith(b"/") or b"value" in attributes:
                    self._last_row = self._row
                    self._last_column = max(self._last_column, self._column)


def _grid_of(part: str) -> _SheetGrid | _TableGrid:
    """Return what counts the grid of a part; any part of an XLSX may turn out to be a sheet."""
    return _TableGrid() if part == "content.xml" else _SheetGrid()


def _whole_tags(xml: bytes) -> tuple[bytes, bytes]:
    """Return the text up to the last tag that may be cut, and the rest."""
    at = xml.rfind(b"<")
    return (xml[:at], xml[at:]) if at > 0 else (xml, b"")


def _column(letters: bytes) -> int:
    """Return the number of a column, 1 for A and 27 for AA."""
    number = 0
    for letter in letters.upper()[:8]:
        number = number * 26 + letter - ord("A") + 1
    return number
