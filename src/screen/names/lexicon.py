"""The tables of words put together for look-up: phrases by their first word, Han entries, places."""

from dataclasses import dataclass
from functools import cache

from screen.model import WordKind
from screen.names.tables import Row, rows, word_counts

_TABLES = (
    ("legal_forms", WordKind.LEGAL_FORM),
    ("places", WordKind.PLACE),
    ("administrative", WordKind.ADMINISTRATIVE),
    ("generic_words", WordKind.GENERIC),
    ("titles", WordKind.TITLE),
    ("particles", WordKind.PARTICLE),
    ("numbers", WordKind.NUMBER),
    ("spelling_families", WordKind.DISTINCTIVE),
)
"""Earlier tables win where two claim one spelling."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One spelling the tables know, and what it says."""

    written: str
    """Cleaned words separated by one space, or a Han string."""
    kind: WordKind
    keys: tuple[str, ...]
    """The words it is compared as; a place is one word however many it is written in."""
    position: str = ""
    """Where a legal form may stand: start, end or both; "" for all else."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the table knows of a place: its country (ISO 3166-1 alpha-2) and the place around it, or ""."""

    country: str
    within: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every known spelling. Read-only once built."""

    phrases: dict[str, tuple[Phrase, ...]]
    """By first word, longest first."""
    han: dict[str, Phrase]
    longest_han: int
    places: dict[str, Place]
    counts: dict[str, int]
    """How many background names hold a word, summed over its spellings."""


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, built on first use."""
    latin: dict[str, Phrase] = {}
    han: dict[str, Phrase] = {}
    places: dict[str, Place] = {}
    counts = dict(word_counts())
    for table, kind in _TABLES:
        for row in rows(table):
            keys = _keys(row, kind)
            for written in (row.canonical, *row.variants):
                position = row.extra if kind is WordKind.LEGAL_FORM else ""
                shelf = latin if written.isascii() else han
                shelf.setdefault(written, Phrase(written, kind, keys, position))
            if kind is WordKind.PLACE:
                places[keys[0]] = _place(row.extra)
            if len(keys) == 1:
                counts[keys[0]] = sum(word_counts().get(w, 0) for w in (row.canonical, *row.variants))
    return Lexicon(_by_first_word(latin), han, max(map(len, han), default=0), places, counts)


def _keys(row: Row, kind: WordKind) -> tuple[str, ...]:
    """Return what a row's spellings are compared as: a place or a legal form is one word."""
    if kind in {WordKind.PLACE, WordKind.LEGAL_FORM}:
        return (row.canonical.replace(" ", ""),)
    return tuple(row.canonical.split())


def _place(extra: str) -> Place:
    country, _, within = extra.partition(":")
    return Place(country, within.replace(" ", ""))


def _by_first_word(phrases: dict[str, Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Group phrases by their first word, longest first."""
    grouped: dict[str, list[Phrase]] = {}
    for written, phrase in phrases.items():
        grouped.setdefault(written.partition(" ")[0], []).append(phrase)
    return {word: tuple(sorted(group, key=_length, reverse=True)) for word, group in grouped.items()}


def _length(phrase: Phrase) -> int:
    return phrase.written.count(" ")
