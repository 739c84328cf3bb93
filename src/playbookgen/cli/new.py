"""playbookgen new: a commented beginning at the right place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from playbookgen import pipeline
from playbookgen.cli.terminal import Terminal, common_options

_TITLE = click.option("--title", default="", help="Its name; made from the id if left out.")
_WORKSPACE = click.option(
    "-w",
    "--workspace",
    type=click.Path(path_type=Path),
    default=".",
    help="The folder with playbookgen.yaml; the current one or one above it if left out.",
)


@click.group()
def new() -> None:
    """Add a commented beginning of a playbook, stage, technology or role.

    It goes to its place in the right file; everything that is there stays byte for byte.

    \b
    Examples:
      playbookgen new playbook acme --title "How Acme sells"
      playbookgen new stage acme closing --after offer
      playbookgen new role acme sales-director
    """


@new.command()
@click.argument("id_", metavar="ID")
@_TITLE
@click.option("--client", default="", help="The client's id; the workspace's owner if left out.")
@_WORKSPACE
@common_options
def playbook(terminal: Terminal, id_: str, title: str, client: str, workspace: Path) -> int:
    """Write a playbook of one stage.

    \b
    Example:
      playbookgen new playbook acme --title "How Acme sells"
    """
    _say(terminal, pipeline.new_playbook(workspace, id_, title=title, client=client))
    return 0


def _item_command(command: Callable[..., Any]) -> Callable[..., Any]:
    """Makes a command that adds an item of the kind that it is named after."""

    @click.argument("playbook")
    @click.argument("id_", metavar="ID")
    @_TITLE
    @click.option(
        "--after", default="", metavar="ID", help="The item it follows; last if left out."
    )
    @_WORKSPACE
    @common_options
    def add(
        terminal: Terminal, playbook: str, id_: str, title: str, after: str, workspace: Path
    ) -> int:
        kind = command.__name__
        _say(
            terminal,
            pipeline.new_item(workspace, kind, playbook, id_, title=title, after=after),
        )
        return 0

    return new.command(name=command.__name__, help=command.__doc__)(add)


@_item_command
def stage() -> None:
    """Add a stage to PLAYBOOK.

    \b
    Example:
      playbookgen new stage acme closing --after offer --title "Closing"
    """


@_item_command
def technology() -> None:
    """Add a technology to PLAYBOOK.

    \b
    Example:
      playbookgen new technology acme deal-plan --title "Deal plan"
    """


@_item_command
def role() -> None:
    """Add a role to PLAYBOOK.

    \b
    Example:
      playbookgen new role acme sales-director --title "Sales director"
    """


def _say(terminal: Terminal, added: pipeline.Added) -> None:
    terminal.note(f"Written {added.shown}:{added.line}")
    if added.hint:
        terminal.note(added.hint)
    terminal.note("Fill it in, then run: playbookgen check")
