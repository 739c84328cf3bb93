"""Random flowcharts and timelines for properties."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from playbookgen.model.diagram import (
    Edge,
    EdgeKind,
    Flowchart,
    Lane,
    LegendEntry,
    Node,
    NodeKind,
    Timeline,
    TimelineEvent,
    TimeScale,
)

WORDS = (
    "yes",
    "no budget",
    "План сделки согласован",
    "Самостоятельно проанализировал предложения",
    "Semnează contractul și programează ședința",
    "反対意見への対応とプレゼンテーション",
    "Lead meets the handover criteria?",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Confirms or refutes the qualification " * 5,
)
LABELS = st.sampled_from(["", "Go on", *WORDS])
FULL = st.sampled_from(WORDS)
ENDS = (NodeKind.WON, NodeKind.LOST, NodeKind.NURTURING, NodeKind.END)


@st.composite
def flowcharts(draw: st.DrawFn) -> Flowchart:
    """A line of steps and decisions with jumps, loops and ends."""
    count = draw(st.integers(1, 20))
    kinds = st.sampled_from([NodeKind.STAGE, NodeKind.STAGE, NodeKind.DECISION])
    steps = [
        Node(f"s{at}", draw(kinds), draw(LABELS), note=draw(LABELS), items=draw(_items()))
        for at in range(count)
    ]
    nodes = [Node("start", NodeKind.START, "Start")] if draw(st.booleans()) else []
    nodes += steps
    pairs = {(one.ref, two.ref) for one, two in pairwise(nodes)}
    pairs |= set(draw(_jumps(count)))
    for at, source in enumerate(draw(st.lists(st.integers(0, count - 1), max_size=6))):
        nodes.append(Node(f"end{at}", draw(st.sampled_from(ENDS)), draw(LABELS)))
        pairs.add((f"s{source}", f"end{at}"))
    order = {node.ref: at for at, node in enumerate(nodes)}
    edges = tuple(
        Edge(a, b, draw(LABELS), EdgeKind.LOOP if order[b] <= order[a] else EdgeKind.FORWARD)
        for a, b in sorted(pairs)
    )
    legend = (LegendEntry(NodeKind.DECISION, "Decision"),) if draw(st.booleans()) else ()
    return Flowchart("process", "Map", "A map.", "en", tuple(nodes), edges, legend)


def _items() -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(st.just(()), st.lists(FULL, max_size=3).map(tuple))


def _jumps(count: int) -> st.SearchStrategy[list[tuple[str, str]]]:
    step = st.integers(0, count - 1).map(lambda at: f"s{at}")
    return st.lists(st.tuples(step, step), max_size=6)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Events with deal stages and actions."""
    events = []
    for at in range(draw(st.integers(1, 14))):
        kind = draw(st.sampled_from([NodeKind.EVENT_OURS, NodeKind.EVENT_NONE]))
        stages = draw(st.lists(FULL, max_size=2))
        actions = draw(st.lists(FULL, max_size=4))
        events.append(
            TimelineEvent(
                node=Node(f"e{at}", kind, draw(FULL)),
                at=draw(LABELS),
                share=draw(st.one_of(st.none(), _shares())),
                deal_stages=tuple(
                    Node(f"e{at}.d{n}", NodeKind.DEAL_STAGE, text) for n, text in enumerate(stages)
                ),
                actions=tuple(
                    Node(f"e{at}.a{n}", NodeKind.ACTION, text, note=draw(LABELS))
                    for n, text in enumerate(actions)
                ),
            )
        )
    captions = (draw(FULL), draw(FULL), draw(FULL))
    legend = tuple(LegendEntry(event.node.kind, draw(FULL)) for event in events[:2])
    scale = TimeScale(draw(FULL), draw(_marks())) if draw(st.booleans()) else None
    return Timeline("journey", "Map", "A map.", "en", tuple(events), captions, legend, scale)


def _shares() -> st.SearchStrategy[Fraction]:
    return st.fractions(0, 1, max_denominator=200)


def _marks() -> st.SearchStrategy[tuple[tuple[Fraction, str], ...]]:
    """Round times in even steps."""
    words = st.sampled_from(["30 days", "2 недели", "60日", WORDS[4]])
    counts = st.integers(1, 8)
    return st.builds(
        lambda count, said: tuple((Fraction(at, count), said) for at in range(count + 1)),
        counts,
        words,
    )


@st.composite
def swimlanes(draw: st.DrawFn) -> Flowchart:
    """A flowchart whose steps lie in one of several lanes; some ends do not say in which."""
    chart = draw(flowcharts())
    titles = draw(st.lists(st.sampled_from(["Sales", *WORDS[2:8]]), min_size=1, max_size=6))
    lanes = tuple(Lane(f"lane{at}", title) for at, title in enumerate(titles))
    refs = st.sampled_from([lane.ref for lane in lanes])
    nodes = tuple(
        replace(node, lane="" if node.ref.startswith("end") and draw(st.booleans()) else draw(refs))
        for node in chart.nodes
    )
    return replace(chart, nodes=nodes, lanes=lanes)
