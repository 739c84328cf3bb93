"""playbookgen draw: one map as a file."""

from __future__ import annotations

from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.arguments import ENGINE
from playbookgen.cli.places import from_here, places_from_here
from playbookgen.cli.terminal import Terminal, common_options


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
@click.option("--width", type=click.IntRange(16, 16000), help="Width of a PNG in pixels.")
@click.option(
    "--scale",
    type=click.FloatRange(0.1, 10),
    default=2.0,
    show_default=True,
    help="Scale of a PNG.",
)
@click.option(
    "--font",
    "fonts",
    type=click.Path(path_type=Path, dir_okay=False),
    multiple=True,
    help="A font file for PNG and PDF; may be given several times.",
)
@ENGINE
@common_options
def draw(
    terminal: Terminal,
    playbook: str,
    kind: str,
    output: Path,
    workspace: Path,
    width: int | None,
    scale: float,
    fonts: tuple[Path, ...],
    engine: str,
) -> int:
    """Draw one map of PLAYBOOK as SVG, PNG, PDF or DOT.

    KIND is process, timeline, or stage:ID for one stage's map.
    A map of the whole workspace, portfolio, is named without a playbook.

    \b
    Examples:
      playbookgen draw acme process -o acme.svg
      playbookgen draw acme stage:closing -o closing.png --width 1920
      playbookgen draw acme timeline -o journey.pdf
      playbookgen draw portfolio -o portfolio.svg
    """
    order = pipeline.DrawOrder(
        playbook=playbook if kind else "",
        kind=kind or playbook,
        output=output,
        width=width,
        scale=scale,
        fonts=fonts,
        engine=engine,
    )
    with places_from_here(workspace):
        drawn = pipeline.draw(workspace, order)
    terminal.problems(from_here(drawn.problems, drawn.root))
    terminal.note(f"Drawn {output}")
    return 0
