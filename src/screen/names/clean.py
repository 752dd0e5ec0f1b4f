"""Text as typed -> text as meant: one form for every way to write the same letters.

Hidden characters go, look-alike letters of other scripts inside a Latin word become the letters they
imitate (Unicode UTS #39), width and case are levelled. Pure and total: any string is accepted.
"""

import re
import unicodedata
from functools import cache

from screen.names.han import has_han, is_han
from screen.names.tables import rows

_HIDDEN_LETTERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u3164\uffa0"
"""Invisible to the eye although Unicode calls them letters or marks."""
_BLANKS = "\u2800\u303f"
_HIDDEN = re.compile(f"[{_HIDDEN_LETTERS}\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_LETTERS = re.compile(r"[^\W\d_]+")
_HIDDEN_CATEGORIES = frozenset({"Cf", "Cc", "Cs", "Co", "Cn"})


_TERMINAL_CODE = re.compile("\x1b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?)")
"""A code that moves or colours a terminal: its letters are no part of a name."""


def clean(text: str) -> str:
    """Return `text` in NFKC without hidden characters, look-alike letters folded, blanks as one space.

    Letters keep their case, so that the words of the result can be shown.
    """
    if "\x1b" in text:
        text = _TERMINAL_CODE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _HIDDEN.sub("", text))
        text = _join_han(fold_lookalikes("".join(map(_visible, text))))
    elif not text.isprintable():
        text = "".join(map(_visible, text))
    return " ".join(text.split())


def _join_han(text: str) -> str:
    """Return `text` without blanks between Han characters: they part nothing there."""
    words = text.split()
    if len(words) < 2 or not has_han(text):
        return text
    joined = [words[0]]
    for word in words[1:]:
        between = " " if not (is_han(joined[-1][-1]) and is_han(word[0])) else ""
        joined.append(between + word)
    return "".join(joined)


def disguises(text: str) -> tuple[str, ...]:
    """Return how the letters of `text` are disguised, in words; nothing for an honest spelling.

    Letters of other scripts that look like Latin ones inside a Latin word, and hidden characters between
    letters, do not come about by themselves.
    """
    level = unicodedata.normalize("NFKC", text)
    found = []
    if fold_lookalikes(level) != level:
        found.append("look-alike letters of another script")
    if any(_visible(char) == "" for char in text.strip()):
        found.append("hidden characters")
    return tuple(found)


def _visible(char: str) -> str:
    """Return `char`, a space for a blank or line break, or nothing for what the eye cannot see."""
    if char.isspace() or char in _BLANKS:
        return " "
    return "" if unicodedata.category(char) in _HIDDEN_CATEGORIES else char


def fold_lookalikes(text: str) -> str:
    """Return `text` with every word that mixes Latin and look-alike letters written in Latin letters."""
    return _LETTERS.sub(lambda found: _fold_word(found[0]), text)


def _fold_word(word: str) -> str:
    """Fold one run of letters when Latin letters stand beside the look-alikes; else leave it."""
    if word.isascii() or not any("a" <= char <= "z" for char in word.casefold()):
        return word
    return "".join(lookalikes().get(char, char) for char in word)


@cache
def lookalikes() -> dict[str, str]:
    """Return the Latin letter for each look-alike character, in the case of the look-alike."""
    return {
        char: row.canonical.upper() if char.isupper() else row.canonical
        for row in rows("confusables")
        for char in row.variants
    }


def read_as_latin(word: str) -> str | None:
    """Return the Latin reading of a word written wholly in look-alike letters, None if any is not one."""
    table = lookalikes()
    if word.isascii() or not all(char in table for char in word):
        return None
    return "".join(table[char] for char in word).casefold()


def letters_for_digits(word: str) -> tuple[str, ...]:
    """Return the readings of a word in which digits stand for letters: `h1kvision` -> `hikvision`, …

    Only words of at least five characters, with more letters than digits, are read this way: `3m`, `k2`
    and `7eleven` mean their digits.
    """
    digits = sum(char.isdigit() for char in word)
    if not digits or len(word) < _SHORTEST_WITH_DIGITS or digits * 2 > len(word) - digits:
        return ()
    readings = [""]
    for char in word:
        letters = _leet().get(char, (char,)) if char.isdigit() else (char,)
        readings = [reading + letter for reading in readings for letter in letters]
    return tuple(reading for reading in readings if not any(char.isdigit() for char in reading))


_SHORTEST_WITH_DIGITS = 5


@cache
def _leet() -> dict[str, tuple[str, ...]]:
    """Return the letters each digit is used for."""
    return {row.canonical: row.variants for row in rows("leet")}
