"""Countries as people write them -> ISO 3166-1 alpha-2 codes."""

from functools import cache

from screen.model import WordKind
from screen.names.lexicon import lexicon
from screen.names.reading import read
from screen.names.tables import rows

_TELLING = frozenset({WordKind.DISTINCTIVE, WordKind.NUMBER})
_OTHER_CODES = {"EL": "GR", "UK": "GB"}
"""Codes in use that ISO 3166-1 does not give: those of the European Union."""


def country_code(text: str) -> str | None:
    """Return the alpha-2 code of a country given as a code, a name or an adjective; None when it is none.

    >>> country_code("P.R. China"), country_code("chn"), country_code("中国"), country_code("Erewhon")
    ('CN', 'CN', 'CN', None)
    """
    code = text.strip().upper()
    if code in _OTHER_CODES or code in _alpha2():
        return _OTHER_CODES.get(code, code)
    if code in _alpha3():
        return _alpha3()[code]
    return _by_name(text)


def _by_name(text: str) -> str | None:
    """Return the code of the only country a text names."""
    places = lexicon().places
    named = {place.country for word in read(text).words if (place := places.get(word.key)) and not place.within}
    other = [word for word in read(text).words if word.key not in places and word.kind in _TELLING]
    return named.pop() or None if len(named) == 1 and not other else None


@cache
def _alpha2() -> frozenset[str]:
    return frozenset(row.canonical.upper() for row in rows("country_codes"))


@cache
def _alpha3() -> dict[str, str]:
    return {code.upper(): row.canonical.upper() for row in rows("country_codes") for code in row.variants}
