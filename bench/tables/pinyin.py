"""Makes `src/screen/names/tables/pinyin.tsv`: simplified characters that are read in one way only.

    python bench/tables/pinyin.py

pypinyin knows the readings of characters and, in a large dictionary of phrases, which of them is meant. That
dictionary takes 0.2 s to load. A name made only of characters that no phrase of it reads differently needs no
dictionary; the table holds those, and only other names load pypinyin. Facts from pypinyin (MIT).
"""

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin
from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict
from pypinyin.style import convert

from screen.names.han import simplify

TABLE = Path(__file__).resolve().parents[2] / "src" / "screen" / "names" / "tables" / "pinyin.tsv"
FIRST, LAST = 0x4E00, 0x9FFF
"""The block of common characters."""


def main() -> None:
    """Write the table."""
    default = {chr(code): lazy_pinyin(chr(code))[0] for code in pinyin_dict if FIRST <= code <= LAST}
    several = set()
    for phrase, readings in phrases_dict.items():
        for char, reading in zip(phrase, readings, strict=False):
            if default.get(char) != convert(reading[0], Style.NORMAL, strict=True, default=reading[0]):
                several.add(char)
    rows = defaultdict(list)
    for char, syllable in sorted(default.items()):
        if char not in several and simplify(char) == char and syllable.isascii() and syllable.isalpha():
            rows[syllable].append(char)
    head = (
        "# Chinese characters that are read in one way only, whatever stands beside them. syllable<TAB>characters\n"
        "# separated by |. Made by bench/tables/pinyin.py from pypinyin (MIT). Date: 2026-11-24\n"
    )
    lines = "".join(f"{syllable}\t{'|'.join(chars)}\n" for syllable, chars in sorted(rows.items()))
    TABLE.write_text(head + lines, encoding="utf-8")
    print(f"{sum(map(len, rows.values())):,} characters, {len(several):,} with several readings left out")


if __name__ == "__main__":
    main()
