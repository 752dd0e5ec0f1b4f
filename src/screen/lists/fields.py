"""What a file may hold, described once: reading, checking and documentation all go by it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any

from screen.lists.marks import Fault, Mapping, Node, Scalar, Sequence


class Kind(Enum):
    """What a value is."""

    TEXT = auto()
    TEXTS = auto()
    NUMBER = auto()
    NUMBERS = auto()
    DATE = auto()
    COUNTRIES = auto()
    CHOICE = auto()
    RECORDS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a record."""

    key: str
    kind: Kind = Kind.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: tuple["Field", ...] = ()
    """Of a record in a list of records."""


@dataclass(frozen=True, slots=True)
class Record:
    """A checked mapping: its values by key, and where it stands."""

    values: dict[str, Any]
    line: int
    column: int

    def text(self, key: str) -> str:
        """Return a text, "" when it is not given."""
        return str(self.values.get(key, ""))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty when it is not given."""
        return tuple(self.values.get(key, ()))

    def day(self, key: str) -> date | None:
        """Return a date, None when it is not given."""
        return self.values.get(key)

    def records(self, key: str) -> tuple["Record", ...]:
        """Return the records of a list, empty when it is not given."""
        return tuple(self.values.get(key, ()))


class Checker:
    """Checks nodes against fields and keeps every fault it meets.

    Args:
        file: the name that faults bear.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []

    def fault(self, at: Node | Record, field: str, problem: str, remedy: str) -> None:
        """Keep a fault."""
        self.faults.append(Fault(self.file, at.line, at.column, field, problem, remedy))

    def record(self, node: Node, fields: tuple[Field, ...], where: str) -> Record:
        """Return a mapping's values by key, those that are right; the rest becomes faults."""
        if not isinstance(node, Mapping):
            self.fault(node, where, "is no mapping", f"give the keys {', '.join(f.key for f in fields)}")
            return Record({}, node.line, node.column)
        known = {field.key: field for field in fields}
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key, value in node.pairs:
            path = f"{where}.{key.text}" if where else key.text
            if key.text in seen:
                self.fault(key, path, "is given twice", "keep one")
            elif key.text not in known:
                self.fault(key, path, "is unknown", f"did you mean {_nearest(key.text, known)!r}?")
            elif (read := self.value(value, known[key.text], path)) is not None:
                values[key.text] = read
            seen.add(key.text)
        for field in fields:
            if field.required and field.key not in seen:
                self.fault(node, f"{where}.{field.key}" if where else field.key, "is missing", "add it")
        return Record(values, node.line, node.column)

    def value(self, node: Node, field: Field, where: str) -> Any:  # noqa: ANN401  (by field.kind)
        """Return a value of the field's kind, None when it is wrong."""
        match field.kind:
            case Kind.TEXT:
                return self.text(node, where)
            case Kind.CHOICE:
                return self._choice(node, field.choices, where)
            case Kind.DATE:
                return self._date(node, where)
            case Kind.NUMBER:
                return self._number(node, where)
            case Kind.TEXTS | Kind.COUNTRIES | Kind.NUMBERS | Kind.RECORDS:
                return tuple(self._items(node, field, where))

    def text(self, node: Node, where: str) -> str | None:
        """Return a text; what YAML reads as something else must be quoted to be one."""
        if not isinstance(node, Scalar):
            self.fault(node, where, "is no text", "give one text")
        elif node.plain_kind:
            self.fault(node, where, f"YAML reads {node.text!r} as {node.plain_kind}, not text", "quote it")
        elif not node.text.strip():
            self.fault(node, where, "is empty", "give a text or leave the key out")
        else:
            return node.text
        return None

    def _choice(self, node: Node, choices: tuple[str, ...], where: str) -> str | None:
        text = self.text(node, where)
        if text is not None and text not in choices:
            self.fault(node, where, f"is {text!r}", f"give one of {', '.join(choices)}")
            return None
        return text

    def _date(self, node: Node, where: str) -> date | None:
        text = self.text(node, where)
        try:
            return date.fromisoformat(text) if text is not None else None
        except ValueError:
            self.fault(node, where, f"{text!r} is no date", 'give it as "2019-10-09"')
            return None

    def _number(self, node: Node, where: str) -> int | None:
        if isinstance(node, Scalar) and node.plain_kind == "int" and node.text.isdigit():
            return int(node.text)
        self.fault(node, where, "is no whole number", "give one without quotes")
        return None

    def _items(self, node: Node, field: Field, where: str) -> Iterator[Any]:
        if not isinstance(node, Sequence):
            self.fault(node, where, "is no list", "put a - before each item")
            return
        for at, item in enumerate(node.items, 1):
            read = self._item(item, field, f"{where}[{at}]")
            if read is not None:
                yield read

    def _item(self, node: Node, field: Field, where: str) -> Any:  # noqa: ANN401  (by field.kind)
        match field.kind:
            case Kind.RECORDS:
                return self.record(node, field.fields, where)
            case Kind.NUMBERS:
                return self._number(node, where)
            case Kind.COUNTRIES:
                return self._country(node, where)
            case _:
                return self.text(node, where)

    def _country(self, node: Node, where: str) -> str | None:
        from screen.names.countries import country_code

        text = self.text(node, where)
        if text is not None and country_code(text) != text:
            near = country_code(text)
            remedy = f"write {near}" if near else "give an ISO 3166-1 alpha-2 code"
            self.fault(node, where, f"{text!r} is no country code", remedy)
            return None
        return text


def _nearest(key: str, known: Iterable[str]) -> str:
    """Return the known key most like a misspelt one."""
    from difflib import get_close_matches  # loaded only for a fault

    return get_close_matches(key, list(known), n=1, cutoff=0.0)[0]
