"""Writing sources: whole files or none, and never over something that is there unseen."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playbookgen.problems import Location, OutputError, Problem, RefusedError, printable

EXISTS = "PB701"
NOT_WRITTEN = "PB702"
LINK = "PB704"
CHANGED_MEANWHILE = "PB705"


def write_new_files(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    """Writes each text below `folder`; raises OutputError, with nothing written, if one exists."""
    targets = {name: folder / name for name in files}
    taken = [name for name, target in targets.items() if os.path.lexists(target)]
    if taken:
        raise OutputError(
            *(
                Problem(
                    EXISTS,
                    "This file exists already and is left as it is",
                    Location(name),
                    "Choose another folder, or remove the file.",
                )
                for name in taken
            )
        )
    written: list[Path] = []
    try:
        for name, target in targets.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, files[name])
            written.append(target)
    except OSError as error:
        for target in written:
            target.unlink(missing_ok=True)
        raise _not_written(folder, error) from error
    return tuple(written)


def replace_file(path: Path, *, before: bytes, after: bytes) -> None:
    """Puts `after` in the place of a file that still holds `before`; a link is refused."""
    if path.is_symlink() or path.resolve() != path.absolute():
        raise RefusedError(
            Problem(
                LINK,
                "This is a symbolic link, or reached by one, and is not written to",
                _place(path),
                "Put the file itself in its place.",
            )
        )
    try:
        mode = stat.S_IMODE(path.stat().st_mode)
        with _beside(path, after, mode=mode) as new:
            if path.read_bytes() != before:
                raise OutputError(
                    Problem(
                        CHANGED_MEANWHILE,
                        "This file was changed while it was being worked on, and is left as it is",
                        _place(path),
                        "Run the command again.",
                    )
                )
            new.replace(path)
    except OSError as error:
        raise _not_written(path, error) from error


def _write_whole(target: Path, text: str) -> None:
    """Writes beside the target, then moves it into place, so that no half file is ever seen."""
    with _beside(target, text.encode(), mode=0o644) as new:
        # A link fails if the target has come into being meanwhile; a rename would replace it.
        os.link(new, target)


@contextmanager
def _beside(target: Path, data: bytes, *, mode: int) -> Iterator[Path]:
    """A file beside the target that holds the data, flushed to disk; gone afterwards."""
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    new = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(mode)
        yield new
    finally:
        new.unlink(missing_ok=True)


def _not_written(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or "unknown reason"
    message = f"Nothing can be written here: {reason}"
    return OutputError(Problem(NOT_WRITTEN, message, _place(path)))


def _place(path: Path) -> Location:
    return Location(printable(path.as_posix()))
