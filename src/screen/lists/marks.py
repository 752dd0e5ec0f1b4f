"""YAML with the place of every value kept, and nothing in it but mappings, sequences and scalars.

Built from the parser's events, so that what a list has no use for is refused where it stands: anchors and
aliases (a few lines of them can unfold to gigabytes), tags, several documents, nesting without end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

DEEPEST = 20
LARGEST = 64 * 1024 * 1024
"""Bytes; a list of all the world's sanctioned parties is smaller."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file, where it stands, and what to do."""

    file: str
    line: int
    column: int
    field: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Return `file:line:column: field: problem; remedy`."""
        field = f"{self.field}: " if self.field else ""
        return f"{self.file}:{self.line}:{self.column}: {field}{self.problem}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; `plain_kind` names what YAML would make of it unquoted, if not text."""

    text: str
    line: int
    column: int
    plain_kind: str = ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in order, duplicates included."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


class BrokenYamlError(Exception):
    """A file that is no YAML a list can be read from; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def read_marked(path: Path) -> Node:
    """Return the only document of a YAML file.

    Raises:
        BrokenYamlError: the file cannot be read, is no YAML, or holds what is refused.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events = yaml.parse(_text(path), Loader=loader)
    try:
        return _document(_Events(events, str(path)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        problem = f"broken YAML: {error.problem or error.context}"
        raise BrokenYamlError(Fault(str(path), line, column, "", problem, "mend the syntax")) from error
    except yaml.YAMLError as error:
        problem = f"broken YAML: {str(error).splitlines()[0]}"
        raise BrokenYamlError(Fault(str(path), 1, 1, "", problem, "mend the syntax")) from error


def _text(path: Path) -> str:
    """Return the text of a file, or say why it has none."""
    try:
        if path.stat().st_size > LARGEST:
            raise _unreadable(path, f"larger than {LARGEST:,} bytes", "give a list file")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"byte 0x{error.object[error.start]:02x} at {error.start} is not UTF-8"
        raise _unreadable(path, problem, "save it as UTF-8") from error
    except OSError as error:
        raise _unreadable(path, f"cannot be read: {error.strerror}", "check the path") from error


def _unreadable(path: Path, problem: str, remedy: str) -> BrokenYamlError:
    return BrokenYamlError(Fault(str(path), 1, 1, "", problem, remedy))


class _Events:
    """The parser's events, one ahead."""

    def __init__(self, events: Iterator[Any], file: str) -> None:
        self._events = events
        self.file = file
        self.depth = 0

    def next(self) -> Any:  # noqa: ANN401  (PyYAML's events have no common typed base)
        """Return the next event."""
        return next(self._events)

    def refuse(self, event: Any, problem: str, remedy: str) -> BrokenYamlError:  # noqa: ANN401
        """Return the error for something refused where it stands."""
        mark = event.start_mark
        return BrokenYamlError(Fault(self.file, mark.line + 1, mark.column + 1, "", problem, remedy))


def _document(events: _Events) -> Node:
    """Return the node of the only document."""
    from yaml.events import DocumentStartEvent, StreamEndEvent

    events.next()  # the start of the stream
    start = events.next()
    if not isinstance(start, DocumentStartEvent):
        raise events.refuse(start, "the file is empty", "give at least a format and entities")
    node = _node(events, events.next())
    events.next()  # the end of the document
    after = events.next()
    if not isinstance(after, StreamEndEvent):
        raise events.refuse(after, "a second document", "give one document a file")
    return node


def _node(events: _Events, event: Any) -> Node:  # noqa: ANN401
    """Return the node that begins with `event`."""
    from yaml.events import AliasEvent, MappingStartEvent, ScalarEvent

    if isinstance(event, AliasEvent) or event.anchor:
        raise events.refuse(event, "an anchor or alias", "write the value out")
    if event.tag:
        raise events.refuse(event, f"a tag ({event.tag})", "leave the tag out")
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    if isinstance(event, ScalarEvent):
        return Scalar(event.value, line, column, _plain_kind(event))
    events.depth += 1
    if events.depth > DEEPEST:
        raise events.refuse(event, f"nested deeper than {DEEPEST}", "flatten it")
    items = tuple(_items(events))
    events.depth -= 1
    if isinstance(event, MappingStartEvent):
        return Mapping(_pairs(items, events, event), line, column)
    return Sequence(items, line, column)


def _items(events: _Events) -> Iterator[Node]:
    """Yield the nodes up to the end of the collection."""
    from yaml.events import CollectionEndEvent

    while not isinstance(event := events.next(), CollectionEndEvent):
        yield _node(events, event)


def _pairs(
    items: tuple[Node, ...],
    events: _Events,
    event: Any,  # noqa: ANN401
) -> tuple[tuple[Scalar, Node], ...]:
    """Return keys with their values."""
    pairs = []
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, Scalar):
            raise events.refuse(event, "a key that is no text", "give a plain key")
        pairs.append((key, value))
    return tuple(pairs)


def _plain_kind(event: Any) -> str:  # noqa: ANN401
    """Return what YAML makes of an unquoted scalar when that is not text: bool, int, null, …"""
    return "" if event.style else _kind_of(event.value)  # the style is a quote or a block, or none


@lru_cache(maxsize=1024)
def _kind_of(text: str) -> str:
    """Return YAML's kind of an unquoted text; the same few keys come again and again."""
    import yaml

    resolver: Any = yaml.resolver.Resolver()
    kind = str(resolver.resolve(yaml.ScalarNode, text, (True, False))).rpartition(":")[2]
    return "" if kind == "str" else kind
