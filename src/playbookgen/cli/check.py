"""playbookgen check: every problem of a workspace."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from playbookgen import pipeline
from playbookgen.cli.arguments import FORMAT, WORKSPACE
from playbookgen.cli.places import from_here, places_from_here
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.pipeline.rules import rule_titles
from playbookgen.report import REPORTER_BY_FORMAT, as_text
from playbookgen.report.steps import next_steps
from playbookgen.report.text import summary


@click.command()
@WORKSPACE
@FORMAT
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Judge reviews by this day; by as_of in each playbook if left out.",
)
@common_options
def check(terminal: Terminal, workspace: Path, format_: str, today: datetime | None) -> int:
    """Check every playbook of a workspace and name all problems at once.

    \b
    Examples:
      playbookgen check
      playbookgen check clients/acme --format github
      playbookgen check --today 2026-03-31
    """
    with terminal.progress() as say, places_from_here(workspace):
        checked = pipeline.check(workspace, say=say, today=today.date() if today else None)
    problems = from_here(checked.problems, checked.root)
    if format_ == "text":
        text = as_text(problems, color=terminal.in_color(sys.stdout))
    else:
        text = REPORTER_BY_FORMAT[format_](problems)
    if text:
        terminal.result(text)
    count = len(checked.playbooks)
    playbooks = f"{count} playbook{'' if count == 1 else 's'}"
    terminal.note(f"{playbooks} checked: {summary(problems)}")
    if format_ == "text":
        for line in next_steps(problems, rule_titles()):
            terminal.note(line)
    return checked.exit_code
