"""What a view of a workspace is: a kind of map that shows all its playbooks at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playbookgen.model.diagram import Diagram
from playbookgen.model.playbook import Edition


@dataclass(frozen=True, slots=True)
class WorkspaceEditions:
    """All editions of a workspace, under its title, for readers of its language."""

    title: str
    language: str
    editions: tuple[Edition, ...]


@dataclass(frozen=True, slots=True)
class WorkspaceView:
    """One kind of map of a whole workspace."""

    kind: str
    """Its name on the command line, and the ref of its only diagram."""
    draw: Callable[[WorkspaceEditions], Diagram]
