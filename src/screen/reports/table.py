"""The hit report for a person at a terminal. It loads Rich: import it only when it is asked for."""

from collections.abc import Iterator
from typing import assert_never

from rich.console import Console
from rich.text import Text

from screen.model import Origin, Rejected, Run, Screening, Subject, Summary
from screen.reports.hit_lines import hit_lines
from screen.reports.layout import Page, indented, plain
from screen.reports.summary import clear_wording, counted

_HANGING = 2


class TableReporter:
    """Writes subjects with hits, rejected rows, and (one line each) clear subjects.

    No boxes and no padding: piped into a file or a search, each fact is one line of plain text. On a
    terminal, lines are laid out for its width, and colour never says what a word does not say too.

    Args:
        console: where the report goes; width, colour and whether it is a terminal are its own.
        explain: adds ground, policy and addresses, and the whole evidence.
        show_clear: gives each clear subject its line; without it, one sentence at the end speaks for all.
    """

    def __init__(self, console: Console, explain: bool = False, show_clear: bool = True) -> None:
        self._page = Page(console)
        self._explain = explain
        self._show_clear = show_clear
        self._clear_wording = ""
        self._clear = 0
        self._last_was_apart: bool | None = None

    def start(self, run: Run) -> None:
        """Take up what may be said of clear subjects in this run."""
        self._clear_wording = clear_wording(run)

    def record(self, result: Screening | Rejected) -> None:
        """Write one result."""
        match result:
            case Screening(hits=()):
                self._clear += 1
                if self._show_clear:
                    self._write(self._hanging(self._clear_line(result)))
            case Screening():
                self._write(self._hit_block(result), apart=True)
            case Rejected():
                self._write(self._hanging(_rejected_line(result)))
            case _:
                assert_never(result)

    def finish(self, summary: Summary) -> None:
        """Write what holds for the clear subjects that have no line of their own."""
        if self._clear and not self._show_clear:
            of = f"{self._clear:,} of {counted(summary.subjects, 'subject', 'subjects')}"
            self._write(self._hanging(Text(f"{of}: {self._clear_wording}")), apart=True)

    def _write(self, lines: list[Text], *, apart: bool = False) -> None:
        """Write a result; a blank line parts a block from whatever stands around it."""
        if self._last_was_apart or (apart and self._last_was_apart is not None):
            self._page.write([Text()])
        self._page.write(lines)
        self._last_was_apart = apart

    def _hit_block(self, screening: Screening) -> list[Text]:
        """Return a subject as it was given, and its hits."""
        lines = self._page.flow(_subject_facts(screening.subject), self._page.width)
        for hit in screening.hits:
            lines.extend(hit_lines(self._page, hit, explain=self._explain))
        return lines

    def _clear_line(self, screening: Screening) -> Text:
        line = Text.assemble(plain(screening.subject.name), f": {self._clear_wording}")
        if self._explain:
            line.append(f"; {counted(screening.candidates, 'listed name', 'listed names')} compared")
        return line

    def _hanging(self, line: Text) -> list[Text]:
        """Return one line, what does not fit the page under it and indented."""
        return indented(Text(), self._page.wrap(line, self._page.width - _HANGING), _HANGING)


def _subject_facts(subject: Subject) -> Iterator[Text]:
    """Yield the subject's name, and what it is known by in the input."""
    yield plain(subject.name, "bold underline")
    if subject.id:
        yield plain(f"id {subject.id}")
    if subject.origin:
        yield plain(_place(subject.origin), "dim")
    if subject.country:
        yield plain(f"country {subject.country}")
    if subject.type:
        yield plain(f"type {subject.type.replace('_', ' ')}")


def _rejected_line(rejected: Rejected) -> Text:
    """Return why a row could not be screened, and where it stands."""
    place = _place(rejected.origin)
    return Text.assemble(("rejected", "bold red"), ": ", plain(f"{place}: " if place else ""), plain(rejected.reason))


def _place(origin: Origin) -> str:
    """Return `file:line`, as far as there is any."""
    return origin.file if origin.line is None else f"{origin.file}:{origin.line}"
