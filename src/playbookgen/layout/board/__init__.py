"""Boards with positions: `place_board` is all that the other layouts' registry needs of it."""

from __future__ import annotations

from playbookgen.layout.board.placing import place_board

__all__ = ["place_board"]
