"""Bands and scores agree: what shows a score over a border is over it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.reports.bands import BANDS, band_of, shown_score


@pytest.mark.parametrize(
    ("score", "word", "shown"),
    [
        (100.0, "strong", "100.0"),
        (95.0, "strong", "95.0"),
        (94.96, "likely", "94.9"),
        (94.99999999999999, "likely", "94.9"),
        (88.0, "likely", "88.0"),
        (87.99, "possible", "87.9"),
        (64.1, "possible", "64.1"),
        (0.0, "possible", "0.0"),
        (1e-7, "possible", "0.0"),
    ],
)
def test_scores_on_either_side_of_a_border(score: float, word: str, shown: str) -> None:
    """A score is rounded down to one decimal and named by the band it is in."""
    assert band_of(score).word == word
    assert f"{shown_score(score):.1f}" == shown


@given(st.floats(0, 100))
def test_a_shown_score_is_in_the_band_of_the_score(score: float) -> None:
    """Rounding never carries a score into another band, nor over itself."""
    shown = shown_score(score)
    assert band_of(shown) is band_of(score)
    assert shown <= score < shown + 0.1000001


def test_bands_fall_and_leave_nothing_out() -> None:
    """The table is read from the top, so its floors fall, down to nothing."""
    floors = [band.floor for band in BANDS]
    assert floors == sorted(floors, reverse=True)
    assert floors[-1] == 0
