"""The brands of a workspace: their pictures checked once, and what each client's site wears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from playbookgen import load, render
from playbookgen.model.branding import EVERY, BrandPicture, SiteBrand
from playbookgen.model.definition import Brand, WorkspaceDefinition
from playbookgen.model.playbook import Compartment
from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.problems import Problem, RefusedError

WORKSPACE = ""
"""Whose brand it is, if no client's."""


@dataclass(frozen=True, slots=True)
class Brands:
    """The pictures of all brands by their owner and key, and what is wrong with others."""

    pictures: Mapping[tuple[str, str], BrandPicture] = field(default_factory=dict)
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By the owner of the brand."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        return tuple(problem for each in self.faults.values() for problem in each)


def brands_of(root: Path, workspace: WorkspaceDefinition, document: SourceDocument) -> Brands:
    """The brands that the settings of the workspace at `root` describe."""
    pictures: dict[tuple[str, str], BrandPicture] = {}
    faults: dict[str, tuple[Problem, ...]] = {}
    for owner, key, name in _named(workspace):
        path = ("clients", owner, "brand", key) if owner else ("brand", key)
        try:
            pictures[owner, key] = _picture(root, name, document, path)
        except RefusedError as error:
            faults[owner] = (*faults.get(owner, ()), *error.problems)
    return Brands(pictures, faults)


def owner_of(workspace: WorkspaceDefinition, client: str) -> str:
    """Whose brand a client's sites wear: its own, or the workspace's."""
    own = workspace.clients.get(client)
    return client if own and own.brand else WORKSPACE


def site_brand(
    workspace: WorkspaceDefinition, brands: Brands, *, client: str, audience: str
) -> SiteBrand:
    """What the site of a client's audience wears."""
    brand = workspace.brand_of(client)
    owner = owner_of(workspace, client)
    logo = brands.pictures.get((owner, "logo"))
    lines = brand.confidentiality or {}
    return SiteBrand(
        logo=logo,
        favicon=brands.pictures.get((owner, "favicon"), logo),
        footer=brand.footer or {},
        confidentiality=lines.get(audience, lines.get(EVERY, {})),
        stylesheet=render.page_css(brand.colours, logo, brand.logo_plate),
    )


def worn_brand(
    workspace: WorkspaceDefinition, brands: Brands, *, client: str, audience: str
) -> SiteBrand:
    """As `site_brand`. Raises RefusedError if the brand has a fault."""
    faults = brands.faults.get(owner_of(workspace, client))
    if faults:
        raise RefusedError(*faults)
    return site_brand(workspace, brands, client=client, audience=audience)


def named(compartment: Compartment, workspace: WorkspaceDefinition) -> Compartment:
    """The compartment under the name of its brand, if that has one."""
    name = workspace.brand_of(compartment.client).name
    return replace(compartment, title=name, site_title=name) if name else compartment


def named_pictures(workspace: WorkspaceDefinition) -> tuple[str, ...]:
    """The files that brands name, as they are written."""
    return tuple(name for _, _, name in _named(workspace))


def _named(workspace: WorkspaceDefinition) -> Iterator[tuple[str, str, str]]:
    """Every picture that is named: whose, which, and its file."""
    brands: list[tuple[str, Brand | None]] = [(WORKSPACE, workspace.brand)]
    brands += [(client, item.brand) for client, item in workspace.clients.items()]
    for owner, brand in brands:
        for key, name in (("logo", brand and brand.logo), ("favicon", brand and brand.favicon)):
            if name:
                yield owner, key, name


def _picture(root: Path, name: str, document: SourceDocument, path: KeyPath) -> BrandPicture:
    file = load.named_picture(root, name, document, path)
    if file.problem:
        raise RefusedError(file.problem)
    return render.brand_picture(file.data, file.shown)
