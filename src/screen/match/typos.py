"""When two words are one word mistyped: how many edits, and whether it is plausible at all."""

from itertools import combinations

from rapidfuzz.distance import OSA

from screen.match.policy import KNOWN_WORD, TYPO_BUDGET, TYPO_COST
from screen.match.weighing import count
from screen.model import WordKind
from screen.names import Word
from screen.names.han import has_han

_MAY_BE_MISTYPED = frozenset({WordKind.DISTINCTIVE, WordKind.PLACE, WordKind.GENERIC, WordKind.ADMINISTRATIVE})


def budget(length: int) -> int:
    """Return how many edits two words may lie apart whose shorter one has `length` letters."""
    return next((edits for letters, edits in TYPO_BUDGET if length >= letters), 0)


def most_edits(length: int) -> int:
    """Return how many edits can part a word of `length` letters from any longer or equal one."""
    return budget(length)


def typo_quality(subject: Word, entity: Word) -> float:
    """Return how much of the entity's word the subject's word is worth as its typo; 0.0 when it is none.

    Two words that the tables know to mean different things are never typos of one another, nor is a word
    that many real names hold.
    """
    if not _plausible(subject, entity):
        return 0.0
    return max(_quality(form, entity.written) for form in (subject.written, *subject.spellings))


def _plausible(subject: Word, entity: Word) -> bool:
    """Say whether the subject's word may be meant for the entity's."""
    if subject.kind is not WordKind.DISTINCTIVE and entity.kind is not WordKind.DISTINCTIVE:
        return False
    if has_han(subject.surface) or has_han(
        entity.surface
    ):  # a letter of pinyin is another syllable: 惠威 (Huiwei) is not Huawei mistyped
        return False
    both = {subject.kind, entity.kind} <= _MAY_BE_MISTYPED
    return both and count(subject.key) < KNOWN_WORD


def _quality(one: str, other: str) -> float:
    allowed = budget(min(len(one), len(other)))
    edits = OSA.distance(one, other, score_cutoff=allowed) if allowed else 1
    return 1 - TYPO_COST * edits / max(len(one), len(other)) if edits <= allowed else 0.0


def deletions(word: str) -> frozenset[str]:
    """Return `word` and what is left of it when up to its budget of letters is taken out.

    Two words within a budget of edits of each other share one of these (W. Garbe's symmetric deletes), a
    transposition being one letter out on either side.
    """
    return frozenset(
        "".join(letters) for out in range(most_edits(len(word)) + 1) for letters in combinations(word, len(word) - out)
    )
