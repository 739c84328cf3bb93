"""One YAML file to a SourceDocument, or to the problems that kept it from being one."""

from __future__ import annotations

import gc
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from yaml import YAMLError

from playbookgen.load.builder import TreeBuilder
from playbookgen.load.characters import read_text
from playbookgen.load.codes import MAX_BYTES, MISSING_FILE, SIZE, SYMLINK, UNREADABLE, Kind
from playbookgen.load.findings import Findings, Place
from playbookgen.load.guard import Unreadable
from playbookgen.load.syntax import report_syntax
from playbookgen.model.source import SourceDocument
from playbookgen.problems import Problem, printable, sort_problems


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What became of one file."""

    document: SourceDocument | None
    """What could be read as a whole; there may be problems beside it, and errors among them."""
    problems: tuple[Problem, ...] = ()
    refused: bool = False
    """Whether the file is unsafe or over a limit; there is no document then."""


def load_document(path: Path, *, shown: str) -> LoadResult:
    """The file at `path`, which messages call `shown`."""
    try:
        return parse_document(read_source(path), shown=shown)
    except FileNotFoundError:
        return _without(shown, MISSING_FILE, "This file does not exist")
    except OSError:
        if path.is_symlink():
            return _without(shown, SYMLINK, "This is a symbolic link, which is not followed")
        return _without(shown, UNREADABLE, "This file cannot be read")


def parse_document(data: bytes, *, shown: str) -> LoadResult:
    """The document that these bytes of a file hold."""
    shown = printable(shown)
    if len(data) > MAX_BYTES:
        return _without(shown, SIZE, "This file is too large")
    text, findings = read_text(data, shown)
    document = None
    if text is not None:
        with collection_paused():
            document = _build(text, findings)
    problems = tuple(sort_problems(findings.problems))
    return LoadResult(None if findings.refused else document, problems, findings.refused)


def _build(text: str, findings: Findings) -> SourceDocument | None:
    try:
        data, root = TreeBuilder(findings).build()
    except YAMLError as error:
        report_syntax(error, findings)
        return None
    except Unreadable:
        return None
    return SourceDocument(findings.path, text, data, root, findings.lines)


@contextmanager
def collection_paused() -> Iterator[None]:
    """A while without looking for cycles, for work that grows trees and keeps them."""
    # They have no cycles: looking for them in vain takes a fifth of the time of loading.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_source(path: Path) -> bytes:
    """The bytes of a plain file, one over the limit at most. Raises OSError."""
    # Not following a link and not waiting for a pipe, even if one is put there just now.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    if path.is_symlink():
        raise OSError(path)
    with open(os.open(path, flags | getattr(os, "O_BINARY", 0)), "rb") as file:  # noqa: PTH123 # no path
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(path)
        return file.read(MAX_BYTES + 1)


def _without(shown: str, kind: Kind, message: str) -> LoadResult:
    findings = Findings(printable(shown), "")
    findings.add(kind, message, Place(1, 1))
    return LoadResult(None, tuple(findings.problems), findings.refused)
