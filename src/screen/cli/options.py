"""The options that commands share, described once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from screen.model import EntityType


class NameFormat(StrEnum):
    """Reports of `screen name`."""

    TABLE = "table"
    JSONL = "jsonl"


class BatchFormat(StrEnum):
    """Reports of `screen batch`."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


Threshold = Annotated[
    float | None,
    typer.Option(help="Score that makes a hit, above 0 and at most 100. [default: 80]", show_default=False),
]
Lists = Annotated[
    list[Path] | None,
    typer.Option("--list", help="A list file to screen against beside the embedded list. Repeatable."),
]
NoEmbedded = Annotated[bool, typer.Option("--no-embedded", help="Leave the embedded list out.")]
Country = Annotated[str | None, typer.Option(help="Country of the subject: a name or an ISO code.")]
Type = Annotated[EntityType | None, typer.Option("--type", help="Kind of party the subject is.")]
Explain = Annotated[bool, typer.Option("--explain", help="Show every comparison, word by word.")]
ConfigFile = Annotated[Path | None, typer.Option("--config", help="A configuration file instead of the one found.")]
