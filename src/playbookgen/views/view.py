"""What a view is: a kind of map, what it can show of an edition, and how it is drawn up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playbookgen.model.diagram import Diagram
from playbookgen.model.playbook import Edition


@dataclass(frozen=True, slots=True)
class View:
    """One kind of map."""

    kind: str
    """Its name on the command line."""
    subjects: Callable[[Edition], tuple[str, ...]]
    """The refs of the diagrams that it can draw of an edition; none where there is nothing."""
    draw: Callable[[Edition, str], Diagram]
    """The diagram of one of its subjects."""
    section: str = "stages"
    """The key of a definition below which it says what these maps show.

    Empty where the ref of each diagram is the path of that.
    """
