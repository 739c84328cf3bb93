"""One build at a time in an output folder."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from playbookgen.problems import Location, OutputError, Problem
from playbookgen.publish.exchange import writing

LOCK = ".playbookgen-lock"
LOCKED = "PB923"


@contextlib.contextmanager
def output_lock(out: Path) -> Iterator[None]:
    """Keeps `out` for this process; the system lets go of it whenever and however that ends."""
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        file = (out / LOCK).open("ab")
    with file:
        try:
            _take(file)
        except OSError:
            raise _locked(out) from None
        yield


def _take(file: IO[bytes]) -> None:
    if find_spec("fcntl"):
        fcntl = import_module("fcntl")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    elif os.name == "nt":
        msvcrt = import_module("msvcrt")
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)


def _locked(out: Path) -> OutputError:
    return OutputError(
        Problem(
            LOCKED,
            "Another build is writing to this folder.",
            Location(out.as_posix()),
            "Wait until it has ended, or choose another folder with --output.",
        )
    )
