"""How like two names are: the weights of the words that agree against those that do not.

See `policy` for the formula and every number in it.
"""

from dataclasses import dataclass

from screen.match.alignment import Alignment, Pair, align
from screen.match.places import Fit, Home, related
from screen.match.policy import (
    CONTRADICTED_COST,
    EXTRA_COST,
    EXTRA_TELLING_COST,
    MISSING_COST,
    NAMELESS_CAP,
    NAMING,
    OTHER_TRADE_COST,
    PLACE_CONTRADICTED_COST,
    PLACE_ELSEWHERE_COST,
    PLACE_KNOWN_COST,
    TELLING,
)
from screen.match.typos import slip_of
from screen.match.weighing import WeighedName, generic_weight
from screen.model import Relation, WordKind


@dataclass(frozen=True, slots=True)
class NameScore:
    """How like two names are, and what of either side agreed, was missing or contradicted."""

    value: float
    """0 to 100."""
    alignment: Alignment
    extra: tuple[tuple[int, Relation], ...]
    """What each word only the subject has is taken for: extra, contradicted or ignored."""
    missing: tuple[tuple[int, Relation], ...]
    """What each word only the entity has is taken for: missing, contradicted or ignored."""


def score_name(subject: WeighedName, entity: WeighedName, home: Home) -> NameScore:
    """Return how like the subject's name is to one name of an entity that is at `home`.

    Names whose cleaned words are equal score 100.
    """
    return _judge(subject, entity, home, align(subject, entity))


def score_without(subject: WeighedName, entity: WeighedName, home: Home, score: NameScore, pair: Pair) -> float:
    """Return what the two names would score if the words of `pair` had not agreed."""
    rest = Alignment(
        tuple(p for p in score.alignment.pairs if p is not pair),
        tuple(sorted((*score.alignment.extra, *pair.subject))),
        tuple(sorted((*score.alignment.missing, *pair.entity))),
    )
    return _judge(subject, entity, home, rest).value


def _judge(subject: WeighedName, entity: WeighedName, home: Home, alignment: Alignment) -> NameScore:
    """Weigh an alignment: what agrees against what is missing, extra and contradicted."""
    agreed = [sum(entity.weights[i] for i in pair.entity) for pair in alignment.pairs]
    quality = sum(weight * pair.quality for weight, pair in zip(agreed, alignment.pairs, strict=True))
    extra, extra_cost = _extra(subject, entity, home, alignment)
    missing, missing_cost = _missing(subject, entity, alignment)
    clash = min(_telling_extra(subject, alignment.extra), _telling(entity, alignment.missing))
    trade = min(_function(subject, alignment.extra), _function(entity, alignment.missing))
    whole = sum(agreed) + extra_cost + missing_cost + CONTRADICTED_COST * clash + OTHER_TRADE_COST * trade
    if clash:
        extra = _contradicted(subject, extra)
        missing = _contradicted(entity, missing)
    value = min(100 * quality / whole, 100.0) if whole else 0.0
    if _equal(subject, entity, alignment):
        value = 100.0
    if _says_less(subject, entity, alignment):
        value = min(value, NAMELESS_CAP)
    return NameScore(value, alignment, extra, missing)


def _equal(subject: WeighedName, entity: WeighedName, alignment: Alignment) -> bool:
    """Say whether the two names say the same words, none of them only by its romanisation."""
    same = subject.reading.key == entity.reading.key and not alignment.missing and not alignment.extra
    return same and all(pair.relation is not Relation.ROMANISED for pair in alignment.pairs)


def _telling(name: WeighedName, at: tuple[int, ...]) -> float:
    """Return the weight of those of the words at these positions that tell one party from another."""
    return sum(name.weights[i] for i in at if _tells(name, i))


def _function(name: WeighedName, at: tuple[int, ...]) -> float:
    """Return the weight of those of the words at these positions that say what a party does."""
    return sum(name.weights[i] for i in at if name.words[i].kind is WordKind.GENERIC and not _tells(name, i))


def _telling_extra(subject: WeighedName, at: tuple[int, ...]) -> float:
    """Return the same for the subject's further words, slips of generic words left out."""
    return _telling(subject, tuple(j for j in at if _extra_weight(subject, j) == subject.weights[j]))


def _tells(name: WeighedName, at: int) -> bool:
    """Say whether a word tells one party from another in this name."""
    kind = name.words[at].kind
    return kind in TELLING or (not name.has_telling and kind in NAMING)


def _extra(
    subject: WeighedName, entity: WeighedName, home: Home, alignment: Alignment
) -> tuple[tuple[tuple[int, Relation], ...], float]:
    """Return what the subject's further words are taken for, and what they cost."""
    taken, cost = [], 0.0
    for j in alignment.extra:
        telling = subject.words[j].kind is WordKind.DISTINCTIVE
        cost_of = EXTRA_TELLING_COST if telling else EXTRA_COST
        relation, price = Relation.EXTRA, cost_of * _extra_weight(subject, j)
        if subject.words[j].kind is WordKind.PLACE:
            relation, price = _extra_place(subject, j, entity, home, alignment)
        elif not price:
            relation = Relation.IGNORED
        taken.append((j, relation))
        cost += price
    return tuple(taken), cost


def _extra_weight(subject: WeighedName, j: int) -> float:
    """Return the weight of a further word; that of the generic word it is a slip of, if it is one."""
    slip = slip_of(subject.words[j].written) if subject.words[j].kind is WordKind.DISTINCTIVE else None
    return generic_weight(slip) if slip else subject.weights[j]


def _extra_place(
    subject: WeighedName, j: int, entity: WeighedName, home: Home, alignment: Alignment
) -> tuple[Relation, float]:
    """Return what a further place in the subject's name is taken for, and what it costs."""
    place = subject.words[j].key
    own = [word.key for word in entity.words if word.kind is WordKind.PLACE]
    if related(place, own) or home.fit(place) is Fit.KNOWN:
        return Relation.IGNORED, PLACE_KNOWN_COST
    unanswered = any(entity.words[i].kind is WordKind.PLACE for i in alignment.missing)
    plain = EXTRA_COST * subject.weights[j]
    if unanswered:
        return Relation.CONTRADICTED, max(plain, PLACE_CONTRADICTED_COST)
    if home.fit(place) is Fit.ELSEWHERE:
        return Relation.EXTRA, max(plain, PLACE_ELSEWHERE_COST)
    return Relation.EXTRA, plain


def _missing(
    subject: WeighedName, entity: WeighedName, alignment: Alignment
) -> tuple[tuple[tuple[int, Relation], ...], float]:
    """Return what the entity's further words are taken for, and what they cost."""
    places = [word.key for word in subject.words if word.kind is WordKind.PLACE]
    taken, cost = [], 0.0
    for i in alignment.missing:
        word, price = entity.words[i], MISSING_COST * entity.weights[i]
        within = word.kind is WordKind.PLACE and entity.has_telling and related(word.key, places)
        relation = Relation.IGNORED if within or not price else Relation.MISSING
        taken.append((i, relation))
        cost += 0.0 if within else price
    return tuple(taken), cost


def _contradicted(name: WeighedName, words: tuple[tuple[int, Relation], ...]) -> tuple[tuple[int, Relation], ...]:
    """Mark the telling words that neither side answers as contradicting one another."""
    loose = {Relation.EXTRA, Relation.MISSING}
    return tuple(
        (at, Relation.CONTRADICTED if relation in loose and _tells(name, at) else relation) for at, relation in words
    )


def _says_less(subject: WeighedName, entity: WeighedName, alignment: Alignment) -> bool:
    """Say whether a subject without a telling word leaves a naming word of the entity unanswered.

    Such a subject is a district or a trade, not the party: `Public Security Bureau`, `Karamay`.
    """
    if subject.has_telling:
        return False
    return any(entity.words[i].kind in TELLING | NAMING for i in alignment.missing)
