"""A brand's SVG, rebuilt through a closed list: shapes and colours, nothing that acts or loads."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn
from xml.sax import SAXException, SAXParseException, handler
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from playbookgen.model.branding import BrandPicture
from playbookgen.render.brand.colour_names import hex_colour
from playbookgen.render.elements import escaped
from playbookgen.render.failures import picture_unusable
from playbookgen.render.numbers import number

MAX_ELEMENTS = 5_000
MAX_DEPTH = 64
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_ELEMENTS = frozenset(
    """svg g defs path rect circle ellipse line polyline polygon linearGradient radialGradient stop
    clipPath mask title desc""".split()  # noqa: SIM905 # words are easier to read than a list
)
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polyline", "polygon"})
_LEFT_OUT = frozenset({"metadata", "title", "desc"})
"""Elements of SVG that show nothing; those of other namespaces go, too."""
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_STYLED = frozenset(
    """fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity
    clip-path clip-rule mask display visibility""".split()  # noqa: SIM905 # words are easier to read than a list
)
"""What may also stand in a `style` attribute."""
_ATTRIBUTES = _STYLED | frozenset(
    """id d points x y width height cx cy r rx ry x1 y1 x2 y2 fx fy offset transform
    gradientTransform gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits
    viewBox preserveAspectRatio""".split()  # noqa: SIM905 # words are easier to read than a list
)
_PAINTS = ("fill", "stroke", "stop-color")
_VALUE = re.compile(r"[\w\s#(),.%+\-]*", re.ASCII)
_REFERENCE = re.compile(r"url\(\s*[\"']?#([A-Za-z_][\w.\-]*)[\"']?\s*\)", re.ASCII)
_NAME = re.compile(r"[A-Za-z_][\w.\-]*", re.ASCII)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*")
_PLAIN = "Export it as plain SVG, with texts as paths and no effects."


def svg_picture(data: bytes, shown: str) -> BrandPicture:
    """The picture in an SVG file. Raises RefusedError."""
    parser = DefusedExpatParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    rebuild = _Rebuild(shown)
    parser.setFeature(handler.feature_namespaces, True)
    parser.setContentHandler(rebuild)
    try:
        parser.parse(io.BytesIO(data))
    except DefusedXmlException:
        cure = "Delete the lines that begin with <!DOCTYPE or <!ENTITY."
        raise picture_unusable(shown, 1, "This SVG declares a document type", cure) from None
    except SAXParseException as error:
        line = error.getLineNumber() or 1
        raise picture_unusable(shown, line, "This is not well-formed XML", _PLAIN) from None
    except (SAXException, LookupError, ValueError):
        raise picture_unusable(shown, 1, "This is not well-formed XML", _PLAIN) from None
    return rebuild.picture()


class _Rebuild(handler.ContentHandler):
    """Writes what is on the list again; refuses what would be missed, with its line."""

    def __init__(self, shown: str) -> None:
        super().__init__()
        self.shown = shown
        self.parts: list[str] = []
        self.colours: set[str] | None = set()
        self.size = (0.0, 0.0)
        self._filled = [False]
        self._depth = 0
        self._skipping = 0
        self._elements = 0
        self._where: Locator | None = None

    def picture(self) -> BrandPicture:
        """The rebuilt picture."""
        text = "".join(self.parts) + "\n"
        known = frozenset(self.colours) if self.colours else None
        return BrandPicture("svg", text.encode(), *self.size, known)

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 # SAX calls it so
        """Keeps what tells the line."""
        self._where = locator

    def startElementNS(  # noqa: N802 # SAX calls it so
        self, name: tuple[str | None, str], _qname: str | None, attrs: AttributesNSImpl
    ) -> None:
        """Begins an element of the list; what is below one that shows nothing is left out."""
        space, tag = name
        self._depth += 1
        self._elements += 1
        if self._depth > MAX_DEPTH or self._elements > MAX_ELEMENTS:
            self._refuse("This SVG has too many parts", "Simplify it.")
        if self._skipping:
            self._skipping += 1
        elif self._depth == 1:
            self._begin_root(space, tag, attrs)
        elif space != _SVG or tag in _LEFT_OUT:
            self._skipping = 1
        elif tag not in _ELEMENTS or tag == "svg":
            self._refuse(f"<{tag}> may not stand in a logo", _cure_of(tag))
        else:
            self._write(tag, dict(self._attributes(tag, attrs)))
            if tag in _SHAPES and not self._filled[-1]:
                self._see("black")  # what a shape is filled with if nobody says

    def endElementNS(  # noqa: N802 # SAX calls it so
        self, name: tuple[str | None, str], _qname: str | None
    ) -> None:
        """Ends what was begun."""
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
        else:
            self._filled.pop()
            self.parts.append(f"</{name[1]}>")

    def _begin_root(self, space: str | None, tag: str, attrs: AttributesNSImpl) -> None:
        if (space, tag) != (_SVG, "svg"):
            self._refuse("This XML is not an SVG", _PLAIN)
        written = dict(self._attributes(tag, attrs))
        box = self._box(written)
        self.size = box[2], box[3]
        kept = {key: text for key, text in written.items() if key in _STYLED}
        shape = {"viewBox": " ".join(map(number, box))} | _sized(self.size)
        self._write("svg", {"xmlns": _SVG, **shape, **kept})

    def _box(self, written: Mapping[str, str]) -> tuple[float, float, float, float]:
        """The part of the plane that is shown."""
        try:
            if "viewBox" in written:
                x, y, wide, high = map(float, re.split(r"[\s,]+", written["viewBox"].strip()))
            else:
                x, y = 0.0, 0.0
                wide, high = (_length(written.get(key, "")) for key in ("width", "height"))
        except ValueError:
            wide = high = 0.0
        if not (0 < wide < 1e6 and 0 < high < 1e6 and abs(x) < 1e6 and abs(y) < 1e6):
            self._refuse("This SVG does not say its size", 'Give it a viewBox, as "0 0 120 40".')
        if wide > 12 * high or high > 4 * wide:
            self._refuse("This SVG is too long and thin for a logo", "Crop it, or name another.")
        return x, y, wide, high

    def _attributes(self, tag: str, attrs: AttributesNSImpl) -> Iterator[tuple[str, str]]:
        """The attributes that are on the list, those of a style after the others."""
        styled: dict[str, str] = {}
        for (space, name), value in sorted(attrs.items(), key=_by_name):
            if name.lower().startswith("on"):
                self._refuse(f"{name} could run a script", "Delete the attribute.")
            elif name == "href" and space in (None, _XLINK):
                yield "href", self._href(tag, value)
            elif space is None and name == "filter":
                self._refuse("An effect may not stand in a logo", _PLAIN)
            elif space is None and name == "style":
                styled = dict(self._declarations(value))
            elif space is None and name in _ATTRIBUTES:
                yield name, self._value(name, value)
        yield from styled.items()

    def _href(self, tag: str, value: str) -> str:
        """The address of a gradient that another one takes its colours from."""
        target = value.strip()
        if tag not in _GRADIENTS or not _NAME.fullmatch(target[1:]) or target[:1] != "#":
            self._refuse("A logo may not link or refer to anything else", "Delete the href.")
        return target

    def _declarations(self, style: str) -> Iterator[tuple[str, str]]:
        for declaration in style.split(";"):
            name, _, value = (part.strip() for part in declaration.partition(":"))
            if name == "filter" and value != "none":
                self._refuse("An effect may not stand in a logo", _PLAIN)
            if name in _STYLED:
                yield name, self._value(name, value.removesuffix("!important").strip())

    def _value(self, name: str, value: str) -> str:
        if name == "id":
            return self._checked_id(value)
        reference = _REFERENCE.match(value)
        if reference:
            if name in _PAINTS:
                self.colours = None  # a gradient: which colours it shows where is not followed
            return f"url(#{self._checked_id(reference[1])})"
        if not _VALUE.fullmatch(value) or "url" in value.lower():
            self._refuse(f"The value of {name} is not one for shapes and colours", _PLAIN)
        if name in _PAINTS:
            self._see(value)
        return value

    def _checked_id(self, name: str) -> str:
        if not _NAME.fullmatch(name):
            self._refuse("This id is not made of letters and digits", "Rename it.")
        return name

    def _see(self, paint: str) -> None:
        """Keeps a colour that is shown, as far as all are known."""
        value = paint.strip().lower()
        if value == "none" or self.colours is None:
            return
        colour = hex_colour(value)
        self.colours = self.colours | {colour} if colour else None

    def _write(self, tag: str, attributes: Mapping[str, str]) -> None:
        words = "".join(f' {name}="{escaped(text)}"' for name, text in attributes.items())
        self._filled.append(self._filled[-1] or "fill" in attributes)
        self.parts.append(f"<{tag}{words}>")

    def _refuse(self, words: str, cure: str) -> NoReturn:
        line: Any = self._where.getLineNumber() if self._where else 1
        raise picture_unusable(self.shown, int(line or 1), words, cure)


def _by_name(item: tuple[tuple[str | None, str], str]) -> tuple[str, str]:
    (space, name), _ = item
    return name, space or ""


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) if found else 0.0


def _sized(size: tuple[float, float]) -> dict[str, str]:
    return {"width": number(size[0]), "height": number(size[1])}


def _cure_of(tag: str) -> str:
    """What helps with an element that is often met."""
    if tag in ("text", "tspan", "textPath"):
        return "Convert its texts to paths, so that no font is needed."
    if tag == "style":
        return "Export it with presentation attributes or style attributes, without a style sheet."
    if tag in ("use", "symbol"):
        return "Ungroup its symbols, so that each shape stands in its place."
    if tag == "image":
        return "Trace the picture, or name it as PNG."
    return _PLAIN
