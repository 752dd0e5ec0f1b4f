"""The engine beyond names: weak aliases, identifiers, country and type, what cannot be screened."""

import pytest
from strategies import entity_list

from screen.errors import ListError
from screen.match import Screener, Settings, WeakAliases
from screen.model import (
    Entity,
    EntityList,
    EntityType,
    Evidence,
    Hit,
    Identifier,
    Name,
    NameKind,
    Origin,
    Rejected,
    Screening,
    Subject,
    Verdict,
)

MEGVII = Entity(
    "megvii",
    EntityType.COMPANY,
    (Name("Megvii Technology"), Name("Face++", NameKind.WEAK_ALIAS)),
    countries=("CN",),
    addresses=("3rd Floor, Haidian District, Beijing, China",),
    identifiers=(Identifier("uscc", "91110108571254316X"),),
)
LISTED = EntityList((MEGVII,), ())


def only_hit(subject: Subject | str, settings: Settings | None = None) -> Hit:
    """Return the one hit of a subject on Megvii."""
    screening = Screener(LISTED, settings).screen(subject)
    assert isinstance(screening, Screening)
    (hit,) = screening.hits
    return hit


def evidence(hit: Hit, feature: str) -> Evidence:
    """Return the evidence on one feature."""
    return next(item for item in hit.evidence if item.feature == feature)


@pytest.mark.parametrize("name", ["Face++", "FACE ++", "ｆａｃｅ＋＋"])
def test_a_weak_alias_hits_as_the_whole_name(name: str) -> None:
    """Case, blanks and width aside, the subject is the alias to the letter."""
    assert only_hit(name).name.text == "Face++"


@pytest.mark.parametrize("name", ["Face", "Face Ltd", "Face++ Photo Studio"])
def test_a_weak_alias_does_not_hit_in_part(name: str) -> None:
    """Its words alone, or with others, are somebody else."""
    assert Screener(LISTED).screen(name) == Screening(Subject(name), (), candidates=0)


def test_weak_aliases_may_be_screened_like_any_name() -> None:
    """With the policy `full` the word alone hits."""
    assert only_hit("Face Ltd", Settings(weak_aliases=WeakAliases.FULL)).name.text == "Face++"


def test_an_identifier_is_a_hit_by_itself() -> None:
    """Whatever the name says."""
    hit = only_hit(Subject("Quite Another Name", identifiers=(Identifier("uscc", "91110108571254316X"),)))
    assert hit.score == 100
    assert evidence(hit, "uscc").verdict is Verdict.SUPPORTS


def test_a_subject_without_letters_is_screened_by_its_identifier() -> None:
    """Nothing is left of the name, and still it is not rejected."""
    subject = Subject("—", identifiers=(Identifier("uscc", "91110108571254316X"),))
    assert only_hit(subject).entity is MEGVII


def test_another_identifier_contradicts() -> None:
    """The same name under another number scores lower, and says so."""
    other = only_hit(Subject("Megvii Technology", identifiers=(Identifier("uscc", "9111010855138872XR"),)))
    assert other.score < only_hit("Megvii Technology").score
    assert evidence(other, "uscc").verdict is Verdict.CONTRADICTS


@pytest.mark.parametrize(
    ("country", "verdict"),
    [("China", Verdict.SUPPORTS), ("cn", Verdict.SUPPORTS), ("中国", Verdict.SUPPORTS),
     ("France", Verdict.CONTRADICTS), ("Erewhon", Verdict.MISSING)],
)  # fmt: skip
def test_country_supports_or_contradicts(country: str, verdict: Verdict) -> None:
    """Countries are compared by what they mean; an unknown one is not checked."""
    assert evidence(only_hit(Subject("Megvii", country=country)), "country").verdict is verdict


def test_country_is_evidence_not_a_gate() -> None:
    """The listed name under another country still hits, lower."""
    abroad = only_hit(Subject("Megvii Technology", country="France"))
    assert 80 <= abroad.score < only_hit(Subject("Megvii Technology", country="China")).score


@pytest.mark.parametrize(
    ("given", "verdict"),
    [(EntityType.COMPANY, Verdict.SUPPORTS), (EntityType.ORGANISATION, Verdict.SUPPORTS),
     (EntityType.PERSON, Verdict.CONTRADICTS), (EntityType.UNKNOWN, Verdict.MISSING)],
)  # fmt: skip
def test_type_supports_or_contradicts(given: EntityType, verdict: Verdict) -> None:
    """A person is no company; an organisation may be one."""
    assert evidence(only_hit(Subject("Megvii Technology", type=given)), "type").verdict is verdict


def test_a_place_of_the_listing_costs_less_than_another() -> None:
    """A namesake in another city scores lower than the firm with its own city in the name."""
    assert only_hit("Beijing Megvii").score > only_hit("Marseille Megvii").score


@pytest.mark.parametrize(
    ("name", "hits"), [("沧州大化", False), ("大花", False), ("沧州大化股份有限公司", False), ("成都大华", True)]
)
def test_characters_tell_names_of_one_pinyin_apart(name: str, hits: bool) -> None:
    """大化 is read like 大华 and is another name, once the list knows the characters."""
    dahua = Entity("dahua", EntityType.COMPANY, (Name("Dahua Technology"), Name("大华股份", NameKind.ALIAS)))
    screening = Screener(EntityList((dahua,), ())).screen(name)
    assert isinstance(screening, Screening)
    assert bool(screening.hits) is hits


def test_disguised_letters_are_told() -> None:
    """A look-alike letter still hits, and the evidence names the disguise."""
    hit = only_hit("Megv\u0456i Technology")
    assert "look-alike letters" in evidence(hit, "writing").subject_value
    assert "look-alike letters" in hit.why


def test_the_sentence_says_what_the_hit_hangs_on() -> None:
    """The counterfactual names the word without which there would be no hit."""
    assert "would not alert without “Megvii”" in only_hit("Megvii Group").why


@pytest.mark.parametrize("name", ["", "  ", "***", "\u200b"])
def test_nothing_to_screen_is_rejected(name: str) -> None:
    """An empty name is never clear."""
    origin = Origin("vendors.csv", 7)
    result = Screener(LISTED).screen(Subject(name, origin=origin))
    assert result == Rejected(origin, "nothing left to screen in the name")


@pytest.mark.parametrize("name", ["Meg\udce9vii", "\udcff", "Acme \ud800"])
def test_a_name_with_lost_bytes_is_rejected(name: str) -> None:
    """What could not be decoded may be the letters that matter: never screened in part."""
    assert isinstance(Screener(LISTED).screen(name), Rejected)


def test_a_text_too_long_for_a_name_is_rejected() -> None:
    """It is not screened in part; one character fewer is screened."""
    assert isinstance(Screener(LISTED).screen("x" * 1001), Rejected)
    assert isinstance(Screener(LISTED).screen("x" * 1000), Screening)


def test_an_empty_list_is_an_error() -> None:
    """Screening against nothing would clear everybody."""
    with pytest.raises(ListError, match="no entity"):
        Screener(EntityList((), ()))


def test_a_listed_name_without_letters_is_an_error() -> None:
    """It could never hit, so the list is refused with the entity named."""
    with pytest.raises(ListError, match="e00000"):
        Screener(entity_list([["***"]]))


@pytest.mark.parametrize("threshold", [0, -1, 100.1, float("nan")])
def test_a_threshold_out_of_range_is_refused(threshold: float) -> None:
    """Zero would hit everybody, over 100 nobody."""
    with pytest.raises(ValueError, match="threshold"):
        Settings(threshold)


def test_equal_subjects_are_screened_alike_and_keep_their_rows() -> None:
    """Each row comes back with its own subject, in order, rejected rows in between."""
    rows = [
        Subject("Megvii", origin=Origin("v.csv", 2)),
        Rejected(Origin("v.csv", 3), "no name"),
        Subject("Megvii", origin=Origin("v.csv", 4)),
        Subject("--", origin=Origin("v.csv", 5)),
    ]
    first, second, third, fourth = Screener(LISTED).screen_all(rows)
    assert isinstance(first, Screening)
    assert isinstance(third, Screening)
    assert first.hits == third.hits != ()
    assert (first.subject, third.subject) == (rows[0], rows[2])
    assert second == rows[1]
    assert fourth == Rejected(Origin("v.csv", 5), "nothing left to screen in the name")
