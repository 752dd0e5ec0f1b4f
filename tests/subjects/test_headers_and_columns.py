"""Where the header is and which columns are used; what is in doubt is an error that lists the columns."""

from pathlib import Path

import pytest
from subject_files import names, open_text, read_text, reasons

from screen.errors import SubjectError
from screen.model import Subject
from screen.subjects import ReadOptions


def error_of(tmp_path: Path, text: str, options: ReadOptions | None = None) -> str:
    """Return the message with which a file is refused: one line that names the file."""
    with pytest.raises(SubjectError) as caught:
        open_text(tmp_path, text, options)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(tmp_path / "vendors.csv"))
    return message.removeprefix(f"{tmp_path / 'vendors.csv'}: ")


@pytest.mark.parametrize(
    "title",
    [
        "Supplier", "SUPPLIER NAME", "VendorName", "vendor_name", "Vendor-Name", " Beneficiary  Name ",
        "Creditor", "Payee", "Company", "code_name", "name", "Lieferant", "Lieferantenname", "Empfänger",
        "Fournisseur", "Bénéficiaire", "Raison sociale", "Proveedor", "Razón Social", "Fornecedor",
        "Fornitore", "供应商名称", "公司名称", "供應商名稱", "仕入先", "거래처명", "Поставщик", "اسم الشركة",
        "Supplier\nName",
    ],
)  # fmt: skip
def test_a_title_of_names_is_known_however_it_is_written(tmp_path: Path, title: str) -> None:
    """Case, blanks, signs and accents do not matter, nor the language of the table."""
    assert names(read_text(tmp_path, f'amount,"{title}",city\n1,Acme,x\n')) == ["Acme"]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("name,Supplier Name", "second"),
        ("Supplier,Supplier Name", "second"),
        ("Company,Vendor", "second"),
        ("Supplier Name,name", "first"),
        ("Organisation Name,Beneficiary", "second"),
    ],
)
def test_the_better_title_wins(tmp_path: Path, header: str, name: str) -> None:
    """A title that says whose name it is beats one that says less, wherever it stands."""
    assert names(read_text(tmp_path, f"{header}\nfirst,second\n")) == [name]


def test_two_titles_as_good_as_each_other_are_an_error(tmp_path: Path) -> None:
    """Nothing is guessed: the message lists both and names the option."""
    message = error_of(tmp_path, "Supplier,x,Vendor\nAcme,1,Other\n")
    assert message == "several columns may hold the name: give --column: 1 'Supplier', 3 'Vendor'"


def test_two_columns_of_one_title_are_an_error_until_one_is_given_by_number(tmp_path: Path) -> None:
    """The title alone cannot settle it; the number does."""
    text = "name,x,Name\nAcme,1,Other\n"
    assert "1 'name', 3 'Name'" in error_of(tmp_path, text)
    twice = "supplier,x,supplier\nAcme,1,Other\n"
    message = error_of(tmp_path, twice, ReadOptions(column="supplier"))
    assert message == "2 columns are titled 'supplier': give --column a number: 1 'supplier', 3 'supplier'"
    assert names(read_text(tmp_path, twice, ReadOptions(column="3"))) == ["Other"]
    assert names(read_text(tmp_path, text, ReadOptions(column="Name"))) == ["Other"]


def test_a_vendor_column_of_numbers_holds_no_names(tmp_path: Path) -> None:
    """SAP calls the number `Vendor` and the name `Name 1`: titles are checked against the rows."""
    text = "Vendor,Name 1,City\n100234,Acme,x\nW00345,Other 24,y\n100236,360 Security Ltd,z\n"
    with open_text(tmp_path, text) as table:
        assert names(table) == ["Acme", "Other 24", "360 Security Ltd"]
        assert "column 1, 'Vendor', holds numbers, no names" in table.notes


def test_a_vendor_column_of_numbers_alone_is_an_error(tmp_path: Path) -> None:
    """Screening numbers would find nothing and look clear; only --column makes it happen."""
    text = "Vendor,City\n100234,x\n100235,y\n"
    assert error_of(tmp_path, text).startswith("the column titled as names holds numbers: give --column")
    assert names(read_text(tmp_path, text, ReadOptions(column="Vendor"))) == ["100234", "100235"]


def test_a_listed_name_of_digits_and_letters_is_a_name(tmp_path: Path) -> None:
    """`11420 CORP.` is a listed party and may be the only row of a file."""
    assert names(read_text(tmp_path, "Vendor,City\n11420 CORP.,x\n")) == ["11420 CORP."]


def test_no_known_title_lists_the_columns_that_are_there(tmp_path: Path) -> None:
    """The user sees what to choose from."""
    message = error_of(tmp_path, "Wer,Wo\nAcme,x\n")
    assert message == "no title of a name column is known: give --column: 1 'Wer', 2 'Wo'"


def test_many_and_hostile_titles_stay_one_short_line(tmp_path: Path) -> None:
    """Control characters are shown, long titles cut, long lists counted."""
    header = ",".join(["\x1b[2J\u202e", "y" * 500, *(f"t{n}" for n in range(30))])
    message = error_of(tmp_path, f"{header}\n" + ",".join("x" * 32) + "\n")
    assert "\\x1b[2J\\u202e" in message
    assert message.endswith("and 20 more")
    assert len(message) < 400


def test_one_column_without_a_header_is_all_names(tmp_path: Path) -> None:
    """The first line is a name too, and the notes say so."""
    with open_text(tmp_path, "Zhejiang Dahua\nAcme\n") as table:
        assert names(table) == ["Zhejiang Dahua", "Acme"]
        assert "no header is known: every row is read, names in column 1" in table.notes
        assert table.columns == ("column 1",)


def test_a_title_further_down_a_list_of_names_is_a_name(tmp_path: Path) -> None:
    """Otherwise the names above it would be taken for a preamble and vanish."""
    assert names(read_text(tmp_path, "Acme\nOther\nSupplier\nLast\n")) == [
        "Acme",
        "Other",
        "Supplier",
        "Last",
    ]


def test_a_preamble_is_passed_over(tmp_path: Path) -> None:
    """Lines with less in them than the table are no header, even with a known title in them."""
    text = "Spending 2024,,,\nCompany,Lambeth,,\n,,,\nid,Supplier,Date,Amount\n1,Acme,x,2\n"
    with open_text(tmp_path, text) as table:
        results = list(table)
        assert names(results) == ["Acme"]
        assert not reasons(results)
        assert "header on line 4; what is above it is not screened" in table.notes


def test_rows_above_a_header_that_nobody_asked_for_are_rejected_when_they_may_be_subjects(
    tmp_path: Path,
) -> None:
    """A vendor called `Company` in the middle of a headerless table must not hide the vendors above it."""
    text = "1,Acme,x\n2,Other,y\n3,Company,z\n4,Last,w\n"
    results = read_text(tmp_path, text)
    assert names(results) == ["Last"]
    reason = "stands above the header, which is on line 3"
    assert reasons(results) == [(1, reason), (2, reason)]


def test_column_by_title_finds_the_header(tmp_path: Path) -> None:
    """An unknown title is enough once the user gives it, in any case, under a preamble."""
    text = "Bericht,,\n\nNr,Wer genau,Wo\n1,Acme,x\n"
    assert names(read_text(tmp_path, text, ReadOptions(column="wer_genau"))) == ["Acme"]


def test_column_by_title_beats_known_titles(tmp_path: Path) -> None:
    """What the user asks for is used, though another column is titled better."""
    assert names(read_text(tmp_path, "Supplier Name,Parent\nAcme,Big\n", ReadOptions(column="Parent"))) == ["Big"]


def test_column_by_number_uses_a_known_header(tmp_path: Path) -> None:
    """A header known by any title is not screened; a number says which column of it."""
    options = ReadOptions(column="2")
    assert names(read_text(tmp_path, "Supplier,Parent\nAcme,Big\n", options)) == ["Big"]
    assert names(read_text(tmp_path, "Country,Wer\nDE,Big\n", options)) == ["Big"]


def test_column_by_number_without_a_known_header_reads_every_row(tmp_path: Path) -> None:
    """To screen an unknown header row as a name is harmless; to drop a vendor as a header is not."""
    with open_text(tmp_path, "Acme,x\nOther,y\n", ReadOptions(column="1")) as table:
        assert names(table) == ["Acme", "Other"]
        assert table.columns == ("column 1", "column 2")
        assert "no header is known: every row is read, names in column 1" in table.notes


@pytest.mark.parametrize(
    ("options", "asked"),
    [
        (ReadOptions(column="Payer"), "--column 'Payer'"),
        (ReadOptions(column="3"), "--column '3'"),
        (ReadOptions(column="0"), "--column '0'"),
        (ReadOptions(column=""), "--column ''"),
        (ReadOptions(id_column="key"), "--id-column 'key'"),
        (ReadOptions(country_column="9"), "--country-column '9'"),
    ],
)
def test_a_column_that_is_not_there_is_an_error(tmp_path: Path, options: ReadOptions, asked: str) -> None:
    """Each of the three options says its own name and lists the columns."""
    message = error_of(tmp_path, "id,Supplier\n1,Acme\n", options)
    assert message == f"{asked}: there is no such column: 1 'id', 2 'Supplier'"


def test_a_column_that_is_not_there_is_an_error_without_a_header_too(tmp_path: Path) -> None:
    """A title cannot be found, and a number has to be within the rows."""
    for options in (
        ReadOptions(column="4"),
        ReadOptions(column="2", id_column="key"),
        ReadOptions(country_column="x"),
    ):
        assert "there is no such column: 1 'Acme', 2 'x'" in error_of(tmp_path, "Acme,x\n", options)


def test_id_and_country_are_taken_as_asked_and_as_titled(tmp_path: Path) -> None:
    """By option, by title, or by number; blank cells say nothing."""
    text = "Vendor ID,Vendor,Country,Land 2\n 7 ,Acme, DE ,FR\n,Other,,\n"
    expected = {
        ReadOptions(): ("7", "DE"),
        ReadOptions(id_column="4", country_column="Land 2"): ("FR", "FR"),
        ReadOptions(id_column="vendor-id"): ("7", "DE"),
    }
    for options, said in expected.items():
        first, second = read_text(tmp_path, text, options)
        assert isinstance(first, Subject)
        assert isinstance(second, Subject)
        assert (first.id, first.country) == said
        assert (second.id, second.country) == (None, None)


def test_an_id_that_may_stand_in_two_columns_is_left_out_and_noted(tmp_path: Path) -> None:
    """An id only labels: doubt costs a note, not the run."""
    with open_text(tmp_path, "Vendor ID,Vendor,Supplier Number\n7,Acme,8\n") as table:
        [subject] = table
        assert isinstance(subject, Subject)
        assert subject.id is None
        assert (
            "no column taken for the id, several may be (--id-column): 1 'Vendor ID', 3 'Supplier Number'"
            in table.notes
        )


def test_the_name_column_is_not_the_id_column_as_well(tmp_path: Path) -> None:
    """A column that is used for one thing is not taken for another by its title."""
    with open_text(tmp_path, "code,x\nAcme,1\n", ReadOptions(column="code")) as table:
        [subject] = table
        assert isinstance(subject, Subject)
        assert subject.id is None
