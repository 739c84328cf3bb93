"""Waiting for a change of a workspace's source files: settings, playbooks and library."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Event
from types import TracebackType

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from playbookgen.load.codes import WATCH
from playbookgen.load.workspace import find_workspace
from playbookgen.problems import EngineError, Location, PlaybookgenError, Problem, printable

_ENDING = ".yaml"
_CHANGES = frozenset({"created", "deleted", "modified", "moved"})
_TOGETHER = 0.1
"""How long, in seconds, to wait for the rest of what an editor writes in one go."""
_PATIENCE = 0.5
"""How long, in seconds, an interruption may have to wait where waiting cannot be broken off."""


class SourceWatch:
    """Tells of changes below the workspace at or above a path, for as long as it is entered."""

    def __init__(self, start: Path) -> None:
        self._start = start
        self._changed = Event()
        self._observer = Observer()
        self._watched: dict[tuple[Path, bool], ObservedWatch] = {}

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

    def wait(self) -> None:
        """Returns when something has changed since the last call, and all of it is written."""
        while not self._changed.wait(_PATIENCE):
            pass
        while self._changed.is_set():
            self._changed.clear()
            self._changed.wait(_TOGETHER)
        with suppress(PlaybookgenError):  # the settings may be gone, until the next change
            self._follow()

    def _follow(self) -> None:
        """Watches the folders that hold sources now: the settings may name others than before."""
        found = find_workspace(self._start)
        wanted = {(found.root, False), *([(found.folder, True)] if found.folder else [])}
        for folder in self._watched.keys() - wanted:
            with suppress(KeyError, OSError):  # it is gone, and its watch with it
                self._observer.unschedule(self._watched.pop(folder))
        for path, whole in sorted(wanted - self._watched.keys()):
            handler = _Handler(self._changed)
            watch = self._observer.schedule(handler, str(path), recursive=whole)
            self._watched[path, whole] = watch


class _Handler(FileSystemEventHandler):
    """Sets a flag for changes of source files; reading one is no change."""

    def __init__(self, changed: Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Looks at one event."""
        paths = (str(event.src_path), str(event.dest_path))
        if event.event_type in _CHANGES and any(path.endswith(_ENDING) for path in paths):
            self._changed.set()
