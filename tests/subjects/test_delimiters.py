"""What parts the cells of a file."""

from pathlib import Path

import pytest
from subject_files import names, open_text, read_text

from screen.errors import SubjectError
from screen.subjects import ReadOptions


@pytest.mark.parametrize(("delimiter", "word"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_the_four_delimiters_are_found_and_noted(tmp_path: Path, delimiter: str, word: str) -> None:
    """Each is found by the header, with the others in the cells, and named in the notes."""
    others = "".join({",", ";", "\t", "|"} - {delimiter})
    rows = [["id", "Supplier Name", "note"], ["1", "Acme", others], ["2", "Other", others]]
    with open_text(tmp_path, "".join(delimiter.join(row) + "\n" for row in rows)) as table:
        assert names(table) == ["Acme", "Other"]
        assert f"cells parted by {word}" in table.notes


def test_decimal_commas_do_not_part_a_semicolon_file(tmp_path: Path) -> None:
    """The delimiter under which the header is known wins."""
    text = "Lieferant;Betrag\nMüller GmbH;1,5\nWeiß, Söhne & Co;2,75\n"
    assert names(read_text(tmp_path, text)) == ["Müller GmbH", "Weiß, Söhne & Co"]


def test_one_column_of_names_with_commas_stays_one_column(tmp_path: Path) -> None:
    """A header of one cell over names such as `Acme, Inc.` parts nothing, quoted or not."""
    text = 'Supplier\nAcme, Inc.\nDahua Technology Co., Ltd.\n"Quoted, Ltd"\nPlain\n'
    with open_text(tmp_path, text) as table:
        assert names(table) == ["Acme, Inc.", "Dahua Technology Co., Ltd.", "Quoted, Ltd", "Plain"]
        assert "each line is one cell" in table.notes


def test_lines_of_names_without_a_header_are_one_column(tmp_path: Path) -> None:
    """A list of names, one a line, is read whole, legal forms behind commas included."""
    text = "Acme, Inc.\nDahua Technology Co., Ltd.\nPlain\n"
    assert names(read_text(tmp_path, text)) == text.splitlines()


def test_a_report_title_over_an_unknown_table_is_no_header_of_one_column(tmp_path: Path) -> None:
    """`Suppliers` above rows of many cells is no header: guessing here would screen whole lines."""
    with pytest.raises(SubjectError, match="--column"):
        open_text(tmp_path, "Suppliers\n1,Acme,London\n2,Other,Paris\n3,Third,Rome\n")


@pytest.mark.parametrize(("given", "char"), [("tab", "\t"), ("\\t", "\t"), (";", ";"), ("^", "^"), ("semicolon", ";")])
def test_delimiter_overrules(tmp_path: Path, given: str, char: str) -> None:
    """One character or its name; the file is parted by it and nothing else."""
    text = f"a{char}name{char}b\n1{char}Acme, Inc{char}2\n"
    assert names(read_text(tmp_path, text, ReadOptions(delimiter=given))) == ["Acme, Inc"]


def test_delimiter_none_reads_lines(tmp_path: Path) -> None:
    """`none` is the way out where names hold delimiters."""
    text = "Acme;Sons\nOther;Sons\n"
    with pytest.raises(SubjectError, match="--column"):
        open_text(tmp_path, text)
    assert names(read_text(tmp_path, text, ReadOptions(delimiter="none"))) == ["Acme;Sons", "Other;Sons"]


@pytest.mark.parametrize("given", ["", ",,", '"', "\n", " ", "\0", "comma-ish"])
def test_a_delimiter_that_cannot_part_is_refused(tmp_path: Path, given: str) -> None:
    """The message repeats what was given and says what may be."""
    with pytest.raises(SubjectError, match="give one character"):
        open_text(tmp_path, "name,x\nAcme,1\n", ReadOptions(delimiter=given or ",,"))


def test_ragged_rows_do_not_hide_the_delimiter(tmp_path: Path) -> None:
    """Rows of other lengths than the header, and a preamble, leave it known."""
    text = "Report;2024\n\nid;Vendor;city;x\n1;Acme\n2;Other;London;1;2;3\n3;Third, Ltd;Rome;1\n"
    assert names(read_text(tmp_path, text)) == ["Acme", "Other", "Third, Ltd"]
