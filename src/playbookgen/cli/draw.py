"""playbookgen draw: one map as a file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from playbookgen import pipeline
from playbookgen.cli.arguments import ENGINE
from playbookgen.cli.places import from_here, places_from_here
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.problems import ExitCode, PlaybookgenError, UsageError


@click.command()
@click.argument("playbook")
@click.argument("kind", default="")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="The file to write; its ending chooses the format: svg, png, pdf or dot.",
)
@click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path),
    default=".",
    help="The folder with playbookgen.yaml; the current one or one above it if left out.",
)
@click.option(
    "--theme",
    type=click.Choice(["classic", "print", "contrast", "brand"]),
    help="The looks; the workspace's choice if left out.",
)
@click.option("--lang", "language", default="", help="The language of the edition, such as en.")
@click.option("--sales-type", default="", help="Draw what holds for one sales type.")
@click.option(
    "--width",
    type=click.IntRange(240, 8000),
    default=1120,
    show_default=True,
    help="The room in px that the map is laid out for: 360 fits a phone.",
)
@click.option("--pixels", type=click.IntRange(16, 16000), help="Exact width of a PNG in pixels.")
@click.option(
    "--scale",
    type=click.FloatRange(0.1, 10),
    help="Size of a PNG (2 if left out) or of a PDF's page (1 if left out).",
)
@click.option(
    "--font",
    "fonts",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="A font file for PNG and PDF; may be given several times.",
)
@click.option(
    "--title/--no-title",
    "has_title",
    default=True,
    help="Title, client, version, status and date above the map; they are there if left out.",
)
@click.option("--watch", is_flag=True, help="Draw again at each change, until Ctrl-C.")
@ENGINE
@common_options
def draw(
    terminal: Terminal, playbook: str, kind: str, workspace: Path, watch: bool, **options: Any
) -> int:
    """Draw one map of PLAYBOOK as SVG, PNG, PDF or DOT.

    KIND names the map, such as process, swimlane:role, timeline, or stage:ID for one stage's;
    playbookgen list says which maps each playbook has.
    A map of the whole workspace, portfolio, is named without a playbook.

    \b
    Examples:
      playbookgen draw acme process -o acme.svg
      playbookgen draw acme stage:closing -o closing.png --pixels 1920
      playbookgen draw acme timeline -o journey.pdf
      playbookgen draw portfolio -o portfolio.svg
      playbookgen draw acme process -o print.pdf --theme print --sales-type project
      playbookgen draw acme process -o acme.svg --watch
    """
    order = pipeline.DrawOrder(
        playbook=playbook if kind else "",
        kind=kind or playbook,
        **{**options, "theme": options["theme"] or ""},
    )
    if watch:
        return _watch(terminal, workspace, order)
    _draw(terminal, workspace, order)
    return ExitCode.OK


def _draw(terminal: Terminal, workspace: Path, order: pipeline.DrawOrder) -> None:
    with places_from_here(workspace):
        drawn = pipeline.draw(workspace, order)
    terminal.problems(from_here(drawn.problems, drawn.root))
    terminal.note(f"Drawn {order.output}")


def _watch(terminal: Terminal, workspace: Path, order: pipeline.DrawOrder) -> int:
    """Draws now and at each change; what is wrong is said, and the next change may mend it."""
    is_first = True
    with suppress(KeyboardInterrupt), pipeline.source_watch(workspace) as watch:
        while True:
            try:
                _draw(terminal, workspace, order)
            except PlaybookgenError as error:
                if is_first and isinstance(error, UsageError):
                    raise
                terminal.problems(error.problems)
            if is_first:
                terminal.note("Watching for changes; Ctrl-C ends it")
            is_first = False
            watch.wait()
    terminal.note("Stopped watching")
    return ExitCode.INTERRUPTED
