"""Lists and entities as plain lines for a person: one line an entity, or one entity with all its sources."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from screen.model import Entity, EntityList, Listing
from screen.names import display


def overview(out: TextIO, entities: Iterable[Entity], loaded: Iterable[EntityList]) -> None:
    """Write one line an entity, id first, then the lists they are from."""
    shown = list(entities)
    width = max((len(entity.id) for entity in shown), default=0)
    for entity in shown:
        others = len(entity.names) - 1
        more = f" (+{others} name{'s' if others > 1 else ''})" if others else ""
        out.write(f"{display(entity.id):<{width}}  {display(entity.primary.text)}{more}\n")
    for one in (provenance for each in loaded for provenance in each.provenance):
        day = f", as of {one.as_of}" if one.as_of else ""
        out.write(f"# {display(one.id)}: {display(one.title)}; {one.count} listed{day}, sha256 {one.sha256[:12]}\n")


def entity_view(out: TextIO, entity: Entity) -> None:
    """Write all a list says of an entity, every name with its kind and source."""
    for label, value in _facts(entity):
        out.write(f"{label:>12}  {display(value)}\n")


def _facts(entity: Entity) -> Iterator[tuple[str, str]]:
    yield "id", entity.id
    yield "type", entity.type.replace("_", " ")
    for name in entity.names:
        yield name.kind.replace("_", " "), f"{name.text}  [{name.source}]" if name.source else name.text
    if entity.countries:
        yield "countries", ", ".join(entity.countries)
    for address in entity.addresses:
        yield "address", address
    for identifier in entity.identifiers:
        yield identifier.kind, identifier.value
    for day in entity.dates:
        yield "date", day
    for listing in entity.listings:
        yield from _listing(listing)
    yield "digest", entity.digest


def _listing(listing: Listing) -> Iterator[tuple[str, str]]:
    effective = f", effective {listing.effective}" if listing.effective else ""
    yield "listed", f"{listing.program}, {listing.citation}{effective}  [{listing.source or listing.list}]"
    for label, value in (
        ("licence", listing.licence_requirement),
        ("policy", listing.licence_policy),
        ("ground", listing.ground),
    ):
        if value:
            yield label, value
