"""Fonts made for tests: each character they have is a box, as wide as it is asked for."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen


def write_font(
    path: Path,
    characters: str,
    *,
    family: str = "Boxes",
    width: int = 3000,
    weight: int = 400,
    embedding: int = 0,
) -> Path:
    """A TrueType font of 1000 units an em at `path`; `embedding` is its OS/2.fsType."""
    codes = sorted({ord(each) for each in characters})
    names = {code: f"uni{code:04X}" if code < 0x10000 else f"u{code:X}" for code in codes}
    order = [".notdef", *names.values()]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(order, _box(width)))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (width, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "licenseDescription": "For tests"}
    )
    builder.setupOS2(sTypoAscender=800, usWeightClass=weight, fsType=embedding)
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    pen.lineTo((100, 700))
    pen.lineTo((width - 100, 700))
    pen.lineTo((width - 100, 0))
    pen.closePath()
    return pen.glyph()
