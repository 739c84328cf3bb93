"""WorkspaceDefinition: what playbookgen.yaml may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from playbookgen.model.definition.common import Format, Titled
from playbookgen.model.fields import Colour, Entity, Language, Slug, Text

ThemeName = Literal["classic", "print", "contrast", "brand"]


def _a_pair(colours: list[str]) -> list[str]:
    """A brand's colours: two, the first of which marks the steps."""
    if len(colours) != 2:
        raise ValueError('a brand has two colours, such as ["#0a5c8f", "#e07a1f"]')
    return colours


class Brand(Entity):
    """The looks of a firm, from which the theme `brand` is made."""

    colours: Annotated[list[Colour], AfterValidator(_a_pair)] = Field(
        json_schema_extra={"minItems": 2, "maxItems": 2}
    )
    """Two colours as “#rrggbb”, in quotes: the first for steps, the second for decisions."""


class Client(Titled):
    """A client, whose site shows its own brand and no other client's."""

    brand: Brand | None = None
    """Its own two colours, for the maps of its own sites alone."""
    theme: ThemeName | None = None
    """The looks of its maps; brand if it has one, else the workspace's."""


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
    clients: dict[Slug, Client] = Field(default_factory=dict)
    """The clients' names by id, as their start pages show them."""
    brand: Brand | None = None
    """The two colours of the workspace's own brand, for clients that have none."""
    theme: ThemeName | None = None
    """The looks of maps: classic, print, contrast or brand; brand if there is one, else classic."""
    fonts: list[Text] = Field(default_factory=list)
    """Font files in the workspace, for PNG and PDF; fonts of the machine if left out."""
    playbooks: Text = "playbooks"
    """The folder that holds a folder for each playbook."""
    rules: dict[Text, Literal["off", "warning", "error"]] = Field(default_factory=dict)
    """How much a rule weighs here, by its code."""

    def theme_of(self, client: str) -> tuple[ThemeName, Brand | None]:
        """The theme of a client's maps and the brand to make it from: its own, or the workspace's.

        No client's brand is ever given for another.
        """
        own = self.clients.get(client)
        for looks in (own, self):
            if looks and (looks.theme or looks.brand):
                return looks.theme or "brand", looks.brand or self.brand
        return "classic", None
