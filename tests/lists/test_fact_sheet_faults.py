"""Fact sheets: what a sheet may cite, and how several become one list."""

from pathlib import Path

import pytest

from screen.errors import ListError
from screen.lists import load_list
from screen.lists.build import build

SHEET = """\
format: 1
id: memo
title: A memo
publisher: us
date: "2024-01-31"
document: the memo
sha256: "00"
lists:
  - {id: own, title: Own, source: memo, fact: 1}
facts:
  - {number: 1, where: line 1, text: Zebulon is listed.}
  - {number: 2, where: line 2, text: It is also called Zeb.}
entities:
  - id: own-1
    names:
      - {text: Zebulon, kind: primary, script: Latn, fact: 1}
      - {text: Zeb, kind: alias, script: Latn, fact: 2}
    listings:
      - {list: own, program: internal, citation: memo 1, facts: [1, 2]}
"""
LATER = """\
format: 1
id: news
title: News
publisher: a paper
date: "2024-03-01"
document: the page
sha256: "11"
facts:
  - {number: 1, where: title, text: Zebulon Trading is Zebulon.}
entities:
  - id: own-1
    type: company
    names:
      - {text: Zebulon, kind: alias, script: Latn, fact: 1}
      - {text: Zebulon Trading, kind: alias, script: Latn, fact: 1}
"""


def test_several_sheets_become_one_list(tmp_path: Path) -> None:
    """Each spelling once with every source, primary names first; the result is a right list."""
    (tmp_path / "a.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(LATER, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "list.yaml").write_text(build(tmp_path), encoding="utf-8")
    (entity,) = load_list(tmp_path / "out" / "list.yaml").entities
    names = {name.text: (str(name.kind), name.source) for name in entity.names}
    assert names == {
        "Zebulon": ("primary", "news#1, memo#1"),
        "Zeb": ("alias", "memo#2"),
        "Zebulon Trading": ("alias", "news#1"),
    }
    assert entity.listings[0].source == "memo#1, memo#2"
    assert entity.type == "company"


@pytest.mark.parametrize(
    ("change", "into", "said"),
    [
        ("script: Latn, fact: 2", "script: Latn, fact: 9", "9 is no fact of this sheet"),
        ("facts: [1, 2]", "facts: [1, 3]", "3 is no fact of this sheet"),
        ("number: 2", "number: 3", "not numbered"),
        ("where: line 1, ", "", "is missing"),
        ("publisher: us", "published: us", "publisher: is missing"),
    ],
)
def test_a_faulty_sheet_is_refused_with_its_place(tmp_path: Path, change: str, into: str, said: str) -> None:
    """File, line and column stand in the error."""
    assert change in SHEET
    (tmp_path / "a.yaml").write_text(SHEET.replace(change, into), encoding="utf-8")
    with pytest.raises(ListError, match=r"a\.yaml:\d+:\d+") as error:
        build(tmp_path)
    assert said in str(error.value)


def test_a_folder_without_sheets(tmp_path: Path) -> None:
    """Said, not an empty list."""
    with pytest.raises(ListError, match="no fact sheets"):
        build(tmp_path)


def test_every_field_is_documented() -> None:
    """Each key of the formats stands in docs/formats.md."""
    from screen.lists.entity_file import FILE
    from screen.lists.fact_sheets import SHEET as FIELDS

    text = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    waiting = [*FILE, *FIELDS]
    while waiting:
        field = waiting.pop()
        assert f"`{field.key}`" in text or f".{field.key}`" in text, field.key
        waiting += field.fields
