"""CSV and its kin: a file of bytes -> lines -> rows, streamed.

Reach for this module once the encoding is known; `delimiters` finds what parts the cells.
"""

import csv
import io
import os
from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from screen.errors import SubjectError
from screen.subjects.encoding import MARK_BAD_BYTES, Decoding, bad_byte, unmarked
from screen.subjects.quoting import read_rows
from screen.subjects.rows import Row

_HEAD_LINES = 200
_HEAD_CHARACTERS = 1 << 20
MAX_LINE = 1 << 26
"""Characters of one line: no table has longer ones, and a file without line ends must not fill the memory."""
_BYTE_ORDER_MARK = "\ufeff"


class DelimitedFile:
    """Delimited text that can be read more than once, with how far it is read.

    Args:
        file: seekable; it belongs to this object from now on.
        name: what messages call it.
        decoding: how to read its bytes.
    """

    def __init__(self, file: BinaryIO, name: str, decoding: Decoding) -> None:
        csv.field_size_limit(2**31 - 1)  # the largest a C long holds everywhere; cells may be megabytes
        self._file, self._name, self._decoding = file, name, decoding
        self.total_bytes = file.seek(0, os.SEEK_END)
        self._text: io.TextIOWrapper | None = None

    @property
    def bytes_read(self) -> int:
        """How far the file is read; all of it once it is closed."""
        return self.total_bytes if self._file.closed else self._file.tell()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def head(self) -> list[str]:
        """Return the first lines, for finding the delimiter and the header."""
        read, lines, size = self._reader(), list[str](), 0
        said = 0  # blank lines do not count: any number of them may stand first
        while said < _HEAD_LINES and size < _HEAD_CHARACTERS and (line := read()):
            lines.append(line)
            size += len(line)
            said += not line.isspace()
        return lines

    def rows(self, delimiter: str, swallows: Callable[[Sequence[str]], bool]) -> Iterator[Row]:
        """Yield all rows from the start; see `read_rows`.

        Raises:
            SubjectError: the file cannot be read on, or a line is absurdly long.
        """
        rows = read_rows(self._reader(), delimiter, swallows)
        return map(self._without_bad_bytes, rows) if self._decoding.damaged else rows

    def _reader(self) -> Callable[[], str]:
        """Return a function that returns the next line from the start of the file on, "" after the last."""
        if self._text is not None:
            self._text.detach()
        self._file.seek(0)
        self._text = text = io.TextIOWrapper(self._file, self._decoding.encoding, errors=MARK_BAD_BYTES, newline="")
        at = 0

        def read() -> str:
            nonlocal at
            at += 1
            try:
                line = text.readline(MAX_LINE)
            except (OSError, UnicodeError) as error:
                msg = f"{self._name}: line {at}: cannot be read: {error}"
                raise SubjectError(msg) from error
            if len(line) >= MAX_LINE:
                msg = f"{self._name}: line {at}: longer than {MAX_LINE:,} characters: this is no table of names"
                raise SubjectError(msg)
            if at == 1:
                line = line.removeprefix(_BYTE_ORDER_MARK)
            return line

        return read

    def _without_bad_bytes(self, row: Row) -> Row:
        """Return a row as it is, or with a fault if a byte of it could not be decoded."""
        bad = bad_byte("".join(row.cells))
        if bad is None:
            return row
        fault = f"byte 0x{bad:02x} is not {self._decoding.encoding}: say --encoding, or mend the row"
        return Row(row.line, [unmarked(cell) for cell in row.cells], row.fault or fault)
