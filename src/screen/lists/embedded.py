"""Where the embedded list is: inside the installed package, or at the top of a source checkout."""

from pathlib import Path

import screen
from screen.errors import ListError

_FILE = "entities.yaml"


def embedded_path() -> Path:
    """Return the path of the embedded list.

    Raises:
        ListError: it is missing, so the installation is broken.
    """
    package = Path(screen.__file__).parent
    for folder in (package, package.parent.parent):
        if (folder / _FILE).is_file():
            return folder / _FILE
    msg = f"{package / _FILE}: the embedded list is missing; install the package again"
    raise ListError(msg)
