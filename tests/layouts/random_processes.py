"""300 random processes, the same on every machine: what layouts are measured by.

Most steps stand in a line. Gates after some of them lead on, back, ahead, to a step beside the
line or to an end, as in the processes that playbooks define.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TypeVar

from playbookgen.model.diagram import Edge, EdgeKind, Flowchart, Lane, Node, NodeKind
from tests.layouts.process_words import WORDS_BY_LANGUAGE, Words

COUNT = 300
LEAST_STEPS, MOST_STEPS = 3, 40
MOST_LANES = 6
MOST_LOOPS = 8
_LANGUAGES = tuple(WORDS_BY_LANGUAGE)
_Item = TypeVar("_Item")


class Dice:
    """Chance by `Random.random` alone: no other method is the same in every Python."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - no secret is made of it

    def below(self, limit: int) -> int:
        """A number from 0 to `limit`, that not included."""
        return int(self._random.random() * limit)

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self._random.random() < share

    def one_of(self, items: Sequence[_Item]) -> _Item:
        """One of the items."""
        return items[self.below(len(items))]

    def mixed(self, items: Sequence[_Item]) -> list[_Item]:
        """The items in another order."""
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in items]


def random_process(number: int) -> Flowchart:
    """Process `number` of 0 to 299, with lanes; sizes, lanes and languages are spread evenly."""
    steps = LEAST_STEPS + number * (MOST_STEPS - LEAST_STEPS + 1) // COUNT
    lanes = min(1 + number % MOST_LANES, steps)
    language = _LANGUAGES[number // MOST_LANES % len(_LANGUAGES)]
    return _Making(number, Dice(number), steps, lanes, language).chart()


def random_processes(*, every: int = 1) -> Iterator[Flowchart]:
    """All processes, or each so-many-th, from the smallest to the largest."""
    return map(random_process, range(0, COUNT, every))


def without_lanes(chart: Flowchart) -> Flowchart:
    """The same process as a flowchart."""
    return replace(chart, lanes=(), nodes=tuple(replace(node, lane="") for node in chart.nodes))


@dataclass(slots=True)
class _Making:
    """One process in the making."""

    number: int
    dice: Dice
    steps: int
    lanes: int
    language: str
    nodes: list[Node] = field(default_factory=list)
    edges: dict[tuple[str, str], Edge] = field(default_factory=dict)
    lane_of: list[str] = field(default_factory=list)
    gates: list[int] = field(default_factory=list)
    """The steps that a gate follows, by number."""

    @property
    def words(self) -> Words:
        return WORDS_BY_LANGUAGE[self.language]

    def chart(self) -> Flowchart:
        """The whole process."""
        self.lane_of = self._lanes_of_steps()
        self.gates = [at for at in range(self.steps - 1) if self.dice.chance(0.3)]
        if not self.gates and self.steps > LEAST_STEPS:
            self.gates = [self.dice.below(self.steps - 1)]
        self._line()
        self._loops()
        self._ways_ahead()
        self._ends()
        return Flowchart(
            ref="process",
            title=f"Process {self.number}",
            description=f"A random process of {self.steps} steps.",
            language=self.language,
            nodes=tuple(self._in_order()),
            edges=tuple(self._edges_in_order()),
            lanes=self._lanes(),
        )

    def _lanes(self) -> tuple[Lane, ...]:
        return tuple(
            Lane(f"lane{at}", title) for at, title in enumerate(self.words.lanes[: self.lanes])
        )

    def _lanes_of_steps(self) -> list[str]:
        """Work stays in its lane for a while; each lane has a step at least."""
        lane, lanes = self.dice.below(self.lanes), []
        for _ in range(self.steps):
            if self.dice.chance(0.4):
                lane = self.dice.below(self.lanes)
            lanes.append(lane)
        for missing in sorted(set(range(self.lanes)) - set(lanes)):
            spare = [at for at, lane in enumerate(lanes) if lanes.count(lane) > 1]
            lanes[self.dice.one_of(spare)] = missing
        return [f"lane{lane}" for lane in lanes]

    def _step(self, at: int) -> str:
        return f"stages.s{at}"

    def _out(self, at: int) -> str:
        """What a step is left by: its gate, if it has one."""
        return f"{self._step(at)}.decision" if at in self.gates else self._step(at)

    def _add(self, source: str, target: str, label: str = "", *, loop: bool = False) -> bool:
        if source == target or (source, target) in self.edges:
            return False
        kind = EdgeKind.LOOP if loop else EdgeKind.FORWARD
        self.edges[source, target] = Edge(source, target, label, kind)
        return True

    def _line(self) -> None:
        """Start, steps with their gates, won; some steps stand beside the line."""
        titles = self.dice.mixed(self.words.steps) + self.dice.mixed(self.words.steps)
        kind = NodeKind.STAGE if self.steps <= 12 else NodeKind.TASK
        self.nodes.append(Node("start", NodeKind.START, self.words.start, lane=self.lane_of[0]))
        self._add("start", self._step(0))
        for at in range(self.steps):
            lane = self.lane_of[at]
            label = f"{at + 1}.\u00a0{titles[at]}" if kind is NodeKind.STAGE else titles[at]
            self.nodes.append(Node(self._step(at), kind, label, self._note(lane), lane=lane))
            if at in self.gates:
                question = self.dice.one_of(self.words.questions)
                self.nodes.append(Node(self._out(at), NodeKind.DECISION, question, lane=lane))
                self._add(self._step(at), self._out(at))
        won = Node("outcomes.won", NodeKind.WON, self.words.won, lane=self.lane_of[-1])
        self.nodes.append(won)
        self._links()

    def _note(self, lane: str) -> str:
        """Who does a step and how long it takes, in most of them."""
        if self.dice.chance(0.3):
            return ""
        parts = (self.words.lanes[int(lane[4:])], self.dice.one_of(self.words.durations))
        return "\n".join(part for part in parts if part)

    def _links(self) -> None:
        """The ways along the line; after some gates two steps stand beside one another."""
        beside = 0
        for at in range(self.steps):
            after = at + 1 + (at == beside - 1 and beside > 0)
            onward = self.dice.one_of(self.words.onward) if at in self.gates else ""
            following = self._step(after) if after < self.steps else "outcomes.won"
            self._add(self._out(at), following, onward)
            forks = at in self.gates and at + 3 < self.steps and at + 1 not in self.gates
            if forks and at >= beside and self.dice.chance(0.25):
                beside = at + 2
                self._add(self._out(at), self._step(beside), self.dice.one_of(self.words.ahead))

    def _loops(self) -> None:
        """Up to eight ways back from gates: most of them short, some far."""
        wanted = self.dice.below(min(MOST_LOOPS, len(self.gates) * 2) + 1)
        for _ in range(wanted * 3):
            if not wanted:
                return
            at = self.dice.one_of(self.gates)
            reach = 1 + self.dice.below(4 if self.dice.chance(0.8) else self.steps)
            target = self._step(max(0, at + 1 - reach))
            label = self.dice.one_of(self.words.back)
            wanted -= self._add(self._out(at), target, label, loop=True)

    def _ways_ahead(self) -> None:
        """Some gates let steps out."""
        for at in self.gates:
            if at + 2 < self.steps and self.dice.chance(0.25):
                target = min(at + 2 + self.dice.below(3), self.steps - 1)
                self._add(self._out(at), self._step(target), self.dice.one_of(self.words.ahead))

    def _ends(self) -> None:
        """Some gates lead to an end of their own; one that still has one way only must."""
        for at in self.gates:
            ways = sum(source == self._out(at) for source, _ in self.edges)
            if ways > 1 and not self.dice.chance(0.25):
                continue
            away = self.dice.one_of(self.words.away)
            nurturing = self.dice.chance(0.25)
            kind = NodeKind.NURTURING if nurturing else NodeKind.LOST
            label = self.words.nurturing if nurturing else self.words.lost
            ref = f"outcomes.{kind}.s{at}"
            self.nodes.append(Node(ref, kind, label, lane=self.lane_of[at]))
            self._add(self._out(at), ref, away)

    def _in_order(self) -> Iterator[Node]:
        """The nodes in the order of the process: each end after its gate, won last."""
        ends = {node.ref: node for node in self.nodes if node.ref.startswith("outcomes.")}
        for node in self.nodes:
            if node.ref in ends:
                continue
            yield node
            if node.kind is NodeKind.DECISION:
                reached = (target for source, target in self.edges if source == node.ref)
                yield from (ends[ref] for ref in reached if ref in ends and ref != "outcomes.won")
        yield ends["outcomes.won"]

    def _edges_in_order(self) -> list[Edge]:
        """The edges as a playbook tells them: step by step, each with its ways."""
        order = {node.ref: at for at, node in enumerate(self.nodes)}
        return sorted(self.edges.values(), key=lambda edge: order[edge.source])
