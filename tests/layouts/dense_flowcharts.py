"""Flowcharts that are larger or denser than playbooks have them: what layouts must still bear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Lane, Node, NodeKind
from tests.layouts.process_words import WORDS_BY_LANGUAGE
from tests.layouts.random_processes import COUNT, random_process

_WORDS = WORDS_BY_LANGUAGE["en"]
_EACH = 25
"""After each so-many-th stage of a long line stands a gate."""


def dense_flowcharts() -> Iterator[tuple[str, Flowchart]]:
    """Each of them by its name."""
    yield "1,000 stages", thousand_stages()
    yield "300 lanes", three_hundred_lanes()
    yield "40 gates with 39 ways each", gates()
    yield "8 gates, each linked with each", linked_gates(8)
    yield "40 steps in 6 lanes", forty_steps_six_lanes()


def thousand_stages() -> Flowchart:
    """1,000 stages in a line, in which a gate now and then leads back or to an end."""
    nodes, edges = [_start()], [Edge("start", _step(0))]
    for at in range(1000):
        nodes.append(_stage(at))
        onward = _step(at + 1) if at < 999 else "outcomes.won"
        if at % _EACH != _EACH - 1:
            edges.append(Edge(_step(at), onward))
            continue
        gate, lost = _gate(at), f"outcomes.lost.s{at}"
        nodes += [gate, Node(lost, NodeKind.LOST, _WORDS.lost)]
        edges += [
            Edge(_step(at), gate.ref),
            Edge(gate.ref, onward, _one_of(_WORDS.onward, at)),
            Edge(gate.ref, _step(at - 3), _one_of(_WORDS.back, at), EdgeKind.LOOP),
            Edge(gate.ref, lost, _one_of(_WORDS.away, at)),
        ]
    return _chart("1,000 stages", [*nodes, _won()], edges)


def three_hundred_lanes() -> Flowchart:
    """A line of 360 steps from lane to lane: each of 300 lanes has one, every fifth has two."""
    lanes = [Lane(f"lane{at}", f"{_one_of(_WORDS.lanes, at)} {at + 1}") for at in range(300)]
    order = [at for at in range(300) for _ in range(2 if at % 5 == 0 else 1)]
    refs = ["start", *map(_step, range(len(order))), "outcomes.won"]
    nodes = [_start(lanes[0].ref), *(_stage(at, lanes[lane].ref) for at, lane in enumerate(order))]
    edges = [Edge(one, other) for one, other in pairwise(refs)]
    return _chart("300 lanes", [*nodes, _won(lanes[-1].ref)], edges, lanes)


def gates(count: int = 40, ways: int = 39) -> Flowchart:
    """Steps in a line, a gate after each, from which ways lead to so many other steps."""
    nodes, edges = [_start()], [Edge("start", _step(0))]
    for at in range(count):
        gate = _gate(at)
        nodes += [_stage(at), gate]
        edges.append(Edge(_step(at), gate.ref))
        targets = ((at + way) % count for way in range(1, ways + 1))
        edges += (_way(gate.ref, _step(to), to, is_back=to <= at) for to in targets)
    edges.append(Edge(_gate(count - 1).ref, "outcomes.won", _WORDS.onward[0]))
    return _chart(f"{count} gates with {ways} ways", [*nodes, _won()], edges)


def linked_gates(count: int) -> Flowchart:
    """Gates with nothing between them, each of which leads to each other."""
    nodes = [_start(), *map(_gate, range(count)), _won()]
    refs = [node.ref for node in nodes]
    edges = [Edge("start", refs[1])]
    for at in range(1, count + 1):
        others = (to for to in range(1, count + 1) if to != at)
        edges += (_way(refs[at], refs[to], to, is_back=to < at) for to in others)
    edges.append(Edge(refs[count], "outcomes.won", _WORDS.onward[0]))
    return _chart(f"{count} linked gates", nodes, edges)


def forty_steps_six_lanes() -> Flowchart:
    """The largest of the random processes."""
    return random_process(COUNT - 1)


def _chart(
    title: str, nodes: Iterable[Node], edges: Iterable[Edge], lanes: Iterable[Lane] = ()
) -> Flowchart:
    return Flowchart(
        ref="process",
        title=title,
        description=f"A flowchart of {title}.",
        language="en",
        nodes=tuple(nodes),
        edges=tuple(edges),
        lanes=tuple(lanes),
    )


def _one_of(words: tuple[str, ...], at: int) -> str:
    return words[at % len(words)]


def _step(at: int) -> str:
    return f"stages.s{at}"


def _stage(at: int, lane: str = "") -> Node:
    label = f"{at + 1}.\u00a0{_one_of(_WORDS.steps, at)}"
    return Node(_step(at), NodeKind.STAGE, label, _one_of(_WORDS.durations, at), lane=lane)


def _gate(at: int) -> Node:
    question = _one_of(_WORDS.questions, at)
    return Node(f"{_step(at)}.decision", NodeKind.DECISION, question)


def _way(source: str, target: str, at: int, *, is_back: bool) -> Edge:
    words = _WORDS.back if is_back else _WORDS.ahead
    return Edge(source, target, _one_of(words, at), EdgeKind.LOOP if is_back else EdgeKind.FORWARD)


def _start(lane: str = "") -> Node:
    return Node("start", NodeKind.START, _WORDS.start, lane=lane)


def _won(lane: str = "") -> Node:
    return Node("outcomes.won", NodeKind.WON, _WORDS.won, lane=lane)
