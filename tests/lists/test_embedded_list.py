"""The embedded list: every fact traces to a numbered one, the counts are those of the rule."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from shared import DATA, SHARED

from screen.lists import lint, load_list
from screen.lists.build import build
from screen.lists.fact_sheets import read_sheets
from screen.model import Entity, EntityType, NameKind

ROOT = Path(__file__).parents[2]
ENTITIES = load_list(ROOT / "entities.yaml")
SHEETS = {sheet.id: sheet for sheet in read_sheets(ROOT / "seeds")}
RULE, ARTICLE = "rule-84-fr-54002", "article-2019-10-07"
DOCUMENTS = {RULE: "data/entity_list_2019/the_28.json", ARTICLE: "seeds/000_b331de7ac45a7eb3.txt"}


def listed(list_id: str) -> list[Entity]:
    """Return the entities of one publication."""
    return [e for e in ENTITIES.entities if any(listing.list == list_id for listing in e.listings)]


def test_it_is_built_from_the_sheets() -> None:
    """Byte for byte, and lint finds nothing."""
    assert (ROOT / "entities.yaml").read_text(encoding="utf-8") == build(ROOT / "seeds")
    assert lint(ROOT / "entities.yaml") == ()


def test_there_are_two_sheets() -> None:
    """The article and the rule it reports."""
    assert set(SHEETS) == {RULE, ARTICLE}


@pytest.mark.shared
@pytest.mark.parametrize("sheet", [RULE, ARTICLE])
def test_sheets_cite_the_documents_we_hold(sheet: str) -> None:
    """The SHA-256 is that of the document's bytes."""
    document = (SHARED / DOCUMENTS[sheet]).read_bytes()
    assert SHEETS[sheet].record.text("sha256") == hashlib.sha256(document).hexdigest()


def test_every_source_is_a_numbered_fact() -> None:
    """Of names and of listings, without exception."""
    sources = [name.source for e in ENTITIES.entities for name in e.names]
    sources += [listing.source for e in ENTITIES.entities for listing in e.listings]
    for source in sources:
        for one in source.split(", "):
            sheet, number = re.fullmatch(r"([\w-]+)#(\d+)", one).groups()
            assert int(number) in SHEETS[sheet].facts, one


def test_the_counts_are_1_and_19_and_8() -> None:
    """One regional bureau, 19 bodies under it, 8 firms; the provenance counts 28."""
    kinds = Counter(entity.type for entity in listed("bis-2019"))
    assert kinds == {EntityType.PUBLIC_BODY: 20, EntityType.COMPANY: 8}
    assert sum("People's Government" in entity.primary.text for entity in listed("bis-2019")) == 1
    assert {one.id: one.count for one in ENTITIES.provenance} == {"bis-2019": 28, "bis-2019-huawei": 1}


def test_huawei_is_listed_under_its_own_rule() -> None:
    """The article mentions it; it is none of the 28."""
    (huawei,) = listed("bis-2019-huawei")
    assert [listing.citation for listing in huawei.listings] == ["84 FR 22961"]
    assert huawei not in listed("bis-2019")


@pytest.mark.parametrize("name", ["NetPosa", "SenseNets", "FiberHome"])
def test_what_looks_like_the_29th_to_31st_is_not_in(name: str) -> None:
    """Added on 5 June 2020 by 85 FR 34505; the sheet says so."""
    assert not any(name in n.text for e in ENTITIES.entities for n in e.names)
    assert any(name in fact.text("text") for fact in SHEETS[RULE].record.records("facts"))


@pytest.mark.shared
def test_names_and_addresses_of_the_28_are_those_of_the_record() -> None:
    """Every name, alias and address of the data file is there, under the right entity."""
    record = json.loads((DATA / "entity_list_2019" / "the_28.json").read_text(encoding="utf-8"))
    ours = {entity.primary.text: entity for entity in listed("bis-2019")}
    assert set(ours) == {one["name"] for one in record["entities"]}
    for one in record["entities"]:
        entity = ours[one["name"]]
        assert {one["name"], *one["aliases"]} <= {name.text for name in entity.names}
        assert list(entity.addresses) == one["addresses"]
        assert entity.countries == ("CN",)


def test_every_listing_is_complete() -> None:
    """Programme, citation, date, licence requirement and ground are given for all."""
    for entity in ENTITIES.entities:
        for one in entity.listings:
            assert one.program
            assert one.citation
            assert one.effective
            assert one.licence_requirement
            assert one.ground


@pytest.mark.shared
def test_the_chinese_names_are_those_of_the_seeds() -> None:
    """Each Chinese name in the table beside the article is a name of some entity."""
    table = (SHARED / "seeds" / "README.md").read_text(encoding="utf-8")
    wanted = set(re.findall("[\u4e00-\u9fff]{2,}", table))
    ours = {name.text for entity in ENTITIES.entities for name in entity.names}
    assert wanted <= ours


def test_a_common_word_as_a_brand_is_a_weak_alias() -> None:
    """Face++ hits only as a whole."""
    kinds = {name.text: name.kind for entity in ENTITIES.entities for name in entity.names}
    assert kinds["Face++"] is NameKind.WEAK_ALIAS
    assert kinds["Hikvision"] is NameKind.ALIAS
