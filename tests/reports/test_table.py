"""The terminal report: goldens looked at by a person, and what must hold at any width."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from report_samples import (
    BUREAU,
    DAHUA,
    LISTING,
    RESULTS,
    SUMMARY,
    bureau_hit,
    chinese_hit,
    dahua_hit,
    rejected,
    screening,
)
from report_text import table
from rich.cells import cell_len

from screen.model import (
    EntityType,
    Evidence,
    Hit,
    Name,
    NameKind,
    Origin,
    Rejected,
    Subject,
    Verdict,
)

STYLES = re.compile(r"\x1b\[[0-9;]*m")
CLEAR = (
    "no candidate at or over 80 in bis-2019 (28 entities) as of 2019-10-09, bis-2019-huawei (1 entity) as of 2019-05-21"
)


@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("colour", [True, False], ids=["colour", "no_color"])
def test_golden_report(golden: Callable[[str, str], None], width: int, colour: bool) -> None:
    """The report of one of each kind, Chinese among them, is the one that was looked at."""
    golden(f"report_{width}_{'colour' if colour else 'no_color'}", table(RESULTS, width, colour=colour))


@pytest.mark.parametrize("width", [80, 160])
def test_golden_explained(golden: Callable[[str, str], None], width: int) -> None:
    """With the whole evidence, the report is the one that was looked at."""
    golden(f"report_{width}_explain", table(RESULTS, width, colour=True, explain=True))


def test_golden_piped(golden: Callable[[str, str], None]) -> None:
    """Into a pipe, each fact is one line of plain text."""
    golden("report_piped", table(RESULTS, terminal=False, explain=True))


def test_golden_batch(golden: Callable[[str, str], None]) -> None:
    """Of a batch, hits and rejected rows are shown, and one sentence speaks for the clear ones."""
    golden("report_80_batch", table(RESULTS, 80, colour=True, show_clear=False))


@pytest.mark.parametrize(
    ("width", "explain"),
    [
        (40, False),
        (60, False),
        *((width, explain) for width in (80, 119, 120, 160, 240) for explain in (0, 1)),
    ],
)
def test_lines_fit_the_terminal(width: int, explain: bool) -> None:
    """No line is wider than the terminal, double-width text counted, and none ends in blanks."""
    lines = table(RESULTS, width, styles=False, explain=explain).split("\n")
    assert [line for line in lines if cell_len(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [80, 160])
def test_colour_says_nothing_that_words_do_not(width: int) -> None:
    """Without colour, without any style, the same words stand in the same places."""
    bare = table(RESULTS, width, styles=False)
    assert STYLES.sub("", table(RESULTS, width, colour=True)) == bare
    assert STYLES.sub("", table(RESULTS, width, colour=False)) == bare


def test_no_color_has_no_colour() -> None:
    """Where colour is off, only bold, dim and underline are left."""
    codes = {code for found in STYLES.findall(table(RESULTS)) for code in found[2:-1].split(";")}
    assert codes == {"0", "1", "2", "4"}


def test_a_pipe_gets_one_line_for_each_fact() -> None:
    """Nothing is styled, drawn or wrapped where a search may follow."""
    text = table([screening("Zhejiang Dahua", dahua_hit())], terminal=False)
    assert text == (
        "Zhejiang Dahua\n"
        "  STRONG    97.1  Dahua Technology · bis-2019-dahua · company, CN\n"
        "         matched  Zhejiang Dahua Technology Co., Ltd. · alias (registered name)\n"
        f"             why  {dahua_hit().why}\n"
        "          listed  Entity List (15 CFR part 744, supplement no. 4) · 84 FR 54002 · "
        "effective 2019-10-09\n"
        "         licence  For all items subject to the EAR. (See § 744.11 of the EAR)\n"
    )


@pytest.mark.parametrize("width", [60, 80, 160])
def test_words_of_names_are_not_broken(width: int) -> None:
    """Names break between their words; a Chinese name that fits a line is not broken at all."""
    text = table([screening("浙江大華技術股份有限公司", chinese_hit(), bureau_hit())], width, styles=False)
    assert "浙江大华技术股份有限公司" in text
    words = set(text.split())
    assert set(BUREAU.primary.text.split()) <= words


def test_a_word_longer_than_the_page_is_folded_not_lost() -> None:
    """What cannot be broken anywhere is broken at the edge."""
    name = "大" * 200
    lines = table([screening(name)], 80, styles=False).split("\n")
    assert "".join(line.strip() for line in lines).startswith(name)


def test_agreeing_words_stand_out_from_the_others() -> None:
    """In the name that matched, words that agreed are bold and coloured, the others dim."""
    line = next(line for line in table(RESULTS, 80, colour=True).split("\n") if "matched" in line)
    assert "\x1b[1;36mZhejiang\x1b[0m" in line
    assert "\x1b[1;36mDahua\x1b[0m" in line
    assert "\x1b[2m Technology Co., Ltd.\x1b[0m" in line


@pytest.mark.parametrize(
    ("score", "badge"),
    [
        (95.0, "STRONG    95.0"),
        (94.96, "LIKELY    94.9"),
        (88.0, "LIKELY    88.0"),
        (87.99, "POSSIBLE  87.9"),
    ],
)
def test_the_band_is_said_in_a_word(score: float, badge: str) -> None:
    """A score on either side of a border is shown with the word of its own side."""
    assert f"  {badge}  Dahua Technology" in table([screening("x", dahua_hit(score))], terminal=False)


@pytest.mark.parametrize(("score", "style"), [(95.0, "1;37;41"), (88.0, "1;30;43"), (80.0, "1;37;44")])
def test_the_band_has_a_colour(score: float, style: str) -> None:
    """Each band has a colour of its own."""
    assert f"\x1b[{style}m " in table([screening("x", dahua_hit(score))], colour=True)


def test_a_clear_subject_says_what_was_not_found() -> None:
    """Clear is a sentence about threshold, lists and dates, never a word of comfort."""
    text = table([screening("Oxford Direct")], terminal=False)
    assert text == f"Oxford Direct: {CLEAR}\n"
    assert table([screening("Oxford Direct")], terminal=False, explain=True) == (
        f"Oxford Direct: {CLEAR}; 5 listed names compared\n"
    )


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (Origin("vendors.csv", 40), "rejected: vendors.csv:40: no name"),
        (Origin("vendors.csv"), "rejected: vendors.csv: no name"),
        (Origin(""), "rejected: no name"),
    ],
)
def test_a_rejected_row_says_where_and_why(origin: Origin, line: str) -> None:
    """File and line are said as far as there are any."""
    assert table([Rejected(origin, "no name")], terminal=False) == f"{line}\n"


def test_a_batch_speaks_once_for_its_clear_rows() -> None:
    """Clear rows of a batch have no line; one sentence at the end says how many of how many."""
    text = table([screening("a"), rejected(), screening("b")], terminal=False, show_clear=False)
    assert text == (
        f"rejected: vendors.csv:40: no name in column 'Supplier'\n\n2 of {SUMMARY.subjects:,} subjects: {CLEAR}\n"
    )


def test_a_batch_without_clear_rows_does_not_speak_for_any() -> None:
    """No sentence about clear subjects where there are none."""
    text = table([rejected()], terminal=False, show_clear=False)
    assert "no candidate" not in text


def test_the_subject_is_shown_with_what_was_given() -> None:
    """Id, place, country and type stand beside the name when the input says them."""
    result = screening("Zhejiang Dahua", dahua_hit(), line=18)
    given = replace(result.subject, country="China", type=EntityType.PUBLIC_BODY)
    text = table([replace(result, subject=given)], terminal=False)
    assert text.startswith("Zhejiang Dahua · id V-18 · vendors.csv:18 · country China · type public body\n")
    assert table([replace(result, subject=Subject("Z"))], terminal=False).startswith("Z\n")


def test_an_entity_that_says_little_leaves_no_gaps() -> None:
    """No type, no country, no listing, no source: nothing is printed for them."""
    entity = replace(DAHUA, type=EntityType.UNKNOWN, countries=(), listings=())
    hit = Hit(entity, Name("Dahua Technology"), 90.0, (), "")
    assert table([screening("x", hit)], terminal=False) == (
        "x\n  LIKELY    90.0  Dahua Technology · bis-2019-dahua\n         matched  Dahua Technology\n"
    )


def test_a_weak_alias_is_called_one() -> None:
    """The kind of the name that matched is said, without its source when there is none."""
    hit = replace(dahua_hit(), name=Name("Face++", NameKind.WEAK_ALIAS), evidence=())
    assert "matched  Face++ · weak alias\n" in table([screening("x", hit)], terminal=False)


def test_every_listing_is_shown() -> None:
    """One entity, many listings: each has its lines, without a date or licence when it says none."""
    other = replace(LISTING, program="", list="other", citation="1 FR 2", effective=None, licence_requirement="")
    hit = replace(dahua_hit(), entity=replace(DAHUA, listings=(LISTING, other)))
    text = table([screening("x", hit)], terminal=False)
    assert text.count("          listed  ") == 2
    assert "          listed  other · 1 FR 2\n" in text
    assert text.count("         licence  ") == 1


def test_explaining_shows_ground_policy_address_and_every_comparison() -> None:
    """With the whole evidence, each comparison has its sign and verdict, each word its line."""
    text = table([screening("x", bureau_hit(), dahua_hit())], terminal=False, explain=True)
    assert "          ground  Implicated in" in text
    assert "          policy  Case-by-case" in text
    assert "         address  807, Block A" in text
    assert "        evidence   +95.1  name supports · Zhejiang Dahua · listed Zhejiang Dahua Tech" in text
    assert "                    -6.0  country contradicts · KZ · listed CN\n" in text
    assert "                    +0.0  type not checked · unknown · listed company\n" in text
    assert re.search(r"\n +Dept +contradicted +Bureau +generic +10% +30\n", text)
    assert re.search(r"\n +- +missing +People's Government +administrative +2%\n", text)
    assert re.search(r"\n +Public Security +equal +Public Security +generic +30% +few\n", text)


def test_without_explaining_the_report_is_short() -> None:
    """Ground, policy and the word table are for those who ask."""
    text = table([screening("x", dahua_hit())], terminal=False)
    assert not re.search(r"ground|policy|address|evidence|relation", text)


def test_markup_is_text() -> None:
    """Names that look like markup, emoji codes or links are printed as they are."""
    for name in ("[red]x[/red]", "[/x]", ":smile:", "[link=http://x]y[/link]", "\\[b]"):
        hit = replace(dahua_hit(), why=name, name=Name(name), entity=replace(DAHUA, names=(Name(name),)))
        text = table([screening(name, hit), screening(name)], terminal=False)
        assert text.count(name) == 5


def test_an_undated_listing_and_a_dated_one_differ_only_in_the_date() -> None:
    """The effective date is ISO 8601."""
    hit = replace(dahua_hit(), entity=replace(DAHUA, listings=(replace(LISTING, effective=date(2020, 7, 22)),)))
    assert "effective 2020-07-22" in table([screening("x", hit)], terminal=False)


def test_an_identifier_hit_shows_its_name_plain() -> None:
    """Where no words were compared, none are dimmed."""
    evidence = (Evidence("lei", Verdict.SUPPORTS, 100.0, "5493", "5493"),)
    hit = replace(dahua_hit(100.0), evidence=evidence, why="lei agrees")
    line = next(line for line in table([screening("x", hit)], colour=True).split("\n") if "matched" in line)
    assert "\x1b[2m         matched  \x1b[0mZhejiang Dahua Technology Co., Ltd.\x1b" in line
