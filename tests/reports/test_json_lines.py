"""JSON lines keep the contract of docs/results.schema.json."""

import json
from dataclasses import replace
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from report_samples import (
    DAHUA,
    RESULTS,
    RUN,
    SUMMARY,
    chinese_hit,
    dahua_hit,
    rejected,
    screening,
)
from report_text import json_lines

from screen.model import Relation, Verdict, WordKind
from screen.reports import JsonLinesReporter

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "results.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def records(text: str) -> list[dict[str, Any]]:
    """Return the lines of a report, each read back."""
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_the_schema_is_a_schema() -> None:
    """The schema itself is valid under its own draft, and names the version the reporter writes."""
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["run"]["properties"]["schema"]["const"] == 1


def test_real_output_is_valid() -> None:
    """Every line of a report with hits, clear and rejected rows is valid under the schema."""
    without_listing = replace(dahua_hit(), entity=replace(DAHUA, listings=()))
    bare = (*RESULTS, rejected(line=None), screening("x", without_listing))
    undated = replace(RUN, threshold=82.5, lists=(replace(RUN.lists[0], as_of=None),))
    for record in records(json_lines(RESULTS)) + records(json_lines(bare, undated)):
        VALIDATOR.validate(record)


@pytest.mark.parametrize(
    ("at", "change"),
    [
        (0, {"schema": 2}),
        (0, {"extra": 1}),
        (1, {"status": "safe"}),
        (1, {"status": "clear"}),
        (1, {"hits": []}),
        (2, {"status": "hit"}),
        (4, {"reason": None}),
        (4, {"origin": {"file": "vendors.csv", "line": 0}}),
        (-1, {"hits": -1}),
    ],
)
def test_what_breaks_the_contract_is_not_valid(at: int, change: dict[str, Any]) -> None:
    """The schema refuses unknown keys, other versions, and a status that its hits belie."""
    record = records(json_lines(RESULTS))[at]
    assert not VALIDATOR.is_valid(record | change)


@pytest.mark.parametrize(
    ("where", "field", "values"),
    [("evidence", "verdict", Verdict), ("word", "relation", Relation), ("word", "kind", WordKind)],
)
def test_the_schema_knows_every_value(where: str, field: str, values: type[StrEnum]) -> None:
    """The closed sets of the schema are those of the code."""
    assert set(SCHEMA["$defs"][where]["properties"][field]["enum"]) == set(values)


def test_one_record_for_each_result_in_order() -> None:
    """A report is the run, the results as they came, and the summary."""
    kinds = [record["record"] for record in records(json_lines(RESULTS))]
    assert kinds == [
        "run",
        "screening",
        "screening",
        "screening",
        "rejected",
        "screening",
        "screening",
        "summary",
    ]


def test_the_records_are_those_of_the_design() -> None:
    """Keys, their order and their values are the contract; nothing is added to it unseen."""
    lines = json_lines([screening("Oxford Direct", line=17), rejected()]).split("\n")
    assert lines[0] == (
        '{"record": "run", "schema": 1, "tool": "screen 0.1.0", "threshold": 80, "lists": ['
        f'{{"id": "bis-2019", "sha256": "{RUN.lists[0].sha256}", "as_of": "2019-10-09", "entities": 28}}, '
        f'{{"id": "bis-2019-huawei", "sha256": "{RUN.lists[1].sha256}", "as_of": "2019-05-21", '
        '"entities": 1}]}'
    )
    assert lines[1:] == [
        '{"record": "screening", "subject": {"id": "V-17", "name": "Oxford Direct", '
        '"origin": {"file": "vendors.csv", "line": 17}}, "status": "clear", "hits": []}',
        '{"record": "rejected", "origin": {"file": "vendors.csv", "line": 40}, '
        '"reason": "no name in column \'Supplier\'"}',
        '{"record": "summary", "subjects": 4000, "hits": 3, "open": 3, "rejected": 1, "seconds": 0.4}',
        "",
    ]


def test_a_hit_carries_its_reasons() -> None:
    """A hit holds entity, score rounded down, evidence with words, and every listing."""
    (hit,) = records(json_lines([screening("Zhejiang Dahua", dahua_hit(94.96))]))[1]["hits"]
    assert list(hit) == [
        "entity_id",
        "entity_name",
        "matched_name",
        "score",
        "list",
        "state",
        "evidence",
        "why",
        "listings",
    ]
    assert (hit["entity_id"], hit["entity_name"]) == ("bis-2019-dahua", "Dahua Technology")
    assert (hit["matched_name"], hit["score"]) == ("Zhejiang Dahua Technology Co., Ltd.", 94.9)
    assert (hit["list"], hit["state"]) == ("bis-2019", "open")
    assert hit["evidence"][0]["words"][0] == {
        "subject": "Dahua",
        "entity": "Dahua",
        "relation": "equal",
        "kind": "distinctive",
        "weight": 0.8123,
        "count": 3,
    }
    assert hit["evidence"][1] == {
        "feature": "country",
        "verdict": "supports",
        "points": 2.0,
        "subject_value": "China",
        "entity_value": "CN",
        "words": [],
    }
    assert hit["listings"][0]["effective"] == "2019-10-09"
    assert hit["listings"][0]["ground"].startswith("Implicated")


def test_text_is_readable_and_hidden_characters_are_escaped() -> None:
    """Chinese stays Chinese; what does not show is a JSON escape and reads back as it was."""
    name = "大华\u202e\x1b\x9b\u2028\ud800\U000e0041"
    text = json_lines([screening(name, chinese_hit())])
    assert "浙江大华技术股份有限公司" in text
    assert r"大华\u202e\u001b\u009b\u2028\ud800\udb40\udc41" in text
    assert records(text)[1]["subject"]["name"] == name
    assert text.encode("utf-8")


class _Flushed(StringIO):
    """A real file in memory that remembers how much had been written at each flush."""

    def __init__(self) -> None:
        super().__init__()
        self.at: list[int] = []

    def flush(self) -> None:
        self.at.append(self.getvalue().count("\n"))
        super().flush()


def test_what_matters_is_flushed_at_once() -> None:
    """The run, hits, rejected rows and the summary are handed on at once, clear rows with them."""
    out = _Flushed()
    reporter = JsonLinesReporter(out)
    reporter.start(RUN)
    for result in (screening("clear"), screening("clear"), screening("x", dahua_hit()), rejected()):
        reporter.record(result)
    reporter.finish(SUMMARY)
    assert out.at == [1, 4, 5, 6]
