"""The playbook that a command names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from playbookgen.problems import Location, Problem, UsageError, printable
from playbookgen.validate import did_you_mean

UNKNOWN_PLAYBOOK = "PB801"


class Named(Protocol):
    """What has the id of a playbook."""

    @property
    def id(self) -> str:
        """The name of its folder."""
        ...


Item = TypeVar("Item", bound=Named)


def playbook_named(items: Iterable[Item], id_: str, *, location: Location) -> Item:
    """The one with this id. Raises UsageError, located at what named it, where there is none."""
    by_id = {item.id: item for item in items}
    if id_ in by_id:
        return by_id[id_]
    message = f"There is no playbook “{printable(id_)}” in this workspace"
    cure = did_you_mean(id_, by_id) or "Run playbookgen list."
    raise UsageError(Problem(UNKNOWN_PLAYBOOK, message, location, cure))
