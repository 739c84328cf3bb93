"""Processor time: of our layout, and of a `dot` process for the same graph."""

from __future__ import annotations

import multiprocessing
import resource
import subprocess
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from statistics import mean
from time import process_time

from playbookgen.layout import place
from playbookgen.model.diagram import Diagram, PlacedDiagram
from tests.unit.layout.flowchart_measures import bends, crossings


@dataclass(slots=True)
class Times:
    """The seconds of processor time that the maps of a set took, ours and those of `dot`."""

    name: str
    ours: list[float] = field(default_factory=list)
    dot: list[float] = field(default_factory=list)
    """Empty where there is no `dot`, or it cannot draw such maps."""
    crossings: int = 0
    bends: int = 0
    area: float = 0.0
    """In square px."""

    def add(self, seconds: float, placed: PlacedDiagram) -> None:
        """Adds a map of ours."""
        self.ours.append(seconds)
        self.crossings += crossings(placed)
        self.bends += bends(placed)
        self.area += placed.width * placed.height

    @property
    def mean(self) -> float:
        """Our seconds a map."""
        return mean(self.ours)

    @property
    def p95(self) -> float:
        """The seconds that 95 of 100 maps of ours do not exceed."""
        return sorted(self.ours)[min(len(self.ours) - 1, int(len(self.ours) * 0.95))]


def place_timed(diagram: Diagram, width: float) -> tuple[float, PlacedDiagram]:
    """How long the layout of a diagram takes, and what it gives."""
    start = process_time()
    placed = place(diagram, width=width)
    return process_time() - start, placed


def place_within(diagram: Diagram, width: float, *, limit: float) -> float | None:
    """How long the layout takes in a process of its own; None if it is not ready by the limit."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_send_seconds, args=(sender, diagram, width)
    )
    process.start()
    sender.close()
    try:
        found: float | None = receiver.recv() if receiver.poll(limit) else None
    except EOFError as error:
        raise RuntimeError(f"{diagram.title} could not be placed") from error
    finally:
        process.kill()
        process.join()
    return found


def _send_seconds(sender: Connection, diagram: Diagram, width: float) -> None:
    sender.send(place_timed(diagram, width)[0])


def dot_seconds(source: str, *, limit: float) -> float | None:
    """The processor time of a fresh `dot` process for the SVG; None if it is not ready in time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        subprocess.run(
            ["dot", "-Tsvg"],
            input=source.encode(),
            capture_output=True,
            timeout=limit,
            check=True,
        )
    except subprocess.TimeoutExpired:
        return None
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
