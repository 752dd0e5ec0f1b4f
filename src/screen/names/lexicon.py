"""The tables of words put together for look-up: phrases by their first word, Han entries, places."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from screen.model import WordKind
from screen.names.tables import rows, word_counts

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


class Phrase(NamedTuple):
    """What one row of a table says; all spellings of the row share it."""

    kind: WordKind
    keys: tuple[str, ...]
    """The words it is compared as; a place is one word however many it is written in."""
    position: str
    """Where a legal form may stand: start, end or both; "" for all else."""


class Place(NamedTuple):
    """What the table knows of a place: its country (ISO 3166-1 alpha-2) and the place around it, or ""."""

    country: str
    within: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every known spelling. Read-only once built."""

    phrases: dict[str, Phrase]
    """By spelling: cleaned words separated by one space, or a Han string."""
    longest: dict[str, int]
    """Words of the longest phrase that begins with this word, where there is one of several words."""
    longest_han: int
    places: dict[str, Place]
    counts: dict[str, int]
    """How many background names hold a word, summed over its spellings."""


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, built on first use. Every start pays for it, so it does no more than it must."""
    phrases: dict[str, Phrase] = {}
    places: dict[str, Place] = {}
    counts = dict(word_counts())
    for table, kind in _TABLES:
        for canonical, variants, extra in rows(table):
            phrase = Phrase(kind, _keys(canonical, kind), extra if kind is WordKind.LEGAL_FORM else "")
            phrases.setdefault(canonical, phrase)
            for written in variants:
                phrases.setdefault(written, phrase)
            key = phrase.keys[0]
            if kind is WordKind.PLACE:
                places[key] = _place(extra)
            if variants and len(phrase.keys) == 1:
                counts[key] = counts.get(key, 0) + sum(word_counts().get(w, 0) for w in variants)
    return Lexicon(phrases, _longest(phrases), _longest_han(phrases), places, counts)


def _keys(canonical: str, kind: WordKind) -> tuple[str, ...]:
    """Return what a row's spellings are compared as: a place or a legal form is one word."""
    if " " not in canonical:
        return (canonical,)
    if kind is WordKind.PLACE or kind is WordKind.LEGAL_FORM:
        return (canonical.replace(" ", ""),)
    return tuple(canonical.split(" "))


def _place(extra: str) -> Place:
    country, _, within = extra.partition(":")
    return Place(country, within.replace(" ", ""))


def _longest(phrases: dict[str, Phrase]) -> dict[str, int]:
    """Return how many words to look at behind each word that begins a phrase of several."""
    longest: dict[str, int] = {}
    for written in phrases:
        if " " in written:
            first, size = written.partition(" ")[0], written.count(" ") + 1
            longest[first] = max(size, longest.get(first, 1))
    return longest


def _longest_han(phrases: dict[str, Phrase]) -> int:
    return max((len(written) for written in phrases if not written.isascii()), default=0)
