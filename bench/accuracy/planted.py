"""The planted test: listed names, altered, among real vendors. What is recalled at a budget of alerts?

    python bench/accuracy/planted.py [--half dev|test] [--sample N]

Half of the names and vendors (by CRC-32 of the name, odd or even) may be looked at while the matcher is worked
on (`dev`); figures are reported on the other half (`test`).
Vendors whose every listed look-alike was judged a real listed
party by hand (`listed_vendors.txt`) are not counted as false alerts.
"""

import argparse
import csv
import json
import random
import time
from collections import defaultdict
from pathlib import Path
from zlib import crc32

from alterations import CLASSES

from screen.match import Screener, Settings
from screen.model import Entity, EntityList, EntityType, Name, NameKind, Screening
from screen.names import read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
FLOOR = 50.0
BUDGETS = (5, 1)
"""Alerts per 1,000 vendors."""


def half_of(text: str) -> str:
    """Return which half a name belongs to."""
    return "test" if crc32(text.encode()) % 2 else "dev"


def listed_organisations() -> list[list[str]]:
    """Return the names of each organisation of the OFAC and Entity lists, the primary name first."""
    return [*_ofac(), *_bis()]


def _ofac() -> list[list[str]]:
    folder = DATA / "lists" / "ofac_sdn_2022-01"
    names: dict[str, list[str]] = {}
    for row in _rows(folder / "sdn.csv"):
        if len(row) > 2 and row[2].strip() == "-0-":
            names[row[0]] = [row[1]]
    for row in _rows(folder / "alt.csv"):
        if row[0] in names:
            names[row[0]].append(row[3])
    return list(names.values())


def _bis() -> list[list[str]]:
    text = (DATA / "lists" / "bis_entity_list_2026-07" / "bis_entity_list.json").read_text(encoding="utf-8")
    return [[entry["name"], *entry["aliases"]] for entry in json.loads(text)["entities"]]


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="cp1252", errors="replace", newline="") as file:
        return [row for row in csv.reader(file) if len(row) > 3]


def as_list(names_of_each: list[list[str]]) -> EntityList:
    """Return an entity for each list of names; names with nothing to compare are left out."""
    entities = []
    for at, texts in enumerate(names_of_each):
        names = [text for text in dict.fromkeys(texts) if read(text).key]
        kinds = [NameKind.PRIMARY, *[NameKind.ALIAS] * len(names)]
        listed = tuple(Name(text, kind) for text, kind in zip(names, kinds, strict=False))
        if listed:
            entities.append(Entity(str(at), EntityType.UNKNOWN, listed))
    return EntityList(tuple(entities), ())


def vendors(half: str, sample: int | None) -> list[str]:
    """Return the real vendor names of a half, or a sample of them."""
    with (DATA / "vendors" / "vendor_names.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file) if half_of(row["name"]) == half]
    return random.Random(1).sample(names, sample) if sample and sample < len(names) else names


def planted(entities: EntityList, half: str, a_class: int) -> list[tuple[str, str, str, str]]:
    """Return (class, entity id, listed name, altered name), `a_class` of each class."""
    names = [(e.id, n.text) for e in entities.entities for n in e.names if half_of(n.text) == half]
    draw = random.Random(2)
    found = []
    for label, alter in CLASSES.items():
        draw.shuffle(names)
        altered = ((id_, text, alter(text, draw)) for id_, text in names)
        kept = ((label, id_, text, new) for id_, text, new in altered if new and new != text)
        found += [row for row, _ in zip(kept, range(a_class), strict=False)]
    return found


def best_scores(screener: Screener, texts: list[str]) -> list[tuple[float, str, str]]:
    """Return the best score of each text with the name it met, highest first."""
    best = []
    for text in texts:
        result = screener.screen(text)
        hits = result.hits if isinstance(result, Screening) else ()
        best.append((hits[0].score, text, hits[0].name.text) if hits else (0.0, text, ""))
    return sorted(best, reverse=True)


def main() -> None:
    """Print recall by class at each budget of alerts, and the best-scoring vendors."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--half", default="test", choices=["dev", "test"])
    parser.add_argument("--sample", type=int)
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--lost", type=int, default=0)
    asked = parser.parse_args()
    entities = as_list(listed_organisations())
    started = time.perf_counter()
    screener = Screener(entities, Settings(FLOOR))
    listed = sum(len(entity.names) for entity in entities.entities)
    print(f"{listed:,} listed names, built in {time.perf_counter() - started:.1f} s")
    real_listed = set((Path(__file__).parent / "listed_vendors.txt").read_text(encoding="utf-8").splitlines())
    started = time.perf_counter()
    scores = [row for row in best_scores(screener, vendors(asked.half, asked.sample)) if row[1] not in real_listed]
    print(f"{len(scores):,} vendors, {len(scores) / (time.perf_counter() - started):,.0f} names/s on one core")
    rows = planted(entities, asked.half, asked.each)
    own = []
    for label, id_, text, new in rows:
        result = screener.screen(new)
        hits = result.hits if isinstance(result, Screening) else ()
        own.append((label, next((h.score for h in hits if h.entity.id == id_), 0.0), text, new))
    thresholds = {budget: scores[len(scores) * budget // 1000][0] for budget in BUDGETS}
    for budget, threshold in thresholds.items():
        print(f"{budget} alerts per 1,000 at {threshold:.1f}: recall {recall(own, threshold):.1%}")
    for at in (70, 75, 80, 85, 90):
        alerts = 1000 * sum(row[0] >= at for row in scores) / len(scores)
        print(f"threshold {at}: recall {recall(own, at):.1%}, alerts per 1,000: {alerts:.2f}")
    by_class = defaultdict(list)
    for row in own:
        by_class[row[0]].append(row)
    for label, part in by_class.items():
        print(f"{label:22}", *(f"{recall(part, t):7.1%}" for t in (*thresholds.values(), 80.0)))
    for row in scores[: asked.show]:
        print(f"{row[0]:6.1f}  {row[1]}  |  {row[2]}")
    random.Random(3).shuffle(own)
    for row in [row for row in own if row[1] <= 80][: asked.lost]:
        print("LOST", row)


def recall(rows: list[tuple[str, float, str, str]], threshold: float) -> float:
    """Return the share of rows whose own entity scores over a threshold."""
    return sum(row[1] > threshold for row in rows) / len(rows)


if __name__ == "__main__":
    main()
