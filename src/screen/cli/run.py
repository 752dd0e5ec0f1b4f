"""One screening run: lists and settings into a screener, results into a reporter, counts into an exit code."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from screen import __version__
from screen.cli.config import Config, load_config
from screen.cli.tally import Tally
from screen.errors import ConfigError
from screen.lists import load_list
from screen.match import Screener, Settings, WeakAliases
from screen.model import Rejected, Run, Subject, Summary
from screen.reports import Reporter


@dataclass(frozen=True, slots=True)
class Asked:
    """What the flags of a command ask for; None where they say nothing."""

    threshold: float | None
    lists: tuple[Path, ...]
    no_embedded: bool
    format: str | None
    config: Path | None


def configured(asked: Asked, formats: Iterable[str]) -> Config:
    """Return the settings of a run: flags over environment over file over defaults.

    Raises:
        ConfigError: a file, a variable or a flag is wrong.
    """
    found = load_config(Path.cwd(), os.environ, asked.config)
    chosen = asked.format or found.format
    return Config(
        threshold=_threshold(asked.threshold if asked.threshold is not None else found.threshold),
        lists=asked.lists or found.lists or (),
        embedded=not asked.no_embedded and found.embedded is not False,
        format=chosen if chosen in set(formats) else "table",
        weak_aliases=found.weak_aliases or WeakAliases.EXACT,
    )


def _threshold(asked: float | None) -> float:
    if asked is None:
        return Settings().threshold
    if not 0 < asked <= 100:
        msg = f"--threshold is {asked:g}: give a number above 0 and at most 100"
        raise ConfigError(msg)
    return asked


def screener(config: Config) -> Screener:
    """Return a screener on the lists of the configuration.

    Raises:
        ConfigError: the embedded list is left out and no other is given.
        ListError: a list cannot be read or is wrong.
    """
    lists = [load_list()] if config.embedded else []
    lists += [load_list(path) for path in config.lists or ()]
    if not lists:
        msg = "no list to screen against: give --list, or leave --no-embedded out"
        raise ConfigError(msg)
    return Screener(lists, Settings(config.threshold or 80.0, WeakAliases(config.weak_aliases or "exact")))


def run_of(engine: Screener) -> Run:
    """Return what every report says of this run."""
    return Run(f"screen {__version__}", engine.settings.threshold, engine.provenance)


def screen_rows(
    engine: Screener,
    rows: Iterable[Subject | Rejected],
    reporter: Reporter,
    blank: Callable[[], int],
) -> Summary:
    """Screen every row, report it, and return the counts; `blank` is asked at the end."""
    started = time.perf_counter()
    tally = Tally()
    reporter.start(run_of(engine))
    for result in engine.screen_all(rows):
        tally.seen(result)
        reporter.record(result)
    summary = tally.summary(blank(), time.perf_counter() - started)
    reporter.finish(summary)
    return summary


def table(out: TextIO, *, explain: bool, show_clear: bool) -> Reporter:
    """Return the terminal report; colour and width are the terminal's."""
    from rich.console import Console

    from screen.reports import TableReporter

    return TableReporter(Console(file=out), explain=explain, show_clear=show_clear)


def say(line: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"{line}\n")
