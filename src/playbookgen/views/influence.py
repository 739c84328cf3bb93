"""What maps show of events that happen without us: an outline of their own, and a mark."""

from __future__ import annotations

from playbookgen.model.playbook import Event

OUTSIDE = "influence_none"
"""The mark on what we have no influence on: an eye, since all that we can do is watch."""


def influence_marks(event: Event) -> tuple[str, ...]:
    """The marks of an event of the buyer's journey."""
    return () if event.ours else (OUTSIDE,)
