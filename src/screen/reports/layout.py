"""Lines of styled text for a terminal: flowed, wrapped, labelled, side by side. Import it only for a table.

Everything is laid out as whole lines without trailing blanks, so that what is copied or grepped is text and
nothing else. Where the output is no terminal, nothing is wrapped: one fact is one line.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from screen.names.display import display

SEPARATOR = " · "
_LINE_END = SEPARATOR.rstrip()
GUTTER = 18
"""Cells left of the facts of a hit: band and score, or a label, and two blanks."""
_WIDE = 120
"""From this many columns on, the facts of a hit stand in two columns."""
_NARROWEST = 40
"""Columns the report takes, however narrow the terminal."""
_UNBOUNDED = 1_000_000


class Page:
    """What a console has room for.

    Args:
        console: where the lines go; its width counts only when it is a terminal.
    """

    def __init__(self, console: Console) -> None:
        self._console = console
        self.is_bounded = console.is_terminal
        self.width = max(console.width, _NARROWEST) if self.is_bounded else _UNBOUNDED
        self.is_wide = self.width >= _WIDE

    def write(self, lines: Iterable[Text]) -> None:
        """Write lines as they are, without markup, emoji codes, cropping or padding."""
        for line in lines:
            self._console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)

    def wrap(self, text: Text, width: int) -> list[Text]:
        """Return `text` in lines of at most `width` cells, broken between words where that is possible."""
        lines = list(text.wrap(self._console, width, overflow="fold"))
        for line in lines:
            line.rstrip()
        return lines or [Text()]

    def flow(self, items: Iterable[Text], width: int) -> list[Text]:
        """Return items joined by dots, an item broken only when it does not fit a line by itself."""
        lines: list[Text] = []
        said = [item for item in items if item]
        for at, item in enumerate(said):
            room = width - len(_LINE_END) * (at + 1 < len(said))
            if lines and lines[-1].cell_len + len(SEPARATOR) + item.cell_len <= room:
                lines[-1].append(SEPARATOR, "dim").append_text(item)
                continue
            if lines:
                lines[-1].append(_LINE_END, "dim")
            lines.extend(self.wrap(item, room))
        return lines


def plain(text: str, style: str = "") -> Text:
    """Return any text as data: never markup, hidden characters as escapes."""
    return Text.assemble((display(text), style))


def labelled(label: str, lines: Sequence[Text], gutter: int = GUTTER) -> list[Text]:
    """Return `lines` beside a label that ends two cells before them; nothing without lines."""
    head = Text(f"{label:>{gutter - 2}}  ", "dim")
    return indented(head, lines, gutter)


def indented(head: Text, lines: Sequence[Text], by: int) -> list[Text]:
    """Return `lines` with `head` before the first and as many blanks before the others."""
    return [Text.assemble(head if at == 0 else Text(" " * by), line) for at, line in enumerate(lines)]


def beside(columns: Sequence[tuple[Sequence[Text], int]]) -> list[Text]:
    """Return columns of lines side by side, each padded to its width in cells, the last not at all."""
    rows = zip_longest(*(lines for lines, _ in columns), fillvalue=Text())
    widths = [width for _, width in columns]
    return [_joined(row, widths) for row in rows]


def _joined(row: Sequence[Text], widths: Sequence[int]) -> Text:
    line = Text()
    for cell, width in zip(row, widths, strict=True):
        line.append_text(cell).append(" " * (width - cell.cell_len))
    line.rstrip()
    return line
