"""The hand-written pages of a workspace as a site."""

from __future__ import annotations

from playbookgen import load, publish
from playbookgen.locales import words_for
from playbookgen.pipeline.brands import worn_brand
from playbookgen.pipeline.check import Checked
from playbookgen.problems import RefusedError
from playbookgen.render import pages


def guide_of(guide: load.Guide, checked: Checked) -> publish.GuideSite:
    """The guide in the workspace's brand. Raises RefusedError or OutputError if it cannot be."""
    if guide.problems:
        raise RefusedError(*guide.problems)
    workspace = checked.workspace
    name = (workspace.brand and workspace.brand.name) or workspace.title
    return publish.guide_site(
        guide.pages,
        guide.pictures,
        title=f"{name} · {words_for(workspace.language)['site_guide']}",
        language=workspace.language,
        stylesheet=pages.stylesheet(),
        source=load.GUIDE.as_posix(),
        brand=worn_brand(workspace, checked.brands, client="", audience=publish.GUIDE),
    )
