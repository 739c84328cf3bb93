"""View, place, draw: editions to pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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


def site_maps(
    compartment: Compartment, engine: render.DrawingEngine
) -> Iterator[MapPicture | Problem]:
    """The maps of a site's pages, each as it gets ready; the problem of one that failed."""
    waiting: dict[str, _Waiting] = {}

    def sources() -> Iterator[tuple[str, str]]:
        for key, drafts in _all_drafts(compartment):
            waiting[key] = drafts
            for room, draft in drafts.rooms.items():
                yield f"{key}@{room}", render.dot_source(draft, labels=False)

    for drawn in engine.draw(sources()):
        key, _, room = str(drawn.key).rpartition("@")
        drafts = waiting[key]
        drafts.done[room] = _finished(key, room, drawn, drafts)
        if len(drafts.done) == len(drafts.rooms):
            yield _picture(key, waiting.pop(key))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A map with its positions for each room, and what has been drawn of it."""

    title: str
    links: Mapping[str, str]
    rooms: Mapping[str, PlacedDiagram]
    done: dict[str, str | Problem] = field(default_factory=dict)


def _all_drafts(compartment: Compartment) -> Iterator[tuple[str, _Waiting]]:
    for edition in compartment.editions:
        yield from _drafts(edition)
    for kind in workspace_maps():
        rooms = {
            room: portal_map(compartment, kind, width=width)
            for room, width in (("wide", PORTAL_ROOM), ("narrow", pages.PHONE_ROOM))
        }
        found = {room: draft for room, draft in rooms.items() if draft}
        if found:
            placed = {room: draft.placed for room, draft in found.items()}
            first = found["wide"]
            yield f"{PORTAL_KEY}{kind}", _Waiting(first.placed.title, first.links, placed)


def _drafts(edition: Edition) -> Iterator[tuple[str, _Waiting]]:
    for chosen in map_names(edition):
        page = pages.page_of_map(edition, chosen.subject)
        if not page:
            continue
        diagram = VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)
        widths = {"wide": pages.map_room(page), "narrow": pages.PHONE_ROOM}
        rooms = {room: layout.place(diagram, width=width) for room, width in widths.items()}
        links = pages.link_table(edition, page=page)
        yield pages.picture_key(edition, chosen.subject), _Waiting(diagram.title, links, rooms)


def _finished(key: str, room: str, drawn: render.Drawn, drafts: _Waiting) -> str | Problem:
    if drawn.problem:
        return drawn.problem
    prefix = f"{key}/{room}".replace("/", "-").replace(".", "-").removesuffix("-wide")
    placed = drafts.rooms[room]
    try:
        return render.svg_document(
            placed, drawn.svg or b"", links=drafts.links, prefix=prefix, standalone=False
        )
    except EngineError as error:
        return error.problems[0]


def _picture(key: str, drafts: _Waiting) -> MapPicture | Problem:
    wide, narrow = drafts.done["wide"], drafts.done["narrow"]
    for made in (wide, narrow):
        if isinstance(made, Problem):
            return made
    return MapPicture(key, drafts.title, str(wide), str(narrow))
