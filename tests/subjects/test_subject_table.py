"""Rows as subjects: what is kept, what is rejected and why, and what is told of the way through the file."""

import io
import os
import threading
import tracemalloc
from pathlib import Path

import pytest
from subject_files import names, open_text, read_bytes, read_text, reasons

from screen.errors import SubjectError
from screen.model import Origin, Rejected, Subject
from screen.subjects import ReadOptions, open_subjects


def test_a_row_becomes_a_subject_with_its_origin(tmp_path: Path) -> None:
    """Name without padding, file as given, first line of the row, cells as read."""
    [subject] = read_text(tmp_path, "id,Supplier\n7,  Acme  \n")
    assert subject == Subject("Acme", id="7", origin=Origin(str(tmp_path / "vendors.csv"), 2, ("7", "  Acme  ")))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_count_lines_alike(tmp_path: Path, end: str) -> None:
    """LF, CRLF and the CR of old Macs, with a line break inside quotes."""
    text = 'name,x\nAcme,"1\n2"\n\nOther,3'.replace("\n", end)
    results = read_text(tmp_path, text)
    assert names(results) == ["Acme", "Other"]
    assert [result.origin and result.origin.line for result in results] == [2, 5]


def test_blank_rows_are_counted_and_skipped(tmp_path: Path) -> None:
    """Rows of blanks, of no-break spaces and the end mark of DOS hold nothing."""
    with open_text(tmp_path, "name,x\n\nAcme,1\n , \n\xa0,\u3000\n,\nLast,2\n\x1a") as table:
        assert names(table) == ["Acme", "Last"]
        assert table.blank_rows == 5


def test_a_row_without_a_name_is_rejected(tmp_path: Path) -> None:
    """It says something, but not who: that is no all-clear."""
    results = read_text(tmp_path, "id,Supplier Name\n1,Acme\n2,  \n3\n")
    reason = "no name in column 'Supplier Name'"
    assert reasons(results) == [(3, reason), (4, reason)]
    assert reasons(read_text(tmp_path, "a,1\nb\n", ReadOptions(column="2"))) == [(2, "no name in column 2")]


def test_ragged_rows_keep_what_they_have(tmp_path: Path) -> None:
    """Missing cells are empty, surplus ones kept; rows that are too full are counted for the reader."""
    with open_text(tmp_path, "name,id,country\nShort\nLong,1,DE,x,y\nFit,2,FR,,\n") as table:
        short, long, fit = table
        assert table.long_rows == 1
    assert short == Subject("Short", origin=Origin(str(tmp_path / "vendors.csv"), 2, ("Short",)))
    assert long.origin is not None
    assert long.origin.cells == ("Long", "1", "DE", "x", "y")
    assert isinstance(fit, Subject)
    assert fit.country == "FR"


def test_a_cell_of_ten_megabytes_breaks_nothing(tmp_path: Path) -> None:
    """Beside the name it passes; as the name its row is rejected, with its length."""
    huge = "x" * 10_485_760
    results = read_text(tmp_path, f'name,note\nAcme,{huge}\n{huge},1\n"{huge}",1\nLast,2\n')
    assert names(results) == ["Acme", "Last"]
    reason = "the name in column 'name' is 10,485,760 characters long; no name has more than 10,000"
    assert reasons(results) == [(3, reason), (4, reason)]


def test_the_longest_name_passes_and_one_more_does_not(tmp_path: Path) -> None:
    """Ten thousand characters are still read."""
    results = read_text(tmp_path, f"name,x\n{'a' * 10_000},1\n{'a' * 10_001},1\n")
    assert len(names(results)) == len(reasons(results)) == 1


def test_nul_bytes_cost_no_row_but_the_one_whose_name_they_break(tmp_path: Path) -> None:
    """Fillings around a name go, a NUL beside it stays in its cell, a NUL inside it is damage."""
    padding = "".join(f"Vendor {n},x\n" for n in range(100))
    results = read_text(tmp_path, f"name,x\nAcme\0\0,1\nOther,a\0b\nDah\0ua,2\n{padding}")
    assert names(results)[:2] == ["Acme", "Other"]
    assert len(names(results)) == 102
    assert reasons(results) == [(4, "the name in column 'name' holds a NUL byte: the row is damaged")]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#NAME?"])
def test_a_spreadsheet_error_is_no_name(tmp_path: Path, error: str) -> None:
    """The name was lost before the file was written: it cannot be called clear."""
    results = read_text(tmp_path, f"name,x\n{error},1\n# 1 Taxis,2\n")
    assert names(results) == ["# 1 Taxis"]
    assert reasons(results) == [(2, f"the name in column 'name' is the spreadsheet error {error}")]


@pytest.mark.parametrize("name", ["[red]x[/red]", "=cmd()", "\x1b[2J", "Evil\u202eCorp", "+1", "@x", "{}", "<b>"])
def test_hostile_names_come_through_untouched(tmp_path: Path, name: str) -> None:
    """To make them safe is the business of whoever prints them; none may be lost here."""
    assert names(read_text(tmp_path, f'name,x\n"{name}",1\nLast,2\n')) == [name, "Last"]


def test_standard_input_is_called_by_its_dash() -> None:
    """Origins and errors of a stream say `-`."""
    [subject] = read_bytes(b"name\nAcme\n")
    assert subject.origin == Origin("-", 2, ("Acme",))
    with pytest.raises(SubjectError, match=r"^-: is empty"):
        read_bytes(b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_with_a_name_is_read(tmp_path: Path) -> None:
    """What cannot be read twice is copied first."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=("name\nMüller\n".encode("cp1252"),))
    writer.start()
    with open_subjects(path, ReadOptions()) as table:
        assert names(table) == ["Müller"]
    writer.join()


def test_progress_runs_from_the_start_to_the_whole_file(tmp_path: Path) -> None:
    """Bytes read grow with the rows and end at the size of the file, streams included."""
    data = b"name,x\n" + b"Acme Trading,1\n" * 20_000
    (tmp_path / "v.csv").write_bytes(data)
    for source in (tmp_path / "v.csv", io.BytesIO(data)):
        with open_subjects(source, ReadOptions()) as table:
            assert table.total_bytes == len(data)
            seen = [table.bytes_read for _ in table]
        assert seen == sorted(seen)
        assert seen[0] < len(data) // 2
        assert seen[-1] == table.bytes_read == len(data)


def test_rows_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    """The first subject comes without the rest of the file, and blank rows are not counted in advance."""
    with open_text(tmp_path, "name,x\nAcme,1\n" + ",\n" * 50_000 + "Last,2\n") as table:
        assert isinstance(next(iter(table)), Subject)
        assert table.blank_rows == 0
        assert table.bytes_read < (table.total_bytes or 0)
        assert names(table) == ["Last"]
        assert table.blank_rows == 50_000


def test_memory_stays_flat_however_long_the_file(tmp_path: Path) -> None:
    """Ten times the rows take no more memory at their peak."""
    peaks = []
    for rows in (5_000, 50_000):
        path = tmp_path / f"{rows}.csv"
        path.write_text("name,x\n" + "Müller Trading GmbH,1\n" * rows, encoding="utf-8")
        tracemalloc.start()
        with open_subjects(path, ReadOptions()) as table:
            assert sum(1 for _ in table) == rows
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 2_500_000  # one block of a mebibyte and its text, which the small file has not


def test_the_file_is_closed_when_the_table_is_left(tmp_path: Path) -> None:
    """Also by `close`, and twice does no harm."""
    table = open_text(tmp_path, "name\nAcme\n")
    with table:
        assert names(table) == ["Acme"]
    table.close()
    (tmp_path / "vendors.csv").unlink()


def test_options_that_do_not_apply_are_noted(tmp_path: Path) -> None:
    """A sheet of a CSV file is not an error, but not silence either."""
    with open_text(tmp_path, "name\nAcme\n", ReadOptions(sheet="2")) as table:
        assert "--sheet does not apply: the file is no workbook" in table.notes


def test_rejected_rows_alone_are_results(tmp_path: Path) -> None:
    """A file whose every row lacks a name opens: its rows are reported, not hidden behind `no rows`."""
    assert all(isinstance(result, Rejected) for result in read_text(tmp_path, "name,x\n,1\n,2\n"))
