"""Reports as text: every reporter run over results, into a string."""

from collections.abc import Iterable
from io import StringIO

from report_samples import RUN, SUMMARY
from rich.console import Console

from screen.model import Rejected, Run, Screening, Summary
from screen.reports import CsvReporter, JsonLinesReporter, Reporter, TableReporter

Result = Screening | Rejected


def play(reporter: Reporter, results: Iterable[Result], run: Run = RUN, summary: Summary = SUMMARY) -> None:
    """Tell a reporter of a whole run."""
    reporter.start(run)
    for result in results:
        reporter.record(result)
    reporter.finish(summary)


def table(
    results: Iterable[Result],
    width: int = 80,
    *,
    terminal: bool = True,
    colour: bool = False,
    styles: bool = True,
    explain: bool = False,
    show_clear: bool = True,
    run: Run = RUN,
) -> str:
    """Return the terminal report; `styles` off leaves out bold and dim too, `terminal` off is a pipe."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        height=25,
        force_terminal=terminal,
        color_system="standard" if terminal and styles else None,
        no_color=not colour,
        legacy_windows=False,
        _environ={},
    )
    play(TableReporter(console, explain=explain, show_clear=show_clear), results, run)
    return out.getvalue()


def json_lines(results: Iterable[Result], run: Run = RUN, summary: Summary = SUMMARY) -> str:
    """Return the report as JSON lines."""
    out = StringIO()
    play(JsonLinesReporter(out), results, run, summary)
    return out.getvalue()


def csv_text(results: Iterable[Result], columns: tuple[str, ...] = ()) -> str:
    """Return the report as CSV."""
    out = StringIO(newline="")
    play(CsvReporter(out, columns), results)
    return out.getvalue()
