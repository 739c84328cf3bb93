"""playbookgen serve: the sites while they are written."""

from __future__ import annotations

import webbrowser
from collections.abc import Sequence
from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.arguments import ENGINE, JOBS, WORKSPACE
from playbookgen.cli.places import seen_from_here
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.problems import ExitCode, Problem
from playbookgen.report import as_text


@click.command()
@WORKSPACE
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port of this machine; 0 takes any that is free.",
)
@click.option("--open", "opened", is_flag=True, help="Open the site in the browser.")
@ENGINE
@JOBS
@common_options
def serve(
    terminal: Terminal, workspace: Path, port: int, opened: bool, engine: str, jobs: int | None
) -> int:
    """Show the sites of a workspace in the browser, and each save of a source at once.

    They are built into a temporary folder and served to this machine alone, until Ctrl-C.
    A mistake appears in the page and here; the next save without one takes it away.

    \b
    Examples:
      playbookgen serve --open
      playbookgen serve clients/acme --port 8080
    """

    def from_here(problems: Sequence[Problem]) -> tuple[Problem, ...]:
        return seen_from_here(problems, workspace)

    def ready(address: str) -> None:
        served.append(address)
        if opened:
            webbrowser.open(address)

    served: list[str] = []
    front = pipeline.Front(
        describe=lambda problems: as_text(from_here(problems)),
        problems=lambda problems: terminal.problems(from_here(problems)),
        note=terminal.note,
        ready=ready,
    )
    try:
        pipeline.serve(workspace, front, port=port, engine=engine, jobs=jobs)
    except KeyboardInterrupt:
        if not served:
            raise
        terminal.note("Stopped serving")
    return ExitCode.INTERRUPTED
