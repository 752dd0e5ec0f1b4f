"""When two words are one word mistyped: how many edits, and whether it is plausible at all."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from screen.match.policy import (
    FIRST_LETTER_FREE_FROM,
    HAN_TYPO_BUDGET,
    KNOWN_WORD,
    SHORTEST_SLIP,
    TYPO_BUDGET,
    TYPO_COST,
)
from screen.match.weighing import count
from screen.model import WordKind
from screen.names import Word
from screen.names.han import has_han
from screen.names.lexicon import lexicon

_MAY_BE_MISTYPED = frozenset({WordKind.DISTINCTIVE, WordKind.PLACE, WordKind.GENERIC, WordKind.ADMINISTRATIVE})


def budget(length: int) -> int:
    """Return how many edits a word may lie from a listed word of `length` letters to be taken for it."""
    return next((edits for letters, edits in TYPO_BUDGET if length >= letters), 0)


def typo_quality(subject: Word, entity: Word) -> float:
    """Return how much of the entity's word the subject's word is worth as its typo; 0.0 when it is none.

    Two words that the tables know to mean different things are never typos of one another, nor is a word
    that many real names hold.
    """
    if not _plausible(subject, entity):
        return 0.0
    if entity.han:
        return _quality(subject.han, entity.han, HAN_TYPO_BUDGET.get(len(entity.han), 0))
    allowed = budget(len(entity.written))
    return max(_quality(form, entity.written, allowed) for form in (subject.written, *subject.spellings))


def _plausible(subject: Word, entity: Word) -> bool:
    """Say whether the subject's word may be meant for the entity's."""
    if subject.kind is not WordKind.DISTINCTIVE and entity.kind is not WordKind.DISTINCTIVE:
        return False
    if has_han(subject.surface) or has_han(entity.surface):
        # A letter of pinyin is another syllable: 惠威 (Huiwei) is not Huawei mistyped. Characters may be.
        return bool(subject.han and entity.han)
    both = {subject.kind, entity.kind} <= _MAY_BE_MISTYPED
    return both and count(subject.key) < KNOWN_WORD


def _quality(one: str, other: str, allowed: int) -> float:
    """Return what is left of a word's worth after its edits, 0.0 when there are more than allowed."""
    if len(other) < FIRST_LETTER_FREE_FROM and one[:1] != other[:1]:
        return 0.0
    edits = OSA.distance(one, other, score_cutoff=allowed) if allowed else 1
    return 1 - TYPO_COST * edits / max(len(one), len(other)) if edits <= allowed else 0.0


@lru_cache(maxsize=16_384)
def slip_of(written: str) -> str | None:
    """Return the generic word that an unknown word is a slip of (`technolgy`), None when it is of none."""
    if len(written) < SHORTEST_SLIP or count(written):
        return None
    found = extractOne(written, _generic_words().keys(), scorer=OSA.distance, score_cutoff=1)
    return _generic_words()[found[0]] if found else None


@cache
def _generic_words() -> dict[str, str]:
    """Return the word that each longer spelling of a generic word stands for."""
    return {
        written: phrase.keys[0]
        for written, phrase in lexicon().phrases.items()
        if phrase.kind is WordKind.GENERIC and len(written) >= SHORTEST_SLIP and written.isascii() and written.isalpha()
    }


def mistyped_spellings(word: Word) -> Iterator[str]:
    """Yield what a word shares with each word it could be a typo of, on either side of the comparison."""
    if word.han:
        yield from deletions(word.han, HAN_TYPO_BUDGET.get(len(word.han), 1))
    elif not has_han(word.surface):
        for form in (word.written, *word.spellings):
            yield from deletions(form, budget(len(form)))


@lru_cache(maxsize=65_536)
def deletions(word: str, most: int) -> frozenset[str]:
    """Return `word` and what is left of it when up to `most` of its letters are taken out.

    Two words within a budget of edits of each other share one of these (W. Garbe's symmetric deletes), a
    transposition being one letter out on either side. Kept, since vendor files repeat their words.
    """
    return frozenset("".join(letters) for out in range(most + 1) for letters in combinations(word, len(word) - out))
