"""One map to one file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from playbookgen import layout, publish, render
from playbookgen.layout.header import with_header
from playbookgen.model.diagram import Diagram, PlacedDiagram
from playbookgen.pipeline.asked import (
    check_language,
    edition_asked,
    map_asked,
    usage,
    workspace_map_asked,
)
from playbookgen.pipeline.check import Checked, check
from playbookgen.pipeline.looks import named_theme, theme_of
from playbookgen.pipeline.map_problems import (
    MapOrigin,
    origin_of,
    simplified,
    too_large,
    workspace_origin,
)
from playbookgen.pipeline.maps import diagram_of
from playbookgen.pipeline.workspace_maps import workspace_diagram
from playbookgen.problems import (
    EngineError,
    Location,
    PlaybookgenError,
    Problem,
    RefusedError,
    Severity,
    sort_problems,
)
from playbookgen.views.heading import particulars

UNKNOWN_FILE_TYPE = "PB803"
NO_BRAND = "PB812"
NEEDLESS_OPTION = "PB813"
FILE_TYPES = ("svg", "png", "pdf", "dot")
DRAW_WIDTH = 1120.0
"""The room that a map is laid out for if nothing else is asked, in px: a desktop's column."""
_PNG_SCALE = 2.0


@dataclass(frozen=True, slots=True)
class DrawOrder:
    """What is to be drawn, how, and where to."""

    playbook: str
    """Empty for a map of the whole workspace."""
    kind: str
    output: Path
    theme: str = ""
    """A theme's name; empty for the one that the workspace chooses."""
    language: str = ""
    sales_type: str = ""
    width: float = DRAW_WIDTH
    """The room that the map is laid out for, in px."""
    pixels: int | None = None
    """The exact width of a PNG."""
    scale: float | None = None
    """Of a PNG or a PDF's page; twice and once the map's size if left out."""
    fonts: tuple[Path, ...] = ()
    engine: str = "bundled"
    has_title: bool = True
    """Whether the map's title, version and date stand above it."""


class Drawn(NamedTuple):
    """What was said of the playbook and of its map: warnings at most."""

    root: Path
    problems: tuple[Problem, ...]


class _Map(NamedTuple):
    """A map with its positions, its looks, and what was said of that which it shows."""

    placed: PlacedDiagram
    theme: render.Theme
    problems: tuple[Problem, ...]


def draw(start: Path, order: DrawOrder) -> Drawn:
    """Draws one map of the workspace at or above `start`.

    Raises UsageError for what is not there, PlaybookgenError for a playbook with errors,
    RefusedError for a map that is too large, EngineError if the picture fails, OutputError if the
    file cannot be written.
    """
    file_type = _file_type(order)
    checked = check(start)
    made = _whole(checked, order) if not order.playbook else _one(checked, order)
    try:
        content = _content(made, _with_fonts(order, checked, file_type), file_type)
    except EngineError as error:
        about = Location(f"{order.playbook} {order.kind}".strip())
        raise EngineError(*(replace(item, location=about) for item in error.problems)) from error
    publish.write_file(order.output, content)
    return Drawn(checked.root, made.problems)


def _one(checked: Checked, order: DrawOrder) -> _Map:
    """A map of one playbook."""
    playbook, edition = edition_asked(checked, order.playbook, language=order.language)
    held, chosen = map_asked(edition, order.kind, sales_type=order.sales_type)
    origin = origin_of(held, chosen, checked.sources)
    placed, found = _placed(origin, diagram_of(held, chosen), width=order.width)
    if order.has_title:
        placed = with_header(placed, particulars(edition, title=placed.title))
    theme = _theme(checked, order, edition.client)
    return _Map(placed, theme, tuple(sort_problems([*playbook.problems, *found])))


def _whole(checked: Checked, order: DrawOrder) -> _Map:
    """A map of the whole workspace."""
    kind = workspace_map_asked(checked, order.kind)
    if order.sales_type:
        cure = "Leave the option out, or name a playbook."
        raise usage(NEEDLESS_OPTION, "--sales-type is for maps of one playbook", cure)
    check_language("The workspace", checked.workspace.language, order.language)
    diagram = workspace_diagram(checked, kind)
    placed, found = _placed(workspace_origin(kind), diagram, width=order.width)
    if order.has_title:
        placed = with_header(placed)
    theme = _theme(checked, order, checked.workspace.owner or "")
    return _Map(placed, theme, tuple(sort_problems([*checked.problems, *found])))


def _placed(
    origin: MapOrigin, diagram: Diagram, *, width: float
) -> tuple[PlacedDiagram, list[Problem]]:
    """A map with its positions, and the warning if it is simplified. Raises RefusedError."""
    if over := too_large(origin, diagram, severity=Severity.ERROR):
        raise RefusedError(over)
    placed = layout.place(diagram, width=width)
    return placed, [simplified(origin, diagram)] if placed.simplified else []


def _theme(checked: Checked, order: DrawOrder, client: str) -> render.Theme:
    if not order.theme:
        return theme_of(checked.workspace, client)
    theme = named_theme(checked.workspace, client, order.theme)
    if theme is None:
        raise usage(
            NO_BRAND,
            "The theme brand needs the brand's colours",
            'Add two to playbookgen.yaml, such as brand: {colours: ["#0a5c8f", "#e07a1f"]}, '
            "or name another theme.",
        )
    return theme


def _file_type(order: DrawOrder) -> str:
    """The type by the file's ending, for which every option must mean something."""
    file_type = order.output.suffix.removeprefix(".").lower()
    if file_type not in FILE_TYPES:
        raise usage(
            UNKNOWN_FILE_TYPE,
            f"“{order.output.name}” does not end in a file type that can be drawn",
            f"Let its name end in one of: {', '.join(FILE_TYPES)}.",
        )
    if order.pixels and file_type != "png":
        raise usage(NEEDLESS_OPTION, "--pixels is for PNG", "Leave it out; --width sets the room.")
    if order.scale and file_type not in ("png", "pdf"):
        raise usage(NEEDLESS_OPTION, "--scale is for PNG and PDF", "Leave the option out.")
    if order.scale and order.pixels:
        cure = "Give one of the two."
        raise usage(NEEDLESS_OPTION, "--pixels and --scale both set the size of a PNG", cure)
    return file_type


def _with_fonts(order: DrawOrder, checked: Checked, file_type: str) -> DrawOrder:
    """The order with the workspace's fonts after its own; a mistake in these stops a picture."""
    if file_type not in ("png", "pdf"):
        return order
    if checked.fonts.problems:
        raise PlaybookgenError(*checked.fonts.problems)
    return replace(order, fonts=(*order.fonts, *checked.fonts.files))


def _content(made: _Map, order: DrawOrder, file_type: str) -> bytes:
    if file_type == "dot":
        return render.dot_source(made.placed, theme=made.theme, labels=True).encode()
    svg = _svg(made, order.engine)
    if file_type == "png":
        scale = order.scale or _PNG_SCALE
        return render.png_of(svg, pixels=order.pixels, scale=scale, fonts=order.fonts)
    if file_type == "pdf":
        return render.pdf_of(svg, scale=order.scale or 1.0, fonts=order.fonts)
    return svg.encode()


def _svg(made: _Map, engine: str) -> str:
    source = (made.placed.ref, render.dot_source(made.placed, labels=False))
    with render.ENGINE_BY_NAME[engine](jobs=1) as drawing:
        (drawn,) = drawing.draw([source])
    if drawn.svg is None:
        raise EngineError(*([drawn.problem] if drawn.problem else []))
    return render.svg_document(
        made.placed, drawn.svg, theme=made.theme, links={}, prefix="map", standalone=True
    )
