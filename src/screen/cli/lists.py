"""`screen list`: what is screened against, what is wrong with it, and where it comes from."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from screen.cli.exit_code import ExitCode
from screen.cli.options import Lists
from screen.cli.output_file import output_file
from screen.errors import ConfigError, ListError
from screen.model import EntityList

lists = typer.Typer(help="Show, search, check and build lists.", no_args_is_help=True, rich_markup_mode=None)


@lists.command("show")
def show(
    entity: Annotated[str | None, typer.Argument(metavar="[ID]", help="An entity to show in full.")] = None,
    lists: Lists = None,
) -> None:
    """Show who is listed, or one entity in full."""
    from screen.cli.list_view import entity_view, overview

    loaded = _loaded(lists)
    if entity is None:
        overview(sys.stdout, (one for each in loaded for one in each.entities), loaded)
        return
    found = [one for each in loaded for one in each.entities if one.id == entity]
    if not found:
        msg = f"no entity {entity!r} in the lists; 'screen list search' finds it by a name"
        raise ConfigError(msg)
    for one in found:
        entity_view(sys.stdout, one)


@lists.command("search")
def search_lists(
    text: Annotated[str, typer.Argument(help="Part of a name or an id, in any case.")],
    lists: Lists = None,
) -> None:
    """Find entities by a part of a name or id. For a judgement on a name use `screen name`."""
    from screen.cli.list_view import overview
    from screen.lists.search import search

    loaded = _loaded(lists)
    found = [one for each in loaded for one in search(each, text)]
    overview(sys.stdout, found, loaded)


@lists.command("lint")
def lint(
    file: Annotated[Path | None, typer.Argument(help="A list file; the embedded list when left out.")] = None,
) -> None:
    """Say what is wrong with a list file: file, line, column, field, and what to do."""
    from screen.lists import embedded_path, load_list
    from screen.lists import lint as faults_of

    path = file or embedded_path()
    faults = faults_of(path)
    for fault in faults:
        typer.echo(str(fault))
    if faults:
        raise typer.Exit(ExitCode.INCOMPLETE)
    typer.echo(f"{path}: {len(load_list(path).entities)} entities, no faults")


@lists.command("build")
def build(
    seeds: Annotated[Path, typer.Argument(help="The folder of fact sheets.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The list file to write or check.")] = Path(
        "entities.yaml"
    ),
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 2 when the file is out of date.")
    ] = False,
) -> None:
    """Build a list file from fact sheets."""
    from screen.lists.build import build as text_from

    text = text_from(seeds)
    if not check:
        with output_file(output) as file:
            file.write(text)
        output.chmod(0o644)
    elif not output.is_file() or output.read_text(encoding="utf-8") != text:
        msg = f"{output}: out of date; run 'screen list build {seeds} -o {output}'"
        raise ListError(msg)
    typer.echo(f"{output}: {'up to date' if check else 'built'}")


def _loaded(files: list[Path] | None) -> list[EntityList]:
    """Return the lists asked for, the embedded one when none is."""
    from screen.lists import load_list

    return [load_list(path) for path in files] if files else [load_list()]
