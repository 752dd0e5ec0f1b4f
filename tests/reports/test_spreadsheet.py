"""CSV: the input's rows, ours beside them, nothing a spreadsheet would run."""

import csv
from dataclasses import replace
from io import StringIO

import pytest
from report_samples import DAHUA, LISTING, chinese_hit, dahua_hit, rejected, screening
from report_text import csv_text

from screen.model import Origin, Rejected, Screening
from screen.reports.spreadsheet import OUR_COLUMNS, inert, our_titles, passed_through

COLUMNS = ("Supplier", "Amount")


def rows(*results: Screening | Rejected, columns: tuple[str, ...] = COLUMNS) -> list[dict[str, str]]:
    """Return the rows of a report by title; each has as many cells as there are titles."""
    read = list(csv.reader(StringIO(csv_text(results, columns), newline=""), strict=True))
    return [dict(zip(read[0], row, strict=True)) for row in read[1:]]


def test_a_hit_stands_beside_its_row() -> None:
    """The input's cells come first, then ours, from the best of the hits."""
    cells = ("Zhejiang Dahua", "-12.50")
    (row,) = rows(screening("Zhejiang Dahua", dahua_hit(94.96), chinese_hit(88.0), line=18, cells=cells))
    assert tuple(row) == COLUMNS + OUR_COLUMNS
    assert row == {
        "Supplier": "Zhejiang Dahua",
        "Amount": "-12.50",
        "screen_status": "hit",
        "screen_score": "94.9",
        "screen_entity_id": "bis-2019-dahua",
        "screen_entity_name": "Dahua Technology",
        "screen_matched_name": "Zhejiang Dahua Technology Co., Ltd.",
        "screen_list": "bis-2019",
        "screen_citation": "84 FR 54002",
        "screen_hits": "2",
        "screen_why": dahua_hit().why,
        "screen_reason": "",
    }
    assert DAHUA.listings == (LISTING,)


def test_a_clear_row_has_no_hits() -> None:
    """A clear row says so and that there were no hits; nothing else is filled."""
    (row,) = rows(screening("Oxford", line=2, cells=("Oxford", "1")))
    filled = {title: cell for title, cell in row.items() if cell}
    assert filled == {"Supplier": "Oxford", "Amount": "1", "screen_status": "clear", "screen_hits": "0"}


def test_a_rejected_row_is_not_clear() -> None:
    """A rejected row keeps its cells and says why; how many hits it has is not known."""
    (row,) = rows(rejected(cells=("", "7")))
    filled = {title: cell for title, cell in row.items() if cell}
    assert filled == {
        "Amount": "7",
        "screen_status": "rejected",
        "screen_reason": "no name in column 'Supplier'",
    }


def test_a_rejected_row_without_cells_says_where_it_stands() -> None:
    """What cannot be known by its cells is known by file and line."""
    (row,) = rows(rejected())
    assert row["screen_reason"] == "vendors.csv:40: no name in column 'Supplier'"


def test_one_row_for_each_result() -> None:
    """Counts agree with the input, line breaks inside cells or not."""
    cells = ("two\r\nlines\rand more", "1")
    found = rows(screening("a", line=2, cells=cells), rejected(), screening("b", dahua_hit(), line=5, cells=cells))
    assert [row["screen_status"] for row in found] == ["clear", "rejected", "hit"]
    assert found[0]["Supplier"] == "two\nlines\nand more"


def test_ragged_rows_stay_under_their_titles() -> None:
    """Short rows are padded, what is beyond the header is told, blank cells there are dropped."""
    short, blank, long = rows(
        screening("a", line=2, cells=("a",)),
        screening("b", line=3, cells=("b", "1", "", " ")),
        screening("c", line=4, cells=("c", "1", "=x", "y")),
    )
    assert (short["Supplier"], short["Amount"], short["screen_status"]) == ("a", "", "clear")
    assert (blank["screen_status"], blank["screen_reason"]) == ("clear", "")
    assert (long["screen_status"], long["screen_reason"]) == ("clear", "cells beyond the header: =x | y")
    (told,) = rows(rejected(cells=("", "7", "y")))
    assert told["screen_reason"] == "no name in column 'Supplier'; cells beyond the header: y"


def test_without_a_table_the_name_is_the_column() -> None:
    """Names given one by one are written under a title of their own."""
    found = rows(screening("Zhejiang Dahua", dahua_hit()), rejected(), columns=())
    assert [(row["name"], row["screen_status"]) for row in found] == [
        ("Zhejiang Dahua", "hit"),
        ("", "rejected"),
    ]


def test_titles_of_ours_that_the_input_has_are_numbered() -> None:
    """A report screened again keeps its earlier columns; ours are told apart from them."""
    titles = our_titles(("Supplier", "Screen_Status ", "screen_hits", "screen_hits_2"))
    assert titles[0] == "screen_status_2"
    assert titles[OUR_COLUMNS.index("screen_hits")] == "screen_hits_3"
    assert titles[OUR_COLUMNS.index("screen_why")] == "screen_why"


@pytest.mark.parametrize(
    "cell",
    [
        "=cmd()",
        "+1+1",
        "-2+3",
        "-cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＠x",
        "-",
        "+49 1",
        "-1-1",
        "-１",
    ],
)
def test_formulas_are_made_text(cell: str) -> None:
    """Whatever a spreadsheet may take for a formula starts with an apostrophe."""
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell",
    ["-12.50", "+5", "-1,234.50", "-.5", "-12,50", "-1e5", "+3%", "12", "", "a=b", "1-2", "'=x", " =x"],
)
def test_numbers_and_text_stay(cell: str) -> None:
    """Plain numbers and everything that does not start like a formula is left alone."""
    assert inert(cell) == cell


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("two\r\nlines", "two\nlines"),
        ("two\rlines", "two\nlines"),
        ("\r=cmd()", "'\n=cmd()"),
        ("\t=cmd()", "'\t=cmd()"),
        ("a\tb", "a\tb"),
        ("\x1b[2J\nx", "\\x1b[2J\nx"),
        ("HIK\u200bVISION", r"HIK\u200bVISION"),
        ("lone \ud800", r"lone \ud800"),
        ("浙江　大华", "浙江　大华"),
        ("[red]x[/red]", "[red]x[/red]"),
    ],
)
def test_cells_of_the_input_are_passed_through_safely(cell: str, written: str) -> None:
    """Line breaks and tabs are kept; what else does not show is written out."""
    assert passed_through(cell) == written


def test_titles_and_our_cells_are_made_safe_too() -> None:
    """A title is a cell like any other, and so is a reason."""
    hostile = Rejected(Origin("=x.csv"), "=cmd()")
    text = csv_text([hostile], ("=cmd()", "Na\x1bme"))
    assert text.splitlines()[0].startswith("'=cmd(),Na\\x1bme,screen_status")
    assert text.splitlines()[1].endswith(",'=x.csv: =cmd()")


def test_an_entity_without_a_listing_leaves_the_cells_empty() -> None:
    """A hit on an entity without listings is still a row."""
    (row,) = rows(screening("x", replace(dahua_hit(), entity=replace(DAHUA, listings=())), line=2, cells=("x",)))
    assert (row["screen_status"], row["screen_list"], row["screen_citation"]) == ("hit", "", "")
