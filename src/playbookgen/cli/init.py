"""playbookgen init: a workspace that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.terminal import Terminal, common_options


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--title", default="Our playbooks", show_default=True, help="The site's name.")
@common_options
def init(terminal: Terminal, folder: Path, title: str) -> int:
    """Write a small workspace with one playbook; files that are there are never touched.

    \b
    Examples:
      playbookgen init
      playbookgen init clients --title "Playbooks of our clients"
    """
    for path in pipeline.init(folder, title=title):
        terminal.note(f"Written {path}")
    terminal.note(f"Now run: playbookgen build {folder}")
    return 0
