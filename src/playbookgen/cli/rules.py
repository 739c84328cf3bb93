"""playbookgen rules: what playbooks are judged by."""

from __future__ import annotations

import click

from playbookgen.cli.terminal import Terminal, common_options
from playbookgen.pipeline.rules import all_rules, page_of_rule


@click.command()
@click.argument("code", required=False)
@common_options
def rules(terminal: Terminal, code: str | None) -> int:
    """List the rules that playbooks are judged by, or explain the one with this CODE.

    \b
    Examples:
      playbookgen rules
      playbookgen rules PB415
    """
    if code:
        terminal.result(page_of_rule(code))
        return 0
    for rule in all_rules():
        terminal.result(f"{rule.code}  {rule.severity.value:8} {rule.title}")
    return 0
