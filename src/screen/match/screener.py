"""The engine: subjects in, screenings out. It knows no file, no clock, no terminal."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from screen.errors import ListError
from screen.match.evidence import name_evidence, other_evidence
from screen.match.exact import ExactIndex
from screen.match.explain import explain
from screen.match.index import NameIndex
from screen.match.places import Home, home_of
from screen.match.policy import LONGEST_NAME, Settings, WeakAliases
from screen.match.score import NameScore, score_name, score_without
from screen.match.weighing import WeighedName, weigh
from screen.model import (
    Entity,
    EntityList,
    Evidence,
    Hit,
    Name,
    NameKind,
    Origin,
    Rejected,
    Screening,
    Subject,
)
from screen.names import read
from screen.names.han import has_han
from screen.names.parties import read_parties

_REMEMBERED = 200_000
"""Distinct subjects whose result is kept at once, so that memory stays flat on any file."""
_UNDECODED = re.compile("[\ud800-\udfff]")
"""What Python keeps of bytes it cannot decode; the letters they were are lost."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """One name of one entity, ready to be scored."""

    entity: Entity
    name: Name
    weighed: WeighedName


@dataclass(frozen=True, slots=True)
class _Scored:
    """How a listed name scored for a reading of the subject."""

    listed: _Listed
    subject: WeighedName
    score: NameScore


class Screener:
    """Screens subjects against lists.

    Args:
        lists: one or more lists; every name of every entity is screened, weak aliases by policy.
        settings: threshold and policies.

    Raises:
        ListError: there is no entity to screen against, or a listed name has nothing left to compare.
    """

    def __init__(self, lists: EntityList | Iterable[EntityList], settings: Settings | None = None) -> None:
        given = (lists,) if isinstance(lists, EntityList) else tuple(lists)
        self.settings = settings or Settings()
        self.provenance = tuple(provenance for one in given for provenance in one.provenance)
        entities = _distinct(entity for one in given for entity in one.entities)
        if not entities:
            msg = "no entity to screen against: the lists are empty"
            raise ListError(msg)
        self._listed = tuple(_listed_names(entities, self.settings.weak_aliases))
        self._index = NameIndex((listed.weighed for listed in self._listed), self.settings.threshold)
        self._exact = ExactIndex(entities, self.settings.weak_aliases)
        self._homes: dict[str, Home] = {}

    def screen(self, subject: Subject | str) -> Screening | Rejected:
        """Return what screening one subject finds; `Rejected` when its name leaves nothing to screen."""
        if isinstance(subject, str):
            subject = Subject(subject)
        if len(subject.name) > LONGEST_NAME:
            return _rejected(subject, f"longer than {LONGEST_NAME:,} characters: not a name")
        if _UNDECODED.search(subject.name):
            return _rejected(subject, "holds a byte that cannot be decoded: not screened in part")
        readings = [weigh(reading) for reading in read_parties(subject.name)]
        if not readings and not self._exact.knows(subject):
            return _rejected(subject, "nothing left to screen in the name")
        scored, candidates = self._best_names(readings)
        hits = {one.listed.entity.id: self._hit(subject, one) for one in scored}
        for hit in self._exact.hits(subject):
            known = hits.get(hit.entity.id)
            if known is None or hit.score > known.score:
                hits[hit.entity.id] = hit
        over = (hit for hit in hits.values() if hit.score >= self.settings.threshold)
        return Screening(subject, tuple(sorted(over, key=lambda hit: (-hit.score, hit.entity.id))), candidates)

    def screen_all(self, rows: Iterable[Subject | Rejected]) -> Iterator[Screening | Rejected]:
        """Yield a result for each row in order; equal subjects are screened once."""
        seen: dict[Subject, Screening | Rejected] = {}
        for row in rows:
            if isinstance(row, Rejected):
                yield row
                continue
            asked = replace(row, id=None, origin=None)
            if asked not in seen:
                if len(seen) >= _REMEMBERED:
                    seen.clear()
                seen[asked] = self.screen(asked)
            match seen[asked]:
                case Rejected(reason=reason):
                    yield _rejected(row, reason)
                case Screening() as screening:
                    yield replace(screening, subject=row)

    def _best_names(self, readings: Iterable[WeighedName]) -> tuple[list[_Scored], int]:
        """Return the best-scoring name of each candidate entity, and how many names were scored."""
        best: dict[str, _Scored] = {}
        scored = 0
        for subject in readings:
            for at in sorted(self._index.candidates(subject)):
                listed = self._listed[at]
                score = score_name(subject, listed.weighed, self._home(listed.entity))
                scored += 1
                known = best.get(listed.entity.id)
                if known is None or score.value > known.score.value:
                    best[listed.entity.id] = _Scored(listed, subject, score)
        return list(best.values()), scored

    def _home(self, entity: Entity) -> Home:
        """Return where an entity is, found out when it is first scored."""
        if entity.id not in self._homes:
            self._homes[entity.id] = home_of(entity)
        return self._homes[entity.id]

    def _hit(self, subject: Subject, scored: _Scored) -> Hit:
        """Return an entity's best name with its score; with its evidence when it reaches the threshold."""
        listed = scored.listed
        others = tuple(other_evidence(subject, listed.entity))
        points = sum(item.points for item in others)
        value = min(max(scored.score.value + points, 0.0), 100.0)
        evidence: tuple[Evidence, ...] = ()
        why = ""
        if value >= self.settings.threshold:
            evidence = (name_evidence(scored.subject, listed.weighed, listed.name, scored.score), *others)
            why = explain(evidence, self._needed(scored, points))
        return Hit(listed.entity, listed.name, value, evidence, why)

    def _needed(self, scored: _Scored, points: float) -> str | None:
        """Return the weightiest agreeing words if there would be no hit without them."""
        listed, score = scored.listed, scored.score
        weights = listed.weighed.weights
        heaviest = max(score.alignment.pairs, key=lambda pair: sum(weights[i] for i in pair.entity))
        without = score_without(scored.subject, listed.weighed, self._home(listed.entity), score, heaviest)
        if without + points >= self.settings.threshold:
            return None
        return scored.subject.surfaces(heaviest.subject)


def _distinct(entities: Iterable[Entity]) -> list[Entity]:
    """Return the entities, one that is in two lists word for word once.

    Raises:
        ListError: two different entities bear one id.
    """
    known: dict[str, Entity] = {}
    for entity in entities:
        if known.setdefault(entity.id, entity) != entity:
            msg = f"two lists give the id {entity.id!r} to different entities: rename one, or leave a list out"
            raise ListError(msg)
    return list(known.values())


def _rejected(subject: Subject, reason: str) -> Rejected:
    """Return the result for a subject that cannot be screened."""
    return Rejected(subject.origin or Origin(""), reason)


def _listed_names(entities: Iterable[Entity], weak_aliases: WeakAliases) -> Iterator[_Listed]:
    """Yield every name to be compared word by word.

    Raises:
        ListError: a name has nothing left to compare.
    """
    for entity in entities:
        in_han = any(has_han(name.text) for name in entity.names)
        for name in entity.names:
            if name.kind is NameKind.WEAK_ALIAS and weak_aliases is WeakAliases.EXACT:
                continue
            reading = read(name.text)
            if not reading.key:
                msg = f"{entity.id}: nothing to compare in the name {name.text!r}: correct or remove it"
                raise ListError(msg)
            yield _Listed(entity, name, weigh(reading, also_in_han=in_han))
