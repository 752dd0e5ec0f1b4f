"""The results as JSON lines, for programs: a contract with a version, `docs/results.schema.json`.

One line for the run, one for each row in input order, one for the summary. A file without the summary line is
of a run that did not complete.
"""

import json
from datetime import date
from typing import Any, TextIO, assert_never

from screen.model import (
    Evidence,
    Hit,
    Listing,
    Origin,
    Provenance,
    Rejected,
    Run,
    Screening,
    Subject,
    Summary,
    WordMatch,
)
from screen.names.display import is_hidden
from screen.reports.bands import shown_score

SCHEMA = 1
"""Goes up when a reader of the lines would have to change."""

_Json = dict[str, Any]


class JsonLinesReporter:
    """Writes each result as one line of JSON, in UTF-8 whatever the names hold.

    Characters that do not show, and lone surrogates, are written as JSON escapes: a reader gets the text back
    exactly, a terminal gets nothing that acts. The run, hits, rejected rows and the summary are flushed at
    once; clear subjects ride along, so that a long clear run is not slowed down.

    Args:
        out: where the lines go.
    """

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def start(self, run: Run) -> None:
        """Write the run: tool, threshold, lists."""
        self._write(run_record(run), flush=True)

    def record(self, result: Screening | Rejected) -> None:
        """Write one result."""
        match result:
            case Screening():
                self._write(screening_record(result), flush=bool(result.hits))
            case Rejected():
                self._write(rejected_record(result), flush=True)
            case _:
                assert_never(result)

    def finish(self, summary: Summary) -> None:
        """Write the counts."""
        self._write(summary_record(summary), flush=True)

    def _write(self, record: _Json, *, flush: bool) -> None:
        self._out.write(_line(record) + "\n")
        if flush:
            self._out.flush()


def _line(record: _Json) -> str:
    """Return a record as one line in which every character shows."""
    line = json.dumps(record, ensure_ascii=False, allow_nan=False)
    if line.isascii() and line.isprintable():
        return line
    return "".join(json.dumps(char)[1:-1] if is_hidden(char) else char for char in line)


def run_record(run: Run) -> _Json:
    """Return the first record: what was screened with, and against what."""
    return {
        "record": "run",
        "schema": SCHEMA,
        "tool": run.tool,
        "threshold": _number(run.threshold),
        "lists": [_list(one) for one in run.lists],
    }


def screening_record(screening: Screening) -> _Json:
    """Return the record of a subject, its hits best first."""
    return {
        "record": "screening",
        "subject": _subject(screening.subject),
        "status": "hit" if screening.hits else "clear",
        "hits": [_hit(hit) for hit in screening.hits],
    }


def rejected_record(rejected: Rejected) -> _Json:
    """Return the record of a row that could not be screened."""
    return {"record": "rejected", "origin": _origin(rejected.origin), "reason": rejected.reason}


def summary_record(summary: Summary) -> _Json:
    """Return the last record: the counts of the run."""
    return {
        "record": "summary",
        "subjects": summary.subjects,
        "hits": summary.hits,
        "open": summary.open,
        "rejected": summary.rejected,
        "seconds": round(summary.seconds, 3),
    }


def _number(value: float) -> float:
    """Return a whole number as one: 80, not 80.0."""
    return int(value) if value == int(value) else value


def _date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _list(one: Provenance) -> _Json:
    return {"id": one.id, "sha256": one.sha256, "as_of": _date(one.as_of), "entities": one.count}


def _subject(subject: Subject) -> _Json:
    origin = _origin(subject.origin) if subject.origin else None
    return {"id": subject.id, "name": subject.name, "origin": origin}


def _origin(origin: Origin) -> _Json:
    return {"file": origin.file, "line": origin.line}


def _hit(hit: Hit) -> _Json:
    return {
        "entity_id": hit.entity.id,
        "entity_name": hit.entity.primary.text,
        "matched_name": hit.name.text,
        "score": shown_score(hit.score),
        "list": hit.entity.listings[0].list if hit.entity.listings else None,
        "state": "open",
        "evidence": [_evidence(item) for item in hit.evidence],
        "why": hit.why,
        "listings": [_listing(listing) for listing in hit.entity.listings],
    }


def _listing(listing: Listing) -> _Json:
    return {
        "list": listing.list,
        "program": listing.program,
        "citation": listing.citation,
        "effective": _date(listing.effective),
        "licence_requirement": listing.licence_requirement,
        "licence_policy": listing.licence_policy,
        "ground": listing.ground,
    }


def _evidence(item: Evidence) -> _Json:
    return {
        "feature": item.feature,
        "verdict": item.verdict,
        "points": round(item.points, 2),
        "subject_value": item.subject_value,
        "entity_value": item.entity_value,
        "words": [_word(word) for word in item.words],
    }


def _word(word: WordMatch) -> _Json:
    return {
        "subject": word.subject,
        "entity": word.entity,
        "relation": word.relation,
        "kind": word.kind,
        "weight": round(word.weight, 4),
        "count": word.count,
    }
