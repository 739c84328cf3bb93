"""What the audit finds in all drawings of a tool, added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

PAGE = 1120.0
"""The width of a page's column in px."""
_RIGHT_ANGLED = 0.85
"""The share of right-angled lines above which bends are counted."""


@dataclass(slots=True)
class Sums:
    """The sums of one tool over all graphs."""

    name: str
    lanes: bool
    version: str = ""
    maps: int = 0
    void: list[str] = field(default_factory=list)
    """Drawings in which a node or connection was not found, or that failed."""
    crossings: int = 0
    on_lines: int = 0
    """Pairs of connections without a common source or target that run on one another."""
    bends: int = 0
    through_nodes: int = 0
    through_labels: int = 0
    overlaps: int = 0
    """Nodes on nodes, labels on nodes, labels on labels."""
    text_outside: int = 0
    links: int = 0
    """Connections that go on elsewhere, at a sign that names the step."""
    upright: list[float] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    smallest: list[float] = field(default_factory=list)
    """The smallest text of each drawing, in px, once it is made to fit a page."""
    crossings_by_map: dict[int, int] = field(default_factory=dict)

    @property
    def is_right_angled(self) -> bool:
        """Whether its bends can be counted."""
        return bool(self.upright) and median(self.upright) > _RIGHT_ANGLED

    def add(self, number: int, found: Mapping[str, Any]) -> None:
        """Adds what was found in one drawing."""
        written = found["fonts"][""]
        self.maps += 1
        self.crossings += found["crossings"]
        self.crossings_by_map[number] = found["crossings"]
        self.on_lines += len(found["linesOnLines"])
        self.bends += found["bends"]
        self.through_nodes += len(found["linesThroughNodes"])
        self.through_labels += len(written["linesThroughLabels"])
        self.overlaps += len(found["nodeOverlaps"])
        self.overlaps += len(written["labelsOnNodes"]) + len(written["labelsOnLabels"])
        self.links += found["links"]
        self.text_outside += len(written["textOutside"])
        self.upright.append(found["upright"])
        self.widths.append(found["width"])
        self.ratios.append(found["width"] / found["height"])
        self.smallest.append((found["smallestText"] or 0.0) * min(1.0, PAGE / found["width"]))


_HEAD = (
    "tool", "version", "crossings", "bends", "lines on lines", "lines through steps",
    "lines through labels", "overlaps", "text outside its box", "cut by signs", "width : height",
    "smallest text on a page",
)  # fmt: skip


def table(all_sums: Sequence[Sums]) -> str:
    """The sums as a Markdown table."""
    rows = [_HEAD, ("---",) * len(_HEAD), *map(_row, all_sums)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(sums: Sums) -> tuple[str, ...]:
    if not sums.maps:
        return (
            sums.name,
            sums.version,
            f"**missing: {'; '.join(sums.void) or 'not installed'}**",
            *[""] * 9,
        )
    crossings = f"{sums.crossings:,}"
    if sums.void:
        crossings += f" (void: {len(sums.void)} drawings are incomplete)"
    return (
        sums.name,
        sums.version,
        crossings,
        f"{sums.bends:,}" if sums.is_right_angled else "curves",
        *(f"{number:,}" for number in (sums.on_lines, sums.through_nodes, sums.through_labels)),
        f"{sums.overlaps:,}",
        f"{sums.text_outside:,}",
        f"{sums.links:,}",
        f"{median(sums.ratios):.1f}",
        f"{median(sums.smallest):.1f} px",
    )
