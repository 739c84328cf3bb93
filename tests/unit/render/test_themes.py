"""Every theme has a look for every kind, and its texts and lines can be told from their ground."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from playbookgen.model.diagram import (
    BUYER_TONE,
    NOBODY_TONE,
    TEAM_TONES,
    EdgeKind,
    NodeKind,
    TextRole,
)
from playbookgen.model.diagram.kinds import SHAPE_BY_KIND
from playbookgen.render import standalone_css, theme_css
from playbookgen.render.themes import CLASSIC, THEME_BY_NAME, Palette, Theme, brand_theme
from playbookgen.render.themes.colour import Lch, hex_of, lch_of
from playbookgen.render.themes.slots import CAPTIONED, Slot

BRAND = brand_theme("#0a5c8f", "#e07a1f")
PALETTES = [
    pytest.param(palette, id=f"{theme.name}-{name}")
    for theme in (*THEME_BY_NAME.values(), BRAND)
    for name, palette in (("light", theme.light), ("dark", theme.dark))
]
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


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
    assert least_in_nodes(palette) >= 4.5


def least_in_nodes(palette: Palette) -> float:
    """The least contrast of a label or note with what it stands on."""
    found = []
    for kind, ink in palette.nodes.items():
        # The words of circles hang below them.
        fills = grounds(palette) if ink.fill == "none" or kind in CAPTIONED else [ink.fill]
        texts = ink.text, palette.notes[kind]
        found += [contrast(text, fill) for text in texts for fill in fills]
    return min(found)


@pytest.mark.parametrize("palette", PALETTES)
def test_outlines_and_arrows_can_be_seen(palette: Palette) -> None:
    lines = {kind: ink.line for kind, ink in palette.nodes.items() if ink.line != "none"}
    for ground in grounds(palette):
        for kind, line in lines.items():
            assert contrast(line, ground) >= 3, (kind, ground)
        for edge, line in palette.edges.items():
            assert contrast(line, ground) >= 3, (edge, ground)
        assert contrast(palette.focus, ground) >= 3
        assert contrast(palette.accent, ground) >= 3
        assert contrast(palette.mark.line, palette.mark.fill) >= 4.5


@pytest.mark.parametrize("theme", [*THEME_BY_NAME.values(), BRAND], ids=lambda theme: theme.name)
def test_the_main_line_is_told_by_its_width_as_well(theme: Theme) -> None:
    others = (theme.lines[kind] for kind in (EdgeKind.FORWARD, EdgeKind.LOOP, EdgeKind.TIE))
    assert all(theme.main.width >= 1.5 * other.width for other in others)


@pytest.mark.parametrize("palette", PALETTES)
def test_there_is_a_fill_for_every_tone(palette: Palette) -> None:
    tones = {BUYER_TONE, NOBODY_TONE, *TEAM_TONES}
    assert tones == set(range(len(palette.bands)))


@pytest.mark.parametrize("palette", [CLASSIC.light, CLASSIC.dark, BRAND.light, BRAND.dark])
def test_teams_have_fills_of_their_own(palette: Palette) -> None:
    assert len(set(palette.bands)) == len(palette.bands)


@given(COLOURS, COLOURS)
@example("#000000", "#000000")
@example("#ffffff", "#ffffff")
@example("#ffff00", "#00ff00")
@example("#767676", "#777777")
@settings(max_examples=150, deadline=None)
def test_any_two_brand_colours_can_be_read(one: str, other: str) -> None:
    theme = brand_theme(one, other)
    for palette in (theme.light, theme.dark):
        assert least_in_nodes(palette) >= 4.5
        test_texts_outside_nodes_are_readable(palette)
        test_outlines_and_arrows_can_be_seen(palette)


@given(COLOURS)
def test_colours_survive_the_way_to_lightness_and_hue_and_back(colour: str) -> None:
    assert hex_of(lch_of(colour)) == colour


def test_chroma_that_no_screen_shows_keeps_its_lightness_and_hue() -> None:
    wanted = Lch(0.7, 0.5, 2.5)
    shown = lch_of(hex_of(wanted))
    assert shown.lightness == pytest.approx(wanted.lightness, abs=0.01)
    assert shown.hue == pytest.approx(wanted.hue, abs=0.05)
    assert shown.chroma < wanted.chroma


def hue_of(colour: str) -> int:
    return round(lch_of(colour).hue * 57.3) % 360


@pytest.mark.parametrize("other", ["#0a5c8f", "#c2185b", "#2e7d32", "#d50000"])
def test_a_brand_recolours_steps_and_leaves_good_and_waiting_alone(other: str) -> None:
    theme, classic = brand_theme(other, "#6a1b9a"), THEME_BY_NAME["classic"]
    strong = theme.light.slots[Slot.STRONG]
    assert strong.fill == other
    for ours, usual in ((theme.light, classic.light), (theme.dark, classic.dark)):
        for slot in (Slot.GOOD, Slot.WAIT, Slot.GOOD_SOLID):
            assert abs(hue_of(ours.slots[slot].line) - hue_of(usual.slots[slot].line)) <= 3


def test_the_contrast_theme_reaches_aaa() -> None:
    theme = THEME_BY_NAME["contrast"]
    for palette in (theme.light, theme.dark):
        assert least_in_nodes(palette) >= 7
        for ground in grounds(palette):
            assert min(contrast(text, ground) for text in palette.texts.values()) >= 7
    usual = THEME_BY_NAME["classic"]
    assert all(theme.outline_of(kind).width > usual.outline_of(kind).width for kind in NodeKind)
    assert all(theme.lines[kind].width > usual.lines[kind].width for kind in EdgeKind)


def test_print_is_grey_and_the_same_in_the_dark() -> None:
    theme = THEME_BY_NAME["print"]
    assert theme.dark == theme.light
    assert standalone_css(theme) == ""
    sheet = theme_css(theme)
    colours = set(re.findall(r"#[0-9a-f]{6}", sheet))
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)
    assert "background: var(--pg-ground)" in sheet


@pytest.mark.parametrize(
    "together",
    [
        "stage decision handover link won lost nurturing",
        "task decision criterion",
        "event-ours event-none deal-stage",
        "technology gap orphan",
        "responsible accountable consulted informed",
        "meter meter-room",
        "stage today gap",
        "card deal-stage",
    ],
)
def test_print_tells_kinds_on_one_map_apart_without_colour(together: str) -> None:
    theme = THEME_BY_NAME["print"]
    kinds = [NodeKind(name) for name in together.split()]
    looks = {
        (SHAPE_BY_KIND[kind], theme.light.nodes[kind].fill, theme.outline_of(kind))
        for kind in kinds
        if kind is not NodeKind.ORPHAN  # a gap of another kind: they look alike
    }
    assert len(looks) == len(set(kinds) - {NodeKind.ORPHAN})


@pytest.mark.parametrize("theme", [*THEME_BY_NAME.values(), BRAND], ids=lambda theme: theme.name)
def test_good_and_bad_differ_in_more_than_colour(theme: Theme) -> None:
    for one, other in (
        (NodeKind.EVENT_OURS, NodeKind.EVENT_NONE),
        (NodeKind.TICK_OURS, NodeKind.TICK_NONE),
        (NodeKind.WON, NodeKind.LOST),
        (NodeKind.TECHNOLOGY, NodeKind.GAP),
    ):
        looks = [(SHAPE_BY_KIND[kind], theme.outline_of(kind).dash) for kind in (one, other)]
        assert looks[0] != looks[1]
    assert theme.lines[EdgeKind.TIE].dash != theme.lines[EdgeKind.TIE_NONE].dash
