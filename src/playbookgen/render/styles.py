"""Styles of maps: the shared style sheet with variables, and the dark rules of a single file."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.model.diagram import EdgeKind, NodeKind, TextRole
from playbookgen.render.themes import CLASSIC, Palette, Stroke, Theme

FONT_STACK = (
    "'Noto Sans', 'Segoe UI', 'Helvetica Neue', 'DejaVu Sans', 'Noto Sans CJK JP', "
    "'Noto Sans JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif"
)
"""Fonts for Latin, Cyrillic and Japanese on common systems, most like the measured one first."""

_DARK_PAGE = '[data-md-color-scheme="slate"] .pg-map'


def theme_css(theme: Theme = CLASSIC) -> str:
    """The style sheet that maps in pages share, for Material's light and dark schemes."""
    light, dark = _block(theme.light), _block(theme.dark)
    lines = [
        f".pg-map {{ {light} font-family: {FONT_STACK}; }}",
        f"{_DARK_PAGE} {{ {dark} }}",
        f"@media print {{ .pg-map, {_DARK_PAGE} {{ {light} }} }}",
        *_ground_rules(theme),
        *_rules(theme),
    ]
    return "\n".join(lines) + "\n"


def standalone_css(theme: Theme) -> str:
    """What a single file adds to its presentation attributes: dark colours, and nothing else.

    Nothing at all for a theme that is the same in the dark.
    """
    if theme.dark == theme.light:
        return ""
    rules = [f"{where} {{ {what} }}" for where, what in _dark_rules(theme.dark)]
    return "@media (prefers-color-scheme: dark) { " + " ".join(rules) + " }"


def _variables(palette: Palette) -> Iterator[tuple[str, str]]:
    """The colours of a palette by the names of their variables."""
    yield "ground", palette.ground
    notes = palette.notes
    for kind, ink in palette.nodes.items():
        yield f"{kind}-fill", ink.fill
        yield f"{kind}-line", ink.line
        yield f"{kind}-text", ink.text
        yield f"{kind}-note", notes[kind]
    for edge, colour in palette.edges.items():
        yield f"edge-{edge}", colour
    for role, colour in palette.texts.items():
        yield f"text-{role}", colour
    for index, colour in enumerate(palette.bands):
        yield f"band-{index}", colour
    yield "band-line", palette.band_line
    yield "mark-fill", palette.mark.fill
    yield "mark-line", palette.mark.line
    yield "focus", palette.focus
    yield "accent", palette.accent


def _block(palette: Palette) -> str:
    return " ".join(f"--pg-{name}: {value};" for name, value in _variables(palette))


def _ground_rules(theme: Theme) -> Iterator[str]:
    """A ground of its own for a theme whose colours are not made for the page's."""
    if (theme.light.ground, theme.dark.ground) != (CLASSIC.light.ground, CLASSIC.dark.ground):
        yield ".pg-map { background: var(--pg-ground); border-radius: 8px; }"


def _rules(theme: Theme) -> Iterator[str]:
    """What each class looks like, in terms of the variables."""
    yield ".pg-map text { white-space: pre; }"
    for role in TextRole:
        yield f".pg-map .pg-text-{role} {{ fill: var(--pg-text-{role}); }}"
    for kind in NodeKind:
        yield from _node_rules(kind, theme.outline_of(kind))
    for edge in EdgeKind:
        yield from _edge_rules(edge, theme.lines[edge])
    yield from _main_rules("var(--pg-accent)", theme.main)
    for index in range(len(theme.light.bands)):
        fill, line = f"var(--pg-band-{index})", "var(--pg-band-line)"
        yield f".pg-map .pg-band-{index} .pg-shape {{ fill: {fill}; stroke: {line}; }}"
    yield ".pg-map .pg-disc { fill: var(--pg-mark-fill); stroke: var(--pg-mark-line); }"
    yield ".pg-map .pg-glyph { fill: none; stroke: var(--pg-mark-line); stroke-width: 1; }"
    yield ".pg-map .pg-glyph-solid { fill: var(--pg-mark-line); stroke: none; }"
    yield f".pg-map .pg-optional .pg-shape {{ stroke-dasharray: {theme.optional_dash}; }}"
    yield ".pg-map .pg-node .pg-ring { fill: none; }"
    yield from _link_rules()


def _node_rules(kind: NodeKind, stroke: Stroke) -> Iterator[str]:
    where, variable = f".pg-map .pg-{kind}", f"--pg-{kind}"
    fill, line = f"var({variable}-fill)", f"var({variable}-line)"
    yield f"{where} .pg-shape {{ fill: {fill}; stroke: {line}; {_stroke(stroke)} }}"
    yield f"{where} text {{ fill: var({variable}-text); }}"
    yield f"{where} .pg-text-note {{ fill: var({variable}-note); }}"


def _stroke(stroke: Stroke) -> str:
    dash = f" stroke-dasharray: {stroke.dash};" if stroke.dash else ""
    return f"stroke-width: {stroke.width:g};{dash}"


def _edge_rules(edge: EdgeKind, stroke: Stroke) -> Iterator[str]:
    where, colour = f".pg-map .pg-edge-{edge}", f"var(--pg-edge-{edge})"
    yield f"{where} .pg-line {{ fill: none; stroke: {colour}; {_stroke(stroke)} }}"
    yield f"{where} .pg-arrow {{ fill: {colour}; stroke: {colour}; stroke-width: 1.2; }}"


def _main_rules(colour: str, stroke: Stroke) -> Iterator[str]:
    """The main line; after the kinds of connections, which it overrides."""
    where = ".pg-map .pg-main"
    solid = "" if stroke.dash else " stroke-dasharray: none;"
    yield f"{where} .pg-line {{ stroke: {colour}; {_stroke(stroke)}{solid} }}"
    yield f"{where} .pg-arrow {{ fill: {colour}; stroke: {colour}; }}"


def _link_rules() -> Iterator[str]:
    """What the pointer and the keyboard see of links."""
    yield ".pg-map a { cursor: pointer; }"
    yield ".pg-map a:hover .pg-shape { stroke-width: 2.2; }"
    yield ".pg-map a:hover text:not(.pg-text-note) { text-decoration: underline; }"
    yield ".pg-map a:focus { outline: none; }"
    yield (
        ".pg-map a:focus-visible .pg-shape { stroke: var(--pg-focus); stroke-width: 3.5; "
        "stroke-dasharray: none; }"
    )
    yield ".pg-map a:focus-visible text:not(.pg-text-note) { text-decoration: underline; }"


def _dark_rules(dark: Palette) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of the dark colours; no variables, which old programs lack."""
    yield ".pg-ground", f"fill: {dark.ground}"
    for role, colour in dark.texts.items():
        yield f".pg-text-{role}", f"fill: {colour}"
    notes = dark.notes
    for kind, ink in dark.nodes.items():
        yield f".pg-{kind} .pg-shape", f"fill: {ink.fill}; stroke: {ink.line}"
        yield f".pg-{kind} text", f"fill: {ink.text}"
        yield f".pg-{kind} .pg-text-note", f"fill: {notes[kind]}"
    for edge, colour in dark.edges.items():
        yield f".pg-edge-{edge} .pg-line", f"stroke: {colour}"
        yield f".pg-edge-{edge} .pg-arrow", f"fill: {colour}; stroke: {colour}"
    yield ".pg-main .pg-line", f"stroke: {dark.accent}"
    yield ".pg-main .pg-arrow", f"fill: {dark.accent}; stroke: {dark.accent}"
    for index, colour in enumerate(dark.bands):
        yield f".pg-band-{index} .pg-shape", f"fill: {colour}; stroke: {dark.band_line}"
    yield ".pg-disc", f"fill: {dark.mark.fill}; stroke: {dark.mark.line}"
    yield ".pg-glyph", f"stroke: {dark.mark.line}"
    yield ".pg-glyph-solid", f"fill: {dark.mark.line}; stroke: none"
    yield ".pg-node .pg-ring", "fill: none"
