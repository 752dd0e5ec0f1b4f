"""The whole way of a name: text -> its words and the key under which equal names are equal."""

from dataclasses import dataclass, replace
from functools import lru_cache

from screen.model import WordKind
from screen.names.clean import clean
from screen.names.words import Word, split_words

_SILENT = frozenset({WordKind.LEGAL_FORM, WordKind.PARTICLE, WordKind.TITLE})
"""Kinds that say nothing about who is meant, as long as something else does."""

_REMEMBERED = 16_384
"""Readings kept: lists are read more than once, vendor files repeat their names."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name says."""

    text: str
    """Cleaned: as it may be shown with its words marked."""
    words: tuple[Word, ...]
    """In the order written."""
    key: str
    """The words' keys joined by spaces; "" when nothing is left to screen."""


@lru_cache(maxsize=_REMEMBERED)
def read(text: str) -> Reading:
    """Return what `text` says as a name. Never raises; a text of mere signs has no words and no key.

    >>> [str(word.kind) for word in read("Zhejiang Dahua Technology Co., Ltd.").words]
    ['place', 'distinctive', 'generic', 'legal_form']
    """
    cleaned = clean(text)
    words = split_words(cleaned)
    if words and all(word.kind in _SILENT for word in words):
        words = tuple(replace(word, kind=WordKind.DISTINCTIVE) for word in words)
    return Reading(cleaned, words, " ".join(word.key for word in words))


def exact_key(text: str) -> str:
    """Return the form under which weak aliases are compared: cleaned, case levelled, blanks out, signs kept.

    >>> exact_key("FACE ++")
    'face++'
    """
    return "".join(clean(text).casefold().split())
