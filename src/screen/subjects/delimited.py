"""CSV and its kin: comma, semicolon, tab or bar, any line ends, quoted line breaks."""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from screen.errors import SubjectError
from screen.subjects.encoding import Encoding, find_encoding
from screen.subjects.rows import Row

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LOOKED_AT = 50
"""Lines from which the delimiter is found."""
_MOST_LINES = 200
"""Lines one row may span; beyond it a quotation mark was left open and swallows the rows behind it."""


class DelimitedRows:
    """The rows of a delimited text file.

    Args:
        file: opened for reading bytes, at its start, able to seek.
        path: the name errors bear.
        encoding: asked for, None to find out.
        delimiter: asked for, None to find out.

    Raises:
        SubjectError: the encoding is unknown or cannot be found, the delimiter is not one character.
    """

    def __init__(self, file: BinaryIO, path: str, encoding: str | None, delimiter: str | None) -> None:
        self._file, self._path = file, path
        self._encoding = find_encoding(file, path, encoding)
        self._delimiter = _checked(delimiter) if delimiter else self._find_delimiter()
        self.total_bytes: int | None = file.seek(0, io.SEEK_END)
        file.seek(0)
        self.notes = tuple(self._notes(self._encoding))

    def _notes(self, encoding: Encoding) -> Iterator[str]:
        name = _DELIMITERS.get(self._delimiter, repr(self._delimiter))
        yield f"read as {encoding.name}, columns parted by {name}"
        if encoding.damaged:
            yield f"some bytes are not {encoding.name}; the rows they stand in are rejected"

    def _text(self) -> io.TextIOWrapper:
        """Return the file as text from its start; bytes that cannot be decoded are kept as surrogates."""
        self._file.seek(0)
        errors = "surrogateescape" if self._encoding.name.startswith("utf-8") else "replace"
        return io.TextIOWrapper(self._file, self._encoding.name, errors=errors, newline="")

    def _find_delimiter(self) -> str:
        """Return the delimiter that most lines hold, and hold equally often."""
        text = self._text()
        lines = [line for line, _ in zip(text, range(_LOOKED_AT), strict=False) if line.strip()]
        text.detach()
        return max(_DELIMITERS, key=lambda delimiter: _consistency(lines, delimiter))

    def bytes_read(self) -> int:
        """Return how far the file is read, to a block."""
        return self._file.tell()

    def __iter__(self) -> Iterator[Row]:
        """Yield every row from the start.

        Raises:
            SubjectError: the CSV is broken beyond the row it stands in.
        """
        csv.field_size_limit(sys.maxsize)
        text = self._text()
        reader = csv.reader(text, delimiter=self._delimiter)
        line = 1
        try:
            for cells in reader:
                yield Row(line, tuple(cells), self._damage(cells, line, reader.line_num))
                line = reader.line_num + 1
        except csv.Error as error:
            msg = f"{self._path}:{line}: broken CSV: {error}"
            raise SubjectError(msg) from error
        finally:
            text.detach()

    def _damage(self, cells: list[str], first: int, last: int) -> str:
        """Return why a row cannot be trusted, "" when it can."""
        if last - first >= _MOST_LINES:
            return f"a quotation mark opened here runs over {last - first + 1:,} lines: close it"
        if self._encoding.damaged:
            for char in "".join(cells):
                if "\udc80" <= char <= "\udcff":
                    return f"byte 0x{ord(char) - 0xDC00:02x} is not {self._encoding.name}; give --encoding"
                if char == "\ufffd":
                    return f"a byte is not {self._encoding.name}; give --encoding"
        return ""


def _checked(delimiter: str) -> str:
    named = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|"}
    found = named.get(delimiter, delimiter)
    if len(found) != 1 or found in '"\r\n':
        msg = f"--delimiter {delimiter!r}: give one character, or tab"
        raise SubjectError(msg)
    return found


def _consistency(lines: list[str], delimiter: str) -> tuple[int, int]:
    """Return how many lines hold the delimiter equally often, and how often that is."""
    counts = Counter(line.count(delimiter) for line in lines)
    counts.pop(0, None)
    if not counts:
        return 0, 0
    often, same = max(counts.items(), key=lambda item: (item[1], item[0]))
    return same, often
