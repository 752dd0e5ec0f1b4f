"""Running the program as a user does: a real process, its environment scrubbed."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path


def environment(**more: str) -> dict[str, str]:
    """Return the environment of the test run without what the program would read, and with `more`."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SCREEN_", "FORCE_COLOR"))}
    return {**kept, "NO_COLOR": "1", "COLUMNS": "80", "PYTHONUTF8": "0", "LC_ALL": "C", **more}


def screen(*args: str, cwd: Path, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program and return what came of it, its output decoded as the UTF-8 it promises."""
    done = subprocess.run(
        [sys.executable, "-m", "screen", *args],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(**env),
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


def on_terminal(*args: str, cwd: Path, columns: int = 80, **env: str) -> str:
    """Return what the program shows on a real terminal of `columns`, colours and styles taken off."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    command = [sys.executable, "-m", "screen", *args]
    terminal = {key: value for key, value in environment(**env).items() if key != "COLUMNS"}
    with subprocess.Popen(
        command, cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, env={**terminal, "TERM": "xterm-256color"}
    ):
        os.close(theirs)
        shown = b"".join(_until_closed(ours))
    os.close(ours)
    return _CODES.sub("", shown.decode()).replace("\r\n", "\n")


def _until_closed(terminal: int) -> Iterator[bytes]:
    """Yield what is written to a terminal until its last writer is gone."""
    while True:
        try:
            block = os.read(terminal, 65536)
        except OSError:
            return
        if not block:
            return
        yield block
