"""A file that a workspace names: inside its folder, there, and not behind a link."""

from __future__ import annotations

from pathlib import Path, PurePosixPath


def file_inside(root: Path, name: str) -> tuple[Path, str]:
    """The file of that name below `root`, and what keeps it from being used, if anything."""
    parts = PurePosixPath(name.replace("\\", "/"))
    path = root.joinpath(*parts.parts)
    if parts.is_absolute() or ".." in parts.parts or ":" in name or "\0" in name:
        return path, "is outside the workspace"
    try:
        if path.is_symlink() or path.resolve() != root.resolve() / path.relative_to(root):
            return path, "is a symbolic link, which is not followed"
        return path, "" if path.is_file() else "does not exist"
    except (OSError, RuntimeError):  # a name too long for the system, links in a circle
        return path, "cannot be read"
