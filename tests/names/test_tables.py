"""The tables of words: well formed, in cleaned form, each spelling meaning one thing."""

import re
from collections import Counter

import pytest

from screen.names.clean import clean
from screen.names.han import has_han
from screen.names.lexicon import lexicon
from screen.names.tables import BACKGROUND_NAMES, rows, word_counts

WORD_TABLES = (
    "administrative", "generic_words", "legal_forms", "numbers", "particles", "places", "spelling_families", "titles",
)  # fmt: skip
LATIN = re.compile(r"[a-z0-9]+( [a-z0-9]+)*")


def spellings(table: str) -> list[str]:
    """Return every spelling of a table, canonical forms first in their rows."""
    return [spelling for row in rows(table) for spelling in (row.canonical, *row.variants)]


@pytest.mark.parametrize("table", WORD_TABLES)
def test_spellings_are_in_the_form_they_are_compared_in(table: str) -> None:
    """Latin ones in lower-case ASCII words, Han ones simplified and clean; nothing empty, no stray blank."""
    for spelling in spellings(table):
        assert clean(spelling) == spelling
        assert LATIN.fullmatch(spelling) or all(map(has_han, spelling)), spelling


@pytest.mark.parametrize("table", WORD_TABLES)
def test_a_spelling_stands_once_in_a_table(table: str) -> None:
    """Two rows of one table never claim the same spelling."""
    twice = [spelling for spelling, count in Counter(spellings(table)).items() if count > 1]
    assert twice == []


def test_legal_forms_say_where_they_stand() -> None:
    """At the start, the end or both."""
    assert {row.extra for row in rows("legal_forms")} <= {"start", "end", "both"}


def test_places_lie_in_places_that_are_there() -> None:
    """Country codes are ISO 3166-1, the place around one is in the table, and going outwards ends."""
    codes = {row.canonical.upper() for row in rows("country_codes")}
    known = {row.canonical for row in rows("places")}
    for row in rows("places"):
        country, _, within = row.extra.partition(":")
        assert country in codes | {""}, row
        assert within in known | {""}, row
    for place in lexicon().places:
        seen = {place}
        while place := lexicon().places[place].within:
            assert place not in seen
            seen.add(place)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aqsu", "aksu"), ("akesu", "aksu"), ("kumul", "hami"), ("qumul", "hami"), ("hetian", "hotan"),
        ("khotan", "hotan"), ("kashi", "kashgar"), ("kelamayi", "karamay"), ("qaramay", "karamay"),
        ("kezilesu", "kizilsu"), ("boertala", "bortala"), ("tumushuke", "tumxuk"), ("turfan", "turpan"),
        ("ili", "yili"), ("urumchi", "urumqi"), ("sinkiang", "xinjiang"), ("乌鲁木齐", "urumqi"), ("peking", "beijing"),
    ],
)  # fmt: skip
def test_the_places_of_the_28_have_their_spellings(one: str, other: str) -> None:
    """Both spellings are one word."""
    known = lexicon().phrases
    assert known[one].keys == known[other].keys


@pytest.mark.parametrize("word", ["reading", "nice", "mobile", "bath", "split", "lincoln", "jackson", "dahua"])
def test_ordinary_words_and_brands_are_no_places(word: str) -> None:
    """A place weighs little: what may be a name must not be one."""
    phrase = lexicon().phrases.get(word)
    assert phrase is None or phrase.kind != "place"


def test_look_alikes_imitate_one_latin_letter() -> None:
    """One character each, none of them ASCII, each for one letter."""
    seen: Counter[str] = Counter()
    for row in rows("confusables"):
        assert re.fullmatch("[a-z]", row.canonical)
        for char in row.variants:
            assert len(char) == 1
            assert not char.isascii()
            seen[char] += 1
    assert max(seen.values()) == 1


def test_counts_are_of_the_background_names() -> None:
    """None above their number, none below the floor, the commonest legal form at the top."""
    counts = word_counts()
    assert all(3 <= count <= BACKGROUND_NAMES for count in counts.values())
    assert max(counts, key=counts.__getitem__) == "ltd"
