"""What can be wrong with a map before it is drawn: the codes PB515 to PB517 and their cures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from playbookgen.layout import Size, sizes
from playbookgen.model.diagram import Diagram
from playbookgen.model.playbook import Edition
from playbookgen.model.source import KeyPath, SourceSet
from playbookgen.pipeline.map_names import MapName
from playbookgen.problems import Location, Problem, Severity, printable
from playbookgen.views import VIEW_BY_KIND

SIMPLIFIED = "PB515"
TOO_LARGE = "PB516"
LAYOUT_FAILED = "PB517"

Sources = Mapping[str, SourceSet]
"""Where each playbook is written, by its id."""


@dataclass(frozen=True, slots=True)
class MapOrigin:
    """Where a map comes from: for messages about it."""

    command: str
    """As `playbookgen draw` is told it: `sales process`."""
    location: Location
    """Where the definition says what it shows."""
    cure: str
    """How it can be made smaller."""


def origin_of(edition: Edition, chosen: MapName, sources: Sources) -> MapOrigin:
    """The origin of one of the maps of an edition."""
    command = f"{edition.id} {chosen.name}"
    written = sources.get(edition.id)
    where = written.locate(_path(chosen), key=True) if written else Location(edition.id)
    return MapOrigin(command, where, _cure(edition, chosen))


def workspace_origin(kind: str) -> MapOrigin:
    """The origin of a map of a whole workspace."""
    cure = "Divide the workspace: this map shows all of its playbooks."
    return MapOrigin(kind, Location("playbookgen.yaml"), cure)


def simplified(origin: MapOrigin, diagram: Diagram) -> Problem:
    """A warning: the search for a good layout ran out of its budget."""
    has = _listed([_counted(size) for size in sizes(diagram) if size.count])
    message = (
        f"{_named(origin, diagram)} has a simplified layout: with {has}, "
        "the search for a better one ran out of its budget"
    )
    return Problem(SIMPLIFIED, message, origin.location, origin.cure, Severity.WARNING)


def too_large(
    origin: MapOrigin, diagram: Diagram, *, severity: Severity = Severity.WARNING
) -> Problem | None:
    """A map over a limit; None for one that may be drawn."""
    over = [
        f"{_counted(size)} (at most {size.most:,} can be drawn)"
        for size in sizes(diagram)
        if size.is_over
    ]
    if not over:
        return None
    message = f"{_named(origin, diagram)} is too large to draw: it has {_listed(over)}"
    return Problem(TOO_LARGE, message, origin.location, origin.cure, severity)


def layout_failed(
    origin: MapOrigin, diagram: Diagram, error: Exception, *, width: float
) -> Problem:
    """A fault of ours in the layout, which costs this map alone."""
    message = f"{_named(origin, diagram)} cannot be laid out: {type(error).__name__}"
    command = f"playbookgen draw {origin.command} --width {width:.0f} -o map.svg"
    cure = f"This is a bug: run “PLAYBOOKGEN_DEBUG=1 {command}” and send us what it prints."
    return Problem(LAYOUT_FAILED, message, origin.location, cure)


def not_drawn(origin: MapOrigin, diagram: Diagram, problem: Problem) -> Problem:
    """The engine's problem with this map, with the map's name and place."""
    why = f"{problem.message[0].lower()}{problem.message[1:]}"
    message = f"{_named(origin, diagram)} is not drawn: {why}"
    return replace(problem, message=message, location=origin.location)


def _named(origin: MapOrigin, diagram: Diagram) -> str:
    return f"The map “{printable(diagram.title)}” ({origin.command})"


def _path(chosen: MapName) -> KeyPath:
    """Where it is written what a map shows: the stage, or the section of all that is on it."""
    section = VIEW_BY_KIND[chosen.kind].section
    return (section,) if section else tuple(chosen.subject.split("."))


def _cure(edition: Edition, chosen: MapName) -> str:
    if chosen.kind == "stage":
        return "Split the stage into several: its map shows all of its tasks."
    cures = []
    if len(edition.sales_types) > 1:
        cures.append(f"draw it for one sales type (--sales-type {edition.sales_types[0].id})")
    if len(edition.half_processes) > 1:
        cures.append("make a playbook of each half-process")
    else:
        cures.append("divide the playbook into smaller ones")
    said = ", or ".join(cures)
    return f"{said[0].upper()}{said[1:]}."


def _counted(size: Size) -> str:
    what = size.what.removesuffix("s") if size.count == 1 else size.what
    return f"{size.count:,} {what}"


def _listed(texts: Sequence[str]) -> str:
    *first, last = texts
    return f"{', '.join(first)} and {last}" if first else last
