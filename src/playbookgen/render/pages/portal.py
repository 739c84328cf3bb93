"""Where the owner's internal site leads: the addresses of all playbooks of the workspace."""

from __future__ import annotations

from playbookgen.model.playbook import Compartment, Edition

PORTAL_KEY = "workspace/"
"""What the keys of maps begin with that show a whole workspace."""
PORTAL_ROOM = 1360.0
"""The width in px that the start page of a portal has for its maps."""


def portal_links(compartment: Compartment) -> dict[str, str]:
    """The relative link from a compartment's start page to each playbook of its portal."""
    return {item.ref: portal_address(compartment, item) for item in compartment.portal}


def portal_address(compartment: Compartment, edition: Edition) -> str:
    """The relative link from a compartment's start page to a playbook of this or another one."""
    inside = f"{edition.language}/{edition.id}/"
    if (edition.client, edition.audience) == (compartment.client, compartment.audience):
        return inside
    return f"../../{edition.client}/{edition.audience}/{inside}"
