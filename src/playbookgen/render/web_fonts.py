"""Fonts for readers: the glyphs that a site's pages need, of the files that a workspace names."""

from __future__ import annotations

import io
import struct
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from playbookgen.model.web_fonts import WebFont
from playbookgen.problems import Location, Problem, RefusedError
from playbookgen.render.failures import web_font_lacks, web_font_unusable
from playbookgen.render.font_names import Script, script_of

_FAULTS = (OSError, TTLibError, KeyError, AssertionError, ValueError, IndexError, struct.error)
"""What reading a damaged font ends with."""
_RESTRICTED = 0x0002
_NO_SUBSET = 0x0100
_BITMAPS = 0x0200
"""Bits of OS/2.fsType (OpenType 1.9): what the font's maker allows."""
_OFTEN = frozenset(range(0x20, 0x7F)) | {0xA0, 0xB7, 0x2013, 0x2014, 0x2018, 0x2019, 0x2026}
"""What readers type into the search box, and signs that languages share."""
_READ = frozenset("LNMP")
"""Categories of characters that words are made of; symbols come from the reader's fonts."""


@dataclass(frozen=True, slots=True)
class Face:
    """What is known of a font file before anything is taken from it."""

    path: Path
    index: int
    """Its number in a collection; -1 for a file of its own."""
    family: str
    weight: str
    italic: bool
    covered: frozenset[int]
    place: Location
    """Where it is named."""


def faces_of(files: Sequence[Path], places: Sequence[Location]) -> tuple[Face, ...]:
    """The fonts in the files, each named at its place. Raises RefusedError with all problems."""
    found: list[Face] = []
    problems: list[Problem] = []
    for path, place in zip(files, places, strict=True):
        try:
            found.append(_face(path, place))
        except RefusedError as error:
            problems += error.problems
    if problems:
        raise RefusedError(*problems)
    return tuple(found)


def web_fonts(
    characters: Mapping[str, frozenset[int]], faces: Sequence[Face]
) -> tuple[WebFont, ...]:
    """The fonts of a site, whose pages in each language need these characters."""
    return tuple(
        font
        for language, needed in sorted(characters.items())
        for font in _of_language(language, needed | _OFTEN, faces)
    )


def lacking(
    characters: Iterable[int], faces: Sequence[Face], where: Location
) -> tuple[Problem, ...]:
    """A warning for each script with letters that no font has."""
    have = frozenset().union(*(face.covered for face in faces))
    missing: dict[Script, list[str]] = {}
    for code in sorted(characters):
        if _is_read(code) and code not in have:
            missing.setdefault(script_of(chr(code)), []).append(chr(code))
    return tuple(
        web_font_lacks(
            "".join(letters),
            f"Name a font for {script.name} under fonts:, such as Noto Sans, "
            "or leave it to the fonts of the readers.",
            where,
        )
        for script, letters in missing.items()
    )


def _is_read(code: int) -> bool:
    return unicodedata.category(chr(code))[0] in _READ and not 0xE000 <= code <= 0xF8FF


def _of_language(language: str, needed: frozenset[int], faces: Sequence[Face]) -> Iterable[WebFont]:
    """A font of each file that has something to add; the first family that has a glyph gives it."""
    given: dict[str, frozenset[int]] = {}
    for number, family in enumerate(dict.fromkeys(face.family for face in faces), 1):
        have = frozenset().union(*(face.covered for face in faces if face.family == family))
        given[family] = (needed & have) - frozenset().union(*given.values())
        for face in faces:
            part = given[family] & face.covered
            if face.family == family and part - {0x20, 0xA0}:
                name = f"pb-{language}-{number}"
                data = _part(face, part)
                yield WebFont(language, name, data, face.weight, face.italic, part)


@cache
def _face(path: Path, place: Location) -> Face:
    index = _index(path, place)
    try:
        with _opened(path, index) as font:
            _allowed(font, place)
            return Face(path, index, *_known(font), place)
    except _FAULTS as error:
        raise web_font_unusable("This file cannot be read as a font", place) from error


def _known(font: TTFont) -> tuple[str, str, bool, frozenset[int]]:
    covered = frozenset(font.getBestCmap() or ())
    family = font["name"].getBestFamilyName() or ""
    if not covered or not family:
        raise ValueError("no characters, or no name")
    weight = str(font["OS/2"].usWeightClass)
    axes = {axis.axisTag: axis for axis in font["fvar"].axes} if "fvar" in font else {}
    if "wght" in axes:
        weight = f"{axes['wght'].minValue:g} {axes['wght'].maxValue:g}"
    return family, weight, bool(font["OS/2"].fsSelection & 1), covered


def _index(path: Path, place: Location) -> int:
    """The face to take: in a collection the Japanese one, whose han have our readers' shapes."""
    try:
        with path.open("rb") as file:
            if file.read(4) != b"ttcf":
                return -1
        with TTCollection(str(path), lazy=True) as collection:
            names = [face["name"].getBestFamilyName() or "" for face in collection.fonts]
    except _FAULTS as error:
        raise web_font_unusable("This file cannot be read as a font", place) from error
    return next((index for index, name in enumerate(names) if name.endswith("JP")), 0)


def _allowed(font: TTFont, place: Location) -> None:
    """Nothing, if the font's own flags let it be given to readers in part."""
    flags = font["OS/2"].fsType
    if flags & 0x000F == _RESTRICTED:
        raise web_font_unusable("This font says that it may not be embedded", place)
    if flags & _NO_SUBSET:
        raise web_font_unusable("This font says that it may not be shipped in part", place)
    if flags & _BITMAPS:
        raise web_font_unusable("This font says that its outlines may not be embedded", place)


def _opened(path: Path, index: int) -> TTFont:
    return TTFont(path, fontNumber=index, lazy=True, recalcTimestamp=False)


def _part(face: Face, characters: frozenset[int]) -> bytes:
    """The face with these characters alone. Raises RefusedError."""
    try:
        return _subset(face.path, face.index, characters)
    except (*_FAULTS, AttributeError, TypeError) as error:
        raise web_font_unusable("This font is damaged", face.place) from error


@lru_cache(maxsize=256)
def _subset(path: Path, index: int, characters: frozenset[int]) -> bytes:
    """The font with these characters alone, as WOFF2; the same bytes each time."""
    # Here, since it takes a tenth of a second that only workspaces with fonts should spend.
    from fontTools.subset import Options, Subsetter

    options = Options()
    options.flavor = "woff2"
    options.notdef_outline = True
    options.recalc_timestamp = False
    # Whom it is by and under which licence goes with it: free licences ask for that.
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14]
    with _opened(path, index) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(characters))
        subsetter.subset(font)
        font.flavor = "woff2"
        made = io.BytesIO()
        font.save(made, reorderTables=False)
    return made.getvalue()
