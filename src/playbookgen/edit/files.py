"""Writing sources: whole files or none, and never over something that is there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playbookgen.problems import Location, OutputError, Problem

EXISTS = "PB701"
NOT_WRITTEN = "PB702"


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
        reason = error.strerror or "unknown reason"
        raise OutputError(
            Problem(
                NOT_WRITTEN, f"The folder cannot be written to: {reason}", Location(str(folder))
            )
        ) from error
    return tuple(written)


def _write_whole(target: Path, text: str) -> None:
    """Writes beside the target, then moves it into place, so that no half file is ever seen."""
    descriptor, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o644)
        # A link fails if the target has come into being meanwhile; a rename would replace it.
        os.link(beside, target)
    finally:
        Path(beside).unlink(missing_ok=True)
