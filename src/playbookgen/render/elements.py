"""SVG elements as text: a closed list of names, every value escaped, numbers canonical."""

from __future__ import annotations

import re
from collections.abc import Mapping

from playbookgen.render.dot_text import writable
from playbookgen.render.drawing import Ellipse, Outline, Piece
from playbookgen.render.numbers import number

ELEMENTS = frozenset({"svg", "g", "a", "title", "desc", "style", "rect", "path", "ellipse", "text"})
ATTRIBUTES = frozenset(  # one text, since a list of these would take a page
    """xmlns id class lang xml:lang xml:space viewBox width height role aria-labelledby
    aria-hidden href x y rx ry cx cy d text-anchor font-size font-weight font-family textLength
    lengthAdjust fill stroke stroke-width stroke-dasharray stroke-linejoin stroke-linecap""".split()  # noqa: SIM905 # words are easier to read than a list
)
Attributes = Mapping[str, str | float]

_SPECIAL = re.compile("[&<>\"'\t\n\r]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escaped(text: str) -> str:
    """`text` as XML and HTML read it back, in content and in attributes alike."""
    return _SPECIAL.sub(_entity, writable(text))


def _entity(match: re.Match[str]) -> str:
    character = match.group()
    return _ENTITIES.get(character, f"&#{ord(character)};")


def element(name: str, attributes: Attributes, *content: str) -> str:
    """An element with ready-made content; names that are not on the list are a bug."""
    if name not in ELEMENTS or not ATTRIBUTES.issuperset(attributes):
        raise ValueError(f"{name} {sorted(attributes)} may not stand in a map")
    start = f"<{name}" + "".join(f' {key}="{_value(attributes[key])}"' for key in attributes)
    return f"{start}>{''.join(content)}</{name}>" if content else f"{start}/>"


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else number(value)


def piece(shape: Piece, attributes: Attributes) -> str:
    """A piece of Graphviz's drawing as an element of ours."""
    if isinstance(shape, Ellipse):
        place = {"cx": shape.centre[0], "cy": shape.centre[1]}
        return element(
            "ellipse", {**place, "rx": shape.radii[0], "ry": shape.radii[1], **attributes}
        )
    return element("path", {"d": path_data(shape), **attributes})


def path_data(outline: Outline) -> str:
    """The `d` of an outline."""
    steps = [
        command + " ".join(f"{number(x)} {number(y)}" for x, y in points)
        for command, points in outline.steps
        if points
    ]
    return "".join(steps) + ("Z" if outline.closed else "")
