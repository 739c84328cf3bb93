"""Waiting for a change of a workspace's source files: settings, playbooks and library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import NamedTuple

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from playbookgen.load.codes import WATCH
from playbookgen.load.workspace import PLAYBOOKS, find_workspace
from playbookgen.problems import EngineError, Location, PlaybookgenError, Problem, printable

_ENDING = ".yaml"
_CHANGES = frozenset({"created", "deleted", "modified", "moved"})
_TOGETHER = 0.1
"""How long, in seconds, to wait for the rest of what an editor writes in one go."""
_PATIENCE = 0.5
"""How long, in seconds, an interruption may have to wait where waiting cannot be broken off."""


class _Folder(NamedTuple):
    """A folder to watch; another one of the same name is not the same."""

    path: Path
    whole: bool
    """With all that is below it."""
    identity: tuple[int, int]


def _nothing(_root: Path) -> Iterable[Path]:
    return ()


class SourceWatch:
    """Tells of changes below the workspace at or above a path, for as long as it is entered."""

    def __init__(self, start: Path, *, others: Callable[[Path], Iterable[Path]] = _nothing) -> None:
        """`others` names, for the root of the workspace, further files and folders that count.

        Those outside the workspace do not.
        """
        self._start = start
        self._others = others
        self._changed = Event()
        self._observer = Observer()
        self._watched: dict[_Folder, ObservedWatch] = {}
        self._handler = _Handler(self._changed)
        self._playbooks: Path | None = None

    def __enter__(self) -> SourceWatch:
        self._follow()
        try:
            self._observer.start()
        except OSError as error:
            raise EngineError(
                Problem(
                    WATCH.code,
                    f"The system cannot watch for changes: {error.strerror}",
                    Location(printable(self._start.as_posix())),
                    WATCH.cure,
                )
            ) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._observer.stop()
        self._observer.join()

    @property
    def folders(self) -> frozenset[Path]:
        """The folders that are watched."""
        return frozenset(folder.path for folder in self._watched)

    def wait(self) -> None:
        """Returns when something has changed since the last call, and all of it is written."""
        self._follow_again()  # the settings as they were read may name other files
        while not self._changed.wait(_PATIENCE):
            pass
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(_TOGETHER)
        self._follow_again()

    def _follow_again(self) -> None:
        with suppress(PlaybookgenError):  # the settings may be gone, until the next change
            self._follow()

    def _follow(self) -> None:
        """Watches the folders that hold sources now: the settings may name others than before."""
        found = find_workspace(self._start)
        # One that is gone may come back: where another branch is checked out, all are replaced.
        self._playbooks = found.folder or self._playbooks or found.root / PLAYBOOKS
        others = {path for path in self._others(found.root) if _is_inside(path, found.root)}
        self._handler.folders = frozenset({self._playbooks, *others})
        self._handler.others = frozenset(others)
        wanted = {(found.root, False), *map(_watchable, self._handler.folders)}
        folders = set(_identified(wanted))
        for folder in self._watched.keys() - folders:
            with suppress(KeyError, OSError):  # it is gone, and its watch with it
                self._observer.unschedule(self._watched.pop(folder))
        for folder in sorted(folders - self._watched.keys()):
            with suppress(FileNotFoundError):  # it has just gone
                self._watched[folder] = self._observer.schedule(
                    self._handler, str(folder.path), recursive=folder.whole
                )


def _is_inside(path: Path, root: Path) -> bool:
    """Whether a path stays in the workspace: settings may name anything, such as the whole disk."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # a loop of links, or no path at all
        return False


def _watchable(path: Path) -> tuple[Path, bool]:
    """The folder to watch for a path, and whether with all below it; it may not be there yet."""
    if path.is_dir():
        return path, True
    return next(folder for folder in path.parents if folder.is_dir()), False


def _identified(folders: Iterable[tuple[Path, bool]]) -> Iterable[_Folder]:
    for path, whole in folders:
        with suppress(OSError):
            known = path.stat()
            yield _Folder(path, whole, (known.st_dev, known.st_ino))


class _Handler(FileSystemEventHandler):
    """Sets a flag for changes of source files; reading one is no change."""

    def __init__(self, changed: Event) -> None:
        self._changed = changed
        self.others: frozenset[Path] = frozenset()
        """Files and folders of which all counts."""
        self.folders: frozenset[Path] = frozenset()
        """Those, and the folder of playbooks: they count when they come or go."""

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Looks at one event."""
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if event.event_type in _CHANGES and any(self._counts(path, event) for path in paths):
            self._changed.set()

    def _counts(self, path: Path, event: FileSystemEvent) -> bool:
        if event.is_directory and event.event_type == "modified":
            return False  # what has changed in it has an event of its own
        ways = {path, *path.parents}
        if event.is_directory and any(
            folder in ways or path in folder.parents for folder in self.folders
        ):
            return True
        return path.suffix == _ENDING or not self.others.isdisjoint(ways)
