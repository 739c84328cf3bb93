"""View, place, draw: editions to pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from playbookgen import layout, render
from playbookgen.model.diagram import PlacedDiagram
from playbookgen.model.playbook import Edition
from playbookgen.problems import EngineError, Problem
from playbookgen.render import pages
from playbookgen.views import VIEW_BY_KIND

# A stage's page has its table of contents beside the map; the other pages give it that room, too.
_COLUMN_BY_KIND = {"process": 1120.0, "timeline": 1120.0, "stage": 860.0}


class MapName(NamedTuple):
    """A map as the command line names it: `process`, `stage:closing`."""

    name: str
    kind: str
    subject: str
    """The ref of the diagram: `process`, `stages.closing`, `journey`."""


class Picture(NamedTuple):
    """What became of one map of a site: the SVG for its page, or the problem."""

    key: str
    svg: str
    problem: Problem | None = None


def map_names(edition: Edition) -> tuple[MapName, ...]:
    """Every map that can be drawn of an edition."""
    found = []
    for kind, view in VIEW_BY_KIND.items():
        for subject in view.subjects(edition):
            name = f"{kind}:{subject.rpartition('.')[2]}" if "." in subject else kind
            found.append(MapName(name, kind, subject))
    return tuple(found)


def placed_map(edition: Edition, chosen: MapName) -> PlacedDiagram:
    """One map with its positions, as wide as its page's column on a desktop allows."""
    diagram = VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)
    return layout.place(diagram, width=_COLUMN_BY_KIND.get(chosen.kind, layout.PAGE_WIDTH))


def site_pictures(editions: Iterable[Edition], engine: render.DrawingEngine) -> Iterator[Picture]:
    """The pictures of a site's pages, each as it gets ready; a failed one holds its problem."""
    waiting: dict[str, tuple[PlacedDiagram, dict[str, str]]] = {}

    def sources() -> Iterator[tuple[str, str]]:
        for edition in editions:
            by_subject = {chosen.subject: chosen for chosen in map_names(edition)}
            for key, page in pages.picture_places(edition):
                placed = placed_map(edition, by_subject[key.rpartition("/")[2]])
                waiting[key] = placed, pages.link_table(edition, page=page)
                yield key, render.dot_source(placed, labels=False)

    for drawn in engine.draw(sources()):
        yield _finished(str(drawn.key), drawn, waiting.pop(str(drawn.key)))


def _finished(
    key: str, drawn: render.Drawn, placed_links: tuple[PlacedDiagram, dict[str, str]]
) -> Picture:
    placed, links = placed_links
    if drawn.svg is None:
        return Picture(key, "", drawn.problem)
    prefix = key.replace("/", "-").replace(".", "-")
    try:
        svg = render.svg_document(placed, drawn.svg, links=links, prefix=prefix, standalone=False)
    except EngineError as error:
        return Picture(key, "", error.problems[0])
    return Picture(key, svg)
