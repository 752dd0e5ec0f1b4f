"""The scoring policy: every number the matcher uses, with what it is for. Read this to review the matcher.

A name scores 100 · Q / (A + missing + extra + contradicted), where A is the weight of the listed name's words
that agree and Q the same with each word's quality. The weight of a word is its kind's share (below)
times its rarity among real organisation names. Then the other facts add or take their points.
"""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from screen.model import Relation, WordKind

MATCHER_VERSION = 1
"""Goes up with every change that can add or remove a hit; decisions and caches keep it."""

SHARE = MappingProxyType(
    {
        WordKind.DISTINCTIVE: 1.0,
        WordKind.NUMBER: 0.8,
        WordKind.PLACE: 0.35,
        WordKind.GENERIC: 0.60,
        WordKind.INITIAL: 0.15,
        WordKind.ADMINISTRATIVE: 0.04,
        WordKind.TITLE: 0.02,
        WordKind.LEGAL_FORM: 0.01,
        WordKind.PARTICLE: 0.0,
    }
)
"""What one word of each kind weighs beside a distinctive word of the same rarity."""

TELLING = frozenset({WordKind.DISTINCTIVE, WordKind.NUMBER})
"""Kinds that tell one party from another. A name without any is named by place and function."""
NAMING = frozenset({WordKind.PLACE, WordKind.GENERIC, WordKind.INITIAL})
"""Kinds that carry a name without a telling word: they weigh like distinctive ones there, all must agree."""

QUALITY = MappingProxyType(
    {
        Relation.EQUAL: 1.0,
        Relation.SPELLING: 1.0,
        Relation.JOINED: 0.98,
        Relation.FOLDED: 0.97,
        Relation.ROMANISED: 0.92,
        Relation.ACRONYM: 0.95,
    }
)
"""How much of a word's weight counts when it agrees in this way; typos see `TYPO_COST`."""
ROMANISED_BESIDE_HAN = 0.8
"""Instead, when the list knows the entity's characters too: they should have agreed (大化 is not 大华)."""
TYPO_COST = 0.7
"""A typo takes this times edits per letter from the quality: one edit in seven letters leaves 0.90."""
TYPO_BUDGET = ((7, 2), (5, 1))
"""Letters of the listed word, and how many edits (transposition counts one) may part another from it."""
FIRST_LETTER_FREE_FROM = 6
"""Letters of the listed word from which the first one may be mistyped too: people see the head of a short word."""
SHORTEST_SLIP = 6
"""Letters from which an unknown further word is taken for a generic one mistyped: `Hikvision Technolgy`."""
HAN_TYPO_BUDGET = MappingProxyType({4: 1, 5: 1, 6: 1, 7: 1, 8: 1})
"""The same in characters, for a proper name written in Han; in shorter ones a character is half the name."""
SHORTEST_HOMOPHONE = 3
"""Characters from which two names in Han with one pinyin are taken for one, mistyped: 海康威士 for 海康威视."""
KNOWN_WORD = 20
"""A word in this many real names is taken as meant, not as another word mistyped."""

MISSING_COST = 0.7
"""Weight of a word only the listed name has: people shorten names."""
EXTRA_COST = 0.4
"""Weight of a word only the subject has: people add branches and activities."""
EXTRA_TELLING_COST = 0.24
"""The same for a distinctive word: a sister company (`Bank X Chile`) scores below the same one, and is shown."""
CONTRADICTED_COST = 1.0
"""On top of both, where both sides have a telling word and they differ."""
OTHER_TRADE_COST = 2.0
"""On top of both, where each side names a trade the other does not: `Madison Engineering`, `Madison Fund`."""
PLACE_CONTRADICTED_COST = 0.25
"""Both names say a place, and they are different places."""
PLACE_ELSEWHERE_COST = 0.15
"""The subject's name says a place the list does not know of for this entity."""
PLACE_KNOWN_COST = 0.02
"""The subject's name adds a place in the entity's own addresses, or around its own place."""

NAMELESS_CAP = 60.0
"""The most a subject without a telling word scores on a name that says more than it does."""

COUNTRY_AGREES = 2.0
COUNTRY_DIFFERS = -6.0
TYPE_AGREES = 0.0
TYPE_DIFFERS = -8.0
IDENTIFIER_DIFFERS = -5.0
IDENTIFIER_AGREES = 100.0
"""An exact identifier is a hit by itself."""
MOST_SUPPORT = COUNTRY_AGREES + TYPE_AGREES
"""The most other facts can add to a name's score; the index allows for it."""


LONGEST_NAME = 1_000
"""Characters; a longer text is not a name and is rejected, not screened in part."""


class WeakAliases(StrEnum):
    """How weak aliases are screened (OFAC FAQ 122–124: they are not expected to be, on their own)."""

    EXACT = "exact"
    """Only when the whole name is the alias to the letter."""
    FULL = "full"
    """Like any other name."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may choose.

    Raises:
        ValueError: the threshold is not above 0 and at most 100.
    """

    threshold: float = 80.0
    weak_aliases: WeakAliases = WeakAliases.EXACT

    def __post_init__(self) -> None:
        if not 0 < self.threshold <= 100:
            msg = f"threshold {self.threshold} is not above 0 and at most 100"
            raise ValueError(msg)
