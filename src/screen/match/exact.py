"""What hits as a whole or not at all: weak aliases written to the letter, and identifiers."""

from collections.abc import Iterable, Iterator

from screen.match.evidence import other_evidence
from screen.match.explain import explain
from screen.match.policy import IDENTIFIER_AGREES, WeakAliases
from screen.model import Entity, Evidence, Hit, Identifier, Name, NameKind, Subject, Verdict
from screen.names import exact_key


class ExactIndex:
    """Entities by the letter of their weak aliases, when the policy takes those whole, and by identifier."""

    def __init__(self, entities: Iterable[Entity], weak_aliases: WeakAliases) -> None:
        self._weak: dict[str, list[tuple[Entity, Name]]] = {}
        self._identifiers: dict[Identifier, list[Entity]] = {}
        for entity in entities:
            for identifier in entity.identifiers:
                self._identifiers.setdefault(identifier, []).append(entity)
            for name in entity.names:
                if name.kind is NameKind.WEAK_ALIAS and weak_aliases is WeakAliases.EXACT:
                    self._weak.setdefault(exact_key(name.text), []).append((entity, name))

    def knows(self, subject: Subject) -> bool:
        """Say whether the subject's name is a weak alias, or one of its identifiers is listed."""
        by_number = any(identifier in self._identifiers for identifier in subject.identifiers)
        return by_number or exact_key(subject.name) in self._weak

    def hits(self, subject: Subject) -> Iterator[Hit]:
        """Yield a hit for each weak alias that is the subject's whole name and each shared identifier."""
        for entity, name in self._weak.get(exact_key(subject.name), ()):
            weak = Evidence("weak alias", Verdict.SUPPORTS, 100.0, subject.name, name.text)
            evidence = (weak, *other_evidence(subject, entity))
            yield _hit(entity, name, evidence, sum(item.points for item in evidence))
        for identifier in subject.identifiers:
            for entity in self._identifiers.get(identifier, ()):
                value = identifier.value
                evidence = (Evidence(identifier.kind, Verdict.SUPPORTS, IDENTIFIER_AGREES, value, value),)
                yield _hit(entity, entity.primary, evidence, IDENTIFIER_AGREES)


def _hit(entity: Entity, name: Name, evidence: tuple[Evidence, ...], score: float) -> Hit:
    return Hit(entity, name, min(max(score, 0.0), 100.0), evidence, explain(evidence, None))
