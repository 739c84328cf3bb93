"""Source files in their canonical layout: nothing is lost, or nothing is written."""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playbookgen import edit, load
from playbookgen.model.definition import (
    LibraryDefinition,
    PlaybookDefinition,
    WorkspaceDefinition,
)
from playbookgen.model.fields import Entity
from playbookgen.model.source import KeyPath, SourceDocument, SourceMap
from playbookgen.model.written import Remark
from playbookgen.pipeline.check import has_errors
from playbookgen.problems import (
    ExitCode,
    Location,
    PlaybookgenError,
    Problem,
    Severity,
    UsageError,
    printable,
    sort_problems,
)
from playbookgen.validate.annotations import model_at

LEFT_ALONE = "PB703"
NO_SOURCE = "PB805"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A source file and its canonical layout."""

    path: Path
    shown: str
    before: bytes
    after: bytes

    @property
    def is_changed(self) -> bool:
        """Whether the file is not laid out so already."""
        return self.before != self.after

    def difference(self) -> str:
        """What would change, as a unified diff."""
        before, after = (_text(data).splitlines() for data in (self.before, self.after))
        lines = difflib.unified_diff(before, after, self.shown, self.shown, lineterm="")
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class FormattedFiles:
    """What became of several files."""

    files: tuple[Formatted, ...]
    problems: tuple[Problem, ...]

    @property
    def changed(self) -> tuple[Formatted, ...]:
        """The files that are not laid out so already."""
        return tuple(file for file in self.files if file.is_changed)

    @property
    def exit_code(self) -> ExitCode:
        """0, or 1 if a file could not be laid out."""
        return ExitCode.FINDINGS if has_errors(self.problems) else ExitCode.OK


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    shown: str
    model: type[Entity]


def fmt(paths: Sequence[Path], *, write: bool = True) -> FormattedFiles:
    """The sources at `paths` (files, or folders of a workspace) laid out; written if changed."""
    files: list[Formatted] = []
    problems: list[Problem] = []
    for source in _sources(paths):
        loaded = load.load_document(source.path, shown=source.shown)
        problems += loaded.problems
        if loaded.document is None or has_errors(loaded.problems):
            continue
        try:
            formatted = _formatted(source)
            if write and formatted.is_changed:
                edit.replace_file(source.path, before=formatted.before, after=formatted.after)
            files.append(formatted)
        except edit.CannotLayOut as reason:
            problems.append(_left_alone(source.shown, str(reason)))
        except PlaybookgenError as error:
            problems += error.problems
    return FormattedFiles(tuple(files), tuple(sort_problems(problems)))


def laid_out_bytes(data: bytes, model: type[Entity], *, shown: str) -> bytes:
    """The bytes of a source file in its canonical layout. Raises CannotLayOut.

    The line end of the first line is kept for all lines; a byte order mark is dropped.
    """
    text = _text(data)
    document = _document(text, shown)
    if document is None:
        raise edit.CannotLayOut("it has errors")
    written = load.written_form(document)

    def order(path: KeyPath) -> Sequence[str]:
        at = model_at(model, path)
        return edit.key_order(at) if at and issubclass(at, Entity) else ()

    result = edit.laid_out(written, order)
    _verify(document, written.remarks, result, order)
    newline = "\r\n" if data.partition(b"\n")[0].endswith(b"\r") else "\n"
    return result.replace("\n", newline).encode()


def _formatted(source: _Source) -> Formatted:
    before = load.read_source(source.path)
    after = laid_out_bytes(before, source.model, shown=source.shown)
    return Formatted(source.path, source.shown, before, after)


def _verify(
    document: SourceDocument, remarks: Iterable[Remark], result: str, order: edit.KeyOrder
) -> None:
    """Sees that the new text says the same: data, order of ids, and every comment."""
    again = _document(result, document.path)
    if again is None or not _same(document.data, again.data, order, ()):
        raise edit.CannotLayOut("what it says could change")
    comments = Counter(remark.text for remark in remarks)
    if comments != Counter(remark.text for remark in load.written_form(again).remarks):
        raise edit.CannotLayOut("a comment could be lost")


def _same(one: Any, two: Any, order: edit.KeyOrder, path: KeyPath) -> bool:
    if isinstance(one, SourceMap):
        if not isinstance(two, SourceMap) or one.keys() != two.keys():
            return False
        if not order(path) and list(one) != list(two):
            return False
        return all(_same(one[key], two[key], order, (*path, key)) for key in one)
    if isinstance(one, list):
        return (
            isinstance(two, list)
            and len(one) == len(two)
            and all(_same(item, two[i], order, (*path, i)) for i, item in enumerate(one))
        )
    return bool(one == two)


def _document(text: str, shown: str) -> SourceDocument | None:
    loaded = load.parse_document(text.encode(), shown=shown)
    return None if has_errors(loaded.problems) else loaded.document


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _sources(paths: Sequence[Path]) -> Iterator[_Source]:
    """The sources at or below the paths, each once, in order."""
    seen: set[Path] = set()
    for path in paths:
        found = load.find_workspace(path if path.is_dir() else path.parent)
        inside = Path(os.path.abspath(path))  # noqa: PTH100 # links are not to be followed
        chosen = [
            source
            for source in _all_sources(found)
            if source.path == inside or inside in source.path.parents
        ]
        if not chosen:
            raise _no_source(path)
        for source in chosen:
            if source.path not in seen:
                seen.add(source.path)
                yield source


def _all_sources(found: load.Workspace) -> Iterator[_Source]:
    settings = found.root / "playbookgen.yaml"
    yield _Source(settings, "playbookgen.yaml", WorkspaceDefinition)
    for file in found.library:
        yield _Source(file.path, file.shown, LibraryDefinition)
    for file in found.playbooks:
        yield _Source(file.path, file.shown, PlaybookDefinition)


def _no_source(path: Path) -> UsageError:
    return UsageError(
        Problem(
            NO_SOURCE,
            "There is no definition at this path",
            Location(printable(path.as_posix())),
            "Name a workspace, a folder in it, or a playbook.yaml.",
        )
    )


def _left_alone(shown: str, reason: str) -> Problem:
    return Problem(
        LEFT_ALONE,
        f"This file is left as it is: {reason}",
        Location(shown),
        "Write that place in the plain form of the other files, and run fmt again.",
        Severity.ERROR,
    )
