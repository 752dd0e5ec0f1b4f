"""Refuses OLE files (XLS) that are locked, or would fill the memory when what they say is believed.

The container is that of [MS-CFB]: a header, a table that chains its sectors, a directory of streams. The
workbook in it is that of [MS-XLS]: records, of which those of cells say in which row and column they stand.
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from screen.errors import SubjectError
from screen.subjects.archive import MAX_CELLS

_LOCKED = "EncryptedPackage"
"""The stream in which Office keeps the contents of an XLSX behind a password."""
_WORKBOOK = ("Workbook", "Book")
_HEADER = struct.Struct("<30xH8xIII8xIIII")
_SECTOR_SHIFTS = (9, 12)
_SMALL_SHIFT = 6
_SMALL_STREAM = 4096
"""Shorter streams stand in sectors of 64 bytes, within the stream of the root entry."""
_FIRST_SPECIAL = 0xFFFFFFFA
"""From here on a sector number is a mark: free, end of a chain, part of a table."""
_IN_HEADER = 109
_ENTRY = 128
_SHEET_START, _DIMENSIONS = 0x0809, 0x0200
_CELLS = frozenset({0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records of cells that hold something; each begins with row and column."""


@dataclass(frozen=True, slots=True)
class _Stream:
    """An entry of the directory."""

    name: str
    first: int
    size: int


def check_container(file: BinaryIO, name: str) -> None:
    """Return if the container is whole enough to be read; it stands at its start afterwards.

    Raises:
        SubjectError: it is broken or locked, or its cells stand absurdly far apart.
    """
    data = file.read()
    file.seek(0)
    try:
        _check(_Container(data), name)
    except (struct.error, ValueError) as error:
        msg = f"{name}: the workbook is broken: {error}"
        raise SubjectError(msg) from error


def _check(container: "_Container", name: str) -> None:
    if any(stream.name == _LOCKED for stream in container.streams):
        msg = f"{name}: is protected by a password: save it without one"
        raise SubjectError(msg)
    if any(stream.size > len(container.data) for stream in container.streams):
        msg = "a part is said to be larger than the file"
        raise ValueError(msg)
    for stream in container.streams:
        if stream.name in _WORKBOOK and _largest_grid(container.read(stream)) > MAX_CELLS:
            msg = (
                f"{name}: a sheet has cells so far apart that it spans over {MAX_CELLS:,}: "
                "delete the stray ones, or save the sheet as CSV"
            )
            raise SubjectError(msg)


class _Container:
    """The streams of a container."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._shift, directories, tables, first, small, smalls, extra, extras = _HEADER.unpack_from(data)
        if self._shift not in _SECTOR_SHIFTS:
            msg = "its sectors have no known size"
            raise ValueError(msg)
        if max(directories, tables, smalls, extras) > len(data) >> self._shift:
            msg = "it is said to have more sectors than the file"
            raise ValueError(msg)
        self._next = self._table(extra)
        self.streams = tuple(self._entries(self._chained(first)))
        self._next_small = _numbers(self._chained(small))

    def read(self, stream: _Stream) -> bytes:
        """Return the bytes of a stream."""
        if stream.size >= _SMALL_STREAM:
            return self._chained(stream.first)[: stream.size]
        held = self._chained(self.streams[0].first)
        at = [sector << _SMALL_SHIFT for sector in _chain(self._next_small, stream.first)]
        return b"".join(held[start : start + (1 << _SMALL_SHIFT)] for start in at)[: stream.size]

    def _sector(self, sector: int) -> bytes:
        return self.data[(sector + 1) << self._shift : (sector + 2) << self._shift]

    def _chained(self, first: int) -> bytes:
        return b"".join(map(self._sector, _chain(self._next, first)))

    def _table(self, extra: int) -> Sequence[int]:
        """Return by sector which comes next; the header lists the sectors of this table."""
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", self.data, 76))
        for _ in range(len(self.data) >> self._shift):
            if extra >= _FIRST_SPECIAL:
                break
            *more, extra = _numbers(self._sector(extra))
            listed += more
        return _numbers(b"".join(self._sector(sector) for sector in listed if sector < _FIRST_SPECIAL))

    def _entries(self, directory: bytes) -> Iterator[_Stream]:
        for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
            name = directory[at : at + 64].decode("utf-16-le", "replace").partition("\0")[0]
            first, size, above = struct.unpack_from("<III", directory, at + 116)
            yield _Stream(name, first, size if self._shift == _SECTOR_SHIFTS[0] else size | above << 32)


def _numbers(raw: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _chain(following: Sequence[int], first: int) -> Iterator[int]:
    """Yield the sectors of a chain.

    Raises:
        ValueError: it never ends, or leaves the file.
    """
    for _ in range(len(following) + 1):
        if first >= _FIRST_SPECIAL:
            return
        yield first
        if first >= len(following):
            msg = "a sector is said to stand behind the end of the file"
            raise ValueError(msg)
        first = following[first]
    msg = "a chain of its sectors never ends"
    raise ValueError(msg)


def _largest_grid(book: bytes) -> int:
    """Return how many cells the largest sheet spans, from the cells themselves and from what it declares."""
    at = rows = columns = largest = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        if kind == _SHEET_START:
            rows = columns = 0
        elif kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", book, at + 4)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind == _DIMENSIONS and length >= 10:
            largest = max(largest, _declared(book, at + 4, length))
        largest = max(largest, rows * columns)
        at += 4 + length
    return largest


def _declared(book: bytes, at: int, length: int) -> int:
    """Return how many cells a sheet says it spans.

    Raises:
        ValueError: it ends before it begins, which the reader behind takes for billions of rows.
    """
    numbers = "<HHHH" if length == 10 else "<IIHH"  # rows are wider from BIFF 8 on
    first_row, end_row, first_column, end_column = struct.unpack_from(numbers, book, at)
    if first_row > end_row or first_column > end_column:
        msg = "a sheet is said to end before it begins"
        raise ValueError(msg)
    return int(end_row) * int(end_column)
