"""In which encoding a file is read, and what becomes of bytes that are not in it."""

import random
from pathlib import Path

import pytest
from shared import VENDORS, needs_shared
from subject_files import names, open_text, read_text, reasons

from screen.errors import SubjectError
from screen.subjects import ReadOptions

HAN = (
    "浙江大华技术股份有限公司",
    "杭州海康威视数字技术股份有限公司",
    "科大讯飞",
    "北京商汤科技开发有限公司",
    "乌鲁木齐市公安局",
)
TRADITIONAL = (
    "浙江大華技術股份有限公司",
    "台灣積體電路製造",
    "鴻海精密工業股份有限公司",
    "中華電信",
    "長榮海運",
)
JAPANESE = ("株式会社東芝", "トヨタ自動車株式会社", "三菱重工業", "パナソニック", "有限会社さくら")
KOREAN = ("삼성전자 주식회사", "현대자동차", "한국전력공사", "주식회사 카카오", "대한항공")
RUSSIAN = ("ООО Ромашка", "Алмаз-Антей", "Уралвагонзавод", "Роснефть", "Торговый дом Восток")
POLISH = (
    "Przedsiębiorstwo Łódź",
    "Zakład Usług Komunalnych",
    "Wrocławskie Centrum Badań",
    "Śląska Wytwórnia",
)
GREEK = ("Εθνική Τράπεζα της Ελλάδος", "Ελληνικά Πετρέλαια", "Δημόσια Επιχείρηση Ηλεκτρισμού")
ARABIC = ("شركة النفط الوطنية", "بنك ملي ايران", "مؤسسة الخليج للتجارة")
GERMAN = ("Müller GmbH", "Österreichische Post AG", "Straßenbau König", "Gebrüder Weiß")
SPANISH = ("Construcciones Peña", "Compañía Española de Petróleos", "Aguas de Córdoba")
FRENCH = ("Société Générale", "Électricité de France", "L’Oréal", "Hôtel de la Gare")


def file_of(some: tuple[str, ...], encoding: str) -> bytes:
    """Return a vendor file with these names among plain ones."""
    rows = "".join(f"{at},{name},Acme Trading {at} Ltd\n" for at, name in enumerate(some * 3))
    return f"id,vendor name,note\n{rows}".encode(encoding)


@pytest.mark.parametrize(
    ("some", "encoding"),
    [
        (HAN, "gbk"),
        (HAN, "gb18030"),
        (TRADITIONAL, "big5"),
        (JAPANESE, "shift_jis"),
        (KOREAN, "euc_kr"),
        (RUSSIAN, "cp1251"),
        (POLISH, "cp1250"),
        (GREEK, "cp1253"),
        (ARABIC, "cp1256"),
        (GERMAN, "cp1252"),
        (SPANISH, "cp1252"),
        (FRENCH, "cp1252"),
        (GERMAN, "latin-1"),
        *(((*HAN, *RUSSIAN, *FRENCH), utf) for utf in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_names_come_back_whatever_they_were_written_in(tmp_path: Path, some: tuple[str, ...], encoding: str) -> None:
    """No option is needed for the encodings that vendor files come in."""
    assert names(read_text(tmp_path, file_of(some, encoding))) == list(some * 3)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_refused_until_it_is_named(tmp_path: Path, encoding: str) -> None:
    """Without a mark it is full of NUL bytes; the message says which option reads it."""
    data = file_of(GERMAN, encoding)
    with pytest.raises(SubjectError, match="--encoding utf-16-le"):
        open_text(tmp_path, data)
    assert names(read_text(tmp_path, data, ReadOptions(encoding=encoding))) == list(GERMAN * 3)


def test_a_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    """The mark goes whether it was found or the user named an encoding that keeps it."""
    for options in (ReadOptions(), ReadOptions(encoding="utf-8")):
        with open_text(tmp_path, "\ufeffname,x\nAcme,1\n", options) as table:
            assert table.columns == ("name", "x")


def test_a_bad_byte_in_utf_8_rejects_its_row_only(tmp_path: Path) -> None:
    """A file that is plainly UTF-8 stays UTF-8, and the row with the stray byte says which byte it is."""
    data = "name,city\nMüller,Köln\nOXford,x\nSociété,Orléans\n".encode().replace(b"OX", b"Ox\x92")
    results = read_text(tmp_path, data)
    assert names(results) == ["Müller", "Société"]
    assert reasons(results) == [(3, "byte 0x92 is not utf-8: say --encoding, or mend the row")]
    assert results[1].origin is not None
    assert results[1].origin.cells == ("Ox\\x92ford", "x")


def test_half_utf_8_and_half_something_else_is_never_read_as_that(tmp_path: Path) -> None:
    """Two exports put together: the half in cp1252 is rejected, the other is not turned into mojibake."""
    utf_8 = "name,city\n" + "Müller,x\nPeña,x\n" * 20
    results = read_text(tmp_path, utf_8.encode() + "König,x\nGroß,x\nÄtna,x\n".encode("cp1252") * 20)
    assert set(names(results)) == {"Müller", "Peña"}
    assert len(reasons(results)) == 60


def test_encoding_overrules_and_rejects_what_it_does_not_read(tmp_path: Path) -> None:
    """The user's word counts; rows that are not in that encoding are rejected one by one."""
    data = "name,city\nAcme,x\n大华,x\nLast,x\n".encode("gbk")
    assert names(read_text(tmp_path, data, ReadOptions(encoding="gbk"))) == ["Acme", "大华", "Last"]
    results = read_text(tmp_path, data, ReadOptions(encoding="ascii"))
    assert names(results) == ["Acme", "Last"]
    assert reasons(results) == [(3, "byte 0xb4 is not ascii: say --encoding, or mend the row")]


@pytest.mark.parametrize("encoding", ["klingon", "hex", "", "utf-8\0", "ü", "rot13", "undefined", "idna"])
def test_an_encoding_that_reads_nothing_is_a_clear_error(tmp_path: Path, encoding: str) -> None:
    """Unknown names, and codecs that are no encodings of text, end in one line."""
    with pytest.raises(SubjectError) as caught:
        read_text(tmp_path, "name,city\nMüller..,x\n", ReadOptions(encoding=encoding))
    assert "\n" not in str(caught.value)


def test_a_guess_reads_the_whole_file_or_is_none(tmp_path: Path) -> None:
    """The byte that cp1252 does not know stands far behind the sample: another encoding has to read it."""
    data = b"name,city\n" + b"Caf\xe9,x\n" * 40_000 + b"Odd\x81,x\n"
    with open_text(tmp_path, data) as table:
        results = list(table)
    assert not reasons(results)
    assert "cp1252" not in table.notes[0]


def test_notes_call_a_guess_a_guess(tmp_path: Path) -> None:
    """What was guessed, what was found and what was said are told apart."""
    data = "name,city\nCafé,x\n".encode("cp1252")
    with open_text(tmp_path, data) as table:
        assert table.notes[0] == "read as cp1252: a guess, --encoding overrules it"
    with open_text(tmp_path, data, ReadOptions(encoding="latin-1")) as table:
        assert table.notes[0] == "read as latin-1, as --encoding says"
    with open_text(tmp_path, "name\nx\n".encode("utf-16")) as table:
        assert table.notes[0] == "read as UTF-16, as its first bytes say"


@needs_shared
def test_bytes_lost_from_a_gbk_file_do_not_make_it_utf_8(tmp_path: Path) -> None:
    """Chinese text holds UTF-8 by accident; a sample of real rows is still read as GBK every time."""
    rows = (VENDORS / "cn_stock_basic_gbk.csv").read_bytes().splitlines(keepends=True)
    chooser = random.Random(7)
    for _ in range(20):
        some = chooser.sample(rows[1:], 50)
        expected = [row.decode("gbk").split(",")[1] for row in some]
        assert names(read_text(tmp_path, rows[0] + b"".join(some))) == expected
