"""The font files that a workspace names: inside it, readable, and fonts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from playbookgen.load.codes import FONT
from playbookgen.load.inside import file_inside
from playbookgen.model.source import SourceDocument
from playbookgen.problems import Location, Problem, printable

_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""How TrueType and OpenType files and their collections begin."""


class NamedFonts(NamedTuple):
    """The fonts that can be used, and what is wrong with the others."""

    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    places: tuple[Location, ...] = ()
    """Where each of the files is named."""


def named_fonts(root: Path, names: Sequence[str], document: SourceDocument) -> NamedFonts:
    """The font files that `fonts:` of the workspace at `root` names."""
    files, problems, places = [], [], []
    for index, name in enumerate(names):
        where = document.locate(("fonts", index))
        path, fault = file_inside(root, name)
        fault = fault or _fault(path)
        if fault:
            problems.append(Problem(FONT.code, f"{printable(name)} {fault}", where, FONT.cure))
        else:
            files.append(path)
            places.append(where)
    return NamedFonts(tuple(files), tuple(problems), tuple(places))


def _fault(path: Path) -> str:
    """What keeps a file from being used as a font; empty if nothing does."""
    try:
        with path.open("rb") as file:
            return "" if file.read(4) in _BEGINNINGS else "is not a font"
    except OSError:
        return "cannot be read"
