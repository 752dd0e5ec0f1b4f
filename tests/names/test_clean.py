"""How a name is levelled before it is split: hidden characters, look-alikes, digits as letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.names.clean import clean, disguises, letters_for_digits, read_as_latin


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("HIK\u200bVISION", "HIKVISION"),
        ("\u202eHikvision\u202c", "Hikvision"),
        ("Hik\u00advision", "Hikvision"),
        ("Ｈｉｋｖｉｓｉｏｎ", "Hikvision"),
        ("𝐇𝐢𝐤𝐯𝐢𝐬𝐢𝐨𝐧", "Hikvision"),
        ("Hikvision\x00\x1b", "Hikvision"),
        ("Hik\x1b[2Jvision\x1b]8;;x\x07", "Hikvision"),
        ("Dahua\t \nTechnology\u00a0Co", "Dahua Technology Co"),
        ("H\u0456kv\u0456s\u0456on", "Hikvision"),
        ("\u0397ikvision", "Hikvision"),
        ("⼤华", "大华"),
    ],
)
def test_is_levelled(text: str, cleaned: str) -> None:
    """What the eye reads as one name is one text."""
    assert clean(text) == cleaned


@pytest.mark.parametrize("text", ["Союз", "Ελλάδα", "Société Générale", "浙江大华", "Łódź"])
def test_honest_letters_stay(text: str) -> None:
    """A word wholly in another script, and a Latin word with accents, keep their letters."""
    assert clean(text) == text
    assert disguises(text) == ()


def test_disguises_are_named() -> None:
    """Look-alike letters and hidden characters are said to be there, an honest name has none."""
    assert disguises("H\u0456kvision") == ("look-alike letters of another script",)
    assert disguises("HIK\u200bVISION") == ("hidden characters",)
    assert disguises("Hikvision  Ltd ") == ()


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    """Cleaning is idempotent and never raises."""
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("word", "reading"), [("h1kvision", "hikvision"), ("hikvisi0n", "hikvision"), ("d4hua", "dahua")]
)
def test_digits_are_read_as_letters(word: str, reading: str) -> None:
    """A digit inside a longer word may stand for a letter."""
    assert reading in letters_for_digits(word)


@pytest.mark.parametrize("word", ["3m", "k2", "hikvision", "301", "a1b2c3", "7up"])
def test_other_digits_mean_themselves(word: str) -> None:
    """A short word, a number, and a word half of digits are read as they stand."""
    assert letters_for_digits(word) == ()


def test_a_word_wholly_of_look_alikes_may_be_read_as_latin() -> None:
    """Cyrillic letters that spell a Latin word get that reading, others none."""
    assert read_as_latin("ОТТО") == "otto"
    assert read_as_latin("Союз") is None
    assert read_as_latin("Otto") is None
