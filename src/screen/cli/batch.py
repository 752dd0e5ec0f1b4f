"""`screen batch`: every row of a vendor file, streamed."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO

import typer

from screen.cli.options import BatchFormat, ConfigFile, Country, Explain, Lists, NoEmbedded, Threshold, Type
from screen.model import EntityType, Rejected, Subject

if TYPE_CHECKING:
    from screen.reports import Reporter
    from screen.subjects import SubjectTable

STDIN = "-"


def batch(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A CSV, TSV, XLSX, XLS or ODS file; - reads standard input.")
    ],
    column: Annotated[str | None, typer.Option(help="Column of names, by title or number.")] = None,
    id_column: Annotated[str | None, typer.Option(help="Column of your own ids, by title or number.")] = None,
    country_column: Annotated[str | None, typer.Option(help="Column of countries, by title or number.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of the file, when the guess is wrong.")] = None,
    delimiter: Annotated[str | None, typer.Option(help="What parts the columns, when the guess is wrong.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Sheet of a workbook, by name or number.")] = None,
    country: Country = None,
    type_: Type = None,
    threshold: Threshold = None,
    lists: Lists = None,
    no_embedded: NoEmbedded = False,
    format_: Annotated[BatchFormat | None, typer.Option("--format", help="How to report. [default: table]")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write the report to a file, complete or not at all."),
    ] = None,
    explain: Explain = False,
    config: ConfigFile = None,
) -> None:
    """Screen every row of a vendor FILE."""
    from screen.cli.exit_code import exit_code
    from screen.cli.output_file import output_file
    from screen.cli.progress import progress
    from screen.cli.run import Asked, configured, run_of, say, screen_rows, screener
    from screen.reports import summary_lines
    from screen.subjects import ReadOptions, open_subjects

    settings = configured(Asked(threshold, tuple(lists or ()), no_embedded, format_, config), BatchFormat)
    options = ReadOptions(column, id_column, country_column, encoding, delimiter, sheet)
    engine = screener(settings)
    with ExitStack() as stack:
        source: Path | BinaryIO = sys.stdin.buffer if file == STDIN else Path(file)
        rows = stack.enter_context(open_subjects(source, options))
        for note in rows.notes:
            say(f"screen: {note}")
        out = stack.enter_context(output_file(output)) if output else sys.stdout
        report = _reporter(settings.format or "table", out, rows, explain=explain)
        watched = stack.enter_context(progress(_with_defaults(rows, country, type_), rows))
        summary = screen_rows(engine, watched, report, lambda: rows.blank_rows)
    if rows.long_rows:
        say(f"screen: {rows.long_rows:,} rows have more cells than the header: their cells may have slipped")
    for line in summary_lines(run_of(engine), summary):
        say(line)
    raise typer.Exit(exit_code(summary))


def _reporter(format_: str, out: TextIO, rows: "SubjectTable", *, explain: bool) -> "Reporter":
    """Return the report asked for."""
    from screen.cli.run import table
    from screen.reports import CsvReporter, JsonLinesReporter

    match format_:
        case BatchFormat.JSONL:
            return JsonLinesReporter(out)
        case BatchFormat.CSV:
            return CsvReporter(out, rows.columns)
        case _:
            return table(out, explain=explain, show_clear=False)


def _with_defaults(rows: "SubjectTable", country: str | None, type_: EntityType | None) -> Iterator[Subject | Rejected]:
    """Yield the rows, country and type filled in where they give none."""
    for row in rows:
        if isinstance(row, Subject) and (country or type_):
            yield replace(row, country=row.country or country, type=row.type or type_)
        else:
            yield row
