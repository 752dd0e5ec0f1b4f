"""What a report is to the command line: told of the run, each result in order, and the end."""

from typing import Protocol

from screen.model import Rejected, Run, Screening, Summary


class Reporter(Protocol):
    """Writes the results of one run as they come.

    The calls are `start` once, `record` for each result in input order, `finish` once. A report that was not
    finished is not complete, and says so by what it lacks.
    """

    def start(self, run: Run) -> None:
        """Take up the run: tool, threshold, lists."""

    def record(self, result: Screening | Rejected) -> None:
        """Report one subject, or one row that could not be screened."""

    def finish(self, summary: Summary) -> None:
        """Close the report with the counts of the run."""
