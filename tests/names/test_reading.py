"""What names say: their words, typed, in several scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.model import WordKind
from screen.names import exact_key, read
from screen.names.parties import read_parties


def said(text: str) -> list[tuple[str, str]]:
    """Return key and kind of each word."""
    return [(word.key, str(word.kind)) for word in read(text).words]


def test_english_company_name() -> None:
    """Place, distinctive word, trade and legal form are told apart."""
    assert [kind for _, kind in said("Zhejiang Dahua Technology Co., Ltd.")] == [
        "place", "distinctive", "generic", "legal_form",
    ]  # fmt: skip


def test_chinese_name_reads_like_its_english_one() -> None:
    """The registered Chinese name says the same words as the English one, legal form aside."""
    chinese, english = read("浙江大华技术股份有限公司"), read("Zhejiang Dahua Technology")
    assert [w.key for w in chinese.words if w.kind is not WordKind.LEGAL_FORM] == english.key.split()


@pytest.mark.parametrize("text", ["浙江大華技術股份有限公司", "⼤华股份", "浙江大华"])
def test_dahua_is_found_in_every_writing(text: str) -> None:
    """Traditional characters, Kangxi radicals and short forms name the same distinctive word."""
    assert ("dahua", "distinctive") in said(text)


@pytest.mark.parametrize(
    ("text", "word"), [("厦门银行", "xiamen"), ("重庆长安汽车", "chongqing"), ("重庆长安汽车", "changan")]
)
def test_characters_of_several_readings(text: str, word: str) -> None:
    """厦, 重 and 长 are read as in these names."""
    assert word in [key for key, _ in said(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("S.A.S.", "SAS"),
        ("A-B-C Trading", "ABC Trading"),
        ("H I K V I S I O N", "Hikvision"),
        ("CH'OLHYO'N", "Cholhyon"),
        ("People’s Bank", "Peoples Bank"),
        ("Société Générale", "SOCIETE GENERALE"),
        ("Smith & Sons", "Smith and Sons"),
        ("Uighur Trading", "Uyghur Trading"),
        ("Sinkiang", "Xinjiang"),
        ("Turfan", "Turpan"),
        ("Kelamayi", "Karamay"),
    ],
)
def test_two_writings_of_one_name(one: str, other: str) -> None:
    """Both say the same words."""
    assert read(one).key == read(other).key != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("S.A.S. d.o.o.", "sasdoo"), ("Iran Air", "Iraq Air"), ("Plant 1", "Plant 2"), ("3M", "EM")],
)
def test_two_names(one: str, other: str) -> None:
    """They differ."""
    assert read(one).key != read(other).key


def test_a_legal_form_does_not_open_a_name() -> None:
    """`SA Power` holds no legal form, `Power SA` does; `ООО Ромашка` opens with one that may."""
    assert "legal_form" not in [kind for _, kind in said("SA Power Networks")]
    assert said("Xyzzy SA")[-1][1] == "legal_form"
    assert said("ООО Ромашка")[0][1] == "legal_form"


def test_an_acronym_in_brackets_says_nothing_new() -> None:
    """The acronym of the words before it is passed over; another word in brackets is not."""
    assert ("xpcc", "particle") in said("Xinjiang Production and Construction Corps (XPCC) Farm")
    assert ("zpmc", "distinctive") in said("Shanghai Heavy Industry (ZPMC)")


@pytest.mark.parametrize("text", ["", "   ", "++", "...", "\u200b\u202e", "()"])
def test_signs_alone_say_nothing(text: str) -> None:
    """A text without letters or digits has no key."""
    assert read(text).key == ""


@pytest.mark.parametrize("text", ["Limited", "The Company", "GmbH"])
def test_silent_words_alone_are_the_name(text: str) -> None:
    """A name made of legal forms and particles only is still compared."""
    assert read(text).key
    assert {word.kind for word in read(text).words} == {WordKind.DISTINCTIVE}


def test_names_in_one_field() -> None:
    """`T/A` parts two names, each is read beside the whole; `data` does not."""
    assert [r.text for r in read_parties("WEBB ONE LTD T/A KINGS SCHOOL")][1:] == [
        "WEBB ONE LTD",
        "KINGS SCHOOL",
    ]
    assert len(read_parties("Alpha d.b.a. Beta")) == 3
    assert len(read_parties("Beta Data Aka Trading")) == 3
    assert len(read_parties("Delta Data Ltd")) == 1


def test_exact_key_keeps_signs() -> None:
    """The form of weak aliases keeps signs and drops blanks and case."""
    assert exact_key(" Face ++") == exact_key("FACE++") == "face++"
    assert exact_key("Face") != "face++"


@given(st.text())
def test_reading_never_raises_and_is_stable(text: str) -> None:
    """Any text can be read; cleaning it first changes nothing."""
    reading = read(text)
    assert read(reading.text).key == reading.key
    assert all(word.key.isascii() and word.key for word in reading.words)
