"""Editions grouped into compartments: client × audience, each a site of its own."""

from __future__ import annotations

from collections.abc import Iterable

from playbookgen.model.definition import WorkspaceDefinition
from playbookgen.model.playbook import Compartment, Edition

INTERNAL = "internal"


def compartments_of(
    workspace: WorkspaceDefinition, editions: Iterable[Edition]
) -> tuple[Compartment, ...]:
    """The compartments of a workspace by client and audience; the owner's holds the portal."""
    every = tuple(editions)
    keys = {(edition.client, edition.audience) for edition in every}
    if workspace.owner and every:
        keys.add((workspace.owner, INTERNAL))
    return tuple(_compartment(workspace, key, every) for key in sorted(keys))


def _compartment(
    workspace: WorkspaceDefinition, key: tuple[str, str], every: tuple[Edition, ...]
) -> Compartment:
    client, audience = key
    named = workspace.clients.get(client)
    return Compartment(
        client=client,
        audience=audience,
        title=named.title if named else workspace.title,
        site_title=workspace.title,
        language=workspace.language,
        editions=tuple(item for item in every if (item.client, item.audience) == key),
        portal=every if key == (workspace.owner, INTERNAL) else (),
    )
