"""View, place, draw: editions to pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from playbookgen import layout, render
from playbookgen.model.diagram import Diagram, PlacedDiagram
from playbookgen.model.playbook import Compartment, Edition
from playbookgen.model.site import MapPicture
from playbookgen.pipeline.map_names import MapName, map_names
from playbookgen.pipeline.map_problems import (
    MapOrigin,
    Sources,
    layout_failed,
    not_drawn,
    origin_of,
    simplified,
    too_large,
    workspace_origin,
)
from playbookgen.pipeline.workspace_maps import portal_map, workspace_maps
from playbookgen.problems import EngineError, PlaybookgenError, Problem
from playbookgen.render import pages
from playbookgen.render.pages.portal import PORTAL_KEY, PORTAL_ROOM
from playbookgen.views import VIEW_BY_KIND


def diagram_of(edition: Edition, chosen: MapName) -> Diagram:
    """What one map says."""
    return VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)


def placed_map(
    edition: Edition, chosen: MapName, *, width: float = layout.PAGE_WIDTH
) -> PlacedDiagram:
    """One map with its positions, at most `width` px wide where its words allow."""
    return layout.place(diagram_of(edition, chosen), width=width)


@dataclass(frozen=True, slots=True)
class MapPlan:
    """A map of a site's page before it is placed: what it shows, and how much room it has."""

    key: str
    diagram: Diagram
    """What it shows, equal for maps that look the same."""
    links: Mapping[str, str]
    widths: Mapping[str, float]
    """The room that a wide page has for it, and a phone's."""
    origin: MapOrigin

    @property
    def too_large(self) -> Problem | None:
        """Why it is left out of its page; None if it is drawn."""
        return too_large(self.origin, self.diagram)

    @property
    def simplified(self) -> Problem:
        """What is said if a plain layout stands in."""
        return simplified(self.origin, self.diagram)

    @property
    def left_out(self) -> MapPicture:
        """What its page has in its place if it is too large."""
        return MapPicture(self.key, self.diagram.title, "", "", is_left_out=True)

    def not_drawn(self, problem: Problem) -> Problem:
        """What is said if the engine fails."""
        return not_drawn(self.origin, self.diagram, problem)

    def placed(self, room: str) -> PlacedDiagram:
        """Its positions in one of its rooms. Raises EngineError for a fault in the layout."""
        width = self.widths[room]
        try:
            return layout.place(self.diagram, width=width)
        except PlaybookgenError:
            raise
        except Exception as error:
            problem = layout_failed(self.origin, self.diagram, error, width=width)
            raise EngineError(problem) from error


def map_plans(compartment: Compartment, sources: Sources) -> Iterator[MapPlan]:
    """The maps of a site's pages; `sources` tell where its playbooks are written."""
    for edition in compartment.editions:
        yield from _plans(edition, sources)
    for kind in workspace_maps():
        if found := portal_map(compartment, kind):
            widths = {"wide": PORTAL_ROOM, "narrow": pages.PHONE_ROOM}
            origin = workspace_origin(kind)
            yield MapPlan(f"{PORTAL_KEY}{kind}", found.diagram, found.links, widths, origin)


def _plans(edition: Edition, sources: Sources) -> Iterator[MapPlan]:
    places = pages.addresses(edition)
    for chosen in map_names(edition):
        page = pages.page_of_map(edition, chosen.subject)
        if not page:
            continue
        yield MapPlan(
            pages.picture_key(edition, chosen.subject),
            diagram_of(edition, chosen),
            pages.link_table(edition, page=page, places=places),
            {"wide": pages.map_room(page), "narrow": pages.PHONE_ROOM},
            origin_of(edition, chosen, sources),
        )


class SiteMaps(NamedTuple):
    """The maps of a site's pages, and what is wrong with some of them."""

    pictures: tuple[MapPicture, ...]
    """In the order of the plans; some may be left out of their pages."""
    problems: tuple[Problem, ...]
    """An error for each that failed, a warning for each that is simplified or left out."""


def site_maps(compartment: Compartment, sources: Sources, engine: render.DrawingEngine) -> SiteMaps:
    """Draws the maps of a site's pages."""
    made = _Drawing()
    for drawn in engine.draw(made.dots(map_plans(compartment, sources))):
        made.take(drawn)
    pictures = tuple(item for item in made.results.values() if isinstance(item, MapPicture))
    failed = [item for item in made.results.values() if isinstance(item, Problem)]
    return SiteMaps(pictures, (*failed, *made.warnings))


class RoomPicture(NamedTuple):
    """A map in one of its rooms."""

    svg: str
    simplified: bool
    """Whether a plain layout stands in for a better one."""


def drawn_map(plan: MapPlan, room: str, engine: render.DrawingEngine) -> RoomPicture:
    """The finished SVG of one map in one room. Raises EngineError."""
    placed = plan.placed(room)
    (drawn,) = engine.draw([(plan.key, render.dot_source(placed, labels=False))])
    made = _finished(plan, room, placed, drawn)
    if isinstance(made, Problem):
        raise EngineError(made)
    return RoomPicture(made, placed.simplified)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A map with its positions for each room, and what has been drawn of it."""

    plan: MapPlan
    rooms: Mapping[str, PlacedDiagram]
    done: dict[str, str | Problem] = field(default_factory=dict)


class _Drawing:
    """The maps of a site while they are drawn: what waits for the engine is kept, and no more."""

    def __init__(self) -> None:
        self.results: dict[str, MapPicture | Problem | None] = {}
        """By key, in the order of the plans; None for those that wait."""
        self.warnings: list[Problem] = []
        self._waiting: dict[str, _Waiting] = {}

    def dots(self, plans: Iterator[MapPlan]) -> Iterator[tuple[str, str]]:
        """The DOT of each map in each room; what is not drawn is judged at once."""
        for plan in plans:
            self.results[plan.key] = None
            if over := plan.too_large:
                self.results[plan.key] = plan.left_out
                self.warnings.append(over)
                continue
            try:
                rooms = {room: plan.placed(room) for room in plan.widths}
            except EngineError as error:
                self.results[plan.key] = error.problems[0]
                continue
            if any(placed.simplified for placed in rooms.values()):
                self.warnings.append(plan.simplified)
            self._waiting[plan.key] = _Waiting(plan, rooms)
            for room, placed in rooms.items():
                yield f"{plan.key}@{room}", render.dot_source(placed, labels=False)

    def take(self, drawn: render.Drawn) -> None:
        """Finishes what the engine has drawn."""
        key, _, room = str(drawn.key).rpartition("@")
        drafts = self._waiting[key]
        drafts.done[room] = _finished(drafts.plan, room, drafts.rooms[room], drawn)
        if len(drafts.done) == len(drafts.rooms):
            self.results[key] = _picture(self._waiting.pop(key))


def _finished(
    plan: MapPlan, room: str, placed: PlacedDiagram, drawn: render.Drawn
) -> str | Problem:
    if drawn.problem:
        return plan.not_drawn(drawn.problem)
    prefix = f"{plan.key}/{room}".replace("/", "-").replace(".", "-").removesuffix("-wide")
    try:
        return render.svg_document(
            placed, drawn.svg or b"", links=plan.links, prefix=prefix, standalone=False
        )
    except EngineError as error:
        return plan.not_drawn(error.problems[0])


def _picture(drafts: _Waiting) -> MapPicture | Problem:
    wide, narrow = drafts.done["wide"], drafts.done["narrow"]
    for made in (wide, narrow):
        if isinstance(made, Problem):
            return made
    return MapPicture(drafts.plan.key, drafts.plan.diagram.title, str(wide), str(narrow))
