"""What cannot be seen is shown, what can be seen is left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.names.display import display

any_text = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\tc\rd", r"a\nb\tc\rd"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b31m", r"\x9b31m"),
        ("\x00\x7f", r"\x00\x7f"),
        ("ACME\u202eDTL", r"ACME\u202eDTL"),
        ("\u2066a\u2069", r"\u2066a\u2069"),
        ("HIK\u200bVISION", r"HIK\u200bVISION"),
        ("\ufeffDahua", r"\ufeffDahua"),
        ("Da\xadhua", r"Da\xadhua"),
        ("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d"),
        ("\u3164\u115f\u2800", r"\u3164\u115f\u2800"),
        ("x\ufe0f\U000e0100", r"x\ufe0f\U000e0100"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("lone \ud800", r"lone \ud800"),
        ("private \ue000", r"private \ue000"),
        ("no character \uffff", r"no character \uffff"),
    ],
)
def test_what_does_not_show_is_written_out(text: str, shown: str) -> None:
    """Each kind of hidden character becomes its escape, what stands around it stays."""
    assert display(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Zhejiang Dahua Technology Co., Ltd.",
        "[red]x[/red]",
        "=cmd()",
        r"C:\new\x1b",
        "浙江大华技术股份有限公司",
        "شركة",
        "Société Générale",
        "e\u0301",
        "wide\u3000blank and\xa0firm blank",
        "☎ 🏭",
    ],
)
def test_what_shows_is_untouched(text: str) -> None:
    """Letters of any script, accents, blanks that show, markup and backslashes stay as they are."""
    assert display(text) == text


@given(any_text)
def test_display_is_total_and_shows_everything(text: str) -> None:
    """Any text comes out printable, encodable, and is not changed by a second look."""
    shown = display(text)
    hidden = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not [char for char in shown if unicodedata.category(char) in hidden]
    assert shown.encode("utf-8") if text else shown == ""
    assert display(shown) == shown
