"""What a file that cannot be loaded still says at its left edge."""

from __future__ import annotations

import re
from pathlib import Path

from playbookgen.load.codes import MAX_BYTES


def glimpse(path: Path, keys: tuple[str, ...]) -> dict[str, str]:
    """The ids written once at the left edge after each of `keys`; nothing that is in doubt."""
    try:
        with path.open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return {}
    found = {}
    for key in keys:
        values = re.findall(
            rf"^{key}:[ \t]*[\"']?([a-z0-9-]+)[\"']?[ \t]*(?:#.*)?$", text, re.MULTILINE
        )
        if len(values) == 1:
            found[key] = values[0]
    return found
