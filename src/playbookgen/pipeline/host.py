"""The pages of one client's audience for a site that is built by somebody else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from playbookgen import load, publish, render, resolve
from playbookgen.model.playbook import Compartment
from playbookgen.pipeline.brands import named
from playbookgen.pipeline.build import held_back
from playbookgen.pipeline.check import Checked, check
from playbookgen.pipeline.live_pictures import LivePictures
from playbookgen.pipeline.looks import theme_of
from playbookgen.pipeline.maps import map_plans
from playbookgen.problems import (
    Location,
    PlaybookgenError,
    Problem,
    UsageError,
    printable,
    sort_problems,
)
from playbookgen.render import pages
from playbookgen.validate import did_you_mean

NO_SITE = "PB815"


@dataclass(frozen=True, slots=True)
class HostPages:
    """What goes into the other site, and what was said of it: warnings at most."""

    hosted: publish.HostedSite
    pictures: LivePictures
    problems: tuple[Problem, ...]


def host_pages(
    start: Path, *, client: str, audience: str, before: HostPages | None = None
) -> HostPages:
    """The pages of this client and audience alone, of the workspace at or above `start`.

    Pictures that look as they did `before` are not drawn again. Raises PlaybookgenError for a
    playbook with errors, UsageError if there is no such site.
    """
    checked = check(start)
    compartment = _chosen(checked, client, audience)
    own = tuple(
        problem
        for playbook in checked.playbooks
        if (playbook.client, playbook.audience) == (client, audience)
        for problem in playbook.problems
    )
    with render.ENGINE_BY_NAME["bundled"]() as drawing:
        old = before.pictures if before else None
        pictures = LivePictures(map_plans(compartment, checked.sources), drawing, before=old)
        drawn = dict(pictures)
    site = replace(
        pages.site_of(named(compartment, checked.workspace), pictures.maps), pictures=drawn
    )
    css = render.theme_css(theme_of(checked.workspace, client))
    return HostPages(
        publish.HostedSite(site, css), pictures, tuple(sort_problems([*own, *pictures.problems]))
    )


def host_title(hosted: publish.HostedSite) -> str:
    """The name of the pages in a navigation, safe in whatever theme writes it."""
    return publish.marked(hosted.site.title)


def host_sources(start: Path) -> tuple[Path, ...]:
    """The files and folders whose change changes the pages."""
    found = load.find_workspace(start)
    settings = found.root / "playbookgen.yaml"
    return (settings, found.folder) if found.folder else (settings,)


def _chosen(checked: Checked, client: str, audience: str) -> Compartment:
    """The compartment, without the portal: another client's names are not for this site."""
    held, unplaced = held_back(checked)
    id_ = f"{client}/{audience}"
    if unplaced or id_ in held:
        about = [item for item in checked.playbooks if item.client in ("", client)]
        raise PlaybookgenError(*sort_problems([one for item in about for one in item.problems]))
    found = {item.id: item for item in resolve.compartments_of(checked.workspace, checked.editions)}
    if id_ not in found:
        raise UsageError(
            Problem(
                NO_SITE,
                printable(f"There are no playbooks of “{client}” for the audience “{audience}”"),
                Location("mkdocs.yml"),
                did_you_mean(id_, found) or "See what playbookgen list shows.",
            )
        )
    return replace(found[id_], portal=())
