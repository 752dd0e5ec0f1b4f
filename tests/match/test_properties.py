"""What must hold for every name and every list (design, section on the score)."""

import csv
import json
import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared import DATA, VENDORS
from strategies import entity_list, entity_lists, mistyped, names

from screen.match import Screener, Settings
from screen.match.places import home_of
from screen.match.score import score_name
from screen.match.weighing import weigh
from screen.model import EntityList, Hit, Rejected, Screening, WordKind
from screen.names import read
from screen.names.han import has_han
from screen.names.parties import read_parties

thresholds = st.sampled_from([30.0, 60.0, 80.0, 90.0, 99.0])


def hits(screener: Screener, subject: str) -> tuple[Hit, ...]:
    """Return the hits of a subject; none when nothing of it is left to screen."""
    result = screener.screen(subject)
    return result.hits if isinstance(result, Screening) else ()


def found(screener: Screener, subject: str) -> dict[str, float]:
    """Return the score of each entity hit."""
    return {hit.entity.id: hit.score for hit in hits(screener, subject)}


def by_brute_force(entities: EntityList, subject: str, threshold: float) -> dict[str, float]:
    """Score every name of every entity: the slow, obvious oracle."""
    scores: dict[str, float] = {}
    for reading in read_parties(subject):
        for entity in entities.entities:
            in_han = any(has_han(name.text) for name in entity.names)
            for name in entity.names:
                listed = weigh(read(name.text), also_in_han=in_han)
                value = score_name(weigh(reading), listed, home_of(entity)).value
                scores[entity.id] = max(value, scores.get(entity.id, 0.0))
    return {id_: value for id_, value in scores.items() if value >= threshold}


def readable(entities: EntityList) -> bool:
    """Say whether every name leaves something to compare."""
    return all(read(name.text).key for entity in entities.entities for name in entity.names)


lists = entity_lists().filter(readable)


@st.composite
def related_pairs(draw: st.DrawFn) -> tuple[EntityList, str]:
    """Draw a list and a subject that is nearly one of its names."""
    entities = draw(lists)
    name = draw(st.sampled_from([name.text for entity in entities.entities for name in entity.names]))
    words = draw(mistyped(name)).split()
    return entities, " ".join(draw(st.permutations(words)))


@given(related_pairs(), thresholds)
def test_the_index_loses_no_hit(pair: tuple[EntityList, str], threshold: float) -> None:
    """Indexed hits equal brute-force hits, scores included."""
    entities, subject = pair
    screener = Screener(entities, Settings(threshold))
    assert found(screener, subject) == by_brute_force(entities, subject, threshold)


@pytest.mark.shared
@pytest.mark.parametrize("threshold", [60.0, 80.0])
def test_the_index_loses_no_hit_on_real_names(threshold: float) -> None:
    """The same on official names against altered official names and real vendors, drawn by a fixed seed."""
    draw = random.Random(7)
    listed = json.loads((DATA / "lists/bis_entity_list_2026-07/bis_entity_list.json").read_text(encoding="utf-8"))
    texts = draw.sample([entry["name"] for entry in listed["entities"]], 150)
    with (VENDORS / "vendor_names.csv").open(encoding="utf-8-sig", newline="") as file:
        vendors = draw.sample([row["name"] for row in csv.DictReader(file)], 60)
    entities = entity_list([[text] for text in texts if read(text).key])
    screener = Screener(entities, Settings(threshold))
    for subject in (*vendors, *(alter(text, draw) for text in texts[:60])):
        assert found(screener, subject) == by_brute_force(entities, subject, threshold), subject


def alter(text: str, draw: random.Random) -> str:
    """Swap two letters, drop one or shuffle the words."""
    at = draw.randrange(max(len(text) - 1, 1))
    words = text.split()
    draw.shuffle(words)
    return draw.choice(
        [
            text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
            text[:at] + text[at + 1 :],
            " ".join(words),
        ]
    )


@given(lists, names, thresholds)
def test_score_is_between_0_and_100_and_hits_are_ordered(entities: EntityList, subject: str, at: float) -> None:
    """Every hit lies between threshold and 100, best first, ties by entity id."""
    given_hits = hits(Screener(entities, Settings(at)), subject)
    assert all(at <= hit.score <= 100 for hit in given_hits)
    assert list(given_hits) == sorted(given_hits, key=lambda hit: (-hit.score, hit.entity.id))


@given(names.filter(lambda text: read(text).key != ""))
def test_a_listed_name_scores_100_on_itself(name: str) -> None:
    """Equal cleaned names score 100."""
    assert found(Screener(entity_list([[name]])), name) == {"e00000": 100.0}


changes = st.sampled_from(
    [
        str.upper,
        str.lower,
        lambda text: f"  {text.replace(' ', '   ')} ",
        lambda text: text.replace(" ", " \u200b"),
        lambda text: "\u202e" + text,
        lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
        lambda text: f"“{text}”",
        lambda text: f"{text} Ltd.",
        lambda text: f"{text} GmbH",
    ]
)


@given(
    st.lists(
        st.sampled_from(["Dahua", "Hikvision", "Megvii", "Yitu", "Kaspersky", "Technology", "Zhejiang"]),
        min_size=1,
        max_size=4,
        unique=True,
    ),
    changes,
    st.randoms(),
)
def test_how_a_true_name_is_written_never_hides_it(
    words: list[str], change: Callable[[str], str], order: random.Random
) -> None:
    """Case, blanks, hidden characters, width, quotes, legal form and word order never cost a hit."""
    listed = " ".join(words)
    if not any(word.kind is WordKind.DISTINCTIVE for word in read(listed).words):
        return
    order.shuffle(words)
    assert found(Screener(entity_list([[listed]])), change(" ".join(words))) != {}


NOBODY = (
    "Beijing", "Zhejiang", "Iran", "Technology", "Trading", "Public", "Security", "Bureau", "Co., Ltd.", "of",
)  # fmt: skip
nobody = st.lists(st.sampled_from(NOBODY), min_size=1, max_size=5).map(" ".join)


@given(nobody, lists)
def test_place_trade_and_legal_words_never_hit_a_longer_name(subject: str, entities: EntityList) -> None:
    """A name of places, trades and legal forms hits only names that say no more than it does."""
    for hit in hits(Screener(entities), subject):
        said = {word.key for word in read(subject).words}
        more = [
            w
            for w in read(hit.name.text).words
            if w.kind in {WordKind.DISTINCTIVE, WordKind.PLACE, WordKind.NUMBER} and w.key not in said
        ]
        assert not more


@given(lists, entity_lists(max_size=2).filter(readable), names)
def test_adding_an_entity_never_removes_a_hit(entities: EntityList, more: EntityList, subject: str) -> None:
    """Hits and scores on a list stay when the list grows."""
    few = found(Screener(entities), subject)
    grown = entity_list([[n.text for n in e.names] for e in (*entities.entities, *more.entities)])
    assert few.items() <= found(Screener(grown), subject).items()


@given(lists, names, thresholds, thresholds)
def test_a_higher_threshold_gives_a_subset(entities: EntityList, subject: str, one: float, other: float) -> None:
    """What hits at the higher threshold hits at the lower one, with the same score."""
    low, high = sorted([one, other])
    above = found(Screener(entities, Settings(high)), subject)
    assert above.items() <= found(Screener(entities, Settings(low)), subject).items()


@given(lists, st.lists(names, max_size=6), st.randoms())
def test_row_order_never_matters(entities: EntityList, subjects: list[str], order: random.Random) -> None:
    """The result of a row is the same wherever it stands and whatever stands beside it."""
    from screen.model import Subject

    screener = Screener(entities)
    rows = [Subject(text, id=str(at)) for at, text in enumerate(subjects)]
    in_order = list(screener.screen_all(rows))
    shuffled = list(range(len(rows)))
    order.shuffle(shuffled)
    again = dict(zip(shuffled, screener.screen_all([rows[at] for at in shuffled]), strict=True))
    assert [again[at] for at in range(len(rows))] == in_order


@given(st.text())
def test_screening_never_raises(text: str) -> None:
    """Any text is screened or rejected with a reason."""
    result = Screener(entity_list([["Zhejiang Dahua Technology"]])).screen(text)
    assert isinstance(result, Screening) or (isinstance(result, Rejected) and result.reason)
