"""The words that agreed are found in the name as it was published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import compared, word

from screen.model import Name, Relation
from screen.reports.highlight import AGREES, agreeing_words, split_by_words


def marked(name: str, *words: str) -> str:
    """Return `name` with the words found in it in braces."""
    return "".join(f"{{{piece}}}" if agrees else piece for piece, agrees in split_by_words(name, words))


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Zhejiang Dahua Technology", ("Dahua", "Zhejiang"), "{Zhejiang} {Dahua} Technology"),
        ("ZHEJIANG DAHUA", ("dahua",), "ZHEJIANG {DAHUA}"),
        ("Ｄａｈｕａ Technology", ("Dahua",), "{Ｄａｈｕａ} Technology"),
        ("Société Générale", ("generale",), "Société {Générale}"),
        ("Socie\u0301te\u0301", ("Société",), "{Socie\u0301te\u0301}"),
        ("HIK\u200bVISION Co", ("hikvision",), "{HIK\u200bVISION} Co"),
        ("Technology Tech", ("Tech",), "Technology {Tech}"),
        ("Otto Otto", ("Otto",), "{Otto} Otto"),
        ("Otto Otto", ("Otto", "Otto"), "{Otto} {Otto}"),
        ("浙江大华技术股份有限公司", ("大华",), "浙江{大华}技术股份有限公司"),
        ("TCL集团", ("TCL",), "{TCL}集团"),
        ("Public Urumqi Security Bureau", ("Public Security Bureau",), "{Public} Urumqi {Security} {Bureau}"),
        ("Sense Time", ("Sense Time",), "{Sense Time}"),
        ("Dahua", ("Hikvision",), "Dahua"),
        ("Technico", ("co",), "Technico"),
        ("Dahua", ("", " "), "Dahua"),
        ("", ("Dahua",), ""),
    ],
)
def test_words_are_found_as_published(name: str, words: tuple[str, ...], expected: str) -> None:
    """Words are found past case, width, accents and hidden characters, whole before in part, once each."""
    assert marked(name, *words) == expected


@given(st.text(max_size=30), st.lists(st.text(max_size=5), max_size=4))
def test_the_pieces_make_up_the_name(name: str, words: list[str]) -> None:
    """Whatever the words, nothing of the name is lost or doubled."""
    assert "".join(piece for piece, _ in split_by_words(name, words)) == name


@pytest.mark.parametrize("relation", Relation)
def test_only_words_that_agree_are_taken(relation: Relation) -> None:
    """Extra, missing, ignored and contradicting words are not among those that agreed."""
    evidence = compared("x", Name("Dahua"), 90.0, word("Dahua", "Dahua", relation), word("x", "", relation))
    apart = {Relation.CONTRADICTED, Relation.EXTRA, Relation.MISSING, Relation.IGNORED}
    assert agreeing_words((evidence,)) == (() if relation in apart else ("Dahua",))
    assert AGREES.isdisjoint(apart)
