"""The entity list format: what it holds, and how a checked file becomes an `EntityList`.

`docs/formats.md` describes every field; a test holds the two together.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from screen.errors import ListError
from screen.lists.fields import Checker, Field, Kind, Record
from screen.lists.marks import BrokenYamlError, Fault, read_marked
from screen.model import (
    Entity,
    EntityList,
    EntityType,
    Identifier,
    Listing,
    Name,
    NameKind,
    Provenance,
)
from screen.names import read

FORMAT = 1

PUBLICATION = (
    Field("id", required=True),
    Field("title", required=True),
    Field("source", required=True),
    Field("as_of", Kind.DATE),
    Field("fetched", Kind.DATE),
)
NAME = (
    Field("text", required=True),
    Field("kind", Kind.CHOICE, choices=tuple(NameKind)),
    Field("script"),
    Field("source"),
)
IDENTIFIER = (Field("kind", required=True), Field("value", required=True))
LISTING = (
    Field("list", required=True),
    Field("program", required=True),
    Field("citation", required=True),
    Field("effective", Kind.DATE),
    Field("licence_requirement"),
    Field("licence_policy"),
    Field("ground"),
    Field("source"),
)
ENTITY = (
    Field("id", required=True),
    Field("type", Kind.CHOICE, choices=tuple(EntityType)),
    Field("names", Kind.RECORDS, required=True, fields=NAME),
    Field("countries", Kind.COUNTRIES),
    Field("addresses", Kind.TEXTS),
    Field("identifiers", Kind.RECORDS, fields=IDENTIFIER),
    Field("dates", Kind.TEXTS),
    Field("listings", Kind.RECORDS, required=True, fields=LISTING),
)
FILE = (
    Field("format", Kind.NUMBER, required=True),
    Field("lists", Kind.RECORDS, required=True, fields=PUBLICATION),
    Field("entities", Kind.RECORDS, required=True, fields=ENTITY),
)


def read_entity_file(path: Path) -> EntityList:
    """Return the entities of a list file and the publications they come from.

    Raises:
        ListError: the file cannot be read or has a fault; says the first and how many more there are.
    """
    record, faults = check_entity_file(path)
    if faults:
        more = f" (and {len(faults) - 1} more; see 'screen list lint')" if len(faults) > 1 else ""
        msg = f"{faults[0]}{more}"
        raise ListError(msg)
    entities = tuple(_entity(one) for one in record.records("entities"))
    counts = Counter(listed for entity in entities for listed in {one.list for one in entity.listings})
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return EntityList(entities, tuple(_provenance(one, sha256, counts) for one in record.records("lists")))


def check_entity_file(path: Path) -> tuple[Record, tuple[Fault, ...]]:
    """Return what a list file holds, and every fault in it in the order of its lines."""
    try:
        node = read_marked(path)
    except BrokenYamlError as error:
        return Record({}, 1, 1), (error.fault,)
    checker = Checker(str(path))
    record = checker.record(node, FILE, "")
    _check_format(record, checker)
    _check_ids(record.records("lists"), "lists", checker)
    _check_ids(record.records("entities"), "entities", checker)
    known = {one.text("id") for one in record.records("lists")}
    for entity in record.records("entities"):
        _check_entity(entity, known, checker)
    return record, tuple(sorted(checker.faults, key=lambda fault: (fault.line, fault.column)))


def _check_format(record: Record, checker: Checker) -> None:
    stated = record.values.get("format", FORMAT)
    if stated != FORMAT:
        checker.fault(record, "format", f"is {stated}", f"this version reads format {FORMAT}")
    if "entities" in record.values and not record.records("entities"):
        checker.fault(record, "entities", "is empty", "a list without entities would clear everybody")


def _check_ids(records: tuple[Record, ...], where: str, checker: Checker) -> None:
    seen: dict[str, int] = {}
    for record in records:
        id_ = record.text("id")
        if id_ and id_ in seen:
            checker.fault(record, f"{where}.id", f"{id_!r} is also on line {seen[id_]}", "make it unique")
        seen.setdefault(id_, record.line)


def _check_entity(entity: Record, lists: set[str], checker: Checker) -> None:
    """Keep what is wrong with an entity beyond the kinds of its values."""
    names, where = entity.records("names"), f"entities[{entity.text('id')}]"
    if "names" in entity.values and not names:
        checker.fault(entity, f"{where}.names", "is empty", "give at least one name")
    elif names and not any(name.values.get("kind", "primary") == "primary" for name in names):
        checker.fault(entity, f"{where}.names", "no name is primary", "make one of them primary")
    for name in names:
        text = name.text("text")
        if text and not read(text).key:
            checker.fault(name, f"{where}.names", f"{text!r} cleans to nothing", "correct or remove it")
    for listing in entity.records("listings"):
        named = listing.text("list")
        if named and named not in lists:
            checker.fault(listing, f"{where}.listings.list", f"{named!r} is no list", "name one of 'lists'")


def _provenance(record: Record, sha256: str, counts: Counter[str]) -> Provenance:
    return Provenance(
        id=record.text("id"),
        title=record.text("title"),
        source=record.text("source"),
        sha256=sha256,
        as_of=record.day("as_of"),
        fetched=record.day("fetched"),
        count=counts[record.text("id")],
    )


def _entity(record: Record) -> Entity:
    entity = Entity(
        id=record.text("id"),
        type=EntityType(record.values.get("type", EntityType.UNKNOWN)),
        names=tuple(_name(one) for one in record.records("names")),
        countries=record.texts("countries"),
        addresses=record.texts("addresses"),
        identifiers=tuple(_identifiers(record)),
        dates=record.texts("dates"),
        listings=tuple(_listing(one) for one in record.records("listings")),
    )
    return replace(entity, digest=digest(entity))


def _name(record: Record) -> Name:
    kind = NameKind(record.values.get("kind", NameKind.PRIMARY))
    return Name(record.text("text"), kind, record.text("script") or "Latn", record.text("source"))


def _identifiers(record: Record) -> Iterator[Identifier]:
    from screen.names.identifiers import compact

    for one in record.records("identifiers"):
        yield compact(one.text("kind"), one.text("value"))


def _listing(record: Record) -> Listing:
    return Listing(
        list=record.text("list"),
        program=record.text("program"),
        citation=record.text("citation"),
        effective=record.day("effective"),
        licence_requirement=record.text("licence_requirement"),
        licence_policy=record.text("licence_policy"),
        ground=record.text("ground"),
        source=record.text("source"),
    )


def digest(entity: Entity) -> str:
    """Return the SHA-256 of what an entity says, as JSON with sorted keys; its own digest left out."""
    content = _fields(replace(entity, digest=""))
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, default=_fields, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _fields(value: Any) -> Any:  # noqa: ANN401  (what JSON has no form for: our values and dates)
    """Return one of our values as a mapping of its fields, a date in ISO 8601."""
    if isinstance(value, date):
        return value.isoformat()
    return {field: getattr(value, field) for field in value.__slots__}
