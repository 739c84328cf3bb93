"""WorkspaceDefinition: what playbookgen.yaml may say."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from playbookgen.model.definition.common import Format, Titled
from playbookgen.model.fields import Entity, Language, Slug, Text


class WorkspaceDefinition(Entity):
    """The file playbookgen.yaml at the root of a workspace."""

    format: Format
    """The version of this format: 1."""
    title: Text
    """The name of the published site."""
    language: Language = "en"
    """The language of the start page."""
    owner: Slug | None = None
    """The client id of the workspace's owner, whose internal site lists every playbook."""
    audiences: dict[Slug, Titled] = Field(default_factory=dict)
    """Who may read, from the narrowest to the widest; internal, client, public if left out."""
    clients: dict[Slug, Titled] = Field(default_factory=dict)
    """The clients' names by id, as their start pages show them."""
    playbooks: Text = "playbooks"
    """The folder that holds a folder for each playbook."""
    rules: dict[Text, Literal["off", "warning", "error"]] = Field(default_factory=dict)
    """How much a rule weighs here, by its code."""
