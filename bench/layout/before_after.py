"""The same maps drawn by two versions of the program, side by side for the guide.

Run, with the source of each version in turn: PYTHONPATH=… python -m bench.layout.before_after DIR
and then: python -m bench.layout.before_after --before DIR --after DIR [--to DIR]
"""

from __future__ import annotations

import argparse
import os
import shutil
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.layout.palette_png import reduced
from playbookgen.layout import place
from playbookgen.model.diagram import Diagram, PlacedDiagram
from playbookgen.pipeline import check
from playbookgen.pipeline.map_names import map_names
from playbookgen.views import VIEW_BY_KIND
from tests.browser.conftest import FLAGS
from tests.browser.layout_audit import pictures
from tests.layouts.random_processes import COUNT, random_process

REPOSITORY = Path(__file__).parents[2]
IMAGES = REPOSITORY / "site" / "docs" / "images"
MOST_BYTES = 300_000
"""How large a picture in the guide may be."""
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2)
_PAGE, _PHONE = 1120.0, 354.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A map that is shown: of an example, or, without one, the largest random process."""

    name: str
    playbook: str
    map: str
    width: float


SHOWN = (
    Shown("field-service-roles", "field-service", "swimlane:role", _PAGE),
    Shown("field-service-roles-phone", "field-service", "swimlane:role", _PHONE),
    Shown("field-service-process", "field-service", "process", _PAGE),
    Shown("field-service-teams", "field-service", "swimlane:team", _PAGE),
    Shown("joint-process-roles", "joint-process", "swimlane:role", _PAGE),
    Shown("joint-process-roles-phone", "joint-process", "swimlane:role", _PHONE),
    Shown("joint-process-process", "joint-process", "process", _PAGE),
    Shown("seven-steps-roles", "seven-steps", "swimlane:role", _PAGE),
    Shown("seven-steps-process-phone", "seven-steps", "process", _PHONE),
    Shown("methodology-process", "process-and-methodology", "process", _PAGE),
    Shown("forty-steps", "", "", _PAGE),
    Shown("forty-steps-phone", "", "", _PHONE),
)
"""The two densest examples, all scripts, both widths, and 40 steps in six lanes."""

_STYLE = """body { margin: 0; background: #fff; width: max-content }
main { display: flex; gap: 24px; padding: 12px; align-items: start }
figure { margin: 0 } img { display: block }
figcaption { font: 600 18px 'Noto Sans'; padding: 0 0 8px }"""


def main() -> None:
    options = _options()
    with sync_playwright() as playwright:
        chromium = os.environ.get("PLAYBOOKGEN_CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        if options.into:
            draw(browser, options.into)
        else:
            compose(browser, options.before, options.after, options.to)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.layout.before_after")
    parser.add_argument("into", nargs="?", type=Path, help="folder to draw the maps into")
    parser.add_argument("--before", type=Path, help="folder of the maps as they were")
    parser.add_argument("--after", type=Path, help="folder of the maps as they are")
    parser.add_argument("--to", type=Path, default=IMAGES, help="folder for the pairs")
    options = parser.parse_args()
    if not options.into and not (options.before and options.after):
        parser.error("name a folder to draw into, or one to be --before and one to be --after")
    return options


def draw(browser: Browser, folder: Path) -> None:
    """Each map as a PNG of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    for name, placed, svg in pictures(_placed()):
        page.set_content(f"<!doctype html><style>body {{ margin: 0 }}</style>{_inline(svg)}")
        page.locator("svg").first.screenshot(path=folder / f"{name}.png")
        print(f"{name}: {placed.width:.0f} × {placed.height:.0f} px")


def _inline(svg: str) -> str:
    return svg[svg.index("<svg") :]


def _placed() -> Iterator[tuple[str, PlacedDiagram]]:
    diagrams = _diagrams()
    for shown in SHOWN:
        yield shown.name, place(diagrams[shown.playbook, shown.map], width=shown.width)


def _diagrams() -> dict[tuple[str, str], Diagram]:
    """The diagrams that are shown, by the playbook and the name of the map."""
    wanted = {(shown.playbook, shown.map) for shown in SHOWN}
    found: dict[tuple[str, str], Diagram] = {("", ""): random_process(COUNT - 1)}
    for edition in check(REPOSITORY).editions:
        for chosen in map_names(edition):
            if (edition.id, chosen.name) in wanted:
                diagram = VIEW_BY_KIND[chosen.kind].draw(edition, chosen.subject)
                found[edition.id, chosen.name] = diagram
    return found


def compose(browser: Browser, before: Path, after: Path, folder: Path) -> None:
    """The pictures of both folders in pairs, each as large as the guide allows."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, shown in enumerate(SHOWN, start=1):
        pair = {"Before": before, "After": after}
        figures = "".join(
            _figure(caption, source / f"{shown.name}.png") for caption, source in pair.items()
        )
        target = folder / f"before-after-{number:02}.png"
        scale = _shoot(browser, figures, target)
        print(f"{target.name}: {shown.name} at {scale:g}, {target.stat().st_size:,} bytes")


def _figure(caption: str, picture: Path) -> str:
    source = b64encode(picture.read_bytes()).decode()
    image = f'<img src="data:image/png;base64,{source}">'
    return f"<figure><figcaption>{caption}</figcaption>{image}</figure>"


def _shoot(browser: Browser, figures: str, target: Path) -> float:
    """The pair as a picture at the largest scale at which it is small enough."""
    for scale in _SCALES:
        context = browser.new_context(device_scale_factor=scale)
        page = context.new_page()
        page.set_content(f"<!doctype html><style>{_STYLE}</style><main>{figures}</main>")
        target.write_bytes(reduced(page, page.locator("main").screenshot()))
        context.close()
        if target.stat().st_size <= MOST_BYTES:
            return scale
    raise ValueError(f"{target.name} is too large at every scale")


if __name__ == "__main__":
    main()
