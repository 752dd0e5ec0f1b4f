"""Ways a listed name turns up altered: one function a class, each `(name, draw) -> altered name or None`.

None when the name gives the alteration nothing to work on. The lists of words here are the bench's own, so
that the matcher's tables do not mark their own work.
"""

import random
import re
from collections.abc import Callable

LEGAL = (
    "LTD",
    "LIMITED",
    "LLC",
    "INC",
    "CO., LTD.",
    "GMBH",
    "S.A.",
    "JSC",
    "PLC",
    "CORP.",
    "COMPANY",
    "PTE LTD",
    "B.V.",
)
GENERIC = (
    "TRADING",
    "INTERNATIONAL",
    "GROUP",
    "SERVICES",
    "INDUSTRIES",
    "HOLDING",
    "TECHNOLOGY",
    "LOGISTICS",
)
SHORT = {
    "COMPANY": "CO", "CORPORATION": "CORP", "LIMITED": "LTD", "INTERNATIONAL": "INTL", "TECHNOLOGY": "TECH",
    "INDUSTRIES": "INDS", "MANUFACTURING": "MFG", "SERVICES": "SVCS", "GROUP": "GRP", "ENGINEERING": "ENGR",
    "INSTITUTE": "INST", "DEVELOPMENT": "DEV", "TRADING": "TRDG", "GENERAL": "GEN", "UNIVERSITY": "UNIV",
}  # fmt: skip
LOOKALIKE = dict(zip("ABCEHIKMOPTXaceiopxy", "АВСЕНІКМОРТХасеіорху", strict=True))
DIGIT = {"O": "0", "I": "1", "E": "3", "S": "5", "A": "4", "o": "0", "i": "1", "e": "3", "s": "5", "a": "4"}
ACCENT = {
    "A": "Á",
    "E": "É",
    "I": "Í",
    "O": "Ö",
    "U": "Ü",
    "C": "Ç",
    "N": "Ñ",
    "a": "á",
    "e": "é",
    "o": "ö",
    "u": "ü",
}

_LEGAL_WORD = re.compile(
    r"[,\s]+(co\.?,?\s*ltd\.?|l\.?l\.?c\.?|ltd\.?|limited|inc\.?|gmbh|s\.?a\.?|j\.?s\.?c\.?|plc|corp\.?|corporation|company|co\.?"
    r"|s\.?r\.?l\.?|b\.?v\.?|s\.?a\.? de c\.?v\.?|ltda\.?)\s*$",
    re.IGNORECASE,
)

Draw = random.Random
Alteration = Callable[[str, Draw], str | None]


def legal_form_dropped(name: str, draw: Draw) -> str | None:
    """Take the legal form off the end."""
    bare = _LEGAL_WORD.sub("", name)
    return bare if bare != name and len(bare) > 3 else None


def legal_form_swapped(name: str, draw: Draw) -> str | None:
    """Put another legal form at the end."""
    return f"{_LEGAL_WORD.sub('', name)} {draw.choice(LEGAL)}"


def _long_word(name: str, draw: Draw, letters: int = 5) -> re.Match[str] | None:
    """Return the first word long enough that is neither legal nor generic: the distinctive one, mostly."""
    plain = {word.strip(".") for word in (*LEGAL, *GENERIC, *SHORT)}
    found = [m for m in re.finditer(r"[^\W\d_]+", name) if len(m[0]) >= letters and m[0].upper() not in plain]
    return found[0] if found else None


def _mistype(word: str, draw: Draw) -> str:
    """Change, drop, double or swap one letter behind the first."""
    at = draw.randrange(1, len(word) - 1)
    letter = draw.choice("abcdefghijklmnopqrstuvwxyz")
    letter = letter.upper() if word[at].isupper() else letter
    return draw.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def one_typo(name: str, draw: Draw) -> str | None:
    """One letter wrong in the distinctive word."""
    found = _long_word(name, draw)
    return found and name[: found.start()] + _mistype(found[0], draw) + name[found.end() :]


def two_typos(name: str, draw: Draw) -> str | None:
    """Two letters wrong in the distinctive word."""
    found = _long_word(name, draw, 7)
    if not found:
        return None
    return name[: found.start()] + _mistype(_mistype(found[0], draw), draw) + name[found.end() :]


def order(name: str, draw: Draw) -> str | None:
    """Words in another order, the legal form left at the end."""
    form = _LEGAL_WORD.search(name)
    words = _LEGAL_WORD.sub("", name).split()
    if len(words) < 2:
        return None
    turned = words[1:] + words[:1]
    return " ".join(turned) + (form[0] if form else "")


def joined(name: str, draw: Draw) -> str | None:
    """Two neighbouring words written as one."""
    words = name.split(" ")
    at = [i for i in range(len(words) - 1) if words[i].isalpha() and words[i + 1].isalpha()]
    if not at:
        return None
    i = at[0]
    return " ".join([*words[:i], words[i] + words[i + 1], *words[i + 2 :]])


def split(name: str, draw: Draw) -> str | None:
    """The distinctive word written as two."""
    found = _long_word(name, draw, 6)
    if not found:
        return None
    at = draw.randrange(found.start() + 2, found.end() - 2)
    return f"{name[:at]} {name[at:]}"


def generic_dropped(name: str, draw: Draw) -> str | None:
    """A generic word left out."""
    words = name.split()
    at = [i for i, word in enumerate(words) if word.strip(",.").upper() in {*GENERIC, *SHORT} - {"COMPANY", "LIMITED"}]
    if not at or len(words) < 3:
        return None
    i = draw.choice(at)
    return " ".join(words[:i] + words[i + 1 :])


def generic_added(name: str, draw: Draw) -> str | None:
    """A generic word put before the legal form."""
    form = _LEGAL_WORD.search(name)
    return f"{_LEGAL_WORD.sub('', name)} {draw.choice(GENERIC)}{form[0] if form else ''}"


def abbreviated(name: str, draw: Draw) -> str | None:
    """Every word with a common abbreviation written short."""
    words = [SHORT.get(word.strip(",.").upper(), word) for word in name.split()]
    short = " ".join(words)
    return short if short != name else None


def _some(name: str, draw: Draw, table: dict[str, str]) -> str | None:
    """Change one or two letters of the distinctive word by a table."""
    found = _long_word(name, draw)
    if not found:
        return None
    at = [i for i in range(found.start(), found.end()) if name[i] in table]
    letters = list(name)
    for i in draw.sample(at, min(2, len(at))):
        letters[i] = table[letters[i]]
    return "".join(letters) if at else None


def homoglyph(name: str, draw: Draw) -> str | None:
    """Cyrillic letters that look the same."""
    return _some(name, draw, LOOKALIKE)


def digits_for_letters(name: str, draw: Draw) -> str | None:
    """One letter written as a digit."""
    found = _long_word(name, draw)
    at = [i for i in range(found.start() + 1, found.end()) if name[i] in DIGIT] if found else []
    if not at:
        return None
    i = draw.choice(at)
    return name[:i] + DIGIT[name[i]] + name[i + 1 :]


def accents(name: str, draw: Draw) -> str | None:
    """Letters with accents they do not have."""
    return _some(name, draw, ACCENT)


def hidden_characters(name: str, draw: Draw) -> str | None:
    """Characters nobody sees, inside the distinctive word."""
    found = _long_word(name, draw)
    if not found:
        return None
    at = draw.randrange(found.start() + 1, found.end())
    return name[:at] + draw.choice("\u200b\u200d\u00ad\u2060\ufeff") + name[at:]


def punctuation(name: str, draw: Draw) -> str | None:
    """Hyphens and dots between words, all in lower case."""
    return draw.choice("-._/").join(name.lower().split())


CLASSES: dict[str, Alteration] = {
    function.__name__.replace("_", " "): function
    for function in (
        legal_form_dropped, legal_form_swapped, one_typo, two_typos, order, joined, split, generic_dropped,
        generic_added, abbreviated, homoglyph, digits_for_letters, accents, hidden_characters, punctuation,
    )
}  # fmt: skip
