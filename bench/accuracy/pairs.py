"""Labelled pairs: how well does the score part true pairs from false ones?

    python bench/accuracy/pairs.py

Prints the area under the ROC curve (the chance that a true pair outscores a false one) per kind of party, for
the matcher and for rapidfuzz's scorers on the same pairs.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.utils import default_process

from screen.match.places import Home
from screen.match.score import score_name
from screen.match.weighing import weigh
from screen.names import read

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "labelled"
NOWHERE = Home(frozenset(), frozenset())

Pair = tuple[str, str, str, bool]
Scorer = Callable[[str, str], float]


def ours(one: str, other: str) -> float:
    """Return the matcher's score of two names."""
    return score_name(weigh(read(one)), weigh(read(other)), NOWHERE).value


SCORERS: dict[str, Scorer] = {
    "screen": ours,
    "WRatio": lambda a, b: fuzz.WRatio(a, b, processor=default_process),
    "token_sort_ratio": lambda a, b: fuzz.token_sort_ratio(a, b, processor=default_process),
    "token_set_ratio": lambda a, b: fuzz.token_set_ratio(a, b, processor=default_process),
    "Jaro-Winkler": lambda a, b: JaroWinkler.similarity(default_process(a), default_process(b)),
}


def name_pairs() -> Iterator[Pair]:
    """Yield (kind, subject, listed name, whether they are the same) of `name_pairs.csv`."""
    with (DATA / "name_pairs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield kind(row["schema"]), row["name1"], row["name2"], row["is_match"] == "true"


def mixed_pairs() -> Iterator[Pair]:
    """Yield the same of `mixed_pairs.csv`."""
    with (DATA / "mixed_pairs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield kind(row["schema"]), row["query"], row["target"], row["is_match"] == "1"


def kind(schema: str) -> str:
    """Return the kind of party of a schema."""
    return "person" if schema == "Person" else "organisation"


def area_under_curve(scored: list[tuple[float, bool]]) -> float:
    """Return the chance that a true pair scores over a false one, ties counting half."""
    true = [score for score, same in scored if same]
    false = [score for score, same in scored if not same]
    wins = sum((t > f) + (t == f) / 2 for t in true for f in false)
    return wins / (len(true) * len(false))


def main() -> None:
    """Print a table: file and kind down, scorers across."""
    print(f"{'':28}", *(f"{name:>17}" for name in SCORERS))
    for label, pairs in (("name_pairs", list(name_pairs())), ("mixed_pairs", list(mixed_pairs()))):
        for party in ("organisation", "person"):
            rows = [pair for pair in pairs if pair[0] == party]
            if len({same for *_, same in rows}) < 2:  # pairs of one verdict part nothing
                continue
            areas = [
                area_under_curve([(scorer(one, other), same) for _, one, other, same in rows])
                for scorer in SCORERS.values()
            ]
            print(f"{label + ' ' + party:22} {len(rows):5}", *(f"{area:17.3f}" for area in areas))


if __name__ == "__main__":
    main()
