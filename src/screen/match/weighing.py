"""What each word of a name weighs: its kind's share times its rarity among real names."""

from dataclasses import dataclass
from functools import cache
from math import log

from screen.match.policy import NAMING, SHARE, TELLING
from screen.model import WordKind
from screen.names import Reading, Word
from screen.names.lexicon import lexicon
from screen.names.tables import BACKGROUND_NAMES

_UNSEEN = 2
"""Counts up to this are the rarest: the table of counts leaves them out."""
_RAREST = log(BACKGROUND_NAMES / (_UNSEEN + 1))


@dataclass(frozen=True, slots=True)
class WeighedName:
    """A reading with the weight of each of its words."""

    reading: Reading
    weights: tuple[float, ...]
    has_telling: bool
    """False for a name made of place, function and legal words only, such as a police bureau's."""
    forms: tuple[frozenset[str], ...]
    """Per word, every spelling it is compared by."""
    also_in_han: bool = False
    """The same entity is listed under a name in Han characters too."""

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the reading."""
        return self.reading.words

    def surfaces(self, at: tuple[int, ...]) -> str:
        """Return the words at these positions as written, a shared surface once."""
        return " ".join(dict.fromkeys(self.words[i].surface for i in at))


def weigh(reading: Reading, *, also_in_han: bool = False) -> WeighedName:
    """Return `reading` with its words weighed.

    In a name without a telling word, place and function words weigh as if they were distinctive.
    """
    has_telling = any(word.kind in TELLING for word in reading.words)
    return WeighedName(
        reading,
        tuple(_weight(word, has_telling) for word in reading.words),
        has_telling,
        tuple(frozenset((word.key, word.written, *word.spellings)) for word in reading.words),
        also_in_han,
    )


def _weight(word: Word, has_telling: bool) -> float:
    named_by = not has_telling and word.kind in NAMING
    share = SHARE[WordKind.DISTINCTIVE if named_by else word.kind]
    return share * rarity(word.key)


def generic_weight(key: str) -> float:
    """Return what a word weighs as a generic one, beside a telling word."""
    return SHARE[WordKind.GENERIC] * rarity(key)


@cache
def rarity(key: str) -> float:
    """Return how telling a word is by its rarity: 1 for words in at most two background names, towards 0.

    The square of its information content relative to the rarest word's, log(N / (n + 1)) / log(N / 3).
    """
    seen = max(lexicon().counts.get(key, 0), _UNSEEN)
    return float((max(log(BACKGROUND_NAMES / (seen + 1)), 0.0) / _RAREST) ** 2)


def count(key: str) -> int:
    """Return how many background names hold the word; 0 when fewer than the table's floor of three."""
    return lexicon().counts.get(key, 0)
