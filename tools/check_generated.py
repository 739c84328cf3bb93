"""Compares the generated files of the repository with what the code generates now."""

from __future__ import annotations

import sys
from pathlib import Path

from playbookgen.pipeline import schema_text

ROOT = Path(__file__).parent.parent
FILES = {
    ROOT / "playbookgen.schema.json": "workspace",
    ROOT / "playbooks" / "playbook.schema.json": "playbook",
    ROOT / "playbooks" / "library.schema.json": "library",
}


def main(arguments: list[str]) -> int:
    """Writes the files with --write; else says which are out of date."""
    stale = [
        path
        for path, kind in FILES.items()
        if not path.is_file() or path.read_text(encoding="utf-8") != schema_text(kind)
    ]
    if "--write" in arguments:
        for path in stale:
            path.write_text(schema_text(FILES[path]), encoding="utf-8", newline="\n")
        return 0
    for path in stale:
        print(f"{path.name} is out of date: run make schemas", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
