"""Matrices with positions: `place_matrix` is all that the registry of layouts needs of it."""

from __future__ import annotations

from playbookgen.layout.matrix.placing import place_matrix

__all__ = ["place_matrix"]
