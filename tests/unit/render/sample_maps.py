"""Placed maps for the tests of drawing: a swimlane, a timeline, and one made of given texts."""

from __future__ import annotations

from collections.abc import Sequence

from playbookgen.model.diagram import (
    SHAPE_BY_KIND,
    TEXT_SIZE,
    EdgeKind,
    NodeKind,
    PlacedBand,
    PlacedDiagram,
    PlacedEdge,
    PlacedNode,
    PlacedText,
    TextLine,
    TextRole,
)


def text(
    x: float, y: float, *lines: str, role: TextRole = TextRole.LABEL, anchor: str = "middle"
) -> PlacedText:
    """A block of lines with rough widths: wide characters are one em, others 0.54."""
    size = TEXT_SIZE[role]
    measured = tuple(
        TextLine(line, round(sum(1.0 if ord(c) > 0x2E7F else 0.54 for c in line) * size, 2))
        for line in lines
    )
    return PlacedText(x, y, measured, role, anchor)


def node(
    ref: str,
    kind: NodeKind,
    x: float,
    y: float,
    *lines: str,
    size: tuple[float, float] = (132, 52),
    note: str = "",
    marks: tuple[str, ...] = (),
    target: str = "",
    role: TextRole = TextRole.LABEL,
) -> PlacedNode:
    """A node of a kind with its label, and a note below it."""
    texts = [text(x, y - (8 if note else 0), *lines, role=role)] if lines else []
    texts += [text(x, y + 13, note, role=TextRole.NOTE)] if note else []
    title = " ".join(lines)
    return PlacedNode(
        ref, kind, SHAPE_BY_KIND[kind], x, y, *size, tuple(texts), marks, target, title
    )


def edge(
    source: str,
    target: str,
    *points: tuple[float, float],
    label: PlacedText | None = None,
    kind: EdgeKind = EdgeKind.FORWARD,
    arrow: bool = True,
) -> PlacedEdge:
    """An edge along points."""
    return PlacedEdge(f"{source}--{target}", kind, source, target, points, arrow, label)


def swimlane() -> PlacedDiagram:
    """Thirteen nodes in three lanes, with a decision, a loop and every mark."""
    role = TextRole.EDGE
    nodes = (
        node("start", NodeKind.START, 60, 160, size=(20, 20)),
        node("stages.icp", NodeKind.STAGE, 170, 160, "Define", "customer", target="stages.icp"),
        node("stages.webinar", NodeKind.TASK, 340, 160, "Invite to webinar", marks=("optional",)),
        node("d1", NodeKind.DECISION, 520, 160, "Lead meets", "criteria?", size=(160, 80)),
        node("nurture", NodeKind.NURTURING, 720, 160, "Nurture lead"),
        node(
            "stages.call", NodeKind.STAGE, 720, 280, "Call within 24 h", note="Sales rep",
            marks=("automated", "meeting"), target="stages.call",
        ),
        node("ev1", NodeKind.EVENT_OURS, 890, 50, "Books needs", "assessment"),
        node("ev2", NodeKind.EVENT_NONE, 1060, 50, "Thinks it over,", "compares options"),
        node(
            "stages.offer", NodeKind.STAGE, 1060, 280, "Present offer", note="30 min",
            marks=("document",), target="stages.offer",
        ),
        node("crit", NodeKind.CRITERION, 890, 280, "Budget known"),
        node("won", NodeKind.WON, 1230, 160, "Contract signed"),
        node("lost", NodeKind.LOST, 1230, 280, "Lost: no budget"),
        node("end", NodeKind.END, 1350, 160, size=(26, 26)),
    )  # fmt: skip
    edges = (
        edge("start", "stages.icp", (70, 160), (104, 160)),
        edge("stages.icp", "stages.webinar", (236, 160), (274, 160)),
        edge("stages.webinar", "d1", (406, 160), (440, 160)),
        edge("d1", "nurture", (600, 160), (654, 160), label=text(622, 150, "no", role=role)),
        edge(
            "nurture", "stages.webinar", (720, 134), (720, 108), (340, 108), (340, 134),
            kind=EdgeKind.LOOP, label=text(430, 98, "new data", role=role),
        ),
        edge(
            "d1", "stages.call", (520, 200), (520, 280), (654, 280),
            label=text(540, 232, "yes", role=role),
        ),
        edge("stages.call", "ev1", (720, 254), (720, 215), (805, 215), (805, 50), (824, 50)),
        edge("ev1", "crit", (890, 76), (890, 254), kind=EdgeKind.HANDOVER),
        edge("ev1", "ev2", (956, 50), (994, 50)),
        edge("ev2", "stages.offer", (1060, 76), (1060, 254)),
        edge("crit", "stages.offer", (956, 280), (994, 280)),
        edge("stages.offer", "won", (1126, 280), (1145, 280), (1145, 160), (1164, 160)),
        edge("stages.offer", "lost", (1126, 280), (1164, 280)),
        edge("won", "end", (1296, 160), (1337, 160)),
    )  # fmt: skip
    names = ("Buyer", "Marketing", "Sales")
    bands = tuple(
        PlacedBand(
            f"lane-{name.lower()}", 10, 8 + 110 * i, 1380, 110 if i < 2 else 104,
            text(20, 22 + 110 * i, name, role=TextRole.BAND, anchor="start"),
        )
        for i, name in enumerate(names)
    )  # fmt: skip
    return PlacedDiagram(
        "process", "Sales process", "From the ideal customer to the contract.", "en",
        1400, 345, nodes, edges, bands,
    )  # fmt: skip


def timeline() -> PlacedDiagram:
    """Four events on an axis, in Japanese, Russian and Romanian, with actions below."""
    events = (
        ("ev.a", NodeKind.EVENT_NONE, "記事を読む", "", "記事を公開する"),
        ("ev.b", NodeKind.EVENT_OURS, "Completează formular", "Lead calificat", "Confirmă"),
        ("ev.c", NodeKind.EVENT_NONE, "Сравнивает варианты", "", "Отправить сравнение"),
        ("ev.d", NodeKind.EVENT_OURS, "契約に署名する", "Договор подписан", "Передать в работу"),
    )  # fmt: skip
    nodes: list[PlacedNode] = []
    edges: list[PlacedEdge] = [
        edge("axis-start", "axis-end", (120, 200), (1000, 200), kind=EdgeKind.AXIS)
    ]
    for i, (ref, kind, label, status, action) in enumerate(events):
        x = 230 + 210.0 * i
        tick = NodeKind.TICK_OURS if kind is NodeKind.EVENT_OURS else NodeKind.TICK_NONE
        if status:
            nodes.append(
                node(
                    f"{ref}.deal",
                    NodeKind.DEAL_STAGE,
                    x,
                    40,
                    status,
                    size=(180, 30),
                    role=TextRole.STATUS,
                )
            )
        nodes.append(node(ref, kind, x, 110, label, size=(180, 56), target=ref))
        nodes.append(node(f"{ref}.tick", tick, x, 200, size=(14, 14)))
        marks = ("automated",) if i == 1 else ()
        nodes.append(
            node(
                f"{ref}.do",
                NodeKind.ACTION,
                x,
                240,
                action,
                size=(180, 20),
                marks=marks,
                role=TextRole.NOTE,
            )
        )
        tie = EdgeKind.TIE if kind is NodeKind.EVENT_OURS else EdgeKind.TIE_NONE
        edges.append(edge(ref, f"{ref}.tick", (x, 138), (x, 193), kind=tie, arrow=False))
    texts = tuple(
        text(230 + 210.0 * i + 14, 186, day, role=TextRole.NOTE, anchor="start")
        for i, day in enumerate(("", "ziua 0", "день 3", "10日目"))
        if day
    )
    captions = (text(20, 110, "The buyer", role=TextRole.BAND, anchor="start"),)
    return PlacedDiagram(
        "timeline", "Călătoria", "Evenimente și acțiuni.", "ro", 1020, 270,
        tuple(nodes), tuple(edges), (), texts + captions,
    )  # fmt: skip


def map_of_texts(texts: Sequence[str]) -> PlacedDiagram:
    """A map that shows each text in a node, on an edge, in a band or freely, by turns."""
    nodes, edges, bands, free = [], [], [], []
    for i, written in enumerate(texts):
        y = 30.0 + 60 * i
        nodes.append(node(f"n.{i}", NodeKind.STAGE, 200, y, *([written] if i % 4 == 0 else ["x"])))
        label = text(300, y, written)
        if i % 4 == 1:
            edges.append(edge(f"n.{i - 1}", f"n.{i}", (200, y - 34), (200, y - 26), label=label))
        elif i % 4 == 2:
            bands.append(PlacedBand(f"b.{i}", 2, y - 28, 390, 56, label))
        elif i % 4 == 3:
            free.append(label)
    return PlacedDiagram(
        "texts", "Texts", "All of them", "en", 400, 60.0 * len(texts) + 10,
        tuple(nodes), tuple(edges), tuple(bands), tuple(free),
    )  # fmt: skip
