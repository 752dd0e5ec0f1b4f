"""Random tables, written by the csv module in a random dialect and encoding, come back as they were."""

import csv
import io

from hypothesis import assume, given
from hypothesis import strategies as st
from subject_files import read_bytes

from screen.model import Rejected, Subject
from screen.subjects import ReadOptions

ALPHABET = {
    "utf-8": "abc XYZ019.,;|'\"&éß大华\n",
    "utf-8-sig": "abc XYZ019.,;|'\"&éß大华\n",
    "utf-16": "abc XYZ019.,;|'\"&éß大华\n",
    "utf-32": "abc XYZ019.,;|'\"&éß大华\n",
    "ascii": "abc XYZ019.,;|'\"&\n",
}


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[list[str]]]:
    """Draw an encoding that needs no guess, and rows of an id, a name with a letter in it, and a note."""
    encoding = draw(st.sampled_from(sorted(ALPHABET)))
    cell = st.text(st.sampled_from(ALPHABET[encoding]), max_size=12)
    name = st.tuples(cell, st.sampled_from(["Acme Ltd", "Dahua Co", "Otto AG"]), cell).map("".join)
    rows = draw(st.lists(st.tuples(cell, name, cell).map(list), min_size=1, max_size=8))
    return encoding, rows


@given(
    tables(),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
    st.booleans(),
)
def test_a_written_table_is_read_back(
    table: tuple[str, list[list[str]]], delimiter: str, end: str, quoting: int, found: bool
) -> None:
    """Names, cells and first lines are those that were written, with the delimiter given or found."""
    encoding, plain = table
    rows = [[cell.replace("\n", end) for cell in row] for row in plain]  # the writer quotes no other line end
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerow(["no", "Supplier Name", "note"])
    lines = []
    for row in rows:
        written = out.getvalue().replace("\r\n", "\n").replace("\r", "\n")
        lines.append(written.count("\n") + 1)
        writer.writerow(row)
    results = read_bytes(out.getvalue().encode(encoding), ReadOptions(delimiter=None if found else delimiter))
    assume(not any(isinstance(result, Rejected) for result in results))
    assert [result.name for result in results if isinstance(result, Subject)] == [row[1].strip() for row in rows]
    assert [result.origin and result.origin.line for result in results] == lines
    assert [result.origin and list(result.origin.cells) for result in results] == rows


@given(st.lists(st.text(st.sampled_from('ab,"; 大\n\r'), max_size=20), min_size=1, max_size=12))
def test_every_row_that_is_not_blank_is_a_result(cells: list[str]) -> None:
    """However the quotes fall: no row vanishes, each line that says something is in some result's cells."""
    said = ReadOptions(column="name", delimiter=",")
    text = "no,name\n" + "".join(f"{at},x{cell}\n" for at, cell in enumerate(cells))
    read = "\n".join("\n".join(result.origin.cells) for result in read_bytes(text.encode(), said) if result.origin)
    kept = [char for char in text.partition("\n")[2] if char not in ',"\n\r ']
    assert [char for char in read if char not in ',"\n\r '] == kept
