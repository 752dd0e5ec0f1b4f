"""What is wrong with a list file is said with its place; what is right is read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screen.errors import ListError
from screen.lists import lint, load_list
from screen.model import EntityType, Identifier, NameKind

GOOD = """\
format: 1
lists:
  - id: own
    title: Own list
    source: a memo
    as_of: "2024-02-29"
entities:
  - id: own-1
    type: company
    names:
      - text: Zebulon Trading
      - text: "007"
        kind: weak_alias
    countries: ["NO"]
    identifiers:
      - kind: LEI
        value: 5493 001KJTIIGC8Y1R12
    listings:
      - list: own
        program: internal
        citation: memo 1
        effective: "2024-02-29"
"""


def faults(tmp_path: Path, text: str) -> list[str]:
    """Return the faults of a file as lint prints them, without its path."""
    path = tmp_path / "list.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(fault).removeprefix(f"{path}:") for fault in lint(path)]


def test_a_right_file_is_read(tmp_path: Path) -> None:
    """Every value arrives in its place."""
    assert faults(tmp_path, GOOD) == []
    loaded = load_list(tmp_path / "list.yaml")
    (entity,) = loaded.entities
    assert entity.type is EntityType.COMPANY
    assert [(n.text, n.kind) for n in entity.names] == [
        ("Zebulon Trading", NameKind.PRIMARY),
        ("007", NameKind.WEAK_ALIAS),
    ]
    assert entity.countries == ("NO",)
    assert entity.identifiers == (Identifier("lei", "5493001KJTIIGC8Y1R12"),)
    assert str(entity.listings[0].effective) == "2024-02-29"
    assert loaded.provenance[0].count == 1
    assert len(entity.digest) == 64


def test_the_digest_is_of_the_content_alone(tmp_path: Path) -> None:
    """It stays when the file is laid out anew, and changes with any fact."""
    faults(tmp_path, GOOD)
    before = load_list(tmp_path / "list.yaml").entities[0].digest
    faults(tmp_path, "# a comment\n" + GOOD)
    assert load_list(tmp_path / "list.yaml").entities[0].digest == before
    faults(tmp_path, GOOD.replace("memo 1", "memo 2"))
    assert load_list(tmp_path / "list.yaml").entities[0].digest != before


@pytest.mark.parametrize(
    ("change", "into", "said"),
    [
        ("    title:", "    titel:", "4:5: lists[1].titel: is unknown; did you mean 'title'?"),
        ("    type: company", "    type: company\n    type: person", "10:5: entities[1].type: is given twice"),
        ('"007"', "007", "12:15: entities[1].names[2].text: YAML reads '007' as int, not text; quote it"),
        ('["NO"]', "[NO]", "14:17: entities[1].countries[1]: YAML reads 'NO' as bool, not text; quote it"),
        ("Zebulon Trading", "12:30", "11:15: entities[1].names[1].text: YAML reads '12:30' as int"),
        ("Zebulon Trading", "~", "11:15: entities[1].names[1].text: YAML reads '~' as null, not text; quote it"),
        ("Zebulon Trading", '"***"', "11:9: entities[own-1].names: '***' cleans to nothing; correct or remove it"),
        ("type: company", "type: starship", "9:11: entities[1].type: is 'starship'; give one of company"),
        ("weak_alias", "nickname", "13:15: entities[1].names[2].kind: is 'nickname'; give one of primary"),
        ('["NO"]', '["Norway"]', "14:17: entities[1].countries[1]: 'Norway' is no country code; write NO"),
        ('["NO"]', '["ZZ"]', "'ZZ' is no country code; give an ISO 3166-1"),
        ('effective: "2024-02-29"', 'effective: "2023-02-29"', "'2023-02-29' is no date"),
        ("list: own", "list: other", "'other' is no list; name one of 'lists'"),
        ("    names:", "    name:", "entities[1].names: is missing; add it"),
        ("format: 1", "format: 2", "this version reads format 1"),
        ("      - text: Zebulon Trading\n", "", "no name is primary; make one of them primary"),
        ("type: company", "type: &x company", "an anchor or alias; write the value out"),
        ("type: company", "type: *x", "an anchor or alias; write the value out"),
        ("type: company", "type: !!python/object:os.system company", "a tag"),
        ("format: 1", "format: 1\n---\nformat: 1", "a second document; give one document a file"),
        ("type: company", "type: [company", "broken YAML"),
        ("type: company", "type: {a: b}", "is no text; give one text"),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_place_and_remedy(tmp_path: Path, change: str, into: str, said: str) -> None:
    """The file without the change has no fault; with it, this one."""
    assert change in GOOD
    found = faults(tmp_path, GOOD.replace(change, into, 1))
    assert any(said in fault for fault in found), found
    with pytest.raises(ListError, match=r"list\.yaml:\d+:\d+"):
        load_list(tmp_path / "list.yaml")


def test_every_fault_is_told_not_only_the_first(tmp_path: Path) -> None:
    """In the order of their lines."""
    text = GOOD.replace("title:", "titel:").replace('"007"', "007").replace('["NO"]', "[NO]")
    assert [fault.split(":")[0] for fault in faults(tmp_path, text)] == ["3", "4", "12", "14"]


def test_one_id_twice(tmp_path: Path) -> None:
    """Two entities, or two lists, under one id."""
    entity = GOOD[GOOD.index("  - id: own-1") :]
    assert any("'own-1' is also on line 8" in fault for fault in faults(tmp_path, GOOD + entity))
    twice = GOOD.replace("entities:", "  - {id: own, title: x, source: y}\nentities:")
    assert any("'own' is also on line 3" in fault for fault in faults(tmp_path, twice))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"- a\n- b\n", "is no mapping"),
        (b"[" * 5000, "nest"),
        (b"a: " * 3 + b"x", "broken YAML"),
        (b"\x00\x01\x02", "broken YAML"),
        (b"format: 1\nlists: []\nentities: []\n", "would clear everybody"),
    ],
)
def test_no_list_at_all(tmp_path: Path, content: bytes, said: str) -> None:
    """One clear error, whatever the bytes."""
    path = tmp_path / "list.yaml"
    path.write_bytes(content)
    with pytest.raises(ListError, match=said):
        load_list(path)


@pytest.mark.parametrize("path", ["missing.yaml", "."])
def test_missing_file_and_folder(tmp_path: Path, path: str) -> None:
    """Named in the error."""
    with pytest.raises(ListError, match="cannot be read"):
        load_list(tmp_path / path)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_raise_anything_but_our_error(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Garbage is refused, never crashed on."""
    path = tmp_path_factory.getbasetemp() / "garbage.yaml"
    path.write_bytes(content)
    with pytest.raises(ListError):
        load_list(path)


@given(st.data())
def test_no_damage_to_a_right_file_raises_anything_but_our_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Cut out, doubled or exchanged anywhere, the file is read or refused with a place."""
    at = data.draw(st.integers(0, len(GOOD)))
    cut = data.draw(st.integers(0, 12))
    put = data.draw(st.sampled_from(["", ":", "- ", "\n", "  ", '"', "[", "{", "&a ", "!x ", "#", "\t", "0x1F"]))
    path = tmp_path_factory.getbasetemp() / "damaged.yaml"
    path.write_text(GOOD[:at] + put + GOOD[at + cut :], encoding="utf-8")
    try:
        load_list(path)
    except ListError as error:
        assert "damaged.yaml:" in str(error)  # noqa: PT017  (either outcome is right)
