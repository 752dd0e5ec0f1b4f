"""Fact sheets: what one source document says, in numbered facts, and the entities taken from it."""

from dataclasses import dataclass
from pathlib import Path

from screen.errors import ListError
from screen.lists.entity_file import FORMAT, IDENTIFIER
from screen.lists.fields import Checker, Field, Kind, Record
from screen.lists.marks import BrokenYamlError, Fault, read_marked
from screen.model import EntityType, NameKind

FACT = (
    Field("number", Kind.NUMBER, required=True),
    Field("where", required=True),
    Field("text", required=True),
)
SHEET_LIST = (
    Field("id", required=True),
    Field("title", required=True),
    Field("source", required=True),
    Field("as_of", Kind.DATE),
    Field("fact", Kind.NUMBER, required=True),
)
SHEET_NAME = (
    Field("text", required=True),
    Field("kind", Kind.CHOICE, required=True, choices=tuple(NameKind)),
    Field("script", required=True),
    Field("fact", Kind.NUMBER, required=True),
)
SHEET_ADDRESS = (Field("text", required=True), Field("fact", Kind.NUMBER, required=True))
SHEET_LISTING = (
    Field("list", required=True),
    Field("program", required=True),
    Field("citation", required=True),
    Field("effective", Kind.DATE),
    Field("licence_requirement"),
    Field("licence_policy"),
    Field("ground"),
    Field("facts", Kind.NUMBERS, required=True),
)
SHEET_ENTITY = (
    Field("id", required=True),
    Field("type", Kind.CHOICE, choices=tuple(EntityType)),
    Field("countries", Kind.COUNTRIES),
    Field("names", Kind.RECORDS, fields=SHEET_NAME),
    Field("addresses", Kind.RECORDS, fields=SHEET_ADDRESS),
    Field("identifiers", Kind.RECORDS, fields=IDENTIFIER),
    Field("dates", Kind.TEXTS),
    Field("listings", Kind.RECORDS, fields=SHEET_LISTING),
)
SHEET = (
    Field("format", Kind.NUMBER, required=True),
    Field("id", required=True),
    Field("title", required=True),
    Field("publisher", required=True),
    Field("date", Kind.DATE, required=True),
    Field("document", required=True),
    Field("sha256", required=True),
    Field("lists", Kind.RECORDS, fields=SHEET_LIST),
    Field("facts", Kind.RECORDS, required=True, fields=FACT),
    Field("entities", Kind.RECORDS, required=True, fields=SHEET_ENTITY),
)


@dataclass(frozen=True, slots=True)
class FactSheet:
    """A checked sheet."""

    id: str
    record: Record
    facts: frozenset[int]


def read_sheets(seeds: Path) -> tuple[FactSheet, ...]:
    """Return the fact sheets of a folder, in the order of their dates, the latest first.

    The latest document is the one that names its parties best: a rule comes after the news of it.

    Raises:
        ListError: there is no sheet, or one has a fault; says the first and how many more there are.
    """
    paths = sorted(seeds.glob("*.yaml"))
    if not paths:
        msg = f"{seeds}: no fact sheets (*.yaml) in this folder"
        raise ListError(msg)
    sheets = [_read_sheet(path) for path in paths]
    return tuple(sorted(sheets, key=lambda sheet: (sheet.record.text("date"), sheet.id), reverse=True))


def _read_sheet(path: Path) -> FactSheet:
    try:
        node = read_marked(path)
    except BrokenYamlError as error:
        raise ListError(str(error.fault)) from error
    checker = Checker(str(path))
    record = checker.record(node, SHEET, "")
    numbers = [fact.values.get("number") for fact in record.records("facts")]
    facts = frozenset(number for number in numbers if isinstance(number, int))
    if numbers != list(range(1, len(numbers) + 1)):
        checker.fault(record, "facts", "are not numbered 1, 2, 3 …", "number them in order")
    if record.values.get("format") != FORMAT:
        checker.fault(record, "format", "is not known", f"this version reads format {FORMAT}")
    _check_citations(record, facts, checker)
    if checker.faults:
        raise ListError(_first(checker.faults))
    return FactSheet(record.text("id"), record, facts)


def _check_citations(record: Record, facts: frozenset[int], checker: Checker) -> None:
    """Keep every number that no fact of the sheet bears."""
    entities = record.records("entities")
    citing = [*record.records("lists")]
    for entity in entities:
        citing += [*entity.records("names"), *entity.records("addresses"), *entity.records("listings")]
    for one in citing:
        for number in one.values.get("facts", (one.values.get("fact"),)):
            if isinstance(number, int) and number not in facts:
                checker.fault(one, "fact", f"{number} is no fact of this sheet", "cite one that is")


def _first(faults: list[Fault]) -> str:
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return f"{min(faults, key=lambda fault: (fault.line, fault.column))}{more}"
