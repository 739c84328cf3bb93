"""playbookgen schema: the JSON Schema of the authoring format."""

from __future__ import annotations

import click

from playbookgen import pipeline
from playbookgen.cli.terminal import Terminal, common_options


@click.command()
@click.argument("kind", type=click.Choice(["playbook", "library", "workspace"]), default="playbook")
@common_options
def schema(terminal: Terminal, kind: str) -> int:
    """Print the JSON Schema of playbook.yaml, of a library file, or of playbookgen.yaml.

    Editors use it for completion and hover, by the line that starts with yaml-language-server.

    \b
    Examples:
      playbookgen schema > playbooks/playbook.schema.json
      playbookgen schema library > playbooks/library.schema.json
      playbookgen schema workspace > playbookgen.schema.json
    """
    terminal.result(pipeline.schema_text(kind))
    return 0
