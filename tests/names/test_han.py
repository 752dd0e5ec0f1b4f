"""Chinese names: segments, readings, and the short cut past the dictionary."""

import csv
import subprocess
import sys

import pytest
from pypinyin import lazy_pinyin
from shared import VENDORS

from screen.names.han import pinyin, runs, segments, simplify
from screen.names.tables import rows


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("浙江大华技术股份有限公司", ["浙江", "大华", "技术", "股份有限公司"]),
        ("厦门市美亚柏科信息股份有限公司", ["厦门", "市", "美亚柏科", "信息", "股份有限公司"]),
        ("浙江大華技術股份有限公司", ["浙江", "大華", "技術", "股份有限公司"]),
    ],
)
def test_a_name_falls_into_its_parts(name: str, parts: list[str]) -> None:
    """Place, proper name, trade and legal form are parted as a reader parts them, shown as written."""
    assert [surface for surface, _ in segments(name)] == parts


@pytest.mark.shared
def test_the_table_reads_as_the_dictionary() -> None:
    """On 7,379 real Chinese names every reading equals that of pypinyin."""
    with (VENDORS / "cn_stock_basic_gbk.csv").open(encoding="gb18030", newline="") as file:
        names = [simplify(run) for row in csv.DictReader(file) for run, is_han in runs(row["code_name"]) if is_han]
    proper = {part for name in names for part, phrase in segments(name) if phrase is None}
    for name in sorted(proper):
        expected = tuple(lazy_pinyin(name, errors="ignore", v_to_u=False))
        assert pinyin(name) == expected, name


def test_known_readings_are_those_of_the_dictionary_or_the_bearers_own() -> None:
    """A reading by hand has one syllable a character."""
    for row in rows("han_readings"):
        assert all(len(row.canonical.split()) == len(name) for name in row.variants)


def test_the_dictionary_is_loaded_only_when_a_name_needs_it() -> None:
    """Screening a Latin name against the embedded list loads no pypinyin; an ambiguous Han name does."""
    code = """
import sys
from screen import Screener, load_list
Screener(load_list()).screen({!r})
print("pypinyin" in sys.modules)
"""
    for name, loaded in (("Zhejiang Dahua", "False"), ("浙江大华技术股份有限公司", "False"), ("重庆长行", "True")):
        done = subprocess.run([sys.executable, "-c", code.format(name)], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == loaded, name
