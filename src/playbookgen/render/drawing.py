"""Graphviz's SVG read as geometry: outlines and lines by our ids, every number checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from playbookgen.model.diagram import PlacedDiagram
from playbookgen.problems import EngineError
from playbookgen.render.dot import band_id, edge_id, node_id
from playbookgen.render.failures import incomplete

Point = tuple[float, float]

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_PATH = re.compile(r"[MCLZ\d\s,.eE+-]*")
_STEP = re.compile(r"([MCLZ])([^MCLZ]*)")
_SLACK = 1.0
"""How far, in px, the drawing's extent may be from the map's: rounding, and no more."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A path of moves (M), lines (L) and curves (C), in the map's px; `closed` if it is an area."""

    steps: tuple[tuple[str, tuple[Point, ...]], ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A circle or ellipse, in the map's px."""

    centre: Point
    radii: Point


Piece = Outline | Ellipse
Drawing = Mapping[str, tuple[Piece, ...]]


def read_drawing(svg: bytes, placed: PlacedDiagram) -> Drawing:
    """The pieces of every band, node and edge of the map; a failure if anything is missing."""
    try:
        root = ElementTree.fromstring(svg, forbid_dtd=False)
        drawing = dict(_pieces_by_id(root, placed.height))
        _check_extent(root, placed)
    except (ParseError, DefusedXmlException, ValueError, KeyError) as error:
        raise EngineError(incomplete(placed.ref, f"{error}")) from error
    expected = set(_expected_ids(placed))
    if missing := sorted(expected - set(drawing)):
        raise EngineError(incomplete(placed.ref, f"{len(missing)} parts are missing"))
    return {key: drawing[key] for key in drawing if key in expected}


def _expected_ids(placed: PlacedDiagram) -> Iterator[str]:
    yield from (band_id(index) for index in range(len(placed.bands)))
    yield from (node_id(index) for index in range(len(placed.nodes)))
    yield from (edge_id(index) for index in range(len(placed.edges)))


def _pieces_by_id(root: Element, height: float) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """The pieces of each group; Graphviz's y goes from -height to 0."""
    for group in root.iter(f"{_SVG}g"):
        name = group.get("id", "")
        if name and group.get("class") != "graph":
            yield name, tuple(_piece(shape, height) for shape in group if _is_shape(shape))


def _is_shape(element: Element) -> bool:
    return element.tag in {f"{_SVG}{name}" for name in ("path", "polygon", "polyline", "ellipse")}


def _piece(shape: Element, height: float) -> Piece:
    match shape.tag.removeprefix(_SVG):
        case "path":
            return _path(shape.attrib["d"], height)
        case "ellipse":
            centre = (_float(shape, "cx"), _float(shape, "cy") + height)
            return Ellipse(centre, (_float(shape, "rx"), _float(shape, "ry")))
        case name:
            points = _points(shape.attrib["points"], height)
            closed = name == "polygon"
            if closed and len(points) > 1 and points[0] == points[-1]:
                points = points[:-1]
            return Outline((("M", points[:1]), ("L", points[1:])), closed)


def _path(data: str, height: float) -> Outline:
    """A path of Graphviz's; a curve whose control points lie on its ends is a line."""
    if not _PATH.fullmatch(data):
        raise ValueError("a path holds something else than numbers")
    steps: list[tuple[str, tuple[Point, ...]]] = []
    last: Point = (0.0, 0.0)
    for command, numbers in _STEP.findall(data):
        points = _points(numbers, height)
        steps += [(command, points)] if command != "C" else list(_curves(last, points))
        last = points[-1] if points else last
    closed = steps[0][1][0] == last and len(steps) > 2
    return Outline(tuple(steps), closed)


def _curves(last: Point, points: tuple[Point, ...]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """The curves of one command, straight ones as lines, those of no length left out."""
    for index in range(0, len(points) - 2, 3):
        one, two, end = points[index : index + 3]
        if not one == two == end == last:
            straight = one == last and two == end
            yield ("L", (end,)) if straight else ("C", (one, two, end))
        last = end


def _points(text: str, height: float) -> tuple[Point, ...]:
    numbers = [_checked(match) for match in _NUMBER.findall(text)]
    if len(numbers) % 2:
        raise ValueError("a point has one coordinate only")
    return tuple((x, y + height) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _float(element: Element, name: str) -> float:
    return _checked(element.attrib[name])


def _checked(text: str) -> float:
    value = float(text)
    if not isfinite(value):
        raise ValueError("a coordinate is not a number")
    return value


def _check_extent(root: Element, placed: PlacedDiagram) -> None:
    """Graphviz moves a drawing that reaches beyond its extent, away from our texts."""
    ground = root.find(f".//{_SVG}g[@class='graph']/{_SVG}polygon")
    if ground is None:
        raise ValueError("it has no ground")
    points = _points(ground.attrib["points"], placed.height)
    corner = (max(x for x, _ in points), max(y for _, y in points))
    lowest = (min(x for x, _ in points), min(y for _, y in points))
    expected = ((placed.width, placed.height), (0.0, 0.0))
    for found, wanted in zip((corner, lowest), expected, strict=True):
        if max(abs(found[0] - wanted[0]), abs(found[1] - wanted[1])) > _SLACK:
            raise ValueError("parts of it lie outside the map")
