"""Which word of the subject answers to which word of the listed name, and how.

Joined words first (they would lose a half to an equal word), then equal ones, acronyms, typos. Each word is
used once. Order does not matter: organisations are written in any.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from screen.match.policy import QUALITY, ROMANISED_BESIDE_HAN, SHORTEST_HOMOPHONE
from screen.match.typos import typo_quality
from screen.match.weighing import WeighedName
from screen.model import Relation, WordKind

_LONGEST_JOIN = 4
_SHORTEST_JOIN = 5
"""Letters: `ab` + `c` meeting `abc` says nothing."""
SHORTEST_ACRONYM = 3
_LONGEST_ACRONYM = 10
TELLING_ACRONYM = 5
"""Letters from which an acronym may stand for the words that tell who is meant."""
_FUNCTION = frozenset({WordKind.GENERIC, WordKind.ADMINISTRATIVE})
_SILENT = frozenset({WordKind.PARTICLE, WordKind.LEGAL_FORM})


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the subject (their positions) that answer to words of the entity."""

    subject: tuple[int, ...]
    entity: tuple[int, ...]
    relation: Relation
    quality: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs found, and the positions on either side that answer to nothing."""

    pairs: tuple[Pair, ...]
    extra: tuple[int, ...]
    missing: tuple[int, ...]


def align(subject: WeighedName, entity: WeighedName) -> Alignment:
    """Return how the words of the two names answer to one another."""
    work = _Work(subject, entity)
    for step in (_joined, _equal, _acronyms, _typos):
        for pair in step(work):
            work.take(pair)
    return Alignment(tuple(work.pairs), tuple(sorted(work.extra)), tuple(sorted(work.missing)))


class _Work:
    """The alignment in the making: what is still free on either side."""

    def __init__(self, subject: WeighedName, entity: WeighedName) -> None:
        self.subject, self.entity = subject, entity
        self.extra = set(range(len(subject.words)))
        self.missing = set(range(len(entity.words)))
        self.pairs: list[Pair] = []

    def take(self, pair: Pair) -> None:
        """Keep a pair whose words are all free; pass over one that came too late."""
        if self.extra.issuperset(pair.subject) and self.missing.issuperset(pair.entity):
            self.extra.difference_update(pair.subject)
            self.missing.difference_update(pair.entity)
            self.pairs.append(pair)


def joins(name: WeighedName) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield what two to four neighbouring words of `name` read in one, and their positions."""
    at = [i for i, word in enumerate(name.words) if word.kind not in _SILENT]
    for first in range(len(at)):
        for last in range(first + 2, min(first + _LONGEST_JOIN, len(at)) + 1):
            text = "".join(name.words[i].written for i in at[first:last])
            if len(text) >= _SHORTEST_JOIN:
                yield text, tuple(at[first:last])


def acronyms(name: WeighedName) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the first letters of three or more neighbouring words of `name`, and their positions."""
    at = [i for i, word in enumerate(name.words) if word.kind not in _SILENT]
    for first in range(len(at)):
        for last in range(first + SHORTEST_ACRONYM, min(first + _LONGEST_ACRONYM, len(at)) + 1):
            yield "".join(name.words[i].key[0] for i in at[first:last]), tuple(at[first:last])


def _joined(work: _Work) -> Iterator[Pair]:
    """Pair words written as one on one side and as several on the other: `sense time`, `sensetime`."""
    quality = QUALITY[Relation.JOINED]
    singles = _by_form(work.entity)
    for text, many in joins(work.subject):
        for one in singles.get(text, ()):
            yield Pair(many, (one,), Relation.JOINED, quality)
    singles = _by_form(work.subject)
    for text, many in joins(work.entity):
        for one in singles.get(text, ()):
            yield Pair((one,), many, Relation.JOINED, quality)


def _by_form(name: WeighedName) -> dict[str, list[int]]:
    """Return the positions of `name`'s words under each of their spellings."""
    at: dict[str, list[int]] = {}
    for position, forms in enumerate(name.forms):
        for form in forms:
            at.setdefault(form, []).append(position)
    return at


def _equal(work: _Work) -> Iterator[Pair]:
    """Pair words that share a spelling; the same reading before a folded one."""
    for i in sorted(work.missing):
        word = work.entity.words[i]
        sharing = [j for j in sorted(work.extra) if _share(work.subject, j, work.entity, i)]
        for j in sorted(sharing, key=lambda j: work.subject.words[j].key != word.key):
            relation = _relation(work.subject, j, work.entity, i)
            beside = relation is Relation.ROMANISED and work.entity.also_in_han and not word.han
            yield Pair((j,), (i,), relation, ROMANISED_BESIDE_HAN if beside else QUALITY[relation])


def _share(subject: WeighedName, j: int, entity: WeighedName, i: int) -> bool:
    """Say whether two words share a spelling; short names in Han must share characters (大华 is not 大化)."""
    one, other = subject.words[j].han, entity.words[i].han
    if one and other and one != other and min(len(one), len(other)) < SHORTEST_HOMOPHONE:
        return False
    if (subject.words[j].kind is WordKind.PARTICLE) != (entity.words[i].kind is WordKind.PARTICLE):
        return False
    return not subject.forms[j].isdisjoint(entity.forms[i])


def _relation(subject: WeighedName, j: int, entity: WeighedName, i: int) -> Relation:
    """Say how two words that share a spelling are the same."""
    one, other = subject.words[j], entity.words[i]
    if one.han != other.han:
        return Relation.ROMANISED
    if one.written == other.written:
        return Relation.EQUAL
    return Relation.SPELLING if one.key == other.key else Relation.FOLDED


def _acronyms(work: _Work) -> Iterator[Pair]:
    """Pair an acronym on one side with the words it stands for on the other.

    Three letters are shared by thousands of strangers (QPS, NPA), so a short acronym may stand only for what
    a body does, beside a word that says which body: `Urumqi PSB`.
    """
    quality = QUALITY[Relation.ACRONYM]
    for short, long, turned in ((work.subject, work.entity, False), (work.entity, work.subject, True)):
        words = {w.written: i for i, w in enumerate(short.words) if w.kind is WordKind.DISTINCTIVE}
        if not any(SHORTEST_ACRONYM <= len(word) <= len(long.words) for word in words):
            continue
        for letters, at in acronyms(long):
            if letters in words and _vouched_for(letters, long, at):
                one = (words[letters],)
                mine, theirs = (at, one) if turned else (one, at)
                yield Pair(mine, theirs, Relation.ACRONYM, quality)


def _vouched_for(letters: str, long: WeighedName, at: tuple[int, ...]) -> bool:
    """Say whether an acronym may stand for these words: long, of a function, or given with the name itself."""
    own = any(word.written == letters for word in long.words)
    return own or len(letters) >= TELLING_ACRONYM or _function_only(long, at)


def _function_only(name: WeighedName, at: tuple[int, ...]) -> bool:
    """Say whether these words say only what a body does, and others say which body it is."""
    silent = {i for i, word in enumerate(name.words) if word.kind in _SILENT}
    rest = set(range(len(name.words))) - silent - set(at)
    return bool(rest) and all(name.words[i].kind in _FUNCTION for i in at)


def _typos(work: _Work) -> Iterator[Pair]:
    """Pair what is left by typos, the likeliest first."""
    found = [
        Pair((j,), (i,), Relation.TYPO, quality)
        for i in sorted(work.missing)
        for j in sorted(work.extra)
        if (quality := typo_quality(work.subject.words[j], work.entity.words[i]))
    ]
    yield from sorted(found, key=lambda pair: (-pair.quality, pair.entity, pair.subject))
