"""Chinese names: segmented by the words of business and place they are made of, the rest to pinyin.

浙江大华技术股份有限公司 reads as the place *zhejiang*, the name *dahua*, the word *technology* and a
legal form, and so meets the English name. The libraries are imported when a name needs them, not before.
"""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any

from screen.names.lexicon import Phrase, lexicon
from screen.names.tables import rows

_RANGES = (("\u4e00", "\u9fff"), ("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003347f"))
"""The blocks of Han characters, the common one first. Compared by hand: as a regular expression's character
class they take 5 ms to compile at every start."""
_ITERATION = "\u3005\u3007"


def is_han(char: str) -> bool:
    """Say whether a character is Han."""
    return any(first <= char <= last for first, last in _RANGES) or char in _ITERATION


def has_han(text: str) -> bool:
    """Say whether a text holds a Han character."""
    return not text.isascii() and any(map(is_han, text))


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """Cut a text where Han begins or ends: yield each piece and whether it is Han."""
    for han, chars in groupby(text, is_han):
        yield "".join(chars), han


def segments(run: str) -> Iterator[tuple[str, Phrase | None]]:
    """Split a run of Han characters into (text as written, its table entry or None for a proper name).

    The longest entry wins at each place, as readers do; what no entry covers is a proper name. The head of
    a name is special: a proper name of one character beside an entry is nearly always a wrong cut
    (大华 is not 大 + 华), so entries of one character count only behind another entry.
    """
    simplified = simplify(run)
    if len(simplified) != len(run):
        run = simplified
    start = 0
    for at, size, phrase in _entries(simplified):
        if at > start:
            yield run[start:at], None
        start = at + size
        yield run[at:start], phrase
    if start < len(run):
        yield run[start:], None


def _entries(run: str) -> Iterator[tuple[int, int, Phrase]]:
    """Yield where table entries stand in `run` and their length, left to right, longest first."""
    table, longest = lexicon().phrases, lexicon().longest_han
    at, covered = 0, 0
    while at < len(run):
        size = next((n for n in range(min(longest, len(run) - at), 0, -1) if run[at : at + n] in table), 0)
        if size > 1 or (size == 1 and at == covered > 0):
            yield at, size, table[run[at : at + size]]
            covered = at + size
        at += size or 1


def pinyin(text: str) -> tuple[str, ...]:
    """Return the syllables of simplified `text` without tones: 海康威视 -> hai, kang, wei, shi.

    Names the table knows, and names of characters that are read in one way only, need no dictionary.
    """
    if known := _known_readings().get(text):
        return known
    single = _single_readings()
    if all(char in single for char in text):
        return tuple(single[char] for char in text)
    lazy_pinyin = _pinyin()
    return tuple(syllable.lower() for syllable in lazy_pinyin(text, errors="ignore", v_to_u=False))


@cache
def _known_readings() -> dict[str, tuple[str, ...]]:
    """Return the syllables of names whose characters are read in several ways elsewhere."""
    return {name: tuple(row.canonical.split()) for row in rows("han_readings") for name in row.variants}


@cache
def _single_readings() -> dict[str, str]:
    """Return the syllable of each character that has only one."""
    return {char: row.canonical for row in rows("pinyin") for char in row.variants}


@cache
def _pinyin() -> Any:  # noqa: ANN401  (pypinyin's own signature is wider than ours)
    """Import pypinyin on first use: it takes longer than all else that `screen name` does."""
    import os

    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "true")
    from pypinyin import lazy_pinyin

    return lazy_pinyin


def simplify(text: str) -> str:
    """Return `text` with traditional characters written in their simplified form."""
    return str(_converter().convert(text))


@cache
def _converter() -> Any:  # noqa: ANN401  (opencc ships no types)
    from opencc import OpenCC

    return OpenCC("t2s")
