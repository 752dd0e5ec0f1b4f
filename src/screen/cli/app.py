"""The program as Typer sees it: its commands, and `--version`."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from screen import __version__
from screen.cli.batch import batch
from screen.cli.exit_code import ExitCode
from screen.cli.lists import lists
from screen.cli.name import name


class _Commands(TyperGroup):
    """The commands, with what Typer would turn into exit code 1 handed on to the boundary."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  (the class of contexts differs between versions of Typer)
        """Run the command."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise typer.Exit(ExitCode.CLOSED_PIPE) from None
        except KeyboardInterrupt:
            raise typer.Exit(ExitCode.INTERRUPTED) from None


app = typer.Typer(
    cls=_Commands,
    help="Is anyone in here on a sanctions or export-control list, how sure are you, and why?",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="Exit codes: 0 clear, 1 hits, 2 could not complete, 130 interrupted, 141 closed pipe.",
)
app.command()(name)
app.command()(batch)
app.add_typer(lists, name="list")


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"screen {__version__}")
        raise typer.Exit


@app.callback()
def screen(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and exit.", callback=_say_version, is_eager=True),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Is anyone in here on a sanctions or export-control list, how sure are you, and why?"""
