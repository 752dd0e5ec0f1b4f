"""Lists: files -> entities. `load_list` reads one, `lint` says what is wrong with one, `build` makes one.

The way of a list: `marks` reads YAML with the place of every value, `fields` checks it against what
`entity_file` says a list holds; `fact_sheets` and `build` make the embedded list from what documents say.
"""

from pathlib import Path

from screen.lists.embedded import embedded_path
from screen.lists.entity_file import check_entity_file, read_entity_file
from screen.lists.marks import Fault
from screen.model import EntityList

__all__ = ["Fault", "embedded_path", "lint", "load_list"]


def load_list(path: Path | str | None = None) -> EntityList:
    """Return the entities of a list file; of the embedded list when no path is given.

    Raises:
        ListError: the file cannot be read, or has a fault; says where and what to do.
    """
    return read_entity_file(Path(path) if path is not None else embedded_path())


def lint(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a list file in the order of its lines; none when it is right."""
    return check_entity_file(path)[1]
