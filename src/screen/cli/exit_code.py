"""The exit codes, and the one place that decides which one a run ends with."""

from enum import IntEnum

from screen.model import Summary


class ExitCode(IntEnum):
    """What the process says to the shell, the pipeline, pre-commit."""

    CLEAR = 0
    HITS = 1
    INCOMPLETE = 2
    """Could not complete: bad usage, configuration or list, unreadable input, rejected rows, nothing screened."""
    INTERRUPTED = 130
    CLOSED_PIPE = 141
    """The reader of our output left, as `head` does: 128 + SIGPIPE, as a shell says it. Not a clear."""


def exit_code(summary: Summary) -> ExitCode:
    """Return the code for a finished run: what could not be screened counts more than what hit."""
    if summary.rejected or not summary.subjects:
        return ExitCode.INCOMPLETE
    return ExitCode.HITS if summary.open else ExitCode.CLEAR
