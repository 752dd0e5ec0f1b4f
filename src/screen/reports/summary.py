"""What is said about a whole run in words: the wording of clear, and the closing lines.

The command line writes the closing lines to standard error, beside whatever report goes to standard output.
"""

from collections.abc import Iterator
from datetime import date

from screen.model import Provenance, Run, Summary
from screen.names.display import display

HASH_SHOWN = 12
"""Hexadecimal digits of a list's SHA-256 that tell its versions apart at a glance."""


def clear_wording(run: Run) -> str:
    """Return what may be said of a subject without a hit, and nothing more.

    `no candidate at or over 80 in bis-2019 (28 entities) as of 2019-10-09`: never "safe".
    """
    lists = ", ".join(_list_wording(one) for one in run.lists)
    return f"no candidate at or over {shown_threshold(run.threshold)} in {lists or 'no list'}"


def _list_wording(one: Provenance) -> str:
    return f"{display(one.id)} ({counted(one.count, 'entity', 'entities')}) {_as_of(one.as_of)}"


def _as_of(day: date | None) -> str:
    return f"as of {day.isoformat()}" if day else "of no stated date"


def shown_threshold(threshold: float) -> str:
    """Return the threshold with the digits it was given: `80`, `82.5`."""
    return str(int(threshold)) if threshold == int(threshold) else repr(threshold)


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun: `1 entity`, `4,000 entities`."""
    return f"{count:,} {one if count == 1 else many}"


def summary_lines(run: Run, summary: Summary) -> tuple[str, ...]:
    """Return the closing lines of a run: counts and rate, what was left out, the lists, what clear means."""
    return tuple(_summary_lines(run, summary))


def _summary_lines(run: Run, summary: Summary) -> Iterator[str]:
    yield f"{display(run.tool)}: {_screened(summary)}: {_found(summary)}"
    if summary.rejected:
        rows = counted(summary.rejected, "row", "rows")
        yield f"{rows} rejected: not screened, so not clear"
    if summary.blank:
        yield f"{counted(summary.blank, 'blank row', 'blank rows')} skipped"
    for one in run.lists:
        yield _list_line(one)
    if summary.subjects:
        yield f"{'every other' if summary.hits else 'every'} subject: {clear_wording(run)}"
    else:
        yield "nothing was screened: this is not an all-clear"


def _screened(summary: Summary) -> str:
    """Return how many subjects were screened and how fast; no rate for runs too short to have one."""
    screened = f"{counted(summary.subjects, 'subject', 'subjects')} screened in {summary.seconds:.1f} s"
    if summary.seconds < 0.05 or summary.subjects < 2:
        return screened
    return f"{screened} ({summary.subjects / summary.seconds:,.0f} a second)"


def _found(summary: Summary) -> str:
    hits = counted(summary.hits, "hit", "hits") if summary.hits else "no hit"
    return hits if summary.hits == summary.open else f"{hits}, {summary.open:,} open"


def _list_line(one: Provenance) -> str:
    """Return which publication was screened against, so that it can be found again."""
    return (
        f"list {display(one.id)}: {display(one.title)}, {counted(one.count, 'entity', 'entities')} "
        f"{_as_of(one.as_of)}, sha256 {display(one.sha256[:HASH_SHOWN])}"
    )
