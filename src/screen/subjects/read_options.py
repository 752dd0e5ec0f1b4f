"""What a person may say about a file of subjects when the guess is wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Each None is found out. Columns are given by title or 1-based number, a sheet by name or number."""

    column: str | None = None
    id_column: str | None = None
    country_column: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
