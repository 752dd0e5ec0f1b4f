"""Opens what holds subjects and tells by its first bytes what it is.

Reach for this module before any byte is understood as text: it refuses what is no table, and gives back a
binary file that can be read more than once, which the passes over the encoding need.
"""

import shutil
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, cast

from screen.errors import SubjectError

STDIN = "-"
_BLOCK = 65_536
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_FOREIGN = (
    (b"%pdf", "a PDF"),
    (b"\x1f\x8b", "a gzip file: unpack it first"),
    (b"bzh91ay&sy", "a bzip2 file: unpack it first"),
    (b"\xfd7zxz", "an xz file: unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it first"),
    (b"rar!\x1a", "a RAR archive: unpack it first"),
    (b"par1\x15", "a Parquet file: export it as CSV"),
    (b"{\\rtf", "an RTF document"),
    (b"<!doctype html", "an HTML page"),
    (b"<html", "an HTML page"),
    (b"<?xml", "an XML file"),
)
"""How files begin that people mistake for tables, in lower case, and what to call them."""
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))
"""Bytes that no text holds. Tab and line ends are; 0x1A ends old DOS files; ESC stands in hostile names."""


class Kind(StrEnum):
    """What a file is, by its content."""

    TEXT = "text"
    ZIP = "zip"
    """XLSX or ODS, if it is a workbook at all."""
    OLE = "ole"
    """XLS, or an XLSX behind a password."""


def name_of(source: Path | BinaryIO) -> str:
    """Return what messages and origins call the source: the path as given, `-` for a stream."""
    return str(source) if isinstance(source, Path) else STDIN


def open_source(source: Path | BinaryIO) -> BinaryIO:
    """Return the bytes of `source` as a file that can be read again from its start.

    A stream, a pipe or a FIFO is copied into an anonymous temporary file.

    Raises:
        SubjectError: it is missing, a directory, or cannot be read.
    """
    name = name_of(source)
    try:
        if not isinstance(source, Path):
            return _spooled(source)
        if source.is_dir():
            msg = f"{name}: is a directory: give the file that holds the names"
            raise SubjectError(msg)
        file = source.open("rb")
        if file.seekable():
            return file
        with file:
            return _spooled(file)
    except FileNotFoundError:
        msg = f"{name}: no such file"
        raise SubjectError(msg) from None
    except (OSError, ValueError) as error:
        msg = f"{name}: cannot be read: {reason(error)}"
        raise SubjectError(msg) from error


def reason(error: Exception) -> str:
    """Return what an error says in one line, without the path that the message names already."""
    return " ".join(str(getattr(error, "strerror", None) or error).split())


def _spooled(stream: BinaryIO) -> BinaryIO:
    copy = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 - the table closes it
    try:
        shutil.copyfileobj(stream, copy, 1 << 20)
        copy.seek(0)
    except BaseException:
        copy.close()
        raise
    return copy


def recognise(file: BinaryIO, name: str, *, any_text: bool) -> Kind:
    """Return what the file is by its first block; it stands at its start afterwards.

    Args:
        file: seekable.
        name: what messages call it.
        any_text: the user named the encoding, so NUL bytes prove nothing.

    Raises:
        SubjectError: it is empty, or binary and no workbook.
    """
    head = file.read(_BLOCK)
    file.seek(0)
    if not head:
        msg = f"{name}: is empty: there is nothing to screen"
        raise SubjectError(msg)
    if head.startswith(_ZIP_MAGIC):
        return Kind.ZIP
    if head.startswith(_OLE_MAGIC):
        return Kind.OLE
    if (fault := _foreign(head)) or (not any_text and (fault := _binary(head))):
        msg = f"{name}: {fault}"
        raise SubjectError(msg)
    return Kind.TEXT


def _foreign(head: bytes) -> str:
    """Return what a file of another kind is, or ""."""
    start = head.removeprefix(_BOMS[0]).lstrip()[:32].lower()
    what = next((what for magic, what in _FOREIGN if start.startswith(magic)), "")
    return what and f"is {what}; a table of names is CSV, TSV, XLSX, XLS or ODS"


def _binary(head: bytes) -> str:
    """Return why a block is no text, or "". A stray control byte or two is damage, and the row's business."""
    if head.startswith(_BOMS) or len(head) - len(head.translate(None, _CONTROLS)) <= 2 + len(head) // 50:
        return ""
    if head[0::2].count(0) > len(head) // 5 or head[1::2].count(0) > len(head) // 5:
        return "is binary, or UTF-16 without a byte order mark: if it is text, say --encoding utf-16-le (or -be)"
    return "is a binary file; a table of names is CSV, TSV, XLSX, XLS or ODS"
