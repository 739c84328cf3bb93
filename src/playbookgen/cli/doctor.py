"""playbookgen doctor: what is installed, what is missing, and how to get it."""

from __future__ import annotations

import click

from playbookgen import pipeline
from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.problems import ExitCode


@click.command()
@common_options
def doctor(terminal: Terminal) -> int:
    """Say what is installed, which engine and fonts are found, and what is missing.

    \b
    Example:
      playbookgen doctor
    """
    findings = pipeline.doctor()
    for finding in findings:
        mark = "ok     " if finding.ok else ("missing" if finding.needed else "absent ")
        terminal.result(f"{mark}  {finding.name}: {finding.found}")
        if finding.cure:
            terminal.result(f"         {finding.cure}")
    broken = any(finding.needed and not finding.ok for finding in findings)
    return ExitCode.ENGINE if broken else ExitCode.OK
