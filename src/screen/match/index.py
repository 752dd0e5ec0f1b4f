"""Which listed names are worth scoring for a subject. It proposes; it may never lose a hit.

A name can only reach the threshold when one of its weightiest words agrees: its *prefix*, chosen so that
all its other words together fall short (prefix filtering). So only the prefix is indexed, under every
spelling by which the alignment could meet it: as written, joined to its neighbours, in an acronym, mistyped.
"""

from collections.abc import Iterable, Iterator

from screen.match.alignment import acronyms, joins
from screen.match.policy import MISSING_COST, MOST_SUPPORT
from screen.match.typos import mistyped_spellings
from screen.match.weighing import WeighedName
from screen.model import WordKind


class NameIndex:
    """Listed names by the words they cannot do without. Positions are those of `names`."""

    def __init__(self, names: Iterable[WeighedName], threshold: float) -> None:
        self._floor = threshold - MOST_SUPPORT
        self._exact: dict[str, set[int]] = {}
        self._mistyped: dict[str, set[int]] = {}
        for at, name in enumerate(names):
            self._add(at, name)

    def _add(self, at: int, name: WeighedName) -> None:
        prefix = prefix_of(name, self._floor)
        for spelling in _spellings(name, prefix):
            self._exact.setdefault(spelling, set()).add(at)
        for i in prefix:
            for left in mistyped_spellings(name.words[i]):
                self._mistyped.setdefault(left, set()).add(at)

    def candidates(self, subject: WeighedName) -> set[int]:
        """Return the positions of every name that could reach the threshold for `subject`."""
        found: set[int] = set()
        for spelling in _spellings(subject, range(len(subject.words))):
            found |= self._exact.get(spelling, set())
        for word in subject.words:
            for left in mistyped_spellings(word):
                found |= self._mistyped.get(left, set())
        return found


def prefix_of(name: WeighedName, floor: float) -> frozenset[int]:
    """Return positions of words of `name` one of which must agree for it to score at least `floor`.

    Heaviest first until the rest, all agreeing, no longer reaches it. A place beside a telling word may cost
    nothing when it is missing, so it is counted as agreeing.
    """
    free = {i for i, word in enumerate(name.words) if word.kind is WordKind.PLACE and name.has_telling}
    order = sorted(set(range(len(name.words))) - free, key=lambda i: (-name.weights[i], i))
    rest = sum(name.weights)
    missing = 0.0
    prefix: set[int] = set()
    for i in order:
        if 100 * rest < floor * (rest + MISSING_COST * missing):
            return frozenset(prefix)
        prefix.add(i)
        rest -= name.weights[i]
        missing += name.weights[i]
    return frozenset(range(len(name.words)))


def _spellings(name: WeighedName, at: Iterable[int]) -> Iterator[str]:
    """Yield every spelling by which a word at one of these positions could meet another name's word."""
    chosen = frozenset(at)
    for i in chosen:
        yield from name.forms[i]
    for source in (joins, acronyms):
        for text, positions in source(name):
            if chosen.intersection(positions):
                yield text
