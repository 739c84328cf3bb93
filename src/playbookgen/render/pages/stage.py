"""What names a stage elsewhere in the playbook, for its page."""

from __future__ import annotations

from typing import Any

from playbookgen.model.playbook import Edition, Stage


def stage_values(edition: Edition, stage: Stage) -> dict[str, Any]:
    """The parts of an edition that speak of `stage`."""
    ref = stage.ref
    centre = edition.buying_centre
    return {
        "halves": [item for item in edition.half_processes if ref in item.stages],
        "handovers": [
            item for item in edition.handovers if ref in (item.from_stage, item.to_stage)
        ],
        "meetings": [item for item in edition.meetings if ref in item.stages],
        "deal_stages": [item for item in edition.deal_stages if item.stage == ref],
        "decision_steps": [item for item in centre.cycle if item.stage == ref] if centre else [],
    }
