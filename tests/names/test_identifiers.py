"""Identifiers: one form for every way to write them, checksums looked at."""

import pytest

from screen.model import Identifier
from screen.names.identifiers import compact, identifier


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("LEI", "5493 001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R12"),
        ("imo", "IMO 9319466", "9319466"),
        ("uscc", "91110000600037341L", "91110000600037341L"),
        ("passport", "a 12-34", "A1234"),
    ],
)
def test_written_anyhow_it_is_one(kind: str, value: str, expected: str) -> None:
    """Blanks, signs and case do not part two writings of one number."""
    assert identifier(kind, value) == Identifier(kind.lower(), expected)


@pytest.mark.parametrize(
    ("kind", "value"), [("lei", "5493001KJTIIGC8Y1R13"), ("imo", "9319467"), ("uscc", "91110000600037341M")]
)
def test_a_wrong_checksum_is_refused(kind: str, value: str) -> None:
    """A mistyped number would find nothing and look like an all-clear."""
    with pytest.raises(ValueError, match=kind.upper()):
        identifier(kind, value)


@pytest.mark.parametrize("value", ["", " - ", "—"])
def test_an_empty_value_is_refused(value: str) -> None:
    """There is nothing to compare."""
    with pytest.raises(ValueError, match="empty"):
        identifier("passport", value)


def test_listed_numbers_are_taken_as_they_are() -> None:
    """A list may hold a number with a wrong checksum; it is still compared."""
    assert compact("IMO", "931 9467") == Identifier("imo", "9319467")
