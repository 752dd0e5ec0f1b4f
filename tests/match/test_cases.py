"""The match cases as data: every row of `tests/cases/*.yaml`."""

from pathlib import Path

import pytest
import yaml

from screen import Screener, load_list
from screen.model import Entity, EntityList, EntityType, Name, Screening

CASES = Path(__file__).parent.parent / "cases"


def cases(file: str) -> list[dict]:
    """Return the rows of one file; every row says why."""
    rows = yaml.safe_load((CASES / file).read_text(encoding="utf-8"))
    assert all(row["why"] for row in rows)
    return rows


def case_id(row: dict) -> str:
    """Name a case by what it shows."""
    return f"{row['subject']} {'hits' if row['hit'] else 'not'} {row.get('entity') or row['listed']}"


@pytest.fixture(scope="module")
def embedded() -> Screener:
    """Return a screener on the embedded list at the default threshold."""
    return Screener(load_list())


@pytest.mark.parametrize("row", cases("acceptance.yaml"), ids=case_id)
def test_acceptance_on_the_embedded_list(embedded: Screener, row: dict) -> None:
    """Each subject hits the entity it should, or none it should not."""
    screening = embedded.screen(row["subject"])
    assert isinstance(screening, Screening)
    found = [hit.entity.id for hit in screening.hits]
    if row["hit"]:
        assert found[:1] == [row["entity"]], row["why"]
    else:
        assert row["entity"] not in found, row["why"]
        assert row["entity"] != "*" or not found, row["why"]


@pytest.mark.parametrize("row", cases("pairs.yaml"), ids=case_id)
def test_pair(row: dict) -> None:
    """Each subject hits the listed name of its row, or does not."""
    listed = Entity("one", EntityType.UNKNOWN, (Name(row["listed"]),))
    screening = Screener(EntityList((listed,), ())).screen(row["subject"])
    assert isinstance(screening, Screening)
    assert bool(screening.hits) is row["hit"], row["why"]
