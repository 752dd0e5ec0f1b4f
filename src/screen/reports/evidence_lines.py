"""The whole evidence of a hit for a terminal, every comparison and every word. For the table only."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from screen.model import Evidence, Relation, Verdict, WordMatch
from screen.reports.bands import shown_score
from screen.reports.highlight import AGREES
from screen.reports.layout import GUTTER, Page, beside, indented, labelled, plain

_VERDICTS = {
    Verdict.SUPPORTS: ("supports", "cyan"),
    Verdict.CONTRADICTS: ("contradicts", "magenta"),
    Verdict.MISSING: ("not checked", "dim"),
}
_TITLES = ("subject", "relation", "listed", "kind", "weight", "names")
_INDENT = GUTTER + 8
"""Under the feature, where the page has room for it."""
_NARROW_INDENT = 4
_GAP = 2
_NARROWEST_NAME = 8
_ABSENT = "-"
_UNCOUNTED = "few"
"""Said of a word too rare for the background table to count."""


def evidence_lines(page: Page, evidence: Sequence[Evidence]) -> Iterator[Text]:
    """Yield a line for each comparison, with the words of the names as a small table under it."""
    label = "evidence"
    for item in evidence:
        yield from labelled(label, page.flow(_comparison(item), page.width - GUTTER))
        yield from _word_table(page, item.words)
        label = ""


def _comparison(item: Evidence) -> Iterator[Text]:
    """Yield points with their sign, feature and verdict, and what either side says."""
    verdict, style = _VERDICTS[item.verdict]
    yield plain(f"{shown_score(item.points):+6.1f}  {item.feature} {verdict}", style)
    if item.subject_value:
        yield plain(item.subject_value)
    if item.entity_value:
        yield plain(f"listed {item.entity_value}")


def _word_table(page: Page, words: Sequence[WordMatch]) -> list[Text]:
    """Return the alignment as a table: a head, then a row for each pair or lone word."""
    if not words:
        return []
    rows = [[plain(title, "dim") for title in _TITLES], *(_row(word) for word in words)]
    indent = _INDENT if page.is_wide else _NARROW_INDENT
    widths = _widths(rows, page.width - indent)
    lines = [line for row in rows for line in _table_row(page, row, widths)]
    return indented(Text(" " * indent), lines, indent)


def _row(word: WordMatch) -> list[Text]:
    style = "" if word.relation in AGREES else "magenta" if word.relation is Relation.CONTRADICTED else "dim"
    cells = (
        word.subject or _ABSENT,
        word.relation,
        word.entity or _ABSENT,
        word.kind.replace("_", " "),
        f"{word.weight:.0%}",
        "" if word.count is None else f"{word.count:,}" if word.count else _UNCOUNTED,
    )
    return [plain(cell, style) for cell in cells]


def _widths(rows: Sequence[Sequence[Text]], width: int) -> list[int]:
    """Return the width of each column: that of its widest cell; the two names share what room is left."""
    widths = [max(cell.cell_len for cell in column) for column in zip(*rows, strict=True)]
    names = (_TITLES.index("subject"), _TITLES.index("listed"))
    others = sum(size for at, size in enumerate(widths) if at not in names)
    share = (width - others - _GAP * (len(widths) - 1)) // len(names)
    for at in names:
        widths[at] = min(widths[at], max(share, _NARROWEST_NAME))
    return widths


def _table_row(page: Page, row: Sequence[Text], widths: Sequence[int]) -> list[Text]:
    """Return one row, figures flush right, long words in several lines."""
    cells = [page.wrap(cell, size) for cell, size in zip(row, widths, strict=True)]
    for at in (_TITLES.index("weight"), _TITLES.index("names")):
        cells[at][0].pad_left(widths[at] - cells[at][0].cell_len)
    return beside([(lines, size + _GAP) for lines, size in zip(cells, widths, strict=True)])
