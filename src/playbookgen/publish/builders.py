"""The builders that turn Markdown into pages: one is always there, others where installed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

from playbookgen.problems import EngineError, Location, Problem

NOT_INSTALLED = "PB902"
_LINK, _KEPT_LINK = " href=", " data-playbookgen-href="


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that builds a site from Markdown and a configuration of MkDocs."""

    name: str
    title: str
    package: str
    """What Python imports of it."""
    theme: Mapping[str, Any] = field(default_factory=dict)
    """What its theme is told beside what all are."""
    moves_links: bool = False
    """Whether it takes links in HTML for links from the Markdown file, not from the page."""

    def require(self) -> None:
        """Raises EngineError, with the cure, if it is not installed."""
        if find_spec(self.package) is None:
            raise EngineError(
                Problem(
                    NOT_INSTALLED,
                    f"The builder {self.title} is not installed",
                    Location(f"--builder {self.name}"),
                    f'Install it: pip install "playbookgen[{self.name}]", or leave --builder out.',
                )
            )

    def configured(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """The settings of a site as this builder takes them."""
        return {**settings, "theme": {**settings["theme"], **self.theme}}

    def source(self, markdown: str) -> str:
        """The Markdown of a page as this builder takes it."""
        return markdown.replace(_LINK, _KEPT_LINK) if self.moves_links else markdown

    def finish(self, folder: Path) -> None:
        """Gives the built pages in `folder` what `source` has put aside."""
        for path in sorted(folder.rglob("*.html")) if self.moves_links else ():
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(_KEPT_LINK, _LINK), encoding="utf-8", newline="\n")


BUILDER_BY_NAME: Mapping[str, Builder] = MappingProxyType(
    {
        builder.name: builder
        for builder in (
            Builder("material", "Material for MkDocs", "mkdocs"),
            Builder("properdocs", "ProperDocs", "properdocs"),
            # Its own looks put the header's parts elsewhere; these are those of Material.
            Builder("zensical", "Zensical", "zensical", {"variant": "classic"}, moves_links=True),
        )
    }
)
