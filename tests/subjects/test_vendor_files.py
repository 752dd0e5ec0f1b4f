"""The real vendor files open without an option and lose no row: held against a plain reading of each."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from shared import VENDORS, needs_shared
from subject_files import names, reasons

from screen.subjects import ReadOptions, open_subjects


@dataclass(frozen=True)
class Known:
    """What a person sees who looks into a file: how it is written, and which cell is what."""

    file: str
    encoding: str
    header: int
    """Rows up to and with the header."""
    name: int
    subjects: int
    rejected: int
    blank: int
    id: int | None = None
    country: int | None = None


FILES = (
    Known("bradford_2019-10.csv", "cp1252", 1, 8, 13_447, 0, 0, id=7),
    Known("cn_stock_basic_gbk.csv", "gbk", 1, 1, 7_379, 0, 0, id=0),
    Known("lambeth_2012-06.csv", "utf-8", 10, 2, 3_155, 2, 4),
    Known("oxford_apr-jun-2017.csv", "ascii", 1, 8, 4_050, 2, 0, id=7),
    Known("phoenix_2018-06.csv", "ascii", 1, 2, 54_991, 1, 0),
    Known("scottsdale_vendorpayments.csv", "ascii", 1, 1, 23_612, 0, 0),
    Known("vendor_names.csv", "utf-8", 1, 0, 70_521, 0, 0, country=1),
)
each_file = pytest.mark.parametrize("known", FILES, ids=[known.file for known in FILES])


def plain_rows(known: Known) -> Iterator[tuple[int, list[str]]]:
    """Yield line and cells of every row below the header, as the csv module reads them."""
    with (VENDORS / known.file).open(encoding=known.encoding, newline="") as file:
        reader = csv.reader(file)
        line = 1
        for at, cells in enumerate(reader):
            if at >= known.header:
                yield line, cells
            line = reader.line_num + 1


def name_in(cells: list[str], known: Known) -> str:
    """Return the name in a row, "" if it has none."""
    return cells[known.name].strip() if len(cells) > known.name else ""


@needs_shared
@each_file
def test_every_row_of_a_real_file_comes_through(known: Known) -> None:
    """Names and lines equal a plain reading; rows without a name are rejected, blank ones counted."""
    rows = list(plain_rows(known))
    said = [(line, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    with open_subjects(VENDORS / known.file, ReadOptions()) as table:
        results = list(table)
        blank = table.blank_rows
    assert names(results) == [name_in(cells, known) for _, cells in said if name_in(cells, known)]
    assert [result.origin and result.origin.line for result in results] == [line for line, _ in said]
    assert [result.origin and list(result.origin.cells) for result in results] == [cells for _, cells in said]
    assert blank == len(rows) - len(said)
    assert (len(names(results)), len(reasons(results)), blank) == (
        known.subjects,
        known.rejected,
        known.blank,
    )


@needs_shared
@each_file
def test_ids_and_countries_of_a_real_file_come_from_their_columns(known: Known) -> None:
    """What the id and country cells say is with the subject, and nothing where no column is known."""
    rows = [cells for _, cells in plain_rows(known) if name_in(cells, known)]
    with open_subjects(VENDORS / known.file, ReadOptions()) as table:
        subjects = [result for result in table if hasattr(result, "name")]
    for position, found in ((known.id, "id"), (known.country, "country")):
        expected = [None if position is None else row[position].strip() or None for row in rows]
        assert [getattr(subject, found) for subject in subjects] == expected


@needs_shared
@each_file
def test_a_real_file_reads_the_same_from_standard_input(known: Known) -> None:
    """A stream is spooled and read by the same passes; its origin is `-`."""
    path = VENDORS / known.file
    with path.open("rb") as stream, open_subjects(stream, ReadOptions()) as table:
        streamed = list(table)
    with open_subjects(path, ReadOptions()) as table:
        assert names(table) == names(streamed)
    assert {result.origin and result.origin.file for result in streamed} == {"-"}


@needs_shared
def test_the_notes_say_what_was_assumed() -> None:
    """The preamble file shows encoding, delimiter, header line and column in words."""
    with open_subjects(VENDORS / "lambeth_2012-06.csv", ReadOptions()) as table:
        assert table.notes == (
            "read as UTF-8",
            "cells parted by comma",
            "header on line 10; what is above it is not screened",
            "names in column 3, 'Supplier Name'",
        )
        assert table.columns[2] == "Supplier Name"


@needs_shared
def test_rows_without_a_supplier_say_which_column_is_empty() -> None:
    """The total line at the end of a real report is rejected, with its line."""
    with open_subjects(VENDORS / "phoenix_2018-06.csv", ReadOptions()) as table:
        assert reasons(table) == [(54_993, "no name in column 'Vendor Name'")]


@needs_shared
def test_the_careful_readers_four_are_in_the_chinese_file() -> None:
    """Four names a reader of the Chinese stock file expects are decoded letter by letter."""
    with open_subjects(VENDORS / "cn_stock_basic_gbk.csv", ReadOptions()) as table:
        assert {"海康威视", "大华股份", "科大讯飞", "美亚柏科"} <= set(names(table))


@needs_shared
@pytest.mark.parametrize("cut", [1, 100, 4_097, 70_000])
def test_a_real_file_cut_anywhere_still_reads(cut: int, tmp_path: Path) -> None:
    """A download that broke off gives what is there, or one row rejected for its quote, never a crash."""
    data = (VENDORS / "scottsdale_vendorpayments.csv").read_bytes()
    path = tmp_path / "cut.csv"
    path.write_bytes(data[: len(data) // 2 + cut])
    with open_subjects(path, ReadOptions()) as table:
        results = list(table)
    assert len(names(results)) > 10_000
    assert len(reasons(results)) <= 1
