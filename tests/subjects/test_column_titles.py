"""The table of titles: that it loads, holds what real files use, and contradicts itself nowhere."""

from importlib.resources import files

import pytest

from screen.subjects.titles import Role, known_titles, title_key


def lines() -> list[list[str]]:
    """Return the rows of the table as written."""
    text = files("screen.subjects").joinpath("column_titles.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def test_every_row_has_a_role_titles_and_a_rank() -> None:
    """Three columns, a role of the three, a rank from 1, no empty title."""
    for role, titles, rank in lines():
        assert role in set(Role)
        assert int(rank) >= 1
        assert all(title.strip() for title in titles.split("|"))


def test_every_title_is_known_by_its_own_key() -> None:
    """The loader keeps every title, under a key that is not empty."""
    for role, titles, rank in lines():
        for title in titles.split("|"):
            assert known_titles()[Role(role)][title_key(title)] == int(rank)


def test_no_title_stands_for_two_roles() -> None:
    """A title that names both a party and its number would be taken for either."""
    seen: dict[str, Role] = {}
    for role, ranks in known_titles().items():
        for key in ranks:
            assert seen.setdefault(key, role) is role


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("VendorName", "vendor_name"),
        ("Bénéficiaire", "BENEFICIAIRE"),
        ("Straße", "STRASSE"),
        ("N° tiers", "n°tiers"),
    ],
)
def test_spellings_of_one_title_have_one_key(one: str, other: str) -> None:
    """Case, blanks, signs and accents are left out of the comparison."""
    assert title_key(one) == title_key(other)


def test_other_titles_have_other_keys() -> None:
    """Letters and digits count; a title of signs is itself, a blank one nothing."""
    assert title_key("name 1") != title_key("name 2")
    assert title_key("%") == "%" != title_key("#")
    assert title_key("  ") == ""


@pytest.mark.parametrize("title", ["Account Name", "Center Name", "Body", "Subject", "Unit", "Amount", "Service Code"])
def test_titles_that_mean_other_things_are_not_known(title: str) -> None:
    """Real files have them beside the supplier."""
    assert title_key(title) not in known_titles()[Role.NAME]
