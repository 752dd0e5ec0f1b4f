"""Makes `src/screen/names/tables/word_counts.tsv`: how many real organisation names hold each word.

    python bench/tables/word_counts.py

A derived figure: of the 70,521 distinct names in the vendor data, words that three or more names hold. Words are
counted as written (cleaned, romanised, initials joined), before the tables fold spellings together.
"""

import csv
from collections import Counter
from pathlib import Path

from screen.names import read
from screen.names.tables import BACKGROUND_NAMES

ROOT = Path(__file__).resolve().parents[2]
NAMES = ROOT.parent / "shared" / "data" / "vendors" / "vendor_names.csv"
TABLE = ROOT / "src" / "screen" / "names" / "tables" / "word_counts.tsv"
FLOOR = 3


def main() -> None:
    """Write the table."""
    with NAMES.open(encoding="utf-8-sig", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    if len(names) != BACKGROUND_NAMES:
        msg = f"{len(names):,} names, BACKGROUND_NAMES says {BACKGROUND_NAMES:,}: mend it"
        raise SystemExit(msg)
    counts = Counter(word for name in names for word in {word.written for word in read(name).words})
    kept = sorted(((word, n) for word, n in counts.items() if n >= FLOOR), key=lambda item: (-item[1], item[0]))
    head = (
        f"# How many of {len(names):,} real organisation names hold each word (word<TAB>names); floor {FLOOR}.\n"
        "# Source: names of suppliers in public spending records and of companies on stock exchanges of about 100\n"
        "# countries, public record and OGL v3. Made by bench/tables/word_counts.py. Date: 2026-11-24\n"
    )
    TABLE.write_text(head + "".join(f"{word}\t{n}\n" for word, n in kept), encoding="utf-8")
    print(f"{len(kept):,} words, {TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
