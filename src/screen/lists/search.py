"""Finding an entity of a list by part of a name: a look-up for people, never a screening."""

from screen.model import Entity, EntityList
from screen.names import read


def search(entities: EntityList, text: str) -> tuple[Entity, ...]:
    """Return the entities with `text` in their id or a name, whatever its case, accents or script."""
    wanted, plain = read(text).key, text.casefold()
    return tuple(
        entity
        for entity in entities.entities
        if plain in entity.id or any(_holds(name.text, plain, wanted) for name in entity.names)
    )


def _holds(name: str, plain: str, key: str) -> bool:
    return plain in name.casefold() or bool(key and key in read(name).key)
