"""What is no table of names ends in one clear line, never in a crash and never in an empty all-clear."""

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from subject_files import Result, open_text, read_bytes

from screen.errors import SubjectError
from screen.subjects import ReadOptions, open_subjects


def error_of(source: Path) -> str:
    """Return the one line with which a source is refused."""
    with pytest.raises(SubjectError) as caught:
        open_subjects(source, ReadOptions())
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message names the path."""
    assert error_of(tmp_path / "none.csv") == f"{tmp_path / 'none.csv'}: no such file"


def test_a_directory_is_no_file(tmp_path: Path) -> None:
    """Said before anything tries to read it."""
    assert "is a directory" in error_of(tmp_path)


def test_a_path_that_no_system_takes_is_an_error() -> None:
    """Python raises other things than OSError for these."""
    assert "cannot be read" in error_of(Path("a\0b"))
    assert "cannot be read" in error_of(Path("x" * 5_000))


@pytest.mark.parametrize("data", [b"", b"\n\n", b"  \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1a"])
def test_an_empty_file_is_an_error(tmp_path: Path, data: bytes) -> None:
    """Nothing screened is not an all-clear; blank lines and marks are nothing."""
    with pytest.raises(SubjectError, match="nothing to screen"):
        open_text(tmp_path, data)


@pytest.mark.parametrize("text", ["Supplier\n", "id,Supplier\n", "Report\n\nid,Supplier\n\n , \n", "name"])
def test_a_header_alone_is_an_error(tmp_path: Path, text: str) -> None:
    """Raised on opening, before any report is begun."""
    with pytest.raises(SubjectError, match="no rows below the header on line"):
        open_text(tmp_path, text)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (bytes(range(256)) * 20, "binary"),
        (b"\0\1\2\3", "binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0", "binary"),
        (b"%PDF-1.7\n%\xe2\xe3\n", "PDF"),
        (gzip.compress(b"name\nAcme\n"), "gzip"),
        (b"<!DOCTYPE html>\n<table><tr><td>name</td></tr>", "HTML"),
        (b"\xef\xbb\xbf\n <HTML>", "HTML"),
        (b"<?xml version='1.0'?><Workbook/>", "XML"),
        (b"PAR1\x15\x04\x15", "Parquet"),
        (b"PK\x03\x04 no archive", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "broken"),
    ],
)
def test_other_kinds_of_file_are_refused_by_content(tmp_path: Path, data: bytes, what: str) -> None:
    """Whatever the name of the file says."""
    with pytest.raises(SubjectError, match=what):
        open_text(tmp_path, data)


def test_names_that_begin_like_other_kinds_are_no_such_kind(tmp_path: Path) -> None:
    """`BZH` and `PAR1` are letters; a line of hash signs or an XML-ish name is text."""
    for first in ("BZH Deutschland", "PAR1S Ltd", "RAR! Events", "7z Logistics", "<name> Ltd", "# Acme"):
        with open_text(tmp_path, f"{first}\nOther\n") as table:
            assert sum(1 for _ in table) == 2


def test_a_line_without_an_end_is_refused_in_time() -> None:
    """A file of many megabytes in one line is no table, and must not fill the memory."""

    class Endless(io.RawIOBase):
        """A stream of one line of 80 MB."""

        left = 80

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.left -= 1
            return b"x" * 1_000_000 if self.left >= 0 else b""

    with pytest.raises(SubjectError, match="line 1: longer than"):
        open_subjects(Endless(), ReadOptions())  # type: ignore[arg-type]


def test_a_stream_that_breaks_is_an_error() -> None:
    """A failing disk or pipe is one line, too."""

    class Broken(io.RawIOBase):
        """A stream that cannot be read."""

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(SubjectError, match="-: cannot be read: Input/output error"):
        open_subjects(Broken(), ReadOptions())  # type: ignore[arg-type]


texts = st.text(st.sampled_from('ab,;\t|"\n\r é大\0\x1a\ufeff=<'), max_size=60).map(str.encode)
shapes = st.sampled_from(
    [b"", b"name,x\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"supplier;x\r"]
)
options = st.builds(
    ReadOptions,
    column=st.sampled_from([None, "name", "1", "2"]),
    encoding=st.sampled_from([None, None, "utf-16", "gb18030", "utf-7", "unicode_escape"]),
    delimiter=st.sampled_from([None, None, ";", "none"]),
)


@given(shapes, st.one_of(st.binary(max_size=200), texts), options)
@example(b"", b'"', ReadOptions())
@example(b"", b"name\r\n\x80", ReadOptions(encoding="utf-7"))
def test_no_bytes_raise_anything_but_our_error(shape: bytes, rest: bytes, said: ReadOptions) -> None:
    """Whatever stands in a file, it gives subjects, rejected rows or one clear line; and never nothing."""
    problem, results = outcome(shape + rest, said)
    assert bool(problem) != bool(results)
    assert "\n" not in problem
    for result in results:
        assert result.origin is not None
        "".join(result.origin.cells).encode()  # can be written: no marks of bad bytes are left


def outcome(data: bytes, said: ReadOptions) -> tuple[str, list[Result]]:
    """Return the error, or "" and all results."""
    try:
        return "", read_bytes(data, said)
    except SubjectError as error:
        return str(error), []
