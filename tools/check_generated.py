"""Compares the generated files of the repository with what the code generates now."""

from __future__ import annotations

import sys
from pathlib import Path

from command_reference import command_reference
from format_reference import format_reference
from gallery import gallery
from rule_pages import left_over, pages

from playbookgen.pipeline import schema_text

ROOT = Path(__file__).parent.parent
FILES = {
    ROOT / "playbookgen.schema.json": "workspace",
    ROOT / "playbooks" / "playbook.schema.json": "playbook",
    ROOT / "playbooks" / "library.schema.json": "library",
}


def generated() -> dict[Path, str]:
    """What each generated file has to say."""
    reference = ROOT / "site" / "docs" / "reference"
    return {
        **{path: schema_text(kind) for path, kind in FILES.items()},
        **pages(ROOT),
        **gallery(ROOT),
        reference / "format.md": format_reference(),
        reference / "commands.md": command_reference(),
    }


def main(arguments: list[str]) -> int:
    """Writes the files with --write; else says which are out of date."""
    stale = {
        path: text
        for path, text in generated().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    }
    if "--write" in arguments:
        for path, text in stale.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        for path in left_over(ROOT):
            path.unlink()
        return 0
    for path in [*stale, *left_over(ROOT)]:
        print(f"{path.relative_to(ROOT)} is out of date: run make schemas", file=sys.stderr)
    return 1 if stale or left_over(ROOT) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
