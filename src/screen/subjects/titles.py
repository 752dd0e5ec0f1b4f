"""The titles by which a column tells that it holds names, ids or countries: the table and how it is read."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Role(StrEnum):
    """What a column is for."""

    NAME = "name"
    ID = "id"
    COUNTRY = "country"


def title_key(title: str) -> str:
    """Return what a title is compared by: its letters and digits, without case, accents, blanks and signs.

    A title of signs only, such as `%`, is compared as it stands; a blank one has the key "".
    """
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(char for char in plain if char.isalnum()) or title.strip()


@cache
def known_titles() -> Mapping[Role, Mapping[str, int]]:
    """Return role -> title key -> rank, 1 the best.

    Raises:
        ValueError: the table gives one title two ranks, or knows another role.
    """
    titles: dict[Role, dict[str, int]] = {role: {} for role in Role}
    table = files(__package__).joinpath("column_titles.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line and not line.startswith("#"):
            role, spellings, rank = line.split("\t")
            for key in map(title_key, spellings.split("|")):
                if titles[Role(role)].setdefault(key, int(rank)) != int(rank):
                    msg = f"column_titles.tsv: {key} has two ranks as {role}"
                    raise ValueError(msg)
    return titles
