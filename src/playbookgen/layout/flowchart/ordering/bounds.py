"""Lower bounds: what the connectors of a row cost at least, before any of them is routed."""

from __future__ import annotations

from playbookgen.layout.flowchart.ordering.levels import Heights
from playbookgen.layout.flowchart.routing.patterns import AGAINST, BEND, LENGTH
from playbookgen.layout.flowchart.rows.shape import OUTSIDE, RowShape


class LowerBounds:
    """The least cost of each connector by the heights of its ends, as if nothing were between."""

    def __init__(self, shape: RowShape) -> None:
        self._inner: list[tuple[int, int, int, int]] = []
        """Source, target, the cost at one height, and what it costs more at different heights."""
        self._out: list[int] = []
        self._fixed = 0
        right = 2 * shape.columns
        for source, target in shape.connectors:
            if OUTSIDE in (source, target):
                self._out.append(source if target == OUTSIDE else -2 - target)
                step = source if target == OUTSIDE else target
                x = 2 * shape.column[step] + 1
                self._fixed += BEND + LENGTH * (right - x if target == OUTSIDE else x)
            elif source != target:
                self._inner.append(
                    (source, target, *_costs(2 * (shape.column[target] - shape.column[source])))
                )

    def least(self, heights: Heights) -> int:
        """What all connectors cost at least with steps at these heights."""
        y = heights.y
        bottom = 2 * heights.levels + 1
        cost = self._fixed
        for source, target, level, more in self._inner:
            cost += level
            if y[source] != y[target]:
                cost += more + LENGTH * abs(y[source] - y[target])
        for step in self._out:
            cost += LENGTH * (bottom - y[step] if step >= 0 else y[-2 - step] + 1)
        return cost


def _costs(right: int) -> tuple[int, int]:
    """The least cost of a connector at one height, and how much more it is at two."""
    length = LENGTH * abs(right)
    if right > 0:
        return length, BEND
    if right == 0:
        return length, 0
    return length + 2 * AGAINST, BEND - AGAINST
