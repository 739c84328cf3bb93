"""Funnels: how many are left after each stage."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from playbookgen.model.diagram.meaning import LegendEntry, Node


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """A stage, the share of all that reach it, and how many of these go on."""

    node: Node
    share: Fraction | None
    """From 0 to 1; None where the definition does not say."""
    said: str = ""
    """The share in words."""
    conversion: str = ""
    """The share of those in this stage that go on, in words; empty where nothing follows."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Stages below one another, each as wide as the share that reaches it."""

    ref: str
    title: str
    description: str
    language: str
    steps: tuple[FunnelStep, ...]
    legend: tuple[LegendEntry, ...] = ()
