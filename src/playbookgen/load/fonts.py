"""The font files that a workspace names for PNG and PDF: inside it, readable, and fonts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from playbookgen.load.codes import FONT
from playbookgen.model.source import SourceDocument
from playbookgen.problems import Problem, printable

_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")
"""How TrueType and OpenType files and their collections begin."""


class NamedFonts(NamedTuple):
    """The fonts that can be used, and what is wrong with the others."""

    files: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def named_fonts(root: Path, names: Sequence[str], document: SourceDocument) -> NamedFonts:
    """The font files that `fonts:` of the workspace at `root` names."""
    files, problems = [], []
    for index, name in enumerate(names):
        parts = PurePosixPath(name.replace("\\", "/"))
        path = root.joinpath(*parts.parts)
        fault = "is outside the workspace" if _leaves(parts, name) else _fault(root, path)
        if fault:
            where = document.locate(("fonts", index))
            problems.append(Problem(FONT.code, f"{printable(name)} {fault}", where, FONT.cure))
        else:
            files.append(path)
    return NamedFonts(tuple(files), tuple(problems))


def _leaves(parts: PurePosixPath, name: str) -> bool:
    return parts.is_absolute() or ".." in parts.parts or ":" in name


def _fault(root: Path, path: Path) -> str:
    """What keeps a file from being used as a font; empty if nothing does."""
    if path.is_symlink() or path.resolve() != root.resolve() / path.relative_to(root):
        return "is a symbolic link, which is not followed"
    if not path.is_file():
        return "does not exist"
    try:
        with path.open("rb") as file:
            return "" if file.read(4) in _BEGINNINGS else "is not a font"
    except OSError:
        return "cannot be read"
