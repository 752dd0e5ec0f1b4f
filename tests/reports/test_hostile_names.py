"""Whatever a name holds, no report acts on it: terminal, spreadsheet and line reader get plain text."""

import csv
import json
import unicodedata
from dataclasses import replace
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from report_samples import LISTING, RUN, SUMMARY, word
from report_text import csv_text, json_lines, table

from screen.model import (
    Entity,
    EntityType,
    Evidence,
    Hit,
    Name,
    NameKind,
    Origin,
    Rejected,
    Relation,
    Screening,
    Subject,
    Verdict,
)
from screen.names.display import display
from screen.reports import summary_lines

NASTY = (
    "[red]x[/red]", "[/x]", "=cmd()", "@SUM(1)", "-2+3", "\x1b[2J", "\x9b2J", "\x1b]8;;http://x\x07y",
    "\u202edlt",
    "HIK\u200bVISION", "a\nb", "a\r\nb", "\t=1", "\x00", "\ud800", "\udc80x", '"', '",="', "'", ",", ";=1",
    "\u2028", "a\x85b", "\x1c", "\ufeff", "  ", "", "大华", "\U000e0041", "\\u202e", "·", " · ",
)  # fmt: skip
texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(exclude_categories=()), max_size=12),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=4).map("".join),
)
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@st.composite
def hits(draw: st.DrawFn) -> Hit:
    """Draw a hit in which every text is any text."""
    name = Name(draw(texts), draw(st.sampled_from(NameKind)), "Latn", draw(texts))
    listing = replace(LISTING, list=draw(texts), program=draw(texts), citation=draw(texts), ground=draw(texts))
    listing = replace(listing, licence_requirement=draw(texts), licence_policy=draw(texts))
    entity = Entity(
        draw(texts),
        draw(st.sampled_from(EntityType)),
        (Name(draw(texts)), name),
        (draw(texts),),
        (draw(texts),),
        listings=(listing,),
    )
    words = tuple(word(draw(texts), draw(texts), draw(st.sampled_from(Relation))) for _ in range(2))
    evidence = (
        Evidence("name", Verdict.SUPPORTS, 80.0, draw(texts), draw(texts), words),
        Evidence(draw(texts), draw(st.sampled_from(Verdict)), -6.0, draw(texts), draw(texts)),
    )
    return Hit(entity, name, draw(st.floats(80, 100)), evidence, draw(texts))


@st.composite
def results(draw: st.DrawFn) -> Screening | Rejected:
    """Draw a result in which every text is any text."""
    cells = tuple(draw(st.lists(texts, max_size=4)))
    origin = Origin(draw(texts), draw(st.none() | st.integers(1, 10**6)), cells)
    if draw(st.booleans()):
        return Rejected(origin, draw(texts))
    subject = Subject(draw(texts), draw(st.none() | texts), country=draw(st.none() | texts), origin=origin)
    return Screening(subject, tuple(draw(st.lists(hits(), max_size=2))), 1)


def acting(text: str, allowed: str = "\n") -> list[str]:
    """Return the characters of a report that do not show or act, line ends aside."""
    return [char for char in text if unicodedata.category(char) in HIDDEN and char not in allowed]


batches = st.lists(results(), max_size=4)


@given(batches, st.sampled_from([40, 80, 160]), st.booleans(), st.booleans())
def test_a_terminal_is_never_made_to_act(
    batch: list[Screening | Rejected], width: int, terminal: bool, explain: bool
) -> None:
    """The table holds no character that acts or hides, at any width, piped or not."""
    text = table(batch, width, terminal=terminal, styles=False, explain=explain)
    assert acting(text) == []
    assert text.encode("utf-8") or not batch


@given(texts)
def test_a_name_is_shown_as_it_is(name: str) -> None:
    """The name of a subject stands in the table whole, hidden characters written out."""
    assert display(name).strip() in table([Screening(Subject(name), (), 0)], terminal=False)


@given(batches)
def test_json_lines_read_back(batch: list[Screening | Rejected]) -> None:
    """Each record is one line however lines are counted, and its texts come back exactly."""
    text = json_lines(batch)
    assert acting(text) == []
    assert len(text.splitlines()) == len(batch) + 2
    for line, result in zip(text.encode("utf-8").splitlines()[1:-1], batch, strict=True):
        record = json.loads(line)
        if isinstance(result, Screening):
            assert record["subject"]["name"] == result.subject.name
            assert [hit["matched_name"] for hit in record["hits"]] == [hit.name.text for hit in result.hits]
        else:
            assert record["reason"] == result.reason


@given(batches, st.lists(texts, max_size=3).map(tuple))
def test_csv_reads_back(batch: list[Screening | Rejected], columns: tuple[str, ...]) -> None:
    """Each result is one row as wide as the header; no cell starts like a formula, none holds what acts."""
    text = csv_text(batch, columns)
    assert acting(text, "\n\t") == []
    assert text.encode("utf-8")
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    assert len(rows) == len(batch) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(("=", "@", "\t", "\r", "\n"))] == []
    statuses = [row[max(len(columns), 1)] for row in rows[1:]]
    assert statuses == [_status(result) for result in batch]


def _status(result: Screening | Rejected) -> str:
    if isinstance(result, Rejected):
        return "rejected"
    return "hit" if result.hits else "clear"


@given(texts, texts, texts)
def test_the_closing_lines_are_plain(tool: str, list_id: str, title: str) -> None:
    """Titles and ids of lists are data too."""
    run = replace(RUN, tool=tool, lists=(replace(RUN.lists[0], id=list_id, title=title, sha256=title),))
    assert acting("".join(summary_lines(run, SUMMARY)), "") == []
