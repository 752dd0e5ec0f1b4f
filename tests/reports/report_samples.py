"""Results made by hand for the tests of the reports: real facts of 84 FR 54002, made-up comparisons."""

from dataclasses import replace
from datetime import date

from screen.model import (
    Entity,
    EntityType,
    Evidence,
    Hit,
    Listing,
    Name,
    NameKind,
    Origin,
    Provenance,
    Rejected,
    Relation,
    Run,
    Screening,
    Subject,
    Summary,
    Verdict,
    WordKind,
    WordMatch,
)

RULE = Provenance(
    "bis-2019",
    "Addition of Certain Entities to the Entity List",
    "84 FR 54002",
    "9f2c1e" + "0" * 58,
    date(2019, 10, 9),
    None,
    28,
)
HUAWEI = Provenance(
    "bis-2019-huawei",
    "Addition of Entities to the Entity List",
    "84 FR 22961",
    "11aa22" + "0" * 58,
    date(2019, 5, 21),
    None,
    1,
)
RUN = Run("screen 0.1.0", 80.0, (RULE, HUAWEI))
SUMMARY = Summary(subjects=4000, hits=3, open=3, rejected=1, blank=2, seconds=0.4)

LISTING = Listing(
    "bis-2019",
    "Entity List (15 CFR part 744, supplement no. 4)",
    "84 FR 54002",
    date(2019, 10, 9),
    "For all items subject to the EAR. (See § 744.11 of the EAR)",
    "Case-by-case review for the ECCNs and EAR99 items the rule names; presumption of denial for all others.",
    "Implicated in human rights violations and abuses in the campaign of repression, mass arbitrary "
    "detention and high-technology surveillance against Uighurs, Kazakhs and other Muslim minority groups.",
)

DAHUA = Entity(
    "bis-2019-dahua",
    EntityType.COMPANY,
    (
        Name("Dahua Technology", source="84 FR 54002"),
        Name("Zhejiang Dahua Technology Co., Ltd.", NameKind.ALIAS, source="registered name"),
        Name("浙江大华技术股份有限公司", NameKind.ALIAS, "Hani", "registered name"),
        Name("大华股份", NameKind.ALIAS, "Hani", "stock short name"),
    ),
    ("CN",),
    ("807, Block A, Meike Building No. 506, Beijing South Road, New City, Urumqi, Xinjiang, China",),
    listings=(LISTING,),
)
BUREAU = Entity(
    "bis-2019-xuar-psb",
    EntityType.PUBLIC_BODY,
    (
        Name("Xinjiang Uyghur Autonomous Region (XUAR) People's Government Public Security Bureau"),
        Name("新疆维吾尔自治区公安厅", NameKind.ALIAS, "Hani", "own name"),
    ),
    ("CN",),
    listings=(LISTING,),
)


def word(
    subject: str,
    entity: str,
    relation: Relation = Relation.EQUAL,
    kind: WordKind = WordKind.DISTINCTIVE,
    weight: float = 0.25,
    count: int | None = None,
) -> WordMatch:
    """Return one line of an alignment."""
    return WordMatch(subject, entity, relation, kind, weight, count)


def compared(subject: str, name: Name, points: float, *words: WordMatch) -> Evidence:
    """Return the comparison of two names."""
    return Evidence("name", Verdict.SUPPORTS, points, subject, name.text, words)


def dahua_hit(score: float = 97.16) -> Hit:
    """Return a hit of `Zhejiang Dahua` on the registered name, the country agreeing."""
    name = DAHUA.names[1]
    evidence = (
        compared(
            "Zhejiang Dahua",
            name,
            score - 2,
            word("Dahua", "Dahua", weight=0.8123, count=3),
            word("Zhejiang", "Zhejiang", kind=WordKind.PLACE, weight=0.14, count=412),
            word("", "Technology", Relation.MISSING, WordKind.GENERIC, 0.04, 2211),
            word("", "Co., Ltd.", Relation.IGNORED, WordKind.LEGAL_FORM, 0.01),
        ),
        Evidence("country", Verdict.SUPPORTS, 2.0, "China", "CN"),
        Evidence("type", Verdict.MISSING, 0.0, "unknown", "company"),
    )
    why = (
        "Dahua = Dahua (rare: 3 of 70,521 names) · Zhejiang = Zhejiang (common: 412 of 70,521 names) · "
        "Technology missing generic · legal form ignored · country agrees · would not alert without “Dahua”"
    )
    return Hit(DAHUA, name, score, evidence, why)


def chinese_hit(score: float = 100.0) -> Hit:
    """Return a hit in Chinese, whose characters are two cells wide."""
    name = DAHUA.names[2]
    evidence = (
        compared(
            "浙江大華技術股份有限公司",
            name,
            100.0,
            word("大華", "大华", weight=0.78, count=3),
            word("浙江", "浙江", kind=WordKind.PLACE, weight=0.12, count=412),
            word("技術", "技术", kind=WordKind.GENERIC, weight=0.09, count=2211),
            word("股份有限公司", "股份有限公司", kind=WordKind.LEGAL_FORM, weight=0.01),
        ),
    )
    why = (
        "大華 = 大华 (rare: 3 of 70,521 names) · 浙江 = 浙江 (common: 412 of 70,521 names) · 技術 = 技术 · "
        "legal form ignored · would not alert without “大華”"
    )
    return Hit(DAHUA, name, score, evidence, why)


def bureau_hit(score: float = 84.04) -> Hit:
    """Return a weak hit on the longest of the listed names."""
    name = BUREAU.primary
    evidence = (
        compared(
            "Xinjiang Sinkiang Regional Public Security Dept",
            name,
            90.04,
            word("Xinjiang", "Xinjiang", kind=WordKind.PLACE, weight=0.4, count=7),
            word("Public Security", "Public Security", kind=WordKind.GENERIC, weight=0.3, count=0),
            word("Dept", "Bureau", Relation.CONTRADICTED, WordKind.GENERIC, 0.1, 30),
            word("", "People's Government", Relation.MISSING, WordKind.ADMINISTRATIVE, 0.02),
            word("Regional", "Autonomous Region", Relation.SPELLING, WordKind.ADMINISTRATIVE, 0.02),
        ),
        Evidence("country", Verdict.CONTRADICTS, -6.0, "KZ", "CN"),
    )
    why = (
        "Xinjiang = Xinjiang · Public Security = Public Security · Dept differs from the listed name · "
        "People's Government missing administrative · country differs (KZ, listed CN)"
    )
    return Hit(BUREAU, name, score, evidence, why)


def screening(name: str, *hits: Hit, line: int | None = None, cells: tuple[str, ...] = ()) -> Screening:
    """Return what screening a subject found; with a line, a row of `vendors.csv`."""
    subject = Subject(name)
    if line is not None:
        subject = replace(subject, id=f"V-{line}", origin=Origin("vendors.csv", line, cells))
    return Screening(subject, hits, 5)


def rejected(line: int | None = 40, cells: tuple[str, ...] = ()) -> Rejected:
    """Return a row without a name."""
    return Rejected(Origin("vendors.csv", line, cells), "no name in column 'Supplier'")


RESULTS: tuple[Screening | Rejected, ...] = (
    screening("Zhejiang Dahua", dahua_hit(), line=18),
    screening("Oxford Direct Services Ltd"),
    screening("Exmouth Timber & Building Supplies (Devon) Limited"),
    rejected(),
    screening("浙江大華技術股份有限公司", chinese_hit(), dahua_hit(88.0)),
    screening("Xinjiang Sinkiang Regional Public Security Dept", bureau_hit(), line=41),
)
"""One of each: strong, clear, rejected, Chinese with two hits, possible."""
