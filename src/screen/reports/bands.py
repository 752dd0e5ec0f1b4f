"""The bands of the score: how strong a hit looks, in one word and one colour."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """All scores from `floor` up to the next band."""

    floor: float
    word: str
    style: str
    """How a terminal shows the word (Rich style)."""


BANDS = (
    Band(95.0, "strong", "bold white on red"),
    Band(88.0, "likely", "bold black on yellow"),
    Band(0.0, "possible", "bold white on blue"),
)
"""Highest first. A band orders the work; it is not a probability."""


def band_of(score: float) -> Band:
    """Return the band that holds a score of 0 to 100."""
    return next((band for band in BANDS if score >= band.floor), BANDS[-1])


def shown_score(score: float) -> float:
    """Return a score rounded down to one decimal, so that it never shows over a border it is under.

    The decimal digits of the float are what is rounded: 64.1 stays 64.1, 94.96 becomes 94.9.
    """
    nearest = round(score, 1)
    return nearest if nearest <= score else round(nearest - 0.1, 1)
