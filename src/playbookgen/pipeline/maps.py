"""View, place, draw: editions to pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from playbookgen import layout, render
from playbookgen.model.diagram import PlacedDiagram
from playbookgen.model.playbook import Compartment, Edition
from playbookgen.model.site import MapPicture
from playbookgen.pipeline.workspace_maps import portal_map, workspace_maps
from playbookgen.problems import EngineError, Problem
from playbookgen.render import pages
from playbookgen.render.pages.portal import PORTAL_KEY, PORTAL_ROOM
from playbookgen.views import VIEW_BY_KIND


class MapName(NamedTuple):
    """A map as the command line names it: `process`, `stage:closing`."""

    name: str
    kind: str
    subject: str
    """The ref of the diagram: `process`, `stages.closing`, `journey`."""


def map_names(edition: Edition) -> tuple[MapName, ...]:
    """Every map that can be drawn of an edition."""
    found = []
    for kind, view in VIEW_BY_KIND.items():
        for subject in view.subjects(edition):
            name = f"{kind}:{subject.rpartition('.')[2]}" if "." in subject else kind
            found.append(MapName(name, kind, subject))
    return tuple(found)


def placed_map(
    edition: Edition, chosen: MapName, *, width: float = layout.PAGE_WIDTH
) -> PlacedDiagram:
    """One map with its positions, at most `width` px wide where its words allow."""
    return layout.place(VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject), width=width)


@dataclass(frozen=True, slots=True)
class MapPlan:
    """A map of a site's page before it is placed: what it shows, and how much room it has."""

    key: str
    title: str
    links: Mapping[str, str]
    shown: object
    """What it shows, equal for maps that look the same."""
    rooms: Mapping[str, Callable[[], PlacedDiagram]]
    """What places it for a wide page and for a phone's."""


def map_plans(compartment: Compartment) -> Iterator[MapPlan]:
    """The maps of a site's pages."""
    for edition in compartment.editions:
        yield from _plans(edition)
    for kind in workspace_maps():
        rooms = {
            room: portal_map(compartment, kind, width=width)
            for room, width in (("wide", PORTAL_ROOM), ("narrow", pages.PHONE_ROOM))
        }
        placed = {room: draft.placed for room, draft in rooms.items() if draft}
        if first := rooms["wide"]:
            ready = {room: partial(_same, one) for room, one in placed.items()}
            shown = tuple(placed.items())
            yield MapPlan(f"{PORTAL_KEY}{kind}", first.placed.title, first.links, shown, ready)


def _same(placed: PlacedDiagram) -> PlacedDiagram:
    return placed


def _plans(edition: Edition) -> Iterator[MapPlan]:
    places = pages.addresses(edition)
    for chosen in map_names(edition):
        page = pages.page_of_map(edition, chosen.subject)
        if not page:
            continue
        diagram = VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)
        widths = {"wide": pages.map_room(page), "narrow": pages.PHONE_ROOM}
        rooms = {room: partial(layout.place, diagram, width=at) for room, at in widths.items()}
        links = pages.link_table(edition, page=page, places=places)
        key = pages.picture_key(edition, chosen.subject)
        yield MapPlan(key, diagram.title, links, diagram, rooms)


def site_maps(
    compartment: Compartment, engine: render.DrawingEngine
) -> Iterator[MapPicture | Problem]:
    """The maps of a site's pages, each as it gets ready; the problem of one that failed."""
    waiting: dict[str, _Waiting] = {}

    def sources() -> Iterator[tuple[str, str]]:
        for plan in map_plans(compartment):
            rooms = {room: place() for room, place in plan.rooms.items()}
            waiting[plan.key] = _Waiting(plan, rooms)
            for room, placed in rooms.items():
                yield f"{plan.key}@{room}", render.dot_source(placed, labels=False)

    for drawn in engine.draw(sources()):
        key, _, room = str(drawn.key).rpartition("@")
        drafts = waiting[key]
        drafts.done[room] = _finished(drafts.plan, room, drafts.rooms[room], drawn)
        if len(drafts.done) == len(drafts.rooms):
            yield _picture(waiting.pop(key))


def drawn_map(plan: MapPlan, room: str, engine: render.DrawingEngine) -> str:
    """The finished SVG of one map in one room. Raises EngineError."""
    placed = plan.rooms[room]()
    (drawn,) = engine.draw([(plan.key, render.dot_source(placed, labels=False))])
    made = _finished(plan, room, placed, drawn)
    if isinstance(made, Problem):
        raise EngineError(made)
    return made


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A map with its positions for each room, and what has been drawn of it."""

    plan: MapPlan
    rooms: Mapping[str, PlacedDiagram]
    done: dict[str, str | Problem] = field(default_factory=dict)


def _finished(
    plan: MapPlan, room: str, placed: PlacedDiagram, drawn: render.Drawn
) -> str | Problem:
    if drawn.problem:
        return drawn.problem
    prefix = f"{plan.key}/{room}".replace("/", "-").replace(".", "-").removesuffix("-wide")
    try:
        return render.svg_document(
            placed, drawn.svg or b"", links=plan.links, prefix=prefix, standalone=False
        )
    except EngineError as error:
        return error.problems[0]


def _picture(drafts: _Waiting) -> MapPicture | Problem:
    wide, narrow = drafts.done["wide"], drafts.done["narrow"]
    for made in (wide, narrow):
        if isinstance(made, Problem):
            return made
    return MapPicture(drafts.plan.key, drafts.plan.title, str(wide), str(narrow))
