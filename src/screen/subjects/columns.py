"""Which column holds the name, and which the id and the country: by title, by number, or not at all.

Nothing is guessed when two columns fit equally well: the message lists them and says which option settles it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from screen.errors import SubjectError
from screen.names.display import display
from screen.subjects.header import find_header, is_number
from screen.subjects.read_options import ReadOptions
from screen.subjects.rows import Row, filled
from screen.subjects.titles import Role, known_titles, title_key

_OPTIONS = {Role.NAME: "--column", Role.ID: "--id-column", Role.COUNTRY: "--country-column"}
_LISTED = 12
_LISTED_TITLE = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table: titles as read, and positions from 0."""

    titles: tuple[str, ...]
    header: Row | None
    name: int
    id: int | None
    country: int | None
    notes: tuple[str, ...]

    @property
    def name_label(self) -> str:
        """The name column as messages call it: its title in quotes, or its number."""
        return _label(self.titles, self.name) if self.header else str(self.name + 1)


def find_layout(rows: Sequence[Row], options: ReadOptions, source: str) -> Layout:
    """Return the columns of a table from its first rows.

    Args:
        rows: the first rows, the preamble among them.
        options: what the user says of the columns.
        source: what messages call the file.

    Raises:
        SubjectError: a column asked for is not there or not the only one of its title, no header is
            known and there is more than one column, or several columns are as likely to hold the name.
    """
    at = find_header(rows, options)
    if at is None:
        return _without_header(rows, options, source)
    finder = _Finder(tuple(rows[at].cells), tuple(row.cells for row in rows[at + 1 :]), source)
    name = finder.asked(Role.NAME, options.column)
    if name is None:
        name = finder.name()
    country = finder.asked(Role.COUNTRY, options.country_column)
    id_ = finder.asked(Role.ID, options.id_column)
    if country is None:
        country = finder.only(Role.COUNTRY, besides={name, id_})
    if id_ is None:
        id_ = finder.only(Role.ID, besides={name, country})
    return _layout(rows[at], finder, name, id_, country)


def _layout(header: Row, finder: "_Finder", name: int, id_: int | None, country: int | None) -> Layout:
    titles = finder.titles
    above = "; what is above it is not screened" if header.line > 1 else ""
    notes = [
        f"header on line {header.line}{above}",
        f"names in column {name + 1}, {_label(titles, name)}",
    ]
    for what, position in (("ids", id_), ("countries", country)):
        if position is not None:
            notes.append(f"{what} in column {position + 1}, {_label(titles, position)}")
    return Layout(titles, header, name, id_, country, (*notes, *finder.notes))


class _Finder:
    """Finds columns by the titles of a header, with the rows below it as evidence."""

    def __init__(self, titles: tuple[str, ...], below: Sequence[Sequence[str]], source: str) -> None:
        self.titles = titles
        self.notes: list[str] = []
        self._keys = [title_key(title) for title in titles]
        self._below = below
        self._source = source

    def asked(self, role: Role, option: str | None) -> int | None:
        """Return the column an option asks for, None if it is not given."""
        if option is None:
            return None
        if is_number(option):
            return _numbered(role, option, self.titles, self._source)
        same = [at for at, title in enumerate(self.titles) if title.strip() == option.strip() != ""]
        alike = same or [at for at, key in enumerate(self._keys) if key == title_key(option) != ""]
        if len(alike) == 1:
            return alike[0]
        if alike:
            msg = f"{len(alike)} columns are titled {option!r}: give {_OPTIONS[role]} a number"
            raise self._error(msg, alike)
        raise _no_column(role, option, self.titles, self._source)

    def name(self) -> int:
        """Return the column whose title ranks best among those that do not hold numbers."""
        ranks = self._ranks(Role.NAME)
        named = {at: rank for at, rank in ranks.items() if not self._holds_codes(at)}
        if not named:
            msg = "the column titled as names holds numbers: give --column"
            raise self._error(msg, list(ranks))
        for at in ranks.keys() - named.keys():
            self.notes.append(f"column {at + 1}, {_label(self.titles, at)}, holds numbers, no names")
        best = _best(named)
        if len(best) > 1:
            msg = "several columns may hold the name: give --column"
            raise self._error(msg, best)
        return best[0]

    def only(self, role: Role, besides: set[int | None]) -> int | None:
        """Return the one column whose title ranks best for a role, None (and a note) if there are several."""
        best = _best({at: rank for at, rank in self._ranks(role).items() if at not in besides})
        if len(best) > 1:
            listed = _listed(self.titles, best)
            self.notes.append(f"no column taken for the {role}, several may be ({_OPTIONS[role]}): {listed}")
        return best[0] if len(best) == 1 else None

    def _ranks(self, role: Role) -> dict[int, int]:
        known = known_titles()[role]
        return {at: known[key] for at, key in enumerate(self._keys) if key in known}

    def _holds_codes(self, at: int) -> bool:
        """Say whether most cells of a column are numbers or codes: `Vendor` may be either."""
        cells = [row[at][:_LISTED_TITLE] for row in self._below if at < len(row) and row[at].strip()]
        return sum(map(_is_code, cells)) * 2 > len(cells)

    def _error(self, what: str, positions: Sequence[int]) -> SubjectError:
        return SubjectError(f"{self._source}: {what}: {_listed(self.titles, sorted(positions))}")


def _without_header(rows: Sequence[Row], options: ReadOptions, source: str) -> Layout:
    """Return the columns of a table whose header is not known: every row of it is a subject."""
    if not any(filled(row.cells) for row in rows):
        msg = f"{source}: no row says anything: there is nothing to screen"
        raise SubjectError(msg)
    width = max(len(row.cells) for row in rows)
    seen = max(rows, key=lambda row: (len(row.cells) > 1, filled(row.cells))).cells
    seen = (*seen, *[""] * (width - len(seen)))
    asked = {
        role: _numbered(role, option, seen, source)
        for role, option in zip(Role, (options.column, options.id_column, options.country_column), strict=True)
        if option is not None
    }
    if Role.NAME not in asked and width > 1:
        msg = f"{source}: no title of a name column is known: give --column: {_listed(seen)}"
        raise SubjectError(msg)
    name = asked.get(Role.NAME, 0)
    note = f"no header is known: every row is read, names in column {name + 1}"
    titles = tuple(f"column {number}" for number in range(1, width + 1))
    return Layout(titles, None, name, asked.get(Role.ID), asked.get(Role.COUNTRY), (note,))


def _numbered(role: Role, option: str, titles: Sequence[str], source: str) -> int:
    """Return the position that a 1-based number stands for; a title stands for none."""
    if not is_number(option) or not 1 <= int(option) <= len(titles):
        raise _no_column(role, option, titles, source)
    return int(option) - 1


def _no_column(role: Role, option: str, titles: Sequence[str], source: str) -> SubjectError:
    return SubjectError(f"{source}: {_OPTIONS[role]} {option!r}: there is no such column: {_listed(titles)}")


def _is_code(cell: str) -> bool:
    """Say whether a cell is no name: without a letter, or one word with as many digits (`W00345`)."""
    letters, digits = sum(map(str.isalpha, cell)), sum(map(str.isdigit, cell))
    return not letters or (digits >= letters and len(cell.split()) == 1)


def _best(ranks: dict[int, int]) -> list[int]:
    """Return the positions of the best rank."""
    return [at for at, rank in ranks.items() if rank == min(ranks.values())]


def _label(titles: Sequence[str], at: int) -> str:
    return f"'{display(titles[at].strip()[:_LISTED_TITLE])}'" if titles[at].strip() else str(at + 1)


def _listed(titles: Sequence[str], positions: Sequence[int] | None = None) -> str:
    """Return columns by number and title, in one line, cut where they are many."""
    shown = range(len(titles)) if positions is None else positions
    listed = ", ".join(f"{at + 1} {_label(titles, at)}" for at in shown[:_LISTED])
    return listed + (f" and {len(shown) - _LISTED} more" if len(shown) > _LISTED else "")
