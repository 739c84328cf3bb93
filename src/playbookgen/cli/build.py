"""playbookgen build: maps and sites of a workspace."""

from __future__ import annotations

from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.arguments import ENGINE, FORMAT, JOBS, WORKSPACE
from playbookgen.cli.places import from_here, places_from_here
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.report import REPORTER_BY_FORMAT


@click.command()
@WORKSPACE
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the sites go; site/public in the workspace if left out.",
)
@FORMAT
@ENGINE
@click.option(
    "--builder",
    type=click.Choice(["material", "properdocs", "zensical"]),
    default="material",
    show_default=True,
    help="What turns the pages into HTML; the others are installed as playbookgen[NAME].",
)
@JOBS
@common_options
def build(
    terminal: Terminal,
    workspace: Path,
    output: Path | None,
    format_: str,
    engine: str,
    builder: str,
    jobs: int | None,
) -> int:
    """Check a workspace, draw its maps and build its sites.

    A site appears whole or not at all; one with a mistake is held back, the others are published.

    \b
    Examples:
      playbookgen build
      playbookgen build clients/acme --output public
    """
    with terminal.progress() as say, places_from_here(workspace):
        built = pipeline.build(
            workspace, output=output, engine=engine, builder=builder, jobs=jobs, say=say
        )
    problems = from_here(built.problems, built.root)
    if format_ == "text":
        terminal.problems(problems)
    else:
        terminal.result(REPORTER_BY_FORMAT[format_](problems))
    for site in built.published:
        terminal.note(f"Published {site}")
    for compartment in built.held_back:
        terminal.note(f"Held back {compartment}: see its problems above")
    return built.exit_code
