"""The guide of a workspace: hand-written Markdown below site/docs, and the pictures beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from playbookgen.load.codes import (
    ENCODING,
    FRONT_MATTER,
    MAX_BYTES,
    PAGE_NAME,
    SIZE,
    SYMLINK,
    UNREADABLE,
    Kind,
)
from playbookgen.load.document import read_source
from playbookgen.problems import Location, Problem, printable

GUIDE = Path("site") / "docs"
PAGE = ".md"
PICTURES = (".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_START = "index"
# Builders read settings there: which template to use, and titles that themes write as HTML.
_FRONT_MATTER = re.compile(r"---[ \t]*\n.*?\n?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FILE_ENDING = re.compile(r"\.[A-Za-z]\w*$")


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
    addresses: set[str] = set()
    for path in _files(root / GUIDE):
        shown = printable(path.relative_to(root).as_posix())
        try:
            name = path.relative_to(root / GUIDE).as_posix()
            data = _bytes(path)
            _claim(name, addresses)
            if path.suffix.lower() == PAGE:
                pages[name] = _text(data)
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


def _text(data: bytes) -> str:
    text = data.decode("utf-8-sig")
    if _FRONT_MATTER.match(text.replace("\r\n", "\n")):
        raise _Refused(FRONT_MATTER, "This page begins with settings for a builder")
    return text


def _claim(name: str, addresses: set[str]) -> None:
    """Keeps the address of a file; refuses a name that builders or systems take for another."""
    path = PurePosixPath(name)
    if printable(name) != name:
        raise _Refused(PAGE_NAME, "This name holds a character that no address can hold")
    address = name
    if path.suffix.lower() == PAGE:
        if path.suffix != PAGE or path.stem == "README" or _FILE_ENDING.search(path.stem):
            raise _Refused(PAGE_NAME, "Builders do not take a file of this name for a page")
        address = str(path.parent if path.stem == _START else path.with_suffix(""))
    if address.casefold() in addresses:
        raise _Refused(PAGE_NAME, "Another file has the same address")
    addresses.add(address.casefold())


def _problem(kind: Kind, words: str, shown: str) -> Problem:
    return Problem(kind.code, words, Location(shown), kind.cure)
