"""The gallery of the guide: every kind of map, in light and dark, drawn from the examples."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from playbookgen import render
from playbookgen.model.diagram import PlacedDiagram
from playbookgen.pipeline import Checked, check
from playbookgen.pipeline.map_names import map_names
from playbookgen.pipeline.maps import placed_map
from playbookgen.pipeline.workspace_maps import placed_workspace_map
from playbookgen.render import Theme, brand_theme
from playbookgen.views import VIEW_BY_KIND, WORKSPACE_VIEW_BY_KIND

WIDTH = 860.0
PHONE = 354.0
_BRAND = ("#0a5c8f", "#e07a1f")


class Entry(NamedTuple):
    """A kind of map: the example that shows it, and the question that it answers."""

    kind: str
    title: str
    playbook: str
    map: str
    answers: str


ENTRIES = (
    Entry(
        *("process", "Process", "field-service", "process"),
        "How does a deal go from the first contact to the end, where does it branch, and where is "
        "it handed over? Half-processes lie behind their stages; a pill leads to a stage in "
        "another row.",
    ),
    Entry(
        *("swimlane", "Swimlanes", "joint-process", "swimlane:role"),
        "Who acts when? Lanes are roles, teams (`swimlane:team`) or the half-processes "
        "(`swimlane:phase`), in the order in which the playbook declares them.",
    ),
    Entry(
        *("stage", "Stage", "field-service", "stage:proposal"),
        "What has to be true to begin, what is done by whom with what, and when is it done?",
    ),
    Entry(
        *("timeline", "Timeline", "field-service", "timeline"),
        "What does the buyer do, what do we do then, and which of the buyer's steps do we "
        "influence?",
    ),
    Entry(
        *("technologies", "Technologies", "field-service", "technologies:project"),
        "Which technology serves which stage in one sales type, and where is none?",
    ),
    Entry(
        *("responsibilities", "Responsibilities", "field-service", "responsibilities"),
        "Who is responsible, accountable, consulted and informed in each stage?",
    ),
    Entry(
        *("methodology", "Methodology", "process-and-methodology", "methodology"),
        "Which stage applies which principle? Principles and stages that are left out stand out.",
    ),
    Entry(
        *("qualification", "Qualification", "field-service", "qualification"),
        "How sure are we of each letter of the framework at the end of each stage?",
    ),
    Entry(
        *("funnel", "Funnel", "field-service", "funnel"),
        "How many of those who enter are left after each stage?",
    ),
    Entry(
        *("pipeline", "Pipeline board", "field-service", "pipeline"),
        "Which deal stages are there, how likely is a deal won in each, and how many deals of what "
        "value are to stand there?",
    ),
    Entry(
        *("buying-centre", "Buying centre", "field-service", "buying-centre"),
        "Who decides at the customer, and what does each ask for?",
    ),
    Entry(
        *("decision-cycle", "Decision cycle", "field-service", "decision-cycle"),
        "How does the customer decide, and at which of our stages?",
    ),
    Entry(
        *("as-is", "As is and to be", "field-service", "as-is"),
        "What becomes of each stage of today?",
    ),
    Entry(
        *("portfolio", "Portfolio", "", "portfolio"),
        "Which playbooks does the workspace hold, for whom, and in what state?",
    ),
)

_HEAD = """\
# Gallery

Every kind of map that playbookgen draws, made from the example playbooks by `playbookgen draw`.
Each is laid out for the room it gets: the same maps break into rows on a page and run
downwards on a phone.
"""
_LOOKS = """\

## Themes

The same map in the themes `print`, `contrast`, and `brand` made from two
colours. How to choose one:
[Choose the looks of maps](how-to/looks.md).
"""


def gallery(root: Path) -> dict[Path, str]:
    """The page and its pictures, by path. Raises AssertionError for a kind that is not shown."""
    shown = {entry.kind for entry in ENTRIES}
    missing = {*VIEW_BY_KIND, *WORKSPACE_VIEW_BY_KIND} ^ shown
    if missing:
        raise AssertionError(f"the gallery and the kinds of maps differ in {sorted(missing)}")
    docs = root / "site" / "docs"
    pictures = dict(_pictures(check(root)))
    page = _HEAD + "".join(map(_section, ENTRIES)) + _LOOKS + "".join(map(_look, _themes()))
    images = {docs / "images" / "gallery" / f"{name}.svg": svg for name, svg in pictures.items()}
    return {docs / "gallery.md": page, **images}


def _section(entry: Entry) -> str:
    command = f"playbookgen draw {entry.playbook} {entry.map}".replace("  ", " ")
    return (
        f"\n## {entry.title}\n\n{entry.answers}\n\n"
        f"    {command} -o {entry.kind}.svg\n\n"
        f"![{entry.title}, light](images/gallery/{entry.kind}-light.svg)\n\n"
        f"![{entry.title}, dark](images/gallery/{entry.kind}-dark.svg)\n\n"
        f"On a phone:\n\n![{entry.title}, phone](images/gallery/{entry.kind}-phone.svg)\n"
    )


def _look(theme: Theme) -> str:
    return f"\n### {theme.name}\n\n![{theme.name}](images/gallery/theme-{theme.name}.svg)\n"


def _themes() -> tuple[Theme, ...]:
    return (
        render.THEME_BY_NAME["print"],
        render.THEME_BY_NAME["contrast"],
        brand_theme(*_BRAND),
    )


def _pictures(checked: Checked) -> Iterator[tuple[str, str]]:
    classic = render.THEME_BY_NAME["classic"]
    light = replace(classic, dark=classic.light)
    dark = replace(classic, light=classic.dark)
    wanted = []
    for entry in ENTRIES:
        wide, narrow = _placed(checked, entry, WIDTH), _placed(checked, entry, PHONE)
        wanted += [(f"{entry.kind}-light", wide, light), (f"{entry.kind}-dark", wide, dark)]
        wanted += [(f"{entry.kind}-phone", narrow, light)]
    process = _placed(checked, ENTRIES[2], WIDTH)
    wanted += [
        (f"theme-{theme.name}", process, replace(theme, dark=theme.light)) for theme in _themes()
    ]
    with render.ENGINE_BY_NAME["bundled"](jobs=1) as engine:
        sources = ((name, render.dot_source(placed, labels=False)) for name, placed, _ in wanted)
        drawn = {str(item.key): item for item in engine.draw(sources)}
    for name, placed, theme in wanted:
        lines = drawn[name].svg
        if lines is None:
            raise AssertionError(f"{name} was not drawn")
        yield (
            name,
            render.svg_document(placed, lines, theme=theme, links={}, prefix=name, standalone=True),
        )


def _placed(checked: Checked, entry: Entry, width: float) -> PlacedDiagram:
    if not entry.playbook:
        return placed_workspace_map(checked, entry.map, width=width)
    edition = next(item.edition for item in checked.playbooks if item.id == entry.playbook)
    if edition is None:
        raise AssertionError(f"{entry.playbook} has errors")
    chosen = next(item for item in map_names(edition) if item.name == entry.map)
    return placed_map(edition, chosen, width=width)
