"""No open quote swallows a vendor: its row is given up, and reading goes on behind its first line."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from subject_files import names, read_text, reasons

from screen.subjects.quoting import MAX_NAME_LINES, MAX_ROW_LINES, read_rows

HEADER = "id,supplier,city\n"


def lines_of(text: str) -> Callable[[], str]:
    """Return a reader of the lines of a text."""
    lines = iter(text.splitlines(keepends=True))
    return lambda: next(lines, "")


def test_quoted_line_breaks_are_part_of_their_cell(tmp_path: Path) -> None:
    """A cell over three lines is one cell, and the next row has the line it starts on."""
    results = read_text(tmp_path, 'supplier,address\nAcme,"1 High St\nLondon\nUK"\nOther,x\n')
    assert names(results) == ["Acme", "Other"]
    assert [r.origin and r.origin.line for r in results] == [2, 5]
    assert results[0].origin is not None
    assert results[0].origin.cells == ("Acme", "1 High St\nLondon\nUK")


def test_an_address_with_as_many_commas_as_the_table_is_no_swallowed_row(tmp_path: Path) -> None:
    """Commas with blanks behind them are prose, however many."""
    results = read_text(tmp_path, 'supplier,x,address\nAcme,1,"1 High St\nFlat 3, London, UK"\nOther,2,y\n')
    assert names(results) == ["Acme", "Other"]


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    """The vendors behind an open quote are all read; its own row is rejected with line and reason."""
    rows = "".join(f"{n},Vendor {n},x\n" for n in range(2, 3_000))
    results = read_text(tmp_path, HEADER + '1,"Open,x\n' + rows)
    assert names(results) == [f"Vendor {n}" for n in range(2, 3_000)]
    [(line, reason)] = reasons(results)
    assert line == 2
    assert reason == (
        f"a quote opens on line 2 and is not closed there: lines 2 to {MAX_ROW_LINES + 1} would be one row; "
        "reading goes on with line 3"
    )


def test_a_quote_that_meets_a_later_quoted_cell_costs_one_row(tmp_path: Path) -> None:
    """The quote of a cell fifty lines on closes the open one: what is behind it shows that it should not."""
    rows = "".join(f"{n},Vendor {n},x\n" for n in range(2, 52))
    results = read_text(tmp_path, HEADER + '1,"Open,x\n' + rows + '52,"Acme, Inc",y\n53,Last,z\n')
    assert names(results) == [*(f"Vendor {n}" for n in range(2, 52)), "Acme, Inc", "Last"]
    assert [line for line, _ in reasons(results)] == [2]


def test_a_quote_that_meets_a_mark_of_inches_costs_one_row(tmp_path: Path) -> None:
    """Even a row that ends where a cell may end is seen through: each of its lines is a row of its own."""
    results = read_text(tmp_path, HEADER + '1,"Open,x\n2,Vendor 2,x\n3,Pipe 5",y\n4,Last,z\n')
    assert names(results) == ["Vendor 2", 'Pipe 5"', "Last"]
    assert [line for line, _ in reasons(results)] == [2]


def test_a_name_over_many_lines_is_no_name(tmp_path: Path) -> None:
    """In a file of one column only the length of a name tells; a short one with its address stays."""
    many = "".join(f"Vendor {n}\n" for n in range(MAX_NAME_LINES))
    results = read_text(tmp_path, f'supplier\n"Acme\nLondon"\n"Open\n{many}Pipe 5"\nLast\n')
    assert names(results) == ["Acme\nLondon", *many.splitlines(), 'Pipe 5"', "Last"]
    assert [line for line, _ in reasons(results)] == [4]


def test_a_file_that_ends_inside_quotes_rejects_its_last_row(tmp_path: Path) -> None:
    """A file cut off inside a cell does not pass its last row off as whole."""
    results = read_text(tmp_path, HEADER + '1,Acme,x\n2,"Cut of')
    assert names(results) == ["Acme"]
    assert reasons(results) == [(3, "a quote opens on line 3 and is not closed")]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ('1,"Acme" Ltd,x', "Acme Ltd"),
        ('1,Acme "The Best" Ltd,x', 'Acme "The Best" Ltd'),
        ('1,"""A"" Ltd",x', '"A" Ltd'),
    ],
)
def test_quotes_inside_one_line_do_no_harm(tmp_path: Path, row: str, name: str) -> None:
    """Quotes that the writer did not double, and those that it did, leave the row whole."""
    assert names(read_text(tmp_path, f"{HEADER}{row}\n2,Next,y\n")) == [name, "Next"]


def test_what_is_rejected_carries_the_cells_of_its_own_line(tmp_path: Path) -> None:
    """A report shows the row at fault, not the thousand behind it."""
    results = read_text(tmp_path, HEADER + '1,"Open,x\n' + "2,V,x\n" * 2_000)
    assert results[0].origin is not None
    assert results[0].origin.cells == ("1", "Open,x\n")


def test_hostile_quotes_cost_little_more_than_reading() -> None:
    """Where every line opens a quote again, the room for a row shrinks instead of the time growing."""
    text = 'x",y,"z\n' * 20_000
    started = time.perf_counter()
    rows = list(read_rows(lines_of(text), ","))
    assert len(rows) == 20_000
    assert all(row.fault for row in rows)
    assert time.perf_counter() - started < 10  # 0.4 s; twenty million lines without the shrinking
