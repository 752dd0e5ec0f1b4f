"""A report in a file: complete or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from screen.errors import OutputError


@contextmanager
def output_file(path: Path) -> Iterator[TextIO]:
    """Open a file that takes the place of `path` when the block ends well, and leaves no trace when it does not.

    It is written beside `path`, readable by its owner only, synced to the disk and renamed.

    Raises:
        OutputError: the folder cannot be written to, or the disk is full.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        msg = f"{path}: cannot be written: {error.strerror}"
        raise OutputError(msg) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        msg = f"{path}: cannot be written: {error.strerror}"
        raise OutputError(msg) from error
    finally:
        Path(name).unlink(missing_ok=True)
