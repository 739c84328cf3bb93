"""One file, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from playbookgen.publish.exchange import writing


def write_file(path: Path, data: bytes) -> None:
    """Writes beside `path`, then moves into its place. Raises OutputError."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).chmod(0o644)
            Path(beside).replace(path)
        finally:
            Path(beside).unlink(missing_ok=True)
