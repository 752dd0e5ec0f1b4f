"""Chinese names: segmented by the words of business and place they are made of, the rest to pinyin.

浙江大华技术股份有限公司 reads as the place *zhejiang*, the name *dahua*, the word *technology* and a
legal form, and so meets the English name. The libraries are imported when a name holds Han, not before.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from screen.names.lexicon import Phrase, lexicon

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003347f"
"""Han characters as the inside of a regular expression's character class."""
HAN_RUN = re.compile(f"[{HAN}]+")


def has_han(text: str) -> bool:
    """Say whether a text holds a Han character."""
    return HAN_RUN.search(text) is not None


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
    for at, phrase in _entries(simplified):
        if at > start:
            yield run[start:at], None
        start = at + len(phrase.written)
        yield run[at:start], phrase
    if start < len(run):
        yield run[start:], None


def _entries(run: str) -> Iterator[tuple[int, Phrase]]:
    """Yield where table entries stand in `run`, left to right, longest first, never overlapping."""
    table, longest = lexicon().han, lexicon().longest_han
    at, covered = 0, 0
    while at < len(run):
        size = next((n for n in range(min(longest, len(run) - at), 0, -1) if run[at : at + n] in table), 0)
        if size > 1 or (size == 1 and at == covered > 0):
            yield at, table[run[at : at + size]]
            covered = at + size
        at += size or 1


def pinyin(text: str) -> tuple[str, ...]:
    """Return the syllables of `text` without tones: 海康威视 -> hai, kang, wei, shi."""
    lazy_pinyin = _pinyin()
    return tuple(syllable.lower() for syllable in lazy_pinyin(text, errors="ignore", v_to_u=False))


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
