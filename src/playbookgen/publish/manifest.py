"""The manifest of a published folder: the files that are ours, and nothing else is touched."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from playbookgen.problems import Location, OutputError, Problem

MANIFEST = ".playbookgen-manifest.json"
NOT_OURS = "PB921"
_FORMAT = 1


def manifest_of(tree: Mapping[str, bytes]) -> bytes:
    """The manifest of `tree`: each file with the SHA-256 of its bytes, sorted."""
    files = {path: hashlib.sha256(data).hexdigest() for path, data in sorted(tree.items())}
    text = json.dumps({"format": _FORMAT, "files": files}, indent=1, ensure_ascii=False)
    return f"{text}\n".encode()


def own_files(folder: Path) -> list[Path]:
    """Every file of a folder of ours, which may be absent. Raises OutputError on any other."""
    if not os.path.lexists(folder):
        return []
    if folder.is_symlink() or not folder.is_dir():
        raise not_ours(folder, "is not a folder")
    found = sorted(_walk(folder))
    if not found:
        return []
    listed = _listed(folder)
    for path in found:
        if path.relative_to(folder).as_posix() not in listed or path.is_symlink():
            raise not_ours(path, "was not put there by playbookgen")
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """The files and links below `folder`; links are named, not followed."""
    for where, folders, files in os.walk(folder):
        yield from (Path(where, name) for name in files)
        yield from (Path(where, name) for name in folders if Path(where, name).is_symlink())


def _listed(folder: Path) -> frozenset[str]:
    path = folder / MANIFEST
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] == _FORMAT:
            return frozenset([MANIFEST, *content["files"]])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass
    raise not_ours(folder, "holds files, but no manifest of playbookgen")


def not_ours(path: Path, words: str) -> OutputError:
    """The error about something in the way that playbookgen did not put there."""
    return OutputError(
        Problem(
            NOT_OURS,
            f"The output {words}; nothing was changed.",
            Location(path.as_posix()),
            "Move it elsewhere, or choose another folder with --output.",
        )
    )
