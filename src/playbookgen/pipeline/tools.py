"""What fronts ask for beside checking, drawing and building."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from playbookgen import edit, load, validate
from playbookgen.pipeline.check import Checked
from playbookgen.pipeline.map_names import map_names


class Row(NamedTuple):
    """A playbook in a listing."""

    id: str
    title: str
    language: str
    client: str
    audience: str
    maps: tuple[str, ...]


def overview(checked: Checked) -> tuple[Row, ...]:
    """The playbooks without errors, each with the maps that can be drawn of it."""
    return tuple(
        Row(
            edition.id,
            edition.title,
            edition.language,
            edition.client,
            edition.audience,
            tuple(chosen.name for chosen in map_names(edition)),
        )
        for edition in checked.editions
    )


def source_watch(start: Path) -> load.SourceWatch:
    """What tells of changes of the sources of the workspace at or above `start`."""
    return load.SourceWatch(start)


def schema_text(kind: str) -> str:
    """The JSON Schema of `playbook`, `library` or `workspace` files, as text."""
    return json.dumps(validate.json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def init(folder: Path, *, title: str) -> tuple[Path, ...]:
    """Writes a workspace that builds at once; raises OutputError if one of its files exists."""
    schemas = {kind: schema_text(kind) for kind in ("workspace", "playbook")}
    return edit.write_new_files(folder, edit.starter_files(title=title, schemas=schemas))
