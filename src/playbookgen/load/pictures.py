"""The pictures that a brand names: inside the workspace, readable, of moderate size."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from playbookgen.load.codes import PICTURE
from playbookgen.load.inside import file_inside
from playbookgen.model.source import KeyPath, SourceDocument
from playbookgen.problems import Problem, printable

MAX_PICTURE = 256 * 1024
"""In bytes: a logo that takes longer to load than its page is none."""


class PictureFile(NamedTuple):
    """A picture's bytes and its path as messages show it; or what is wrong with it."""

    shown: str
    data: bytes = b""
    problem: Problem | None = None


def named_picture(root: Path, name: str, document: SourceDocument, key: KeyPath) -> PictureFile:
    """The picture that the settings of the workspace at `root` name at `key`."""
    shown = printable(name.replace("\\", "/"))
    path, fault = file_inside(root, name)
    data = b""
    if not fault:
        data, fault = _read(path)
    if not fault:
        return PictureFile(shown, data)
    where = document.locate(key)
    return PictureFile(
        shown, problem=Problem(PICTURE.code, f"{shown} {fault}", where, PICTURE.cure)
    )


def _read(path: Path) -> tuple[bytes, str]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_PICTURE + 1)
    except OSError:
        return b"", "cannot be read"
    return data, f"is larger than {MAX_PICTURE // 1024} KiB" if len(data) > MAX_PICTURE else ""
