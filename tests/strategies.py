"""Hypothesis strategies for names and lists, made of the words that real names are made of."""

from hypothesis import strategies as st

from screen.model import Entity, EntityList, EntityType, Name, NameKind

DISTINCTIVE = (
    "Dahua",
    "Hikvision",
    "Megvii",
    "Yitu",
    "Otto",
    "Kaspersky",
    "Mellat",
    "Almaz",
    "Antey",
    "Rusal",
)
OTHER = (
    "Zhejiang", "Beijing", "Iran", "London", "Technology", "Trading", "Digital", "Group", "Public",
    "Security", "Bureau", "International", "Co., Ltd.", "GmbH", "OOO", "S.A.S.", "of", "and", "&", "301",
    "J.", "J", "II",
    "Municipal", "大华", "技术", "浙江", "有限公司", "公安局", "Союз", "Press-Service",
)  # fmt: skip

words = st.one_of(
    st.sampled_from(DISTINCTIVE),
    st.sampled_from(OTHER),
    st.text("abcdeikmnorstuy", min_size=2, max_size=9),
)
names = st.lists(words, min_size=1, max_size=6).map(" ".join)
"""Names as vendors and lists write them."""


@st.composite
def entity_lists(draw: st.DrawFn, max_size: int = 8) -> EntityList:
    """Draw a list of entities with one to three names that leave something to compare."""
    drawn = draw(st.lists(st.lists(names, min_size=1, max_size=3), min_size=1, max_size=max_size))
    return entity_list(drawn)


def entity_list(names_of_each: list[list[str]]) -> EntityList:
    """Return a list with one entity for each list of names, its id its position."""
    return EntityList(tuple(_entity(at, texts) for at, texts in enumerate(names_of_each)), ())


def _entity(at: int, texts: list[str]) -> Entity:
    kinds = [NameKind.PRIMARY, *[NameKind.ALIAS] * (len(texts) - 1)]
    return Entity(
        f"e{at:05}",
        EntityType.UNKNOWN,
        tuple(Name(text, kind) for text, kind in zip(texts, kinds, strict=True)),
    )


@st.composite
def mistyped(draw: st.DrawFn, text: str) -> str:
    """Draw `text` with up to two letters changed, dropped, doubled or swapped."""
    letters = list(text)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(letters) - 1)) if letters else 0
        change = draw(st.sampled_from(["drop", "double", "swap", "change"]))
        if letters and change == "drop":
            del letters[at]
        elif letters and change == "double":
            letters.insert(at, letters[at])
        elif at + 1 < len(letters) and change == "swap":
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        elif letters:
            letters[at] = draw(st.sampled_from("aeikmnorst"))
    return "".join(letters)
