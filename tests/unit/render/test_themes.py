"""Every theme has a look for every kind, and its texts and lines can be told from their ground."""

from __future__ import annotations

import pytest

from playbookgen.model.diagram import EdgeKind, NodeKind, TextRole
from playbookgen.render.themes import THEME_BY_NAME, Palette

PALETTES = [
    pytest.param(palette, id=f"{theme.name}-{name}")
    for theme in THEME_BY_NAME.values()
    for name, palette in (("light", theme.light), ("dark", theme.dark))
]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def grounds(palette: Palette) -> list[str]:
    return [palette.ground, *palette.bands]


@pytest.mark.parametrize("palette", PALETTES)
def test_every_kind_has_a_look(palette: Palette) -> None:
    assert set(palette.nodes) == set(NodeKind)
    assert set(palette.edges) == set(EdgeKind)
    assert set(palette.texts) == set(TextRole)


@pytest.mark.parametrize("palette", PALETTES)
def test_texts_outside_nodes_are_readable(palette: Palette) -> None:
    for role, colour in palette.texts.items():
        for ground in grounds(palette):
            assert contrast(colour, ground) >= 4.5, (role, ground)


@pytest.mark.parametrize("palette", PALETTES)
def test_texts_in_nodes_are_readable(palette: Palette) -> None:
    captioned = {NodeKind.START, NodeKind.END, NodeKind.TICK_OURS, NodeKind.TICK_NONE}
    for kind, ink in palette.nodes.items():
        # The words of circles hang below them.
        fills = grounds(palette) if ink.fill == "none" or kind in captioned else [ink.fill]
        for fill in fills:
            assert contrast(ink.text, fill) >= 4.5, (kind, fill)
            assert contrast(palette.notes[kind], fill) >= 4.5, (kind, fill)


@pytest.mark.parametrize("palette", PALETTES)
def test_outlines_and_arrows_can_be_seen(palette: Palette) -> None:
    lines = {kind: ink.line for kind, ink in palette.nodes.items() if ink.line != "none"}
    for ground in grounds(palette):
        for kind, line in lines.items():
            assert contrast(line, ground) >= 3, (kind, ground)
        for edge, line in palette.edges.items():
            assert contrast(line, ground) >= 3, (edge, ground)
        assert contrast(palette.focus, ground) >= 3
        assert contrast(palette.mark.line, palette.mark.fill) >= 4.5
