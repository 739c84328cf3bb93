"""A tree to its folder: written beside, flushed to disk, exchanged by renaming, or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from playbookgen.problems import Location, OutputError, Problem
from playbookgen.publish.manifest import MANIFEST, manifest_of, own_files

WORK = ".playbookgen-work"
CANNOT_WRITE = "PB922"


def exchange(tree: Mapping[str, bytes], target: Path, *, work: Path) -> None:
    """Puts `tree` in the place of `target`, by way of the empty folder `work` on the same disk."""
    own_files(target)
    new, old = work / "new", work / "old"
    with writing(target):
        write_tree({**tree, MANIFEST: manifest_of(tree)}, new)
        target.parent.mkdir(parents=True, exist_ok=True)
        # Looked at again: the pages took a while, and whatever came in between is not ours.
        files = own_files(target)
        _swap(new, target, old)
        flush(target.parent)
        remove([old / path.relative_to(target) for path in files], old)


def write_tree(tree: Mapping[str, bytes], folder: Path) -> None:
    """Writes the files of `tree` below `folder`, each flushed to disk."""
    folders = {folder}
    for name, data in tree.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    for each in sorted(folders):
        flush(each)


def flush(folder: Path) -> None:
    """Flushes the names in `folder` to disk, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(files: Iterable[Path], folder: Path) -> None:
    """Removes `files` and then the empty folders below and including `folder`."""
    for path in files:
        path.unlink(missing_ok=True)
    for where, _, _ in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(where).rmdir()


@contextlib.contextmanager
def writing(target: Path) -> Iterator[None]:
    """Turns a refusal of the system into an OutputError that names `target`."""
    try:
        yield
    except OSError as error:
        words = error.strerror or type(error).__name__
        raise OutputError(
            Problem(
                CANNOT_WRITE,
                f"The site cannot be written: {words}.",
                Location(target.as_posix()),
                "See that the folder may be written and the disk has room, or use --output.",
            )
        ) from error


def _swap(new: Path, target: Path, old: Path) -> None:
    if not target.exists():
        new.rename(target)
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
