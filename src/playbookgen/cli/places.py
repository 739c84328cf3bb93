"""Where files are, as seen from where the command was called: what editors and CI can open."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from playbookgen.problems import Location, PlaybookgenError, Problem, Related


@contextmanager
def places_from_here(start: Path) -> Iterator[None]:
    """Moves the places of a failure in the workspace at or above `start`."""
    try:
        yield
    except PlaybookgenError as error:
        error.problems = seen_from_here(error.problems, start)
        raise


def seen_from_here(problems: Iterable[Problem], start: Path) -> tuple[Problem, ...]:
    """The problems of the workspace at or above `start`, as seen from the current folder."""
    root = None
    with suppress(OSError, RuntimeError):  # a name too long for the system, links in a circle
        root = next((folder for folder in _upward(start) if _is_workspace(folder)), None)
    return tuple(problems) if root is None else from_here(problems, root)


def from_here(problems: Iterable[Problem], root: Path) -> tuple[Problem, ...]:
    """The problems with the paths of files below `root` made relative to the current folder.

    Where neither folder holds the other, paths stay relative to the workspace.
    """
    try:
        here = Path.cwd().resolve()
    except FileNotFoundError:  # deleted since it was entered
        return tuple(problems)
    root = root.resolve()
    if root == here or not (root.is_relative_to(here) or here.is_relative_to(root)):
        return tuple(problems)
    return tuple(_moved(problem, root, here) for problem in problems)


def _upward(start: Path) -> Iterator[Path]:
    folder = start.resolve()
    yield folder
    yield from folder.parents


def _is_workspace(folder: Path) -> bool:
    return (folder / "playbookgen.yaml").exists()


def _moved(problem: Problem, root: Path, here: Path) -> Problem:
    related = tuple(
        Related(_place(item.location, root, here), item.message) for item in problem.related
    )
    return replace(problem, location=_place(problem.location, root, here), related=related)


def _place(location: Location, root: Path, here: Path) -> Location:
    if not location.path or not (root / location.path).exists():
        return location
    path = os.path.relpath(root / location.path, here)
    return replace(location, path=Path(path).as_posix())
