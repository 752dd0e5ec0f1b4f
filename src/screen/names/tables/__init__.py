"""The tables of words, as data: read here, meant nowhere else.

One format for all: UTF-8, `#` comments that name what the table is and where it comes from, then a row a
line: canonical form, variants separated by `|`, and a third column where the table's head says so.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class Row(NamedTuple):
    """One row: the form all its variants are read as, the variants, the third column or ""."""

    canonical: str
    variants: tuple[str, ...]
    extra: str


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of `table`, a file name of this package without its ending.

    Raises:
        FileNotFoundError: there is no such table.
    """
    return tuple(_row(line) for line in _lines(table))


def _row(line: str) -> Row:
    canonical, _, rest = line.partition("\t")
    variants, _, extra = rest.partition("\t")
    return Row(canonical, tuple(variants.split("|")) if variants else (), extra)


def _lines(table: str) -> list[str]:
    text = (_FOLDER / f"{table}.tsv").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def word_counts() -> dict[str, int]:
    """Return how many of the background names hold each word; words under the table's floor are absent."""
    return {word: int(count) for word, _, count in (line.partition("\t") for line in _lines("word_counts"))}


BACKGROUND_NAMES = 70_521
"""Distinct real organisation names the counts were taken from (head of `word_counts.tsv`)."""
