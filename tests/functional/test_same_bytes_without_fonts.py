"""Pictures are the same, byte for byte, whatever fonts the machine has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FONTS = Path("/usr/share/fonts")
FILES = {
    "no fonts": (),
    "DejaVu": ("DejaVuSans.ttf",),
    "Noto": ("NotoSans-Regular.ttf", "NotoSansCJK-Regular.ttc"),
}
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""
HASHES = """
import hashlib, json, sys
from pathlib import Path
import pygraphviz
from playbookgen.pipeline import check
from playbookgen.pipeline.map_names import map_names
from playbookgen.pipeline.maps import placed_map
from playbookgen.pipeline.workspace_maps import placed_workspace_map
from playbookgen.render import Engine, dot_source, svg_document
from playbookgen.views import WORKSPACE_VIEW_BY_KIND

checked = check(Path(sys.argv[1]))
maps = {
    f"{edition.id}/{edition.language}/{chosen.name}": placed_map(edition, chosen)
    for edition in checked.editions
    for chosen in map_names(edition)
}
maps |= {kind: placed_workspace_map(checked, kind, width=960) for kind in WORKSPACE_VIEW_BY_KIND}
hashes = {}
with Engine(jobs=2) as engine:
    for drawn in engine.draw((key, dot_source(item, labels=False)) for key, item in maps.items()):
        svg = svg_document(maps[drawn.key], drawn.svg, links={}, prefix="m", standalone=True)
        hashes[drawn.key] = hashlib.sha256(svg.encode()).hexdigest()
# Graphviz's own layout in this process depends on fonts: so these are really other ones.
graph = pygraphviz.AGraph(string='digraph { n [label="Lead meets criteria", fontname="Sans"] }')
size = graph.draw(prog="dot", format="plain").decode().split()[2:4]
print(json.dumps({"size": size, "hashes": hashes}))
"""


def drawn_with(files: tuple[str, ...], folder: Path, repository: Path) -> dict[str, object]:
    """What a machine draws that has these fonts alone, and another home."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True)
    for name in files:
        found = next(FONTS.rglob(name), None)
        if found is None:
            pytest.skip(f"there is no {name} on this machine")
        (fonts / name).symlink_to(found)
    configuration = folder / "fonts.conf"
    text = CONFIGURATION.format(fonts=fonts, cache=folder / "cache")
    configuration.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", HASHES, str(repository)],
        env={**os.environ, "FONTCONFIG_FILE": str(configuration), "HOME": str(folder)},
        capture_output=True,
        check=True,
        timeout=300,
    )
    found_out: dict[str, object] = json.loads(done.stdout)
    return found_out


def test_every_map_is_the_same_with_other_fonts(repository: Path, tmp_path: Path) -> None:
    drawn = {
        name: drawn_with(files, tmp_path / f"at{number}", repository)
        for number, (name, files) in enumerate(FILES.items())
    }
    sizes = {json.dumps(of["size"]) for of in drawn.values()}
    assert len(sizes) == len(FILES), "the fonts make no difference to Graphviz itself"
    first, *others = (of["hashes"] for of in drawn.values())
    assert isinstance(first, dict)
    assert len(first) > 60
    assert all(other == first for other in others)
