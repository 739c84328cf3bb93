"""One map to one file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from playbookgen import publish, render
from playbookgen.model.diagram import PlacedDiagram
from playbookgen.model.playbook import Edition
from playbookgen.pipeline.check import Checked, CheckedPlaybook, check
from playbookgen.pipeline.maps import MapName, map_names, placed_map
from playbookgen.pipeline.workspace_maps import placed_workspace_map, workspace_maps
from playbookgen.problems import (
    EngineError,
    Location,
    PlaybookgenError,
    Problem,
    RefusedError,
    UsageError,
    printable,
)
from playbookgen.validate import did_you_mean

UNKNOWN_PLAYBOOK = "PB801"
UNKNOWN_MAP = "PB802"
UNKNOWN_FILE_TYPE = "PB803"
FILE_TYPES = ("svg", "png", "pdf", "dot")


@dataclass(frozen=True, slots=True)
class DrawOrder:
    """What is to be drawn, how, and where to."""

    playbook: str
    """Empty for a map of the whole workspace."""
    kind: str
    output: Path
    width: int | None = None
    scale: float = 2.0
    fonts: tuple[Path, ...] = ()
    engine: str = "bundled"


class Drawn(NamedTuple):
    """What was said of the playbook whose map was drawn: warnings at most."""

    root: Path
    problems: tuple[Problem, ...]


def draw(start: Path, order: DrawOrder) -> Drawn:
    """Draws one map of the workspace at or above `start`.

    Raises UsageError for what is not there, PlaybookgenError for a playbook with errors,
    EngineError if the picture fails, OutputError if the file cannot be written.
    """
    file_type = _file_type(order.output)
    checked = check(start)
    placed, problems = _placed(checked, order)
    try:
        content = _content(placed, order, file_type)
    except EngineError as error:
        about = Location(f"{order.playbook} {order.kind}".strip())
        raise EngineError(*(replace(item, location=about) for item in error.problems)) from error
    publish.write_file(order.output, content)
    return Drawn(checked.root, problems)


def _placed(checked: Checked, order: DrawOrder) -> tuple[PlacedDiagram, tuple[Problem, ...]]:
    """The map with its positions, and what was said of that which it shows."""
    if not order.playbook:
        return _whole(checked, order.kind), checked.problems
    playbook, edition = _edition(checked, order.playbook)
    return placed_map(edition, _chosen(edition, order.kind)), playbook.problems


def _whole(checked: Checked, kind: str) -> PlacedDiagram:
    """A map of the whole workspace, which would not be true without a playbook with errors."""
    if kind in {playbook.id for playbook in checked.playbooks}:
        cure = "Name one after the playbook; playbookgen list shows them."
        raise _usage(UNKNOWN_MAP, f"Which map of “{kind}” is to be drawn is not said", cure)
    if kind not in workspace_maps():
        cure = did_you_mean(kind, workspace_maps())
        raise _usage(UNKNOWN_MAP, f"A workspace has no map “{kind}”", cure)
    if checked.exit_code:
        failure = RefusedError if checked.refused else PlaybookgenError
        raise failure(*checked.problems)
    return placed_workspace_map(checked, kind)


def _file_type(output: Path) -> str:
    file_type = output.suffix.removeprefix(".").lower()
    if file_type in FILE_TYPES:
        return file_type
    raise _usage(
        UNKNOWN_FILE_TYPE,
        f"“{output.name}” does not end in a file type that can be drawn",
        f"Let its name end in one of: {', '.join(FILE_TYPES)}.",
    )


def _edition(checked: Checked, id_: str) -> tuple[CheckedPlaybook, Edition]:
    by_id = {playbook.id: playbook for playbook in checked.playbooks}
    if id_ not in by_id:
        cure = did_you_mean(id_, by_id)
        raise _usage(UNKNOWN_PLAYBOOK, f"There is no playbook “{id_}” in this workspace", cure)
    playbook = by_id[id_]
    if playbook.edition is None:
        failure = RefusedError if checked.refused else PlaybookgenError
        raise failure(*playbook.problems)
    return playbook, playbook.edition


def _chosen(edition: Edition, name: str) -> MapName:
    by_name = {chosen.name: chosen for chosen in map_names(edition)}
    if name in by_name:
        return by_name[name]
    cure = did_you_mean(name, by_name) or "A catalogue without a process has no maps yet."
    raise _usage(UNKNOWN_MAP, f"“{edition.id}” has no map “{name}”", cure)


def _usage(code: str, message: str, cure: str) -> UsageError:
    return UsageError(Problem(code, printable(message), Location("playbookgen draw"), cure))


def _content(placed: PlacedDiagram, order: DrawOrder, file_type: str) -> bytes:
    if file_type == "dot":
        return render.dot_source(placed, labels=True).encode()
    svg = _svg(placed, order.engine)
    if file_type == "png":
        return render.png_of(svg, width=order.width, scale=order.scale, fonts=order.fonts)
    if file_type == "pdf":
        return render.pdf_of(svg, fonts=order.fonts)
    return svg.encode()


def _svg(placed: PlacedDiagram, engine: str) -> str:
    source = (placed.ref, render.dot_source(placed, labels=False))
    with render.ENGINE_BY_NAME[engine](jobs=1) as drawing:
        (drawn,) = drawing.draw([source])
    if drawn.svg is None:
        raise EngineError(*([drawn.problem] if drawn.problem else []))
    return render.svg_document(placed, drawn.svg, links={}, prefix="map", standalone=True)
