"""Maps that are drawn when a page first needs them, and kept for as long as they look the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from playbookgen import render
from playbookgen.model.site import MapPicture
from playbookgen.pipeline.maps import MapPlan, drawn_map


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
        self.maps = tuple(MapPicture(plan.key, plan.title, "", "") for plan in ready)
        self._plans = {
            key: (plan, room)
            for plan, map_ in zip(ready, self.maps, strict=True)
            for key, room in ((map_.key, "wide"), (map_.narrow_key, "narrow"))
        }
        self.shown = {key: (plan.shown, plan.links) for key, (plan, _) in self._plans.items()}
        """What each shows: as long as that is the same, so is the picture."""
        old: dict[str, str] = before._drawn if before else {}
        self._drawn: dict[str, str] = {
            key: old[key]
            for key in self._plans
            if key in old and before and before.shown[key] == self.shown[key]
        }

    def __getitem__(self, key: str) -> str:
        """The finished SVG of this key."""
        if key not in self._drawn:
            plan, room = self._plans[key]
            self._drawn[key] = drawn_map(plan, room, self._engine)
        return self._drawn[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._plans)

    def __len__(self) -> int:
        return len(self._plans)
