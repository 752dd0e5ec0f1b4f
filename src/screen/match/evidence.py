"""What was compared, laid open: the words of the two names, and the other facts beside them."""

from collections.abc import Iterator

from screen.match.policy import (
    COUNTRY_AGREES,
    COUNTRY_DIFFERS,
    IDENTIFIER_DIFFERS,
    TYPE_AGREES,
    TYPE_DIFFERS,
)
from screen.match.score import NameScore
from screen.match.weighing import WeighedName, count
from screen.model import Entity, EntityType, Evidence, Name, Relation, Subject, Verdict, WordMatch
from screen.names.clean import disguises
from screen.names.countries import country_code

_BODIES = frozenset({EntityType.COMPANY, EntityType.PUBLIC_BODY, EntityType.ORGANISATION})
"""Lists draw no firm line between these: they never contradict one another."""


def name_evidence(subject: WeighedName, entity: WeighedName, name: Name, score: NameScore) -> Evidence:
    """Return the comparison of the two names, word by word, what weighs most first."""
    words = sorted(_words(subject, entity, score), key=lambda word: -word.weight)
    return Evidence("name", Verdict.SUPPORTS, score.value, subject.reading.text, name.text, tuple(words))


def _words(subject: WeighedName, entity: WeighedName, score: NameScore) -> Iterator[WordMatch]:
    """Yield a line for each pair and for each word that answers to nothing."""
    whole = sum(entity.weights)
    for pair in score.alignment.pairs:
        yield WordMatch(
            subject.surfaces(pair.subject),
            entity.surfaces(pair.entity),
            pair.relation,
            entity.words[pair.entity[0]].kind,
            sum(entity.weights[i] for i in pair.entity) / whole,
            max(count(entity.words[i].key) for i in pair.entity),
        )
    for j, relation in score.extra:
        yield _alone(subject, j, relation, of_subject=True)
    for i, relation in score.missing:
        yield _alone(entity, i, relation, of_subject=False)


def _alone(name: WeighedName, at: int, relation: Relation, *, of_subject: bool) -> WordMatch:
    word = name.words[at]
    sides = (word.surface, "") if of_subject else ("", word.surface)
    return WordMatch(*sides, relation, word.kind, name.weights[at] / sum(name.weights), count(word.key))


def other_evidence(subject: Subject, entity: Entity) -> Iterator[Evidence]:
    """Yield what the writing, country, type and identifiers say, for each the subject gives."""
    for disguise in disguises(subject.name):
        yield Evidence("writing", Verdict.SUPPORTS, 0.0, disguise, "")
    if subject.country:
        yield _country(subject.country, entity)
    if subject.type:
        yield _type(subject.type, entity.type)
    for identifier in subject.identifiers:
        yield from _identifier(identifier.kind, identifier.value, entity)


def _country(given: str, entity: Entity) -> Evidence:
    code = country_code(given)
    listed = ", ".join(entity.countries)
    if code is None or not entity.countries:
        return Evidence("country", Verdict.MISSING, 0.0, given, listed)
    if code in entity.countries:
        return Evidence("country", Verdict.SUPPORTS, COUNTRY_AGREES, given, listed)
    return Evidence("country", Verdict.CONTRADICTS, COUNTRY_DIFFERS, given, listed)


def _type(given: EntityType, listed: EntityType) -> Evidence:
    if EntityType.UNKNOWN in {given, listed}:
        return Evidence("type", Verdict.MISSING, 0.0, given, listed)
    if given is listed or {given, listed} <= _BODIES:
        return Evidence("type", Verdict.SUPPORTS, TYPE_AGREES, given, listed)
    return Evidence("type", Verdict.CONTRADICTS, TYPE_DIFFERS, given, listed)


def _identifier(kind: str, value: str, entity: Entity) -> Iterator[Evidence]:
    """Compare one identifier with the entity's of the same kind; an equal one is the index's business."""
    listed = [identifier.value for identifier in entity.identifiers if identifier.kind == kind]
    if not listed:
        yield Evidence(kind, Verdict.MISSING, 0.0, value, "")
    else:
        yield Evidence(kind, Verdict.CONTRADICTS, IDENTIFIER_DIFFERS, value, ", ".join(listed))
