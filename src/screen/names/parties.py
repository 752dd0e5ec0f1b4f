"""One field, several names: `Webb One Ltd T/A Kings School` names two parties to screen."""

import re

from screen.names.reading import Reading, read

_BETWEEN = re.compile(
    r"\s*[(,;]?\s*\b(?:t\s?/\s?as?|trading\s+as|d\.?\s?/?b\.?\s?/?a\.?|doing\s+business\s+as|a\.?\s?/?k\.?\s?/?a\.?"
    r"|f\.?\s?/?k\.?\s?/?a\.?|also\s+known\s+as|formerly(?:\s+known\s+as)?)(?=[\s:(\"'])[\s:]*",
    re.IGNORECASE,
)
"""What stands between two names of one party in a vendor file."""


def read_parties(text: str) -> tuple[Reading, ...]:
    """Return the reading of `text` as one name, then of each name in it; only those that say anything."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    texts = (text, *parts) if len(parts) > 1 else (text,)
    return tuple(reading for reading in map(read, texts) if reading.key)
