"""`screen name`: one name or several, from the command line or standard input."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from screen.cli.options import ConfigFile, Country, Explain, Lists, NameFormat, NoEmbedded, Threshold, Type
from screen.errors import ConfigError
from screen.model import EntityType, Identifier, Origin, Rejected, Subject

STDIN = "-"


def name(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="Names to screen; - reads them from standard input, one a line."),
    ],
    country: Country = None,
    type_: Type = None,
    ids: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="KIND:VALUE", help="An identifier of the subject, such as lei:… Repeatable."),
    ] = None,
    threshold: Threshold = None,
    lists: Lists = None,
    no_embedded: NoEmbedded = False,
    format_: Annotated[NameFormat | None, typer.Option("--format", help="How to report. [default: table]")] = None,
    explain: Explain = False,
    config: ConfigFile = None,
) -> None:
    """Screen NAMEs: is one of them listed, how sure, and why?"""
    from screen.cli.exit_code import exit_code
    from screen.cli.run import Asked, configured, screen_rows, screener, table

    settings = configured(Asked(threshold, tuple(lists or ()), no_embedded, format_, config), NameFormat)
    identifiers = tuple(_identifier(text) for text in ids or ())
    subjects = _Subjects(names, country, type_, identifiers)
    engine = screener(settings)
    if settings.format == NameFormat.JSONL:
        from screen.reports import JsonLinesReporter

        summary = screen_rows(engine, subjects, JsonLinesReporter(sys.stdout), lambda: subjects.blank)
    else:
        report = table(sys.stdout, explain=explain, show_clear=True)
        summary = screen_rows(engine, subjects, report, lambda: subjects.blank)
    raise typer.Exit(exit_code(summary))


def _identifier(text: str) -> Identifier:
    """Return the identifier a `kind:value` stands for."""
    from screen.names.identifiers import identifier

    kind, colon, value = text.partition(":")
    if not colon:
        msg = f"--id {text!r}: give kind:value, such as lei:5493001KJTIIGC8Y1R12"
        raise ConfigError(msg)
    try:
        return identifier(kind, value)
    except ValueError as error:
        msg = f"--id {text!r}: {error}"
        raise ConfigError(msg) from error


class _Subjects:
    """The names to screen as subjects, in order; blank lines of standard input are counted."""

    def __init__(
        self,
        names: list[str],
        country: str | None,
        type_: EntityType | None,
        identifiers: tuple[Identifier, ...],
    ) -> None:
        self._names = names
        self._country, self._type, self._identifiers = country, type_, identifiers
        self.blank = 0

    def __iter__(self) -> Iterator[Subject | Rejected]:
        """Yield a subject for each name, a rejected line for one that cannot be decoded."""
        for name in self._names:
            if name == STDIN:
                yield from self._lines()
            else:
                yield self._subject(name, None)

    def _lines(self) -> Iterator[Subject | Rejected]:
        for number, line in enumerate(sys.stdin.buffer, 1):
            origin = Origin(STDIN, number)
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError as error:
                yield Rejected(origin, f"byte 0x{line[error.start]:02x} is not UTF-8")
                continue
            if text:
                yield self._subject(text, origin)
            else:
                self.blank += 1

    def _subject(self, name: str, origin: Origin | None) -> Subject:
        return Subject(name, type=self._type, country=self._country, identifiers=self._identifiers, origin=origin)
