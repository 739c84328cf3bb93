"""Fonts for PNG and PDF: those that are named, or found here, that cover every character."""

from __future__ import annotations

import logging
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from playbookgen.render.failures import font_missing, font_unusable
from playbookgen.render.font_names import PREFERRED, STRONG_BY_STEM, font_folders, script_of

# It tells the terminal of every oddity, in the words that stand in the file.
logging.getLogger("fontTools").addHandler(logging.NullHandler())

_ENDINGS = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_STYLED = ("Bold", "Italic", "Oblique", "Black", "Light", "Thin", "Mono", "Condensed", "Serif")


@dataclass(frozen=True, slots=True)
class Font:
    """A font file, the family to ask for, and the code points it has glyphs for."""

    path: Path
    family: str
    covered: frozenset[int]


def fonts_for(text: str, *, named: Sequence[Path] = ()) -> tuple[Font, ...]:
    """The fewest fonts, by preference, that cover `text`; a failure with its cure if none do."""
    missing = frozenset(map(ord, _visible(text)))
    chosen = [_opened(path) for path in named]
    missing -= frozenset().union(*(font.covered for font in chosen))
    for font in _candidates() if missing else ():
        if missing & font.covered:
            chosen.append(font)
            missing -= font.covered
        if not missing:
            break
    if missing:
        characters = "".join(map(chr, sorted(missing)))
        raise font_missing(characters, script_of(characters[0]).cure)
    return tuple(chosen) or (_any_font(),)


def strong_faces(fonts: Iterable[Font]) -> tuple[Font, ...]:
    """The semibold or bold faces that stand beside fonts of this system, where there are some.

    Without one, semibold text is set in the regular face.
    """
    files = _font_files()
    found = (_strong_face(font, files) for font in fonts if files.get(font.path.stem) == font.path)
    return tuple(font for font in found if font)


def _strong_face(font: Font, files: Mapping[str, Path]) -> Font | None:
    stem = font.path.stem.removesuffix("-Regular")
    names = STRONG_BY_STEM.get(stem, (f"{stem}-SemiBold", f"{stem}-Bold"))
    faces = (_read(files[name]) for name in names if name in files)
    return next((face for face in faces if face and face.family == font.family), None)


def _any_font() -> Font:
    """A font for a picture without text, or with blanks alone."""
    return next(iter(fonts_for("x")))


def _visible(text: str) -> Iterator[str]:
    """The characters that need a glyph: no blanks, no invisible marks of format."""
    for character in dict.fromkeys(text):
        if unicodedata.category(character) not in {"Cc", "Cf", "Zs", "Zl", "Zp"} and not (
            0xFE00 <= ord(character) <= 0xFE0F
        ):
            yield character


def _candidates() -> Iterator[Font]:
    """The fonts of this machine: the preferred ones first, then whatever there is."""
    files = _font_files()
    preferred = [files[stem] for stem in PREFERRED if stem in files]
    others = [path for path in files.values() if path not in set(preferred)]
    others.sort(key=lambda path: (any(word in path.stem for word in _STYLED), path.name))
    for path in (*preferred, *others):
        font = _read(path)
        if font:
            yield font


@cache
def _font_files() -> dict[str, Path]:
    """The font files in this system's folders, by stem; of two with one name, the first."""
    found: dict[str, Path] = {}
    for folder in font_folders():
        for path in sorted(_files_below(folder)):
            found.setdefault(path.stem, path)
    return found


def _files_below(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS)


def _opened(path: Path) -> Font:
    """The font that a user named."""
    font = _read(path)
    if font is None:
        raise font_unusable(str(path))
    return font


@cache
def _read(path: Path) -> Font | None:
    """What we need of a font file, or nothing if it is none."""
    try:
        face = _face(path)
        family = face["name"].getBestFamilyName()
        covered = frozenset(face.getBestCmap() or ())
    except Exception:  # noqa: BLE001 # what is damaged may end the reading anywhere
        return None
    return Font(path, family, covered) if family else None


def _face(path: Path) -> TTFont:
    """The face of a file; in a collection the Japanese one, whose han have our readers' shapes."""
    if path.suffix.lower() not in {".ttc", ".otc"}:
        return TTFont(path, lazy=True)
    faces = TTCollection(str(path), lazy=True).fonts
    named = ((face, face["name"].getBestFamilyName() or "") for face in faces)
    return next((face for face, family in named if family.endswith("JP")), faces[0])
