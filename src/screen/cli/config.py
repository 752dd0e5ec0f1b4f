"""Settings from a file and the environment, below the flags: what they may be and where they are looked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from screen.errors import ConfigError

PREFIX = "SCREEN_"


@dataclass(frozen=True, slots=True)
class Config:
    """What a file or the environment may set; None where it says nothing."""

    threshold: float | None = None
    lists: tuple[Path, ...] | None = None
    """List files to screen against beside the embedded one; relative to the file that names them."""
    embedded: bool | None = None
    """Whether to screen against the embedded list; true by default."""
    format: str | None = None
    weak_aliases: str | None = None
    """`exact` or `full`."""


KEYS = tuple(field.name for field in fields(Config))


def load_config(folder: Path, environ: Mapping[str, str], file: Path | None = None) -> Config:
    """Return the settings of `file`, or of the nearest one from `folder` up, under those of the environment.

    Raises:
        ConfigError: a file cannot be read, a key is unknown, a value is of the wrong kind.
    """
    found = from_file(file) if file else next(nearest(folder), Config())
    said = from_environment(environ, folder)
    given = {key: getattr(said, key) for key in KEYS if getattr(said, key) is not None}
    return replace(found, **given)


def nearest(folder: Path) -> Iterator[Config]:
    """Yield the settings of each configuration file from `folder` up to the git root, the nearest first.

    In one folder `screen.toml` goes before `pyproject.toml`.
    """
    for place in (folder, *folder.parents):
        own, project = place / "screen.toml", place / "pyproject.toml"
        if own.is_file():
            yield from_file(own)
        elif project.is_file() and (table := _read(project).get("tool", {}).get("screen")) is not None:
            yield _config(table, str(project), place)
        if (place / ".git").exists():
            return


def from_file(path: Path) -> Config:
    """Return the settings of one file: of its `[tool.screen]` when it is a `pyproject.toml`."""
    table = _read(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("screen", {})
    return _config(table, str(path), path.parent)


def from_environment(environ: Mapping[str, str], folder: Path) -> Config:
    """Return the settings of the `SCREEN_…` variables; list paths are relative to `folder`."""
    table: dict[str, Any] = {}
    for name, text in environ.items():
        if name.startswith(PREFIX):
            key = name.removeprefix(PREFIX).lower()
            table[key] = _from_text(key, text, name)
    return _config(table, "environment", folder, PREFIX)


def _from_text(key: str, text: str, name: str) -> Any:  # noqa: ANN401  (checked by `_config`)
    """Return the value a variable's text stands for."""
    import os

    match key:
        case "threshold":
            try:
                return float(text)
            except ValueError:
                msg = f"environment: {name} is {text!r}: give a number above 0 and at most 100"
                raise ConfigError(msg) from None
        case "lists":
            return [part for part in text.split(os.pathsep) if part]
        case "embedded":
            return {"1": True, "true": True, "0": False, "false": False}.get(text.lower(), text)
        case _:
            return text


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        msg = f"{path}: cannot be read: {error.strerror}"
        raise ConfigError(msg) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{path}: no valid TOML: {error}"
        raise ConfigError(msg) from error


def _config(table: Any, source: str, folder: Path, prefix: str = "") -> Config:  # noqa: ANN401  (parsed TOML)
    """Check a table key by key."""
    if not isinstance(table, dict):
        msg = f"{source}: [tool.screen] is no table"
        raise ConfigError(msg)
    settings: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise ConfigError(_unknown(key, source, prefix))
        settings[key] = _checked(key, value, f"{source}: {_spelled(key, prefix)}", folder)
    return Config(**settings)


def _unknown(key: str, source: str, prefix: str) -> str:
    from difflib import get_close_matches  # loaded only for a fault

    near = get_close_matches(key, KEYS, n=1, cutoff=0.0)
    return f"{source}: unknown key {_spelled(key, prefix)!r}; did you mean {_spelled(near[0], prefix)!r}?"


def _spelled(key: str, prefix: str) -> str:
    return f"{prefix}{key.upper()}" if prefix else key


def _checked(key: str, value: Any, where: str, folder: Path) -> Any:  # noqa: ANN401  (checked here)
    """Return the value of a key in the form it is used in, or say what it should be."""
    match key, value:
        case "threshold", bool():
            pass
        case "threshold", int() | float() if 0 < value <= 100:
            return float(value)
        case "lists", list() if all(isinstance(item, str) for item in value):
            return tuple(folder / item for item in value)
        case "embedded", bool():
            return value
        case "format", "table" | "jsonl" | "csv":
            return value
        case "weak_aliases", "exact" | "full":
            return value
    wanted = {
        "threshold": "a number above 0 and at most 100",
        "lists": "a list of paths",
        "embedded": "true or false",
        "format": "table, jsonl or csv",
        "weak_aliases": "exact or full",
    }
    msg = f"{where} is {value!r}: give {wanted[key]}"
    raise ConfigError(msg)
