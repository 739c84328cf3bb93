"""playbookgen list: what a workspace holds."""

from __future__ import annotations

import json
from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.arguments import WORKSPACE
from playbookgen.cli.places import from_here, places_from_here
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.problems import printable
from playbookgen.report.text import columns_wide


@click.command(name="list")
@WORKSPACE
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@common_options
def list_(terminal: Terminal, workspace: Path, as_json: bool) -> int:
    """List the playbooks of a workspace and the maps that can be drawn of each.

    \b
    Examples:
      playbookgen list
      playbookgen list --json
    """
    with places_from_here(workspace):
        checked = pipeline.check(workspace)
    rows = pipeline.overview(checked)
    if as_json:
        listed = [row._asdict() for row in rows]
        terminal.result(json.dumps(listed, ensure_ascii=False, indent=2))
    else:
        for row in rows:
            maps = ", ".join(row.maps) or "no maps"
            title = printable(row.title)
            padding = " " * max(1, 40 - columns_wide(title))
            terminal.result(f"{row.id:24} {row.language:4} {row.client:16} {title}{padding}{maps}")
    terminal.problems(from_here(checked.problems, checked.root))
    return checked.exit_code
