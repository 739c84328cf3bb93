"""The workspace: the folder that holds playbookgen.yaml, and the playbooks in it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from playbookgen.load.codes import (
    FOLDER_NAME,
    MISSING_FILE,
    NO_PLAYBOOK,
    NO_WORKSPACE,
    OUTSIDE,
    SAME_NAME,
    SYMLINK,
    UNREADABLE,
    Kind,
)
from playbookgen.load.document import LoadResult, load_document
from playbookgen.model.values import parse_slug
from playbookgen.problems import Location, Problem, UsageError, printable, sort_problems

SETTINGS = "playbookgen.yaml"
PLAYBOOK = "playbook.yaml"
PLAYBOOKS = "playbooks"
LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class PlaybookFile:
    """Where a playbook is written."""

    id: str
    path: Path
    shown: str
    """The path as messages show it: relative to the workspace, with forward slashes."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace's settings and the playbooks found in it, with what is wrong with either."""

    root: Path
    settings: LoadResult
    playbooks: tuple[PlaybookFile, ...] = ()
    library: tuple[PlaybookFile, ...] = ()
    """The files of the library; the id is the file's name without its ending."""
    problems: tuple[Problem, ...] = ()
    """Those of the settings file too."""
    refused: bool = False
    folder: Path | None = None
    """The folder of playbooks, if it can be used."""


def find_workspace(path: Path) -> Workspace:
    """The workspace that holds `path`: its own folder, or the nearest one above it."""
    root = _root(path)
    settings = load_document(root / SETTINGS, shown=SETTINGS)
    finder = _Finder(root, settings)
    playbooks = tuple(finder.playbooks())
    library = tuple(finder.library())
    problems = sort_problems([*settings.problems, *finder.problems])
    refused = settings.refused or finder.refused
    return Workspace(root, settings, playbooks, library, tuple(problems), refused, finder.folder)


def _root(path: Path) -> Path:
    # A name too long for the system, or links in a circle, lead to no folder.
    with suppress(OSError, RuntimeError):
        start = path.resolve()
        for folder in (start, *start.parents):
            if (folder / SETTINGS).exists() or (folder / SETTINGS).is_symlink():
                return folder
    message = f"There is no {SETTINGS} in this folder or above it"
    shown = printable(path.as_posix())
    raise UsageError(Problem(NO_WORKSPACE.code, message, Location(shown), NO_WORKSPACE.cure))


class _Finder:
    """Looks for playbooks and keeps what is wrong with their folders."""

    def __init__(self, root: Path, settings: LoadResult) -> None:
        self.root = root
        self.settings = settings
        self.problems: list[Problem] = []
        self.refused = False
        self.folder = self._folder()

    def library(self) -> Iterator[PlaybookFile]:
        """The files of the library in the order of their names."""
        folder = self.folder / LIBRARY if self.folder else None
        if folder is None or not os.path.lexists(folder):
            return
        for path in sorted(folder.glob("*.yaml")):
            if self._linked(path):
                self._report(SYMLINK, "This is a symbolic link, which is not followed", path)
            else:
                yield PlaybookFile(path.stem, path, self._shown(path))

    def playbooks(self) -> Iterator[PlaybookFile]:
        """The playbooks in the order of their ids."""
        folder = self.folder
        if folder is None:
            return
        children = self._children(folder)
        self._same_names(children)
        for child in children:
            file = self._playbook(child)
            if file:
                yield file

    def _folder(self) -> Path | None:
        document = self.settings.document
        name = document.data.get(PLAYBOOKS, PLAYBOOKS) if document else PLAYBOOKS
        if not isinstance(name, str) or not name.strip():
            name = PLAYBOOKS  # the schema tells what is wrong with it
        parts = PurePosixPath(name.strip().replace("\\", "/"))
        folder = self.root.joinpath(*parts.parts)
        where = document.locate((PLAYBOOKS,)) if document else Location(SETTINGS)
        if parts.is_absolute() or ".." in parts.parts or ":" in name:
            self._report(OUTSIDE, "The folder of playbooks is outside the workspace", where)
        elif self._linked(folder):
            self._report(SYMLINK, "The folder of playbooks is a symbolic link", where)
        elif not folder.is_dir():
            message = f"The folder of playbooks, {self._shown(folder)}, does not exist"
            self._report(MISSING_FILE, message, where)
        else:
            return folder
        return None

    def _children(self, folder: Path) -> list[Path]:
        """The folders that may hold a playbook, in order."""
        try:
            found = sorted(folder.iterdir(), key=lambda child: child.name)
        except OSError:
            self._report(UNREADABLE, "This folder cannot be read", folder)
            return []
        return [
            child
            for child in found
            if not child.name.startswith((".", "_"))
            and child.name != LIBRARY
            and (child.is_dir() or child.is_symlink())
        ]

    def _same_names(self, folders: Iterable[Path]) -> None:
        first_by_name: dict[str, Path] = {}
        for folder in folders:
            name = unicodedata.normalize("NFKC", folder.name).casefold()
            first = first_by_name.setdefault(name, folder)
            if first is not folder:
                message = f"This folder and {self._shown(first)} have names that count as the same"
                self._report(SAME_NAME, message, folder)

    def _playbook(self, folder: Path) -> PlaybookFile | None:
        path = folder / PLAYBOOK
        linked = next((each for each in (folder, path) if self._linked(each)), None)
        if linked:
            self._report(SYMLINK, "This is a symbolic link, which is not followed", linked)
        elif not path.exists():
            self._report(NO_PLAYBOOK, f"This folder has no {PLAYBOOK}", folder)
        else:
            try:
                return PlaybookFile(parse_slug(folder.name), path, self._shown(path))
            except ValueError as error:
                self._report(FOLDER_NAME, f"The folder's name is no id: {error}", folder)
        return None

    def _linked(self, path: Path) -> bool:
        """Whether the path is a link, or a link stands on the way to it from the root."""
        return path.is_symlink() or path.resolve() != path

    def _shown(self, path: Path) -> str:
        return printable(path.relative_to(self.root).as_posix())

    def _report(self, kind: Kind, message: str, where: Path | Location) -> None:
        self.refused |= kind.refused
        location = where if isinstance(where, Location) else Location(self._shown(where))
        self.problems.append(Problem(kind.code, message, location, kind.cure, kind.severity))
