"""XLSX, XLS and ODS: the right sheet, cells as a person reads them, and no workbook that breaks the house."""

import datetime
import io
import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest
from subject_files import names, reasons

from screen.errors import SubjectError
from screen.model import Subject
from screen.subjects import ReadOptions, SubjectTable, open_subjects

NOON = datetime.datetime(2020, 1, 2, 12)  # noqa: DTZ001 - cells know no time zone
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
MANIFEST = (
    '<?xml version="1.0"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:media-type="{ODS_TYPE}" manifest:full-path="/"/></manifest:manifest>'
)


def xlsx(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    """Write a workbook of these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def with_cells(path: Path, cells: dict[str, object]) -> Path:
    """Write a workbook of one sheet with values in these cells."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for at, value in cells.items():
        sheet[at] = value
    book.save(path)
    return path


def ods(path: Path, rows: str) -> Path:
    """Write an ODS file of one table with these rows of XML."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODS_TYPE)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", f'{ODS_HEAD}<table:table table:name="A">{rows}</table:table>{ODS_TAIL}')
    return path


def ods_cell(text: str, attributes: str = "") -> str:
    """Return a cell of text."""
    return f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'


def opened(path: Path, **options: str) -> SubjectTable:
    """Open a workbook."""
    return open_subjects(path, ReadOptions(**options))


def error_of(path: Path, **options: str) -> str:
    """Return the one line with which a workbook is refused."""
    with pytest.raises(SubjectError) as caught:
        opened(path, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_rows_of_a_sheet_are_subjects_with_its_row_numbers(tmp_path: Path) -> None:
    """Preamble, blank row and header are found as in text; lines are the numbers the sheet shows."""
    rows: list[list[object]] = [
        ["Spending"], [], ["id", "Supplier Name"], [1, " Acme "], [], [2, None], [3, "大华"],
    ]  # fmt: skip
    with opened(xlsx(tmp_path / "v.xlsx", {"A": rows})) as table:
        results = list(table)
        assert table.blank_rows == 1
        assert table.columns == ("id", "Supplier Name")
    assert names(results) == ["Acme", "大华"]
    assert reasons(results) == [(6, "no name in column 'Supplier Name'")]
    assert [result.origin and result.origin.line for result in results] == [4, 6, 7]


def test_a_table_that_does_not_start_in_a1_keeps_its_numbers(tmp_path: Path) -> None:
    """Row 3 is line 3 and column C is column 3, though nothing stands before them."""
    path = with_cells(tmp_path / "v.xlsx", {"C3": "Vendor", "D3": "Wo", "C4": "Acme", "D4": "x"})
    with opened(path) as table:
        [subject] = table
        assert "names in column 3, 'Vendor'" in table.notes
    assert subject.origin is not None
    assert (subject.origin.line, subject.origin.cells) == (4, ("", "", "Acme", "x"))
    with opened(path, column="4") as table:
        assert names(table) == ["x"]


def test_cells_read_as_a_person_reads_them(tmp_path: Path) -> None:
    """Whole numbers without `.0`, dates in ISO, truth values in capitals, line breaks kept."""
    row: list[object] = [
        "a\nb", 11420, 1.5, True, datetime.date(2020, 1, 2), NOON,
        datetime.time(3, 4), None, 1e15, "007", 0.1 + 0.2,
    ]  # fmt: skip
    header: list[object] = ["name", *(f"c{n}" for n in range(len(row) - 1))]
    with opened(xlsx(tmp_path / "v.xlsx", {"A": [header, row]})) as table:
        [subject] = table
    assert subject.origin is not None
    assert subject.origin.cells[:10] == (
        "a\nb", "11420", "1.5", "TRUE", "2020-01-02", "2020-01-02 12:00:00", "03:04:00", "",
        "1000000000000000", "007",
    )  # fmt: skip


def test_numbers_can_be_names_and_ids(tmp_path: Path) -> None:
    """A firm called 360 and an id of digits lose no letter."""
    with opened(xlsx(tmp_path / "v.xlsx", {"A": [["Vendor ID", "Vendor"], [1001, 360], [1002, "Acme"]]})) as table:
        first, _ = table
    assert isinstance(first, Subject)
    assert (first.id, first.name) == ("1001", "360")


def test_the_first_sheet_with_a_known_header_is_read_and_the_others_are_noted(tmp_path: Path) -> None:
    """A cover sheet is passed over, and the notes say what is not screened."""
    cover: list[list[object]] = [["About"], ["This", "that"]]
    path = xlsx(tmp_path / "v.xlsx", {"Cover": cover, "Data": [["Supplier", "x"], ["Acme", 1]], "More": cover})
    with opened(path) as table:
        assert names(table) == ["Acme"]
        assert table.notes[0] == "read sheet 'Data'; 2 other sheets not screened"


@pytest.mark.parametrize(("sheet", "name"), [("One", "Acme"), ("1", "Acme"), ("2", "Other"), ("3", "Third")])
def test_a_sheet_is_taken_by_title_or_number(tmp_path: Path, sheet: str, name: str) -> None:
    """A title that is a number is a title first."""
    sheets: dict[str, list[list[object]]] = {
        "One": [["name"], ["Acme"]], "Two": [["name"], ["Other"]], "3": [["name"], ["Third"]],
    }  # fmt: skip
    with opened(xlsx(tmp_path / "v.xlsx", sheets), sheet=sheet) as table:
        assert names(table) == [name]


@pytest.mark.parametrize("sheet", ["Nine", "0", "3"])
def test_a_sheet_that_is_not_there_is_an_error(tmp_path: Path, sheet: str) -> None:
    """The message lists those that are."""
    path = xlsx(tmp_path / "v.xlsx", {"One": [["name"], ["Acme"]], "Two": []})
    assert error_of(path, sheet=sheet).endswith(f"--sheet '{sheet}': there is no such sheet: 1 'One', 2 'Two'")


def test_empty_sheets_and_headers_alone_are_errors(tmp_path: Path) -> None:
    """Nothing screened is not an all-clear in a workbook either."""
    assert "nothing to screen" in error_of(xlsx(tmp_path / "a.xlsx", {"A": []}))
    assert "no rows below the header on line 1" in error_of(xlsx(tmp_path / "b.xlsx", {"A": [["name", "x"]]}))


def test_a_workbook_is_known_by_content_and_from_standard_input(tmp_path: Path) -> None:
    """The suffix says nothing; a stream is spooled first."""
    path = xlsx(tmp_path / "v.csv", {"A": [["name", "x"], ["Acme", 1]]})
    with opened(path) as table:
        assert names(table) == ["Acme"]
    with open_subjects(io.BytesIO(path.read_bytes()), ReadOptions()) as table:
        assert names(table) == ["Acme"]


def test_progress_runs_in_proportion_to_the_rows(tmp_path: Path) -> None:
    """A workbook is loaded at once; the rows tell how far it is."""
    path = xlsx(tmp_path / "v.xlsx", {"A": [["name", "x"], *([f"Acme {n}", n] for n in range(99))]})
    with opened(path) as table:
        seen = [table.bytes_read for _ in table]
        assert table.total_bytes == path.stat().st_size
    assert seen == sorted(seen)
    assert seen[0] < seen[-1] == table.total_bytes


def test_options_for_text_are_noted_as_unused(tmp_path: Path) -> None:
    """Neither an encoding nor a delimiter applies to a workbook."""
    path = xlsx(tmp_path / "v.xlsx", {"A": [["name"], ["Acme"]]})
    with opened(path, encoding="utf-8", delimiter=";") as table:
        assert "--encoding does not apply: the file is a workbook" in table.notes
        assert "--delimiter does not apply: the file is a workbook" in table.notes


def test_an_ods_table_is_read_with_its_repeated_cells(tmp_path: Path) -> None:
    """Repeated cells are counted, and the million blank rows that LibreOffice writes cost nothing."""
    path = ods(
        tmp_path / "v.ods",
        "<table:table-row>" + ods_cell("id") + ods_cell("Supplier") + "</table:table-row>"
        '<table:table-row table:number-rows-repeated="2">'
        + ods_cell("Acme", ' table:number-columns-repeated="2"')
        + '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
    )
    with opened(path) as table:
        assert names(table) == ["Acme", "Acme"]


@pytest.mark.parametrize("keep", [30, 500, -30])
def test_a_broken_workbook_is_an_error(tmp_path: Path, keep: int) -> None:
    """Cut short, wherever."""
    path = xlsx(tmp_path / "v.xlsx", {"A": [["name", "x"], ["Acme", 1]]})
    path.write_bytes(path.read_bytes()[:keep])
    assert "broken" in error_of(path)


def test_a_damaged_part_is_an_error(tmp_path: Path) -> None:
    """A flipped byte in the packed sheet fails its checksum."""
    path = xlsx(tmp_path / "v.xlsx", {"A": [["name", "x"], *(["Acme", n] for n in range(200))]})
    data = bytearray(path.read_bytes())
    at = data.index(b"xl/worksheets/sheet1.xml") + 300
    data[at] ^= 0xFF
    path.write_bytes(data)
    assert "broken" in error_of(path)


def test_an_ods_table_whose_tags_do_not_match_is_an_error(tmp_path: Path) -> None:
    """The reader behind would look for the missing end for ever."""
    row = "<table:table-row>" + ods_cell("name") + "</table:table-row>"
    assert "broken" in error_of(ods(tmp_path / "v.ods", row + "</tablble:table>"))


def test_a_part_with_a_document_type_is_refused(tmp_path: Path) -> None:
    """Entities that grow when they are read begin there."""
    path = xlsx(tmp_path / "v.xlsx", {"A": [["name", "x"], ["Acme", 1]]})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/more.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert "xl/more.xml declares a document type" in error_of(path)


def test_an_archive_of_something_else_is_an_error(tmp_path: Path) -> None:
    """A zipped CSV has to be unpacked by who knows what is in it."""
    path = tmp_path / "v.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("vendors.csv", "name\nAcme\n")
    assert "is a ZIP archive but no XLSX or ODS workbook" in error_of(path)


def test_a_workbook_behind_a_password_is_an_error(tmp_path: Path) -> None:
    """Office keeps an encrypted XLSX in an OLE file, in a stream of this name."""
    path = tmp_path / "v.xlsx"
    path.write_bytes(ole("EncryptedPackage", bytes(4096)))
    assert error_of(path).endswith("is protected by a password: save it without one")


@pytest.mark.parametrize(("at", "what"), [(30, "no known size"), (44, "more sectors"), (600, "larger than")])
def test_an_ole_file_that_declares_absurd_sizes_is_an_error(tmp_path: Path, at: int, what: str) -> None:
    """Sector size, sector count and stream size are held against the file before anything believes them."""
    path = tmp_path / "v.xls"
    data = bytearray(xls([["Vendor", "x"], ["Acme", "1"]]))
    at = at if at < 512 else data.index("Workbook".encode("utf-16-le")) + 120
    data[at : at + 4] = b"\xf0\xff\xff\x7f"
    path.write_bytes(data)
    assert what in error_of(path)


def test_a_part_behind_a_password_is_an_error(tmp_path: Path) -> None:
    """The flag of an encrypted part in the archive itself."""
    path = xlsx(tmp_path / "v.xlsx", {"A": [["name", "x"], ["Acme", 1]]})
    data = bytearray(path.read_bytes())
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    path.write_bytes(data)
    assert error_of(path).endswith("is protected by a password: save it without one")


def bomb(path: Path, unpacked: int, declared: int | None = None) -> Path:
    """Write a workbook with one part of blanks, which may declare another size than it has."""
    xlsx(path, {"A": [["name", "x"], ["Acme", 1]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * unpacked)
    if declared is not None:
        data = bytearray(path.read_bytes())
        true = struct.pack("<I", unpacked)
        path.write_bytes(bytes(data).replace(true, struct.pack("<I", declared)))
    return path


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """Forty megabytes out of forty kilobytes are no sheet."""
    assert "unpacks to far more than a workbook does" in error_of(bomb(tmp_path / "v.xlsx", 40_000_000))


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """What is unpacked is counted, not what is declared."""
    path = bomb(tmp_path / "v.xlsx", 40_000_000, declared=1_000)
    assert zipfile.ZipFile(path).getinfo("xl/worksheets/sheet9.xml").file_size == 1_000
    assert "unpacks to far more than a workbook does" in error_of(path)


def test_a_sheet_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    """Equal rows pack a hundredfold and more, and are read."""
    rows: list[list[object]] = [["Supplier", "x"], *([["Acme", 1]] * 20_000)]
    with opened(xlsx(tmp_path / "v.xlsx", {"A": rows})) as table:
        assert sum(1 for _ in table) == 20_000


def test_cells_too_far_apart_are_refused_before_they_fill_the_memory(tmp_path: Path) -> None:
    """One stray cell in the last column makes a grid of hundreds of millions."""
    path = with_cells(tmp_path / "v.xlsx", {"A1": "name", "A2": "Acme", "XFD1": "x", "A100000": "Last"})
    assert "cells so far apart" in error_of(path)
    table = '<table:table-row table:number-rows-repeated="1000000">{}</table:table-row>'
    wide = ods_cell("x", ' table:number-columns-repeated="16384"')
    assert "cells so far apart" in error_of(ods(tmp_path / "v.ods", table.format(wide)))


def test_cells_too_far_apart_are_refused_in_xls_too(tmp_path: Path) -> None:
    """A damaged row and column number would ask for more memory than there is."""
    path = tmp_path / "v.xls"
    data = bytearray(xls([["Vendor Name", "x"], ["Acme", "1"], ["Other", "2"]]))
    at = data.index(b"Other") - 9
    data[at : at + 4] = b"\xff" * 4
    path.write_bytes(data)
    assert "cells so far apart" in error_of(path)


def test_an_xls_sheet_is_not_believed_to_span_what_it_says(tmp_path: Path) -> None:
    """The reader behind makes room for the rows that are declared, before it reads any."""
    path = tmp_path / "v.xls"
    rows = [["Vendor Name", "x"], ["Acme", "1"]]
    path.write_bytes(xls(rows, declared=(0, 2)))
    with opened(path) as table:
        assert names(table) == ["Acme"]
    path.write_bytes(xls(rows, declared=(0, 0x7FFFFFFF)))
    assert "cells so far apart" in error_of(path)
    path.write_bytes(xls(rows, declared=(9, 2)))
    assert "a sheet is said to end before it begins" in error_of(path)


@pytest.mark.parametrize(("following", "what"), [(1, "never ends"), (9_999, "behind the end of the file")])
def test_an_ole_file_whose_sectors_lead_nowhere_is_an_error(tmp_path: Path, following: int, what: str) -> None:
    """A chain that bites its tail, and one that leaves the file."""
    path = tmp_path / "v.xls"
    data = bytearray(xls([["Vendor", "x"], ["Acme", "1"]]))
    data[512 + 4 : 512 + 8] = struct.pack("<I", following)
    path.write_bytes(data)
    assert what in error_of(path)


def test_an_archive_with_the_parts_of_a_workbook_but_no_workbook_is_an_error(tmp_path: Path) -> None:
    """What the library behind says of it is part of the message."""
    path = tmp_path / "v.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/nothing.xml", "<a/>")
    assert "the workbook is broken: " in error_of(path)


def test_a_stray_cell_in_a_small_sheet_is_read(tmp_path: Path) -> None:
    """Far cells are refused for what they cost, not for being far."""
    path = with_cells(tmp_path / "v.xlsx", {"A1": "name", "B1": "x", "A2": "Acme", "B2": 1, "XFD2": "stray"})
    with opened(path) as table:
        assert names(table) == ["Acme"]


def test_blank_formatted_cells_do_not_count_as_far(tmp_path: Path) -> None:
    """A column coloured to its end holds nothing."""
    path = with_cells(tmp_path / "v.xlsx", {"A1": "name", "B1": "x", "A2": "Acme", "B2": 1})
    data = io.BytesIO(path.read_bytes())
    out = tmp_path / "styled.xlsx"
    with zipfile.ZipFile(data) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            xml = old.read(part)
            if part.endswith("sheet1.xml"):
                xml = xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>')
            new.writestr(part, xml)
    with opened(out) as table:
        assert names(table) == ["Acme"]


def test_an_xls_file_is_read(tmp_path: Path) -> None:
    """The smallest there is, made by hand: nothing writes XLS any more."""
    path = tmp_path / "v.xls"
    path.write_bytes(xls([["Vendor Name", "x"], ["Acme", "1"], ["Other", "2"]]))
    with opened(path) as table:
        assert names(table) == ["Acme", "Other"]


def xls(rows: list[list[str]], declared: tuple[int, int] | None = None) -> bytes:
    """Return a minimal BIFF 8 workbook of labels in an OLE container, with first and end row if declared."""

    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def bof(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))

    end = record(0x000A, b"")
    labels = b"".join(
        record(0x0204, struct.pack("<HHHHB", y, x, 0, len(text), 0) + text.encode("ascii"))
        for y, row in enumerate(rows)
        for x, text in enumerate(row)
    )
    start = bof(0x0005)
    bound = len(start) + 4 + 9 + len(end)
    stream = start + record(0x0085, struct.pack("<IBB", bound, 0, 0) + b"\x01\x00A") + end
    dimensions = record(0x0200, struct.pack("<IIHHH", *declared, 0, 2, 0)) if declared else b""
    stream += bof(0x0010) + dimensions + labels + end
    stream = stream.ljust(4096, b"\0")
    return ole("Workbook", stream)


def ole(name: str, stream: bytes) -> bytes:
    """Return an OLE container with one stream of this name."""
    sectors = len(stream) // 512
    free, chain, fat_mark = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    fat = [fat_mark, chain, *range(3, 2 + sectors), chain]
    fat += [free] * (128 - len(fat))

    def entry(title: str, kind: int, child: int, first: int, size: int) -> bytes:
        raw = (title + "\0").encode("utf-16-le") if title else b""
        head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1)
        return head + struct.pack("<III", free, free, child) + bytes(36) + struct.pack("<IQ", first, size)

    directory = entry("Root Entry", 5, 1, chain, 0) + entry(name, 2, free, 2, len(stream))
    directory += entry("", 0, free, 0, 0) * 2
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, chain, 0, chain, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    return head + struct.pack("<128I", *fat) + directory + stream
