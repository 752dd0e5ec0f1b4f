"""Identifiers as they are compared: separators out, checksums checked by python-stdnum."""

from importlib import import_module

from screen.model import Identifier

_STDNUM = {
    "lei": "stdnum.lei",  # Legal Entity Identifier, ISO 17442
    "imo": "stdnum.imo",  # ship number of the International Maritime Organization
    "bic": "stdnum.bic",  # ISO 9362
    "isin": "stdnum.isin",  # ISO 6166
    "uscc": "stdnum.cn.uscc",  # Unified Social Credit Code, GB 32100-2015
    "inn": "stdnum.ru.inn",  # Russian taxpayer number
    "ogrn": "stdnum.ru.ogrn",  # Russian register of legal entities
}
"""Kinds whose checksum is known; any other kind is taken as it is."""


def identifier(kind: str, value: str) -> Identifier:
    """Return the identifier in the form it is compared in.

    Raises:
        ValueError: the value is empty, or its checksum is wrong for its kind.
    """
    found = compact(kind, value)
    if not found.value:
        msg = f"identifier of kind {found.kind!r} is empty"
        raise ValueError(msg)
    if module := _STDNUM.get(found.kind):
        _validate(module, found)
    return found


def compact(kind: str, value: str) -> Identifier:
    """Return the identifier in the form it is compared in, its checksum not looked at."""
    kind = kind.strip().casefold()
    letters = "".join(char for char in value.upper() if char.isalnum())
    return Identifier(kind, letters.removeprefix("IMO") if kind == "imo" else letters)


def _validate(module: str, given: Identifier) -> None:
    from stdnum.exceptions import ValidationError

    try:
        import_module(module).validate(given.value)
    except ValidationError as error:
        msg = f"{given.value} is no {given.kind.upper()}: {error}"
        raise ValueError(msg) from None
