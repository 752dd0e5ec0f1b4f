"""Places in names: which of them fit what a list knows of an entity, and which speak against it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from screen.model import Entity, WordKind
from screen.names import read
from screen.names.lexicon import lexicon


class Fit(Enum):
    """How a place in the subject's name stands to the places of an entity."""

    KNOWN = auto()
    """In the entity's names or addresses, or around them."""
    ELSEWHERE = auto()
    """The list knows where the entity is, and it is not there."""
    UNKNOWN = auto()
    """The list does not say where the entity is."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where an entity is: keys of the places in its names and addresses and of those around them."""

    places: frozenset[str]
    countries: frozenset[str]
    """ISO 3166-1 alpha-2 codes."""

    def fit(self, place: str) -> Fit:
        """Say how the place with this key stands to the entity's own."""
        known = lexicon().places.get(place)
        whole_country = known is not None and not known.within and known.country in self.countries
        if place in self.places or (whole_country and is_country(place)):
            return Fit.KNOWN
        return Fit.ELSEWHERE if self.places or self.countries else Fit.UNKNOWN


def home_of(entity: Entity) -> Home:
    """Return where `entity` is, from all it is listed with."""
    texts = (*(name.text for name in entity.names), *entity.addresses)
    places = frozenset(around for text in texts for place in places_in(text) for around in outwards(place))
    return Home(places, frozenset(entity.countries))


def places_in(text: str) -> Iterator[str]:
    """Yield the key of each place in a text."""
    return (word.key for word in read(text).words if word.kind is WordKind.PLACE)


def outwards(place: str) -> Iterator[str]:
    """Yield a place and the places around it, the nearest first: urumqi, xinjiang."""
    seen: set[str] = set()
    while place and place not in seen:
        yield place
        seen.add(place)
        known = lexicon().places.get(place)
        place = known.within if known else ""


def related(one: str, others: Iterable[str]) -> bool:
    """Say whether a place is, holds or lies in one of the others."""
    around = set(outwards(one))
    return any(other in around or one in outwards(other) for other in others)


def is_country(place: str) -> bool:
    """Say whether a place stands for a whole country: no place of the table lies around it."""
    known = lexicon().places.get(place)
    return known is not None and not known.within
