"""The guide of a workspace: hand-written Markdown below site/docs, and the pictures beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playbookgen.load.codes import ENCODING, MAX_BYTES, SIZE, SYMLINK, UNREADABLE, Kind
from playbookgen.load.document import read_source
from playbookgen.problems import Location, Problem, printable

GUIDE = Path("site") / "docs"
PAGE = ".md"
PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


@dataclass(frozen=True, slots=True)
class Guide:
    """What stands in a workspace's guide, by paths below its folder, and what is wrong there."""

    pages: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load_guide(root: Path) -> Guide:
    """The guide of the workspace at `root`; an empty one if it has none."""
    pages: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    problems = []
    for path in _files(root / GUIDE):
        shown = printable(path.relative_to(root).as_posix())
        try:
            data = _bytes(path)
            name = path.relative_to(root / GUIDE).as_posix()
            if path.suffix.lower() == PAGE:
                pages[name] = data.decode("utf-8-sig")
            else:
                pictures[name] = data
        except _Refused as error:
            problems.append(_problem(error.kind, error.words, shown))
        except UnicodeDecodeError:
            problems.append(_problem(ENCODING, "This page is not UTF-8", shown))
        except OSError:
            problems.append(_problem(UNREADABLE, "This file cannot be read", shown))
    return Guide(pages, pictures, tuple(problems))


class _Refused(Exception):  # noqa: N818 # it ends the reading of one file
    def __init__(self, kind: Kind, words: str) -> None:
        super().__init__(words)
        self.kind, self.words = kind, words


def _files(folder: Path) -> Iterator[Path]:
    """The files that a guide may hold, and the links, which are then refused."""
    if folder.is_symlink() or not folder.is_dir():
        return
    for where, folders, files in os.walk(folder):
        folders.sort()
        links = [name for name in folders if Path(where, name).is_symlink()]
        folders[:] = [name for name in folders if not name.startswith((".", "_"))]
        for name in sorted([*files, *links]):
            kept = name in links or Path(name).suffix.lower() in (PAGE, *PICTURES)
            if kept and not name.startswith((".", "_")):
                yield Path(where, name)


def _bytes(path: Path) -> bytes:
    if path.is_symlink() or path.resolve() != path:
        raise _Refused(SYMLINK, "This is a symbolic link, which is not followed")
    data = read_source(path)
    if len(data) > MAX_BYTES:
        raise _Refused(SIZE, "This file is too large")
    return data


def _problem(kind: Kind, words: str, shown: str) -> Problem:
    return Problem(kind.code, words, Location(shown), kind.cure)
