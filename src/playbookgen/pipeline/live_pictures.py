"""Maps that are drawn when a page first needs them, and kept for as long as they look the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from playbookgen import render
from playbookgen.model.site import MapPicture
from playbookgen.pipeline.maps import MapPlan, RoomPicture, drawn_map
from playbookgen.problems import Problem


class LivePictures(Mapping[str, str]):
    """The pictures of a site by key; reading one draws it, and raises EngineError if it cannot."""

    def __init__(
        self,
        plans: Iterable[MapPlan],
        engine: render.DrawingEngine,
        *,
        before: LivePictures | None = None,
    ) -> None:
        self._engine = engine
        ready = [*plans]
        over = {plan.key: plan.too_large for plan in ready}
        self.maps = tuple(
            plan.left_out if over[plan.key] else MapPicture(plan.key, plan.diagram.title, "", "")
            for plan in ready
        )
        self._left_out = tuple(problem for problem in over.values() if problem)
        self._plans = {
            key: (plan, room)
            for plan, map_ in zip(ready, self.maps, strict=True)
            for key, room in zip(map_.keys, ("wide", "narrow"), strict=False)
        }
        self.shown = {key: (plan.diagram, plan.links) for key, (plan, _) in self._plans.items()}
        """What each shows: as long as that is the same, so is the picture."""
        old: dict[str, RoomPicture] = before._drawn if before else {}
        self._drawn: dict[str, RoomPicture] = {
            key: old[key]
            for key in self._plans
            if key in old and before and before.shown[key] == self.shown[key]
        }

    @property
    def problems(self) -> tuple[Problem, ...]:
        """A warning for each map that is left out, and each drawn until now that is simplified."""
        plain = {
            plan.key: plan.simplified
            for key, (plan, _) in self._plans.items()
            if key in self._drawn and self._drawn[key].simplified
        }
        return (*self._left_out, *plain.values())

    def __getitem__(self, key: str) -> str:
        """The finished SVG of this key."""
        if key not in self._drawn:
            plan, room = self._plans[key]
            self._drawn[key] = drawn_map(plan, room, self._engine)
        return self._drawn[key].svg

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans)

    def __len__(self) -> int:
        return len(self._plans)
