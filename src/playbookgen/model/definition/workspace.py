"""WorkspaceDefinition: what playbookgen.yaml may say."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from playbookgen.model.branding import EVERY
from playbookgen.model.definition.common import Format, Titled
from playbookgen.model.fields import Colour, Entity, Flag, Language, Slug, Text

ThemeName = Literal["classic", "print", "contrast", "brand"]


def _a_pair(colours: list[str]) -> list[str]:
    """A brand's colours: two, the first of which marks the steps."""
    if len(colours) != 2:
        raise ValueError('a brand has two colours, such as ["#0a5c8f", "#e07a1f"]')
    return colours


def _for_all(value: object) -> object:
    """A bare text stands for all audiences, or all languages."""
    return {EVERY: value} if isinstance(value, str) else value


def _an_address(text: str) -> str:
    """A web address that a file's path can be added to."""
    parts = urlsplit(text)
    plain = re.fullmatch(r"https?://[A-Za-z0-9.\-\[\]:]+(/[A-Za-z0-9._~%/\-]*)?", text)
    if not plain or not parts.hostname or parts.username is not None:
        raise ValueError("write a web address such as https://playbooks.example.com/acme/")
    return text.rstrip("/") + "/"


Address = Annotated[Text, AfterValidator(_an_address)]
Worded = Annotated[
    dict[Language, Text],
    BeforeValidator(_for_all, json_schema_input_type=Text | dict[Language, Text]),
]
WordedByAudience = Annotated[
    dict[Slug, Worded],
    BeforeValidator(_for_all, json_schema_input_type=Text | dict[Slug, Worded]),
]
AddressByAudience = Annotated[
    dict[Slug, Address],
    BeforeValidator(_for_all, json_schema_input_type=Text | dict[Slug, Text]),
]


class Brand(Entity):
    """The looks of a firm: what its sites wear, and what the theme `brand` is made from."""

    colours: Annotated[list[Colour], AfterValidator(_a_pair)] | None = Field(
        default=None, json_schema_extra={"minItems": 2, "maxItems": 2}
    )
    """Two colours as “#rrggbb”, in quotes: the first for headers and steps, the second for links
    and decisions."""
    name: Text | None = None
    """The name in the header; the site's and the client's titles if left out."""
    logo: Text | None = None
    """A picture file in the workspace, SVG or PNG, for the header."""
    logo_plate: Flag | None = None
    """Whether the logo stands on a white plate; if left out, where it could not be told from the
    header's colour."""
    favicon: Text | None = None
    """A square picture file, SVG or PNG, for the browser's tab; the logo if left out."""
    footer: Worded | None = None
    """What stands at the foot of every page: a text, or one for each language."""
    confidentiality: WordedByAudience | None = None
    """What stands above every page and at its foot: a text, or one for each audience."""


class Client(Titled):
    """A client, whose site shows its own brand and no other client's."""

    brand: Brand | None = None
    """Its own looks, for its own sites alone; the workspace's if left out."""
    theme: ThemeName | None = None
    """The looks of its maps; brand if it has colours, else the workspace's."""
    site_url: AddressByAudience | None = None
    """Where its folder stands on the web; or, for each audience, where that audience's stands."""


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
    """The workspace's own brand, for clients that have none, the start page and the guide."""
    theme: ThemeName | None = None
    """The looks of maps: classic, print, contrast or brand; brand if there is one, else classic."""
    fonts: list[Text] = Field(default_factory=list)
    """Font files in the workspace, for sites, PNG and PDF. If left out, sites use the reader's
    fonts, PNG and PDF those of the machine."""
    site_url: Address | None = None
    """Where the folder of all sites stands on the web, for canonical links and sitemaps."""
    playbooks: Text = "playbooks"
    """The folder that holds a folder for each playbook."""
    rules: dict[Text, Literal["off", "warning", "error"]] = Field(default_factory=dict)
    """How much a rule weighs here, by its code."""

    def theme_of(self, client: str) -> tuple[ThemeName, list[str] | None]:
        """The theme of a client's maps and the colours to make it from, or the workspace's.

        No client's brand is ever given for another.
        """
        own = self.clients.get(client)
        for looks in (own, self):
            if looks and (looks.theme or (looks.brand and looks.brand.colours)):
                return looks.theme or "brand", self.colours_of(client)
        return "classic", None

    def colours_of(self, client: str) -> list[str] | None:
        """The colours of a client's brand, or of the workspace's."""
        own = self.clients.get(client)
        brands = (own and own.brand, self.brand)
        return next((brand.colours for brand in brands if brand and brand.colours), None)

    def brand_of(self, client: str) -> Brand:
        """The brand of a client's sites: its own, or the workspace's if it has none.

        Name and pictures are never mixed; what else its own leaves out is the workspace's.
        """
        own = self.clients.get(client)
        shared = self.brand or Brand()
        if own is None or own.brand is None:
            return shared
        brand = own.brand
        return brand.model_copy(
            update={
                "colours": self.colours_of(client),
                "footer": brand.footer or shared.footer,
                "confidentiality": brand.confidentiality or shared.confidentiality,
            }
        )

    def address_of(self, client: str, audience: str) -> str:
        """Where the folder of a client's audience stands on the web; empty if nobody says."""
        own = self.clients.get(client)
        stated = (own and own.site_url) or {}
        if audience in stated:
            return stated[audience]
        if EVERY in stated:
            return f"{stated[EVERY]}{audience}/"
        return f"{self.site_url}{client}/{audience}/" if self.site_url else ""
