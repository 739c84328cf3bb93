"""From a workspace to its sites: each compartment whole, or held back with its problems."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from playbookgen import load, publish, render, resolve
from playbookgen.model.branding import SiteBrand
from playbookgen.model.playbook import Compartment
from playbookgen.pipeline.brands import named, worn_brand
from playbookgen.pipeline.check import Checked, Say, check, has_errors, silent
from playbookgen.pipeline.guide import guide_of
from playbookgen.pipeline.looks import theme_of
from playbookgen.pipeline.maps import site_maps
from playbookgen.pipeline.site_fonts import SiteFonts
from playbookgen.problems import (
    EngineError,
    ExitCode,
    PlaybookgenError,
    Problem,
    RefusedError,
    sort_problems,
)
from playbookgen.render import pages

PUBLIC = Path("site") / "public"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build published, what it held back, and why."""

    root: Path
    """The workspace."""
    published: tuple[Path, ...]
    held_back: tuple[str, ...]
    """Ids of compartments, `client/audience`."""
    problems: tuple[Problem, ...]
    exit_code: ExitCode


def build(
    start: Path,
    *,
    output: Path | None = None,
    engine: str = "bundled",
    builder: str = "material",
    jobs: int | None = None,
    say: Say = silent,
) -> Built:
    """Checks the workspace at or above `start` and publishes every compartment without errors.

    Raises EngineError if the engine or the builder is not installed.
    """
    publish.BUILDER_BY_NAME[builder].require()
    checked = check(start, say=say)
    out = output if output is not None else checked.root / PUBLIC
    held, unplaced = held_back(checked)
    compartments = [
        item
        for item in resolve.compartments_of(checked.workspace, checked.editions)
        if item.id not in held
    ]
    run = _Run(out, say, checked, builder)
    guide = load.load_guide(checked.root)
    if (compartments or guide.pages) and not unplaced:
        with publish.output_lock(out), render.ENGINE_BY_NAME[engine](jobs=jobs) as drawing:
            run.publish_guide(guide, checked)
            for compartment in compartments:
                run.publish(compartment, drawing)
            run.publish_root(checked)
    elif unplaced:
        held |= {item.id for item in compartments}
    return Built(
        checked.root,
        tuple(run.published),
        tuple(sorted({*held, *run.held_back})),
        tuple(sort_problems([*checked.problems, *run.problems, *run.warnings])),
        checked.exit_code or run.exit_code,
    )


def held_back(checked: Checked) -> tuple[set[str], bool]:
    """The compartments of playbooks with errors, and whether one's client could not be read."""
    failed = [playbook for playbook in checked.playbooks if not playbook.edition]
    # Where the client is not known any compartment may lack a playbook, so none is published.
    unplaced = any(not playbook.client for playbook in failed)
    return {f"{item.client}/{item.audience}" for item in failed if item.client}, unplaced


class _Run:
    """One run over the compartments; a failure in one does not stop the others."""

    def __init__(self, out: Path, say: Say, checked: Checked, builder: str) -> None:
        self.out = out
        self.say = say
        self.checked = checked
        self.workspace = checked.workspace
        self.builder = builder
        self.published: list[Path] = []
        self.held_back: list[str] = []
        self.problems: list[Problem] = []
        self.exit_code = ExitCode.OK

    @cached_property
    def fonts(self) -> SiteFonts:
        """The fonts that the workspace names, opened once. Raises RefusedError."""
        if self.checked.fonts.problems:
            raise RefusedError(*self.checked.fonts.problems)
        return SiteFonts(self.checked.fonts)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the fonts lack, as far as sites were made with them."""
        return self.fonts.problems if "fonts" in self.__dict__ else ()

    def brand(self, client: str, audience: str) -> SiteBrand:
        """What a site wears. Raises RefusedError if its brand has a fault."""
        return worn_brand(self.workspace, self.checked.brands, client=client, audience=audience)

    def publish(self, compartment: Compartment, drawing: render.DrawingEngine) -> None:
        """Draws and publishes one compartment."""
        self.guarded(compartment.id, lambda: self._publish(compartment, drawing))

    def guarded(self, compartment: str, work: Callable[[], None]) -> None:
        """Does `work`; what goes wrong is kept, and holds back this compartment, if any, alone."""
        try:
            work()
        except PlaybookgenError as error:
            self.held_back += [compartment] if compartment else []
            self.problems += error.problems
            self.exit_code = self.exit_code or error.exit_code

    def publish_guide(self, guide: load.Guide, checked: Checked) -> None:
        """The workspace's guide, if it has one."""
        if guide.pages or guide.problems:
            self.say("Publishing the guide")
            self.guarded(publish.GUIDE, lambda: self._publish_guide(guide, checked))

    def _publish_guide(self, guide: load.Guide, checked: Checked) -> None:
        address = self.workspace.site_url
        done = publish.publish_guide(
            guide_of(guide, checked),
            self.out,
            builder=self.builder,
            site_url=f"{address}{publish.GUIDE}/" if address else "",
            fonts=self.fonts,
        )
        self.published.append(done.folder)

    @property
    def _has_guide(self) -> bool:
        return (self.out / publish.GUIDE / "index.html").is_file()

    def _publish(self, compartment: Compartment, drawing: render.DrawingEngine) -> None:
        brand, fonts = self.brand(compartment.client, compartment.audience), self.fonts
        self.say(f"Drawing {compartment.id}")
        maps = site_maps(compartment, self.checked.sources, drawing)
        if has_errors(maps.problems):
            raise EngineError(*maps.problems)
        self.problems += maps.problems
        self.say(f"Publishing {compartment.id}")
        site = pages.site_of(
            named(compartment, self.workspace),
            maps.pictures,
            guide=f"../../{publish.GUIDE}/" if self._has_guide else "",
        )
        css = render.theme_css(theme_of(self.workspace, compartment.client))
        build = partial(publish.build_parts, builder=self.builder)
        done = publish.publish_compartment(
            replace(site, brand=brand),
            self.out,
            map_css=css,
            site_url=self.workspace.address_of(compartment.client, compartment.audience),
            fonts=fonts,
            build=build,
        )
        self.published.append(done.folder)

    def publish_root(self, checked: Checked) -> None:
        """The page at the root that leads to the owner's site, if that was published."""
        workspace = checked.workspace
        home = f"{workspace.owner}/{resolve.INTERNAL}"
        if self.out / home in self.published:
            self.guarded(
                "",
                lambda: publish.publish_root(
                    self.out,
                    home,
                    title=workspace.title,
                    language=workspace.language,
                    guide=self._has_guide,
                ),
            )
