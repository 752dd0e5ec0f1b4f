"""One hit for a terminal: how strong, who, by which name, why, under which listing. For the table only."""

from collections.abc import Iterator

from rich.text import Text

from screen.model import Entity, EntityType, Hit, Listing, Name, NameKind
from screen.reports.bands import band_of, shown_score
from screen.reports.evidence_lines import evidence_lines
from screen.reports.highlight import agreeing_words, split_by_words
from screen.reports.layout import GUTTER, SEPARATOR, Page, beside, indented, labelled, plain

_GAP = 2
_LEFT_SHARE = 0.6
"""How much of a wide page the name and the reason get; the listing gets the rest."""
_RIGHT_GUTTER = 11


def hit_lines(page: Page, hit: Hit, *, explain: bool) -> list[Text]:
    """Return a hit as lines: band, score and entity first, then the facts under them."""
    head = page.flow([plain(hit.entity.primary.text, "bold"), *_facts_of(hit.entity)], page.width - GUTTER)
    lines = indented(_badge(hit.score), head, GUTTER)
    lines.extend(_wide_facts(page, hit) if page.is_bounded and page.is_wide else _facts(page, hit))
    if explain:
        lines.extend(_background(page, hit.entity))
        lines.extend(evidence_lines(page, hit.evidence))
    return lines


def _badge(score: float) -> Text:
    """Return the band, by colour and word, and the score."""
    band = band_of(score)
    return Text.assemble(" ", (f" {band.word.upper():<8} ", band.style), (f"{shown_score(score):5.1f}  ", "bold"))


def _facts_of(entity: Entity) -> Iterator[Text]:
    """Yield the id of an entity, and its type and countries in one."""
    yield plain(entity.id)
    kind = () if entity.type is EntityType.UNKNOWN else (entity.type.replace("_", " "),)
    yield plain(", ".join((*kind, *entity.countries)))


def _facts(page: Page, hit: Hit) -> list[Text]:
    """Return the facts of a hit one under the other."""
    width = page.width - GUTTER
    return [*_left(page, hit, width), *_right(page, hit.entity, width, GUTTER)]


def _wide_facts(page: Page, hit: Hit) -> list[Text]:
    """Return name and reason on the left, the listing on the right."""
    left = int((page.width - _GAP) * _LEFT_SHARE)
    right = page.width - _GAP - left
    return beside(
        [
            (_left(page, hit, left - GUTTER), left + _GAP),
            (_right(page, hit.entity, right - _RIGHT_GUTTER, _RIGHT_GUTTER), 0),
        ]
    )


def _left(page: Page, hit: Hit, width: int) -> list[Text]:
    why = (plain(part) for part in hit.why.split(SEPARATOR))
    return [
        *labelled("matched", page.flow([_matched(hit), _borne_as(hit.name)], width)),
        *labelled("why", page.flow(why, width)),
    ]


def _matched(hit: Hit) -> Text:
    """Return the listed name that scored best, the words that agreed standing out from the others."""
    words = agreeing_words(hit.evidence)
    if not words:
        return plain(hit.name.text)
    pieces = split_by_words(hit.name.text, words)
    return Text.assemble(*(plain(piece, "bold cyan" if agrees else "dim") for piece, agrees in pieces))


def _borne_as(name: Name) -> Text:
    """Return what the name is to the entity and where it was read; nothing for its primary name."""
    if name.kind is NameKind.PRIMARY:
        return Text()
    kind = name.kind.replace("_", " ")
    return plain(f"{kind} ({name.source})" if name.source else kind)


def _right(page: Page, entity: Entity, width: int, gutter: int) -> list[Text]:
    lines: list[Text] = []
    for listing in entity.listings:
        lines.extend(labelled("listed", page.flow(_legal_basis(listing), width), gutter))
        licence = page.wrap(plain(listing.licence_requirement), width) if listing.licence_requirement else []
        lines.extend(labelled("licence", licence, gutter))
    return lines


def _legal_basis(listing: Listing) -> Iterator[Text]:
    """Yield programme, citation and effective date; the list where no programme is named."""
    yield plain(listing.program or listing.list)
    yield plain(listing.citation)
    if listing.effective:
        yield plain(f"effective {listing.effective.isoformat()}")


def _background(page: Page, entity: Entity) -> Iterator[Text]:
    """Yield what a person needs to judge the hit: ground and policy of the listing, the addresses."""
    facts = [
        fact for listing in entity.listings for fact in (("ground", listing.ground), ("policy", listing.licence_policy))
    ]
    facts.extend(("address", address) for address in entity.addresses)
    for label, text in facts:
        if text:
            yield from labelled(label, page.wrap(plain(text), page.width - GUTTER))
