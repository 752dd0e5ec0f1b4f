"""Running the program as a user does: a real process, its environment scrubbed."""

import os
import subprocess
import sys
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
