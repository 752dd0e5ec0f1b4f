"""Which row is the header, and which column holds the name: by titles, told by a table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from screen.errors import SubjectError
from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row

HEADER_WITHIN = 40
"""Rows among which the header is looked for."""
_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a file and the positions (from 0) of the columns that are used."""

    titles: tuple[str, ...]
    header_line: int
    """0 when the file has no header."""
    name: int
    id: int | None
    country: int | None

    def title(self, at: int) -> str:
        """Return the title of a column, its number where there is no header."""
        return self.titles[at] if self.header_line else str(at + 1)


@cache
def known_titles() -> dict[str, dict[str, int]]:
    """Return the rank of each known title, as `plain` writes it, by role."""
    roles: dict[str, dict[str, int]] = {}
    text = files(__package__).joinpath("column_titles.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            role, rank, titles = line.split("\t")
            for title in titles.split("|"):
                roles.setdefault(role, {}).setdefault(plain(title), int(rank))
    return roles


def plain(title: str) -> str:
    """Return a title as it is compared: `VendorName`, `Vendor Name` and `vendor_name` are one."""
    return _SIGNS.sub("", title).casefold()


def find_columns(head: Sequence[Row], options: ReadOptions, path: str) -> Columns:
    """Return the columns of a file from its first rows.

    Raises:
        SubjectError: no column or several could hold the name, or one asked for is not there.
    """
    header = _header(head, options)
    if header is None:
        return _without_header(head, options, path)
    titles = tuple(cell.strip() for cell in header.cells)
    name = _only_best(titles, "name", path) if not options.column else _asked(options.column, titles, path, "--column")
    return Columns(titles, header.line, name, *_others(titles, options, path))


def _others(titles: tuple[str, ...], options: ReadOptions, path: str) -> tuple[int | None, int | None]:
    """Return the columns of ids and of countries: as asked, else when just one title says so."""
    found: list[int | None] = []
    for asked, option, role in (
        (options.id_column, "--id-column", "id"),
        (options.country_column, "--country-column", "country"),
    ):
        if asked:
            found.append(_asked(asked, titles, path, option))
        else:
            best = _best(titles, role)
            found.append(best[0] if len(best) == 1 else None)
    return found[0], found[1]


def _header(head: Iterable[Row], options: ReadOptions) -> Row | None:
    """Return the first row with a title that is asked for or known as one of a name column."""
    for row in head:
        said = {plain(cell) for cell in row.cells} - {""}
        if options.column and not options.column.isdigit():
            if plain(options.column) in said:
                return row
        elif said & known_titles()["name"].keys():
            return row
    return None


def _without_header(head: Sequence[Row], options: ReadOptions, path: str) -> Columns:
    """Return the columns of a file in which no header is recognised, where that is plain enough."""
    widest = max((row for row in head), key=lambda row: len(row.cells))
    if options.column and options.column.isdigit():
        return Columns(widest.cells, 0, _asked(options.column, widest.cells, path, "--column"), None, None)
    if options.column:
        msg = f"{path}: no column {options.column!r}; the columns are {_listed(widest.cells)}"
        raise SubjectError(msg)
    if len(widest.cells) == 1:
        return Columns(("name",), 0, 0, None, None)
    msg = f"{path}: no column is known as one of names; give --column, one of {_listed(widest.cells)}"
    raise SubjectError(msg)


def _only_best(titles: tuple[str, ...], role: str, path: str) -> int:
    best = _best(titles, role)
    if len(best) > 1:
        msg = (
            f"{path}: {len(best)} columns could hold the name; give --column with its number, one of {_listed(titles)}"
        )
        raise SubjectError(msg)
    return best[0]


def _best(titles: tuple[str, ...], role: str) -> list[int]:
    """Return the positions of the titles of the best rank."""
    known = known_titles()[role]
    ranks = {at: known[plain(title)] for at, title in enumerate(titles) if plain(title) in known}
    return [at for at, rank in ranks.items() if rank == min(ranks.values())]


def _asked(asked: str, titles: tuple[str, ...], path: str, option: str) -> int:
    """Return the position of the column a person asked for."""
    same = [at for at, title in enumerate(titles) if plain(title) == plain(asked)]
    if len(same) == 1:
        return same[0]
    if len(same) > 1:
        msg = f"{path}: {option} {asked!r} names {len(same)} columns; give its number, one of {_listed(titles)}"
        raise SubjectError(msg)
    if asked.isdigit() and 1 <= int(asked) <= len(titles):
        return int(asked) - 1
    msg = f"{path}: {option} {asked!r} is no column; the columns are {_listed(titles)}"
    raise SubjectError(msg)


def _listed(titles: Iterable[str]) -> str:
    """Return the columns with their numbers, cut where they are many."""
    return ", ".join(_numbered(titles))


def _numbered(titles: Iterable[str]) -> Iterator[str]:
    from screen.names import display

    for number, title in enumerate(titles, 1):
        if number > _MOST_LISTED:
            yield "…"
            return
        yield f"{number} {display(title[:40])!r}"


_MOST_LISTED = 20
