"""Comparisons with positions: two lists side by side, or by turns where the page is narrow."""

from __future__ import annotations

from playbookgen.layout.comparison.placing import place_comparison

__all__ = ["place_comparison"]
