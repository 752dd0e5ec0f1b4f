"""Counts results while any reporter prints them."""

from typing import assert_never

from screen.model import Rejected, Screening, Summary


class Tally:
    """The counts of a run so far."""

    def __init__(self) -> None:
        self.subjects = 0
        self.hits = 0
        self.rejected = 0

    def seen(self, result: Screening | Rejected) -> None:
        """Count one result."""
        match result:
            case Screening():
                self.subjects += 1
                self.hits += len(result.hits)
            case Rejected():
                self.rejected += 1
            case _:
                assert_never(result)

    def summary(self, blank: int, seconds: float) -> Summary:
        """Return the counts at the end of a run that skipped `blank` rows and took `seconds`."""
        return Summary(self.subjects, self.hits, self.hits, self.rejected, blank, seconds)
