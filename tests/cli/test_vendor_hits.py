"""The documented hits on real vendors are what comes out, no more and no less."""

import json
import re
from pathlib import Path

import pytest
from program import screen
from shared import VENDORS

PAGE = (Path(__file__).parents[2] / "docs" / "vendor-hits.md").read_text(encoding="utf-8")


def documented(file: str) -> list[tuple[str, float]]:
    """Return subject and score of each row of a file's table."""
    section = PAGE[PAGE.index(f"(`{file}`)") :].split("\n## ")[0]
    return [(name, float(score)) for name, score in re.findall(r"^\| (.+?) \| (\d+\.\d) \|", section, re.MULTILINE)]


@pytest.mark.shared
@pytest.mark.parametrize("file", ["vendor_names.csv", "cn_stock_basic_gbk.csv"])
def test_the_hits_are_the_documented_ones(file: str, tmp_path: Path) -> None:
    """Subjects and scores agree."""
    done = screen("batch", str(VENDORS / file), "--format", "jsonl", cwd=tmp_path)
    records = (json.loads(line) for line in done.stdout.splitlines())
    hits = [(r["subject"]["name"], r["hits"][0]["score"]) for r in records if r.get("status") == "hit"]
    assert sorted(hits) == sorted(documented(file))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "screened", "hits", "rejected"),
    re.findall(r"^\| `(.+?\.csv)` \| ([\d,]+) \| (\d+) \| (\d+)", PAGE, re.MULTILINE),
)
def test_the_spending_files_are_as_documented(
    file: str, screened: str, hits: str, rejected: str, tmp_path: Path
) -> None:
    """Counts of rows screened, hits and rejected rows agree."""
    done = screen("batch", str(VENDORS / file), "--format", "jsonl", cwd=tmp_path)
    summary = json.loads(done.stdout.splitlines()[-1])
    counts = (summary["subjects"], summary["hits"], summary["rejected"])
    assert counts == (int(screened.replace(",", "")), int(hits), int(rejected))
