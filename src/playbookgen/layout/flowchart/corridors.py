"""Corridors: the tracks between two levels of steps, labels at both sides, borders of lanes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from playbookgen.layout.flowchart.across import TRACK, Across, runs_in, wishes_of
from playbookgen.layout.flowchart.plan import Plan, turn_at
from playbookgen.layout.flowchart.runs import Run, RunId
from playbookgen.layout.flowchart.tracks import MUST, tracks_of

LANE_PAD = 12.0
CORRIDOR = 26.0
STUB = 16.0
"""Between a step and the first line above or below it."""
_NEAR = 11.0


class Corridor:
    """One corridor: its tracks between the rooms for labels, and the border of lanes in it."""

    def __init__(
        self,
        plan: Plan,
        across: Across,
        at: int,
        zones: tuple[float, float],
        *,
        is_border: bool,
    ) -> None:
        self.plan = plan
        self.across = across
        runs = runs_in(plan, is_flat=True, channel=2 * at)
        self.spans = {run: self._span(plan.runs[run]) for run in runs}
        found = tracks_of(runs, self._all_wishes(runs), self._meets)
        count = max(found.values(), default=-1) + 1
        is_first, is_last = at == 0, at == plan.grid.levels
        split = self._split(found, count) if is_border else count
        split = 0 if is_first else count if is_last else split
        pad = LANE_PAD if is_border else 0.0
        y = 0.0 if is_first else max(zones[0], STUB if split else 0.0, pad)
        ys = [y + TRACK * track for track in range(split)]
        y = ys[-1] if ys else y
        self.border = y + (pad if ys else 0.0)
        y = self.border + (pad if split < count else 0.0)
        ys += [y + TRACK * track for track in range(count - split)]
        y = ys[-1] if split < count else self.border
        y += 0.0 if is_last else max(zones[1], STUB if split < count or not is_border else 0.0, pad)
        inner = not is_border and not (is_first or is_last)
        self.height = max(y, CORRIDOR + sum(zones)) if inner else y
        self.tracks = {run: ys[track] for run, track in found.items()}

    def _span(self, run: Run) -> tuple[float, float]:
        ends = [self._x(run, spot.x) for spot in (run.begin, run.end)]
        return min(ends), max(ends)

    def _x(self, run: Run, x: int) -> float:
        """Where a run ends, by the line that it turns into."""
        spot = run.begin if run.begin.x == x else run.end
        beyond = turn_at(run, spot)
        assert beyond is not None, "a run here has a corner at both ends"  # noqa: S101 # for the types
        if x % 2 == 0:
            return self.across.tracks[beyond]
        return self.across.centres[x // 2] + self.plan.place(beyond).offset

    def _meets(self, one: RunId, other: RunId) -> bool:
        (a, b), (c, d) = self.spans[one], self.spans[other]
        return a < d + _NEAR and c < b + _NEAR

    def _all_wishes(self, runs: Sequence[RunId]) -> dict[tuple[RunId, RunId], int]:
        wishes = wishes_of(self.plan, runs)
        for one, other in combinations(runs, 2):
            if (one, other) in wishes or not self._meets(one, other):
                continue
            wish = self._crossed(other, one) - self._crossed(one, other)
            wish += MUST * (self._faces(one, other) - self._faces(other, one))
            wishes[one, other], wishes[other, one] = wish, -wish
        return wishes

    def _turns(self, run: RunId) -> Iterator[tuple[float, int]]:
        for spot, direction in self.plan.runs[run].turns():
            yield self._x(self.plan.runs[run], spot.x), direction

    def _crossed(self, upper: RunId, lower: RunId) -> int:
        """How often two runs cross if one lies above the other."""
        (a, b), (c, d) = self.spans[upper], self.spans[lower]
        down = sum(c < x < d for x, direction in self._turns(upper) if direction > 0)
        return down + sum(a < x < b for x, direction in self._turns(lower) if direction < 0)

    def _faces(self, upper: RunId, lower: RunId) -> int:
        """Whether a line up from one and a line down from the other would lie on one another."""
        ups = [x for x, direction in self._turns(upper) if direction < 0]
        downs = [x for x, direction in self._turns(lower) if direction > 0]
        return int(any(abs(x - other) < _NEAR for x in ups for other in downs))

    def _split(self, tracks: Mapping[RunId, int], count: int) -> int:
        """How many tracks lie above the border of two lanes: lines stay with what they lead to."""
        votes = [0] * count
        for run, track in tracks.items():
            votes[track] += sum(direction for _, direction in self.plan.runs[run].turns())
        return min(range(count + 1), key=lambda at: (sum(votes[:at]) - sum(votes[at:]), at))
