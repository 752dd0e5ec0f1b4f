"""The command line: the only place that knows all the others, the environment, the clock and the terminal.

`main` is the boundary: whatever happens behind it becomes one line and an exit code.
"""

import gc
import os
import sys

from screen.cli.exit_code import ExitCode
from screen.errors import ScreenError

_OBJECTS_BETWEEN_COLLECTIONS = 50_000
"""Lists and tables are made once and stay: looking for garbage among them costs a tenth of the start-up time."""


def main(args: list[str] | None = None) -> None:
    """Run the program on `args` (those of the process when None) and exit with its code."""
    given = [_as_utf8(arg) for arg in (sys.argv[1:] if args is None else args)]
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    _speak_utf8()
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        code = ExitCode.CLOSED_PIPE
    except OSError as error:
        sys.stderr.write(f"screen: the report cannot be written: {error.strerror}\n")
        code = ExitCode.INCOMPLETE
        _silence()
    if code == ExitCode.CLOSED_PIPE:
        _silence()
    sys.exit(code)


def _run(args: list[str]) -> int:
    """Return the exit code of one run; every error is said in one line."""
    import typer

    from screen.cli.app import app

    command = typer.main.get_command(app)
    try:
        code = int(command.main(args, prog_name="screen", standalone_mode=False) or 0)
    except ScreenError as error:
        return _fail(f"screen: {error}", args)
    except (KeyboardInterrupt, typer.Abort):
        code = ExitCode.INTERRUPTED
    except OSError as error:
        return _fail(f"screen: reading or writing failed: {error.strerror or error}", args)
    except Exception as error:  # the boundary: no crash may look like a result
        if hasattr(error, "format_message"):  # a usage error of Typer's command line
            return _usage(error)
        kind = type(error).__name__
        return _fail(f"screen: internal error ({kind}); run with --debug for the traceback", args)
    if code == ExitCode.INTERRUPTED:
        sys.stderr.write("screen: interrupted\n")
    return code


def _fail(line: str, args: list[str]) -> int:
    """Say what went wrong; the traceback is for those who ask, since it may hold names."""
    if "--debug" in args:
        import traceback

        traceback.print_exc()
    sys.stderr.write(f"{line}\n")
    return ExitCode.INCOMPLETE


def _usage(error: object) -> int:
    """Say what is wrong with the command as typed."""
    from screen.names import display

    context = getattr(error, "ctx", None)
    path = context.command_path if context else "screen"
    sys.stderr.write(f"screen: {display(error.format_message())}; see '{path} --help'\n")  # type: ignore[attr-defined]
    return ExitCode.INCOMPLETE


def _silence() -> None:
    """Keep Python from complaining, on its way out, of output that nobody takes any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what no encoding can hold is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _as_utf8(arg: str) -> str:
    """Return an argument that the locale could not decode as the UTF-8 it mostly is.

    What is no UTF-8 either stays as it is, and is rejected where it is used as a name.
    """
    try:
        return os.fsencode(arg).decode("utf-8")
    except UnicodeError:
        return arg
