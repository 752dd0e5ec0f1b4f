"""The evidence of a hit as one sentence a buyer can read aloud."""

from collections.abc import Iterator

from screen.model import Evidence, Relation, Verdict, WordKind, WordMatch
from screen.names.tables import BACKGROUND_NAMES

_AGREES = {
    Relation.EQUAL: "=",
    Relation.SPELLING: "is the same word as",
    Relation.FOLDED: "reads as",
    Relation.ROMANISED: "reads as",
    Relation.TYPO: "≈",
    Relation.JOINED: "joined reads",
    Relation.ACRONYM: "stands for",
}
_RARE = 20
"""Up to this many background names a word is called rare."""
_SILENT = frozenset({WordKind.LEGAL_FORM, WordKind.PARTICLE, WordKind.TITLE})


def explain(evidence: tuple[Evidence, ...], needed: str | None) -> str:
    """Return the sentence for a hit's evidence.

    Args:
        evidence: what was compared; the comparison of the names first.
        needed: the agreeing word without which there would be no hit, if there is one.
    """
    parts = list(_facts(evidence))
    if needed:
        parts.append(f"would not alert without “{needed}”")
    return " · ".join(parts)


def _facts(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    """Yield each comparison in words."""
    for item in evidence:
        if item.words:
            yield from _words(item.words)
        else:
            yield _fact(item)


def _words(words: tuple[WordMatch, ...]) -> Iterator[str]:
    """Yield what the words of the names say, what weighs most first; silent words in one remark."""
    spoken = [word for word in words if word.kind not in _SILENT]
    said = dict.fromkeys(_word(word) for word in spoken)
    yield from said
    if any(word.kind is WordKind.LEGAL_FORM for word in words):
        yield "legal form ignored"


def _word(word: WordMatch) -> str:
    if word.relation in _AGREES:
        return f"{word.subject} {_AGREES[word.relation]} {word.entity}{_rarity(word)}"
    return _unanswered(word)


def _unanswered(word: WordMatch) -> str:
    """Say what a word is that the other side does not have."""
    kind = "" if word.kind is WordKind.DISTINCTIVE else f" ({word.kind})"
    match word.relation:
        case Relation.CONTRADICTED if word.subject:
            return f"{word.subject} differs from the listed name"
        case Relation.CONTRADICTED:
            return f"listed {word.entity} not in the subject"
        case Relation.IGNORED if word.subject and word.kind is WordKind.PLACE:
            return f"{word.subject} extra place, fits the listing"
        case Relation.EXTRA if word.kind is WordKind.PLACE:
            return f"{word.subject} extra place, not one of the listing's"
        case _ if word.subject:
            return f"{word.subject} extra{kind}"
        case _:
            return f"{word.entity} missing{kind}"


def _rarity(word: WordMatch) -> str:
    """Say how telling an agreeing word is, when it is a word that tells parties apart."""
    if word.kind is not WordKind.DISTINCTIVE or word.count is None:
        return ""
    how = "rare: " if word.count <= _RARE else "in "
    seen = f"{word.count:,}" if word.count else "under 3"
    return f" ({how}{seen} of {BACKGROUND_NAMES:,} names)"


def _fact(item: Evidence) -> str:
    if item.feature == "writing":
        return f"written with {item.subject_value}"
    match item.verdict:
        case Verdict.SUPPORTS:
            return f"{item.feature} agrees"
        case Verdict.CONTRADICTS:
            return f"{item.feature} differs ({item.subject_value}, listed {item.entity_value})"
        case Verdict.MISSING:
            return f"{item.feature} not checked"
