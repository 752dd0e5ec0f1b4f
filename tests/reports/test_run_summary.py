"""The closing lines, and the one wording of clear."""

from dataclasses import replace

import pytest
from report_samples import RULE, RUN, SUMMARY

from screen.model import Run
from screen.reports import clear_wording, summary_lines

CLEAR = (
    "no candidate at or over 80 in bis-2019 (28 entities) as of 2019-10-09, bis-2019-huawei (1 entity) as of 2019-05-21"
)


def test_clear_names_threshold_lists_and_dates() -> None:
    """Clear says what was not found, where, and as of when."""
    assert clear_wording(RUN) == CLEAR


@pytest.mark.parametrize(("threshold", "shown"), [(80.0, "80"), (82.5, "82.5"), (79.99999999, "79.99999999")])
def test_the_threshold_is_never_rounded(threshold: float, shown: str) -> None:
    """The threshold is said with the digits it was given."""
    assert f"at or over {shown} in" in clear_wording(replace(RUN, threshold=threshold))


def test_a_list_without_a_date_says_so() -> None:
    """A missing date is said, not left out."""
    run = Run("screen 0.1.0", 80.0, (replace(RULE, as_of=None, id="x\u202e"),))
    assert clear_wording(run) == r"no candidate at or over 80 in x\u202e (28 entities) of no stated date"


def test_summary_of_a_run_with_hits() -> None:
    """Counts and rate come first, then what was left out, the lists, and what holds for the others."""
    assert summary_lines(RUN, SUMMARY) == (
        "screen 0.1.0: 4,000 subjects screened in 0.4 s (10,000 a second): 3 hits",
        "1 row rejected: not screened, so not clear",
        "2 blank rows skipped",
        "list bis-2019: Addition of Certain Entities to the Entity List, 28 entities as of 2019-10-09, "
        "sha256 9f2c1e000000",
        "list bis-2019-huawei: Addition of Entities to the Entity List, 1 entity as of 2019-05-21, sha256 11aa22000000",
        f"every other subject: {CLEAR}",
    )


def test_summary_of_a_clear_run() -> None:
    """A single clear subject has no rate, no rejected and no blank rows."""
    lines = summary_lines(RUN, replace(SUMMARY, subjects=1, hits=0, open=0, rejected=0, blank=0, seconds=0.21))
    assert lines[0] == "screen 0.1.0: 1 subject screened in 0.2 s: no hit"
    assert lines[1].startswith("list ")
    assert lines[-1] == f"every subject: {CLEAR}"


def test_nothing_screened_is_not_clear() -> None:
    """Without a subject the wording of clear is not used."""
    lines = summary_lines(RUN, replace(SUMMARY, subjects=0, hits=0, open=0, seconds=0.0))
    assert lines[-1] == "nothing was screened: this is not an all-clear"
    assert not any(CLEAR in line for line in lines)


def test_hits_that_were_decided_on_are_told_apart() -> None:
    """Open hits are counted beside all hits when they differ."""
    assert summary_lines(RUN, replace(SUMMARY, open=1))[0].endswith(": 3 hits, 1 open")
