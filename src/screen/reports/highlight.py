"""Where the words that agreed stand in a listed name, so that the eye finds them.

Evidence holds words as they were compared: levelled, in order of weight. The name is shown as it was
published, so the words are looked up in it again, past case, width, accents and hidden characters.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from screen.model import Evidence, Relation

AGREES = frozenset(
    {
        Relation.EQUAL,
        Relation.SPELLING,
        Relation.FOLDED,
        Relation.ROMANISED,
        Relation.TYPO,
        Relation.JOINED,
        Relation.ACRONYM,
    }
)
"""Relations in which a word of the subject answers to a word of the listed name."""
_SHORTEST_INSIDE = 3
"""Letters a Latin word needs to be looked for inside another."""


def agreeing_words(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the words of the listed name that agreed, what weighs most first."""
    words = (word for item in evidence for word in item.words)
    return tuple(word.entity for word in words if word.entity and word.relation in AGREES)


def split_by_words(name: str, words: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield `name` in pieces, each with whether it is one of `words`; the pieces make up the name again."""
    agreed = _marked(name, words)
    start = 0
    for at in range(1, len(name) + 1):
        if at == len(name) or agreed[at] != agreed[start]:
            yield name[start:at], agreed[start]
            start = at


def _marked(name: str, words: Iterable[str]) -> list[bool]:
    """Say for each character of `name` whether it belongs to one of `words`.

    A word is taken where it stands first and no other word has claimed the place; as a whole word before
    inside another. Several words of one surface (`Public Security Bureau`) are looked up one by one when they
    do not stand together.
    """
    levelled, origins = _level(name)
    claimed = [False] * len(levelled)
    marked = [False] * len(name)
    for word in words:
        wanted, _ = _level(word)
        for piece in [wanted] if _find(levelled, wanted, claimed) is not None else wanted.split():
            at = _find(levelled, piece, claimed)
            if at is not None:
                end = at + len(piece)
                claimed[at:end] = [True] * len(piece)
                last = origins[end] if end < len(origins) else len(name)
                marked[origins[at] : last] = [True] * (last - origins[at])
    return marked


def _level(text: str) -> tuple[str, list[int]]:
    """Return `text` without case, width, accents and hidden characters, and where each one came from."""
    levelled = [
        (letter, at)
        for at, char in enumerate(text)
        for letter in unicodedata.normalize("NFKD", char).casefold()
        if unicodedata.category(letter) not in {"Mn", "Cf", "Cc"}
    ]
    return "".join(letter for letter, _ in levelled), [at for _, at in levelled]


def _find(text: str, word: str, claimed: list[bool]) -> int | None:
    """Return where `word` stands unclaimed in `text`, None when it does not."""
    free = [
        at
        for at in range(len(text) - len(word) + 1)
        if word and text.startswith(word, at) and not any(claimed[at : at + len(word)])
    ]
    whole = (at for at in free if _is_whole(text, at, at + len(word)))
    inside = free if len(word) >= _SHORTEST_INSIDE or not word.isascii() else ()
    return next(whole, next(iter(inside), None))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether no word runs on over either end; a change of script ends a word (`TCL集团`)."""
    return not (
        (start > 0 and _runs_on(text[start - 1], text[start]))
        or (end < len(text) and _runs_on(text[end - 1], text[end]))
    )


def _runs_on(before: str, after: str) -> bool:
    return before.isalnum() and after.isalnum() and before.isascii() == after.isascii()
