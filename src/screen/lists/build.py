"""Fact sheets -> the text of an entity list: the same sheets give the same bytes."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from screen.lists.entity_file import FORMAT
from screen.lists.fact_sheets import FactSheet, read_sheets
from screen.lists.fields import Record
from screen.model import NameKind

_HEAD = """\
# Built from the fact sheets in seeds/ by `screen list build seeds/ -o entities.yaml`. Do not edit it here:
# every source names a sheet and the number of a fact in it. The format is described in docs/formats.md.
"""
_KINDS = tuple(NameKind)


def build(seeds: Path) -> str:
    """Return the text of the entity list that a folder of fact sheets makes.

    Raises:
        ListError: a sheet is missing or has a fault.
    """
    sheets = read_sheets(seeds)
    return _HEAD + "\n".join(_lines(sheets)) + "\n"


def _lines(sheets: tuple[FactSheet, ...]) -> Iterator[str]:
    yield f"format: {FORMAT}"
    yield "lists:"
    for sheet in sheets:
        for one in sheet.record.records("lists"):
            yield from _record(1, [(key, one.values.get(key)) for key in ("id", "title", "source", "as_of")])
    yield "entities:"
    for id_, parts in _entities(sheets).items():
        yield from _entity(id_, parts)


def _entities(sheets: Iterable[FactSheet]) -> dict[str, list[tuple[str, Record]]]:
    """Return what each sheet says of each entity, in the order they are first named."""
    found: dict[str, list[tuple[str, Record]]] = {}
    for sheet in sheets:
        for entity in sheet.record.records("entities"):
            found.setdefault(entity.text("id"), []).append((sheet.id, entity))
    return found


def _entity(id_: str, parts: list[tuple[str, Record]]) -> Iterator[str]:
    """Yield the lines of one entity, put together from all sheets."""
    first = {key: value for _, part in reversed(parts) for key, value in part.values.items()}
    yield from _record(1, [("id", id_), ("type", first.get("type"))])
    yield "    names:"
    for text, (kind, script, sources) in _names(parts):
        yield from _record(3, [("text", text), ("kind", kind), ("script", script), ("source", ", ".join(sources))])
    for key in ("countries", "dates"):
        if first.get(key):
            yield f"    {key}: {json.dumps(first[key], ensure_ascii=False)}"
    yield from _texts("addresses", [one.text("text") for _, part in parts for one in part.records("addresses")])
    yield "    listings:"
    for sheet, part in parts:
        for one in part.records("listings"):
            yield from _record(3, _listing(sheet, one))


def _names(parts: list[tuple[str, Record]]) -> list[tuple[str, tuple[str, str, list[str]]]]:
    """Return each spelling once, with its script and every source, and the strongest kind any gives it."""
    names: dict[str, tuple[str, str, list[str]]] = {}
    for sheet, part in parts:
        for one in part.records("names"):
            kind, script, sources = names.get(one.text("text"), (one.text("kind"), one.text("script"), []))
            strongest = min(kind, one.text("kind"), key=_rank)
            names[one.text("text")] = (strongest, script, [*sources, f"{sheet}#{one.values['fact']}"])
    return sorted(names.items(), key=lambda item: _rank(item[1][0]))


def _rank(kind: str) -> int:
    """Return how near a kind of name is to the primary one."""
    return _KINDS.index(NameKind(kind))


def _listing(sheet: str, one: Record) -> list[tuple[str, object]]:
    keys = ("list", "program", "citation", "effective", "licence_requirement", "licence_policy", "ground")
    source = ", ".join(f"{sheet}#{number}" for number in one.values["facts"])
    return [*((key, one.values.get(key)) for key in keys), ("source", source)]


def _texts(key: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield f"    {key}:"
        yield from (f"      - {_quoted(text)}" for text in dict.fromkeys(texts))


def _record(depth: int, pairs: list[tuple[str, object]]) -> Iterator[str]:
    """Yield the lines of a mapping in a list; keys without a value are left out."""
    indent = "  " * depth
    for at, (key, value) in enumerate((key, value) for key, value in pairs if value is not None):
        yield f"{indent}{'- ' if at == 0 else '  '}{key}: {_quoted(str(value))}"


def _quoted(text: str) -> str:
    """Return a text as a double-quoted scalar: JSON's strings are YAML's too."""
    return json.dumps(text, ensure_ascii=False)
