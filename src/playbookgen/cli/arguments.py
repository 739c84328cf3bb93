"""Arguments that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

WORKSPACE = click.argument(
    "workspace", type=click.Path(path_type=Path), default=".", metavar="[WORKSPACE]"
)
"""The folder with playbookgen.yaml, or one below it."""
FORMAT = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How problems are written.",
)
ENGINE = click.option(
    "--engine",
    type=click.Choice(["bundled", "dot"]),
    default="bundled",
    show_default=True,
    help="Graphviz as it comes with playbookgen, or the dot command on your PATH.",
)
JOBS = click.option(
    "-j", "--jobs", type=click.IntRange(1, 64), help="Drawing processes; one a core if left out."
)
