"""The values every part of the house speaks in: frozen, hashable, and free of behaviour.

Reach for this module when a part hands something to another part. It imports nothing of ours.
The words are the field's own; `docs/glossary.md` holds one line for each.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class NameKind(StrEnum):
    """What a spelling is to the entity that bears it."""

    PRIMARY = "primary"
    ALIAS = "alias"
    WEAK_ALIAS = "weak_alias"  # broad or generic: many innocent parties bear it too (OFAC FAQ 122)
    FORMER = "former"


class EntityType(StrEnum):
    """What kind of party an entity or a subject is. Evidence, never a gate."""

    COMPANY = "company"
    PUBLIC_BODY = "public_body"
    ORGANISATION = "organisation"
    PERSON = "person"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"


class WordKind(StrEnum):
    """What a word of a name does there, from most to least telling."""

    DISTINCTIVE = "distinctive"
    NUMBER = "number"
    INITIAL = "initial"
    PLACE = "place"
    GENERIC = "generic"
    ADMINISTRATIVE = "administrative"  # the level of a public body: municipality, prefecture
    TITLE = "title"
    PARTICLE = "particle"
    LEGAL_FORM = "legal_form"


class Relation(StrEnum):
    """How a word of the subject stands to a word of the listed name."""

    EQUAL = "equal"
    SPELLING = "spelling"  # another spelling or the abbreviation of the same word
    FOLDED = "folded"  # equal once digits used as letters are read as the letters
    ROMANISED = "romanised"  # Han on one side, its pinyin on the other
    TYPO = "typo"
    JOINED = "joined"  # one word on one side, several on the other
    ACRONYM = "acronym"
    CONTRADICTED = "contradicted"  # both sides have a telling word here, and they differ
    EXTRA = "extra"  # only the subject has it
    MISSING = "missing"  # only the listed name has it
    IGNORED = "ignored"


class Verdict(StrEnum):
    """What one comparison found."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MISSING = "missing"  # one side does not say: not checked


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of an entity, and where it was read."""

    text: str
    kind: NameKind = NameKind.PRIMARY
    script: str = "Latn"
    """ISO 15924 code."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number a register gives out, such as `Identifier("lei", "5493001KJTIIGC8Y1R12")`."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Why an entity is listed: one entity, many listings."""

    list: str
    program: str
    citation: str
    effective: date | None = None
    licence_requirement: str = ""
    licence_policy: str = ""
    ground: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A listed party. At least one name is primary; countries are ISO 3166-1 alpha-2 codes."""

    id: str
    type: EntityType
    names: tuple[Name, ...]
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    dates: tuple[str, ...] = ()  # of birth or founding, ISO 8601, as precise as the list gives them
    listings: tuple[Listing, ...] = ()
    digest: str = ""
    """SHA-256 of the entry's content: a decision on it goes stale when this changes."""

    @property
    def primary(self) -> Name:
        """The name the list puts first."""
        return next((n for n in self.names if n.kind is NameKind.PRIMARY), self.names[0])


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which publication was screened against, so that it can be proved later."""

    id: str
    title: str
    source: str
    sha256: str
    """Of the file's bytes as read."""
    as_of: date | None
    """The day whose state of the law the publication gives."""
    fetched: date | None
    count: int
    """Entities this publication lists."""


@dataclass(frozen=True, slots=True)
class EntityList:
    """The entities of one file, and the publications they come from (ids are unique)."""

    entities: tuple[Entity, ...]
    provenance: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a subject was read: file, line (1-based, of the row's first line), cells as read."""

    file: str
    line: int | None = None
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """The party being screened; what it does not say is None or empty."""

    name: str
    id: str | None = None
    type: EntityType | None = None
    country: str | None = None
    address: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row or file that could not be screened: a result, never an all-clear."""

    origin: Origin
    reason: str


@dataclass(frozen=True, slots=True)
class WordMatch:
    """One line of the alignment: the words as written ("" where a side has none)."""

    subject: str
    entity: str
    relation: Relation
    kind: WordKind
    weight: float
    """Share of the name this word carries, 0 to 1."""
    count: int | None = None
    """How many of the background names hold the word; None when it was not looked up."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison and what it found. `points` is what it added to the score."""

    feature: str
    verdict: Verdict
    points: float
    subject_value: str
    entity_value: str
    words: tuple[WordMatch, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate at or over the threshold, before a person looks."""

    entity: Entity
    name: Name
    """The listed name that scored best."""
    score: float
    """0 to 100: likeness, a ranking signal, not a probability. Never rounded here."""
    evidence: tuple[Evidence, ...]
    why: str
    """The evidence as one sentence."""


@dataclass(frozen=True, slots=True)
class Screening:
    """What screening one subject found; no hits means no candidate at or over the threshold."""

    subject: Subject
    hits: tuple[Hit, ...]
    """Best first: by falling score, then entity id."""
    candidates: int
    """How many listed names were scored."""


@dataclass(frozen=True, slots=True)
class Run:
    """What every report says about the run itself."""

    tool: str
    threshold: float
    lists: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts at the end of a run."""

    subjects: int  # screened; rejected rows are not among them
    hits: int
    open: int
    rejected: int
    blank: int  # wholly blank rows, skipped
    seconds: float
