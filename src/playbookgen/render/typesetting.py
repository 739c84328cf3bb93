"""PNG and PDF from a standalone SVG, set by Typst with named fonts and no others.

Compared: resvg-py draws the same PNG but no PDF; CairoSVG and svglib lost Cyrillic, Romanian and
Japanese; skia drew no text and fpdf2 stopped at it; PyMuPDF lost Japanese. Typst kept all of them,
selectable, with textLength, with the same bytes each time.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import ParseError

import typst
from defusedxml import ElementTree

from playbookgen.render.elements import escaped
from playbookgen.render.failures import too_large, typesetting_failed
from playbookgen.render.fonts import Font, fonts_for, strong_faces
from playbookgen.render.styles import FONT_STACK

MAX_PIXELS = 16_000
"""The greatest width and height of a PNG."""
MAX_POINTS = 14_400
"""The greatest width and height of a PDF's page: what its format allows."""

_SVG = "{http://www.w3.org/2000/svg}"
_POINTS = 0.75
"""Points in a px."""
_ROUNDED_UP = 1 - 2e-6
"""What a whole number of pixels is taken times, so that it is itself when it is rounded up."""
_SIZE = re.compile(r'width="[\d.]+" height="[\d.]+" viewBox="[\d. ]+"')
_PAGE = """\
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.language)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#image("map.svg", width: 100%, alt: sys.inputs.alt)
"""


@dataclass(frozen=True, slots=True)
class _Picture:
    """What the page needs to know of an SVG."""

    width: float
    height: float
    title: str
    description: str
    language: str
    text: str


def png_of(
    svg: str, *, pixels: int | None = None, scale: float = 1.0, fonts: Sequence[Path] = ()
) -> bytes:
    """The picture as PNG, exactly so many pixels wide, or `scale` times its size in px."""
    picture = _read(svg)
    wide = pixels or max(1, round(picture.width * scale))
    high = max(1, round(wide * picture.height / picture.width))
    if max(wide, high) > MAX_PIXELS:
        raise too_large(f"{wide} × {high} px", f"{MAX_PIXELS} px")
    # Typst draws an SVG into a raster of its own, in whole pixels rounded up, and samples that for
    # the page: a row is lost wherever the two differ by one. So both are of the same whole pixels.
    page = replace(picture, width=wide * _ROUNDED_UP / _POINTS, height=high * _ROUNDED_UP / _POINTS)
    shown = picture.width, picture.width * high / wide
    sized = _sized(svg, (wide, high * _ROUNDED_UP), shown)
    return _set(sized, page, fonts, file_type="png", ppi=72)


def pdf_of(svg: str, *, scale: float = 1.0, fonts: Sequence[Path] = ()) -> bytes:
    """The picture as a PDF of one page, `scale` times its size, with selectable text and no date.

    At its own size a px is 0.75 pt, so that the smallest print has 9 pt.
    """
    picture = _read(svg)
    picture = replace(picture, width=picture.width * scale, height=picture.height * scale)
    if max(picture.width, picture.height) * _POINTS > MAX_POINTS:
        raise too_large(
            f"{picture.width * _POINTS:.0f} × {picture.height * _POINTS:.0f} pt", f"{MAX_POINTS} pt"
        )
    return _set(svg, picture, fonts, file_type="pdf", ppi=None)


def _set(
    svg: str,
    picture: _Picture,
    fonts: Sequence[Path],
    *,
    file_type: Literal["png", "pdf"],
    ppi: float | None,
) -> bytes:
    chosen = fonts_for(picture.text, named=fonts)
    families = ", ".join(dict.fromkeys(f"'{font.family}'" for font in chosen))
    source = {
        "main.typ": _page(picture).encode(),
        "map.svg": _with_families(svg, families).encode(),
    }
    said = {"title": picture.title, "alt": picture.description, "language": picture.language}
    with _book((*chosen, *strong_faces(chosen))) as book:
        compiler = typst.Compiler(
            source,  # type: ignore[type-var] # its stub lacks the mapping of names to files
            font_paths=book,
            sys_inputs=said,
        )
        try:
            made = compiler.compile(format=file_type, ppi=ppi)
        except RuntimeError as error:
            raise typesetting_failed(str(error).splitlines()[0]) from error
    return made if isinstance(made, bytes) else b"".join(made or [])


@contextmanager
def _book(fonts: Sequence[Font]) -> Iterator[typst.Fonts]:
    """These fonts and no others; Typst takes folders only, so they get one of their own."""
    with tempfile.TemporaryDirectory(prefix="playbookgen-", ignore_cleanup_errors=True) as folder:
        for index, font in enumerate(fonts):
            _put(font.path, Path(folder, f"{index}{font.path.suffix.lower()}"))
        yield typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )


def _put(font: Path, place: Path) -> None:
    """A link to the font, or a copy where links are not allowed."""
    try:
        place.symlink_to(font.resolve())
    except OSError:
        shutil.copyfile(font, place)


def _page(picture: _Picture) -> str:
    return _PAGE.format(width=picture.width * _POINTS, height=picture.height * _POINTS)


def _with_families(svg: str, families: str) -> str:
    """The SVG with the chosen fonts in the place of our list."""
    return svg.replace(f'"{escaped(FONT_STACK)}"', f'"{escaped(families)}"', 1)


def _sized(svg: str, size: tuple[float, float], shown: tuple[float, float]) -> str:
    """The SVG in another size, showing so much of it from its upper left corner."""
    width, height = size
    attributes = f'width="{width}" height="{height}" viewBox="0 0 {shown[0]} {shown[1]}"'
    return _SIZE.sub(attributes, svg, count=1)


def _read(svg: str) -> _Picture:
    """Size, title and texts of a standalone SVG of ours."""
    try:
        root = ElementTree.fromstring(svg)
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
    except (ParseError, KeyError, ValueError) as error:
        raise typesetting_failed("this is not a map of ours") from error
    texts = ("".join(element.itertext()) for element in root.iter(f"{_SVG}text"))
    return _Picture(
        width=width,
        height=height,
        title=root.findtext(f"{_SVG}title", ""),
        description=root.findtext(f"{_SVG}desc", ""),
        language=_language(root.get("lang", "en")),
        text="".join(texts),
    )


def _language(tag: str) -> str:
    """The primary language of a tag, as Typst wants it."""
    found = re.match(r"[A-Za-z]{2,3}", tag)
    return found.group().lower() if found else "en"
