"""What assistive technology says of nodes and arrows: labels, kinds and marks in words."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.locales import words_for
from playbookgen.model.diagram import NodeKind, PlacedEdge, PlacedNode

KIND_WORDS = {
    NodeKind.DECISION: "decision",
    NodeKind.DEAL_STAGE: "deal_stage",
    NodeKind.DECIDER: "map_decider",
    NodeKind.EVENT_NONE: "influence_none",
    NodeKind.EVENT_OURS: "influence_ours",
    NodeKind.GIVEN_UP: "page_given_up",
    NodeKind.HANDOVER: "kind_handover",
    NodeKind.LOST: "kind_lost",
    NodeKind.NEW: "page_new",
    NodeKind.NURTURING: "kind_nurturing",
    NodeKind.WON: "kind_won",
}
"""What an outline alone tells those who see it; the titles of a matrix say theirs themselves."""
_LEGEND = "legend."
"""The refs of a legend's samples begin so; what they mean stands in words beside them."""


def node_title(node: PlacedNode, language: str) -> str:
    """The unbroken label, what the outline means, and the marks in words; empty for decoration."""
    if not node.title or node.ref.startswith(_LEGEND):
        return ""
    words = words_for(language)
    keys = [KIND_WORDS[node.kind]] if node.kind in KIND_WORDS else []
    said = [words[key] for key in (*keys, *node.marks) if key in words]
    return " · ".join(dict.fromkeys([node.title, *said]))


def edge_title(edge: PlacedEdge, titles: Mapping[str, str]) -> str:
    """From what to what, and on which condition; empty for an arrow without a condition."""
    ends = [titles.get(end, "") for end in (edge.source, edge.target)]
    if not (edge.text and edge.arrow and all(ends)):
        return ""
    condition = " ".join(line.text for line in edge.text.lines)
    return f"{ends[0]} → {ends[1]}: {condition}"
