"""A brand's two colours on pages: header and links, in light and dark, always readable."""

from __future__ import annotations

from playbookgen.model.branding import BrandPicture
from playbookgen.render.themes.colour import contrast, hex_of, lch_of, told_from
from playbookgen.render.themes.slots import READABLE

_LIGHT_GROUNDS = ("#ffffff", "#f4f7f9", "#fafbfc")
_DARK_GROUNDS = ("#1b232b", "#25303a", "#212b34")
"""The grounds that links stand on: those of the pages' style sheet."""
_VISIBLE = 3.0
"""The contrast of shapes with their ground: WCAG 2, success criterion 1.4.11."""
_INK = "#101418"
_PLATE = "#ffffff"
_DEFAULT_HEADERS = ("#22384a", "#24333f")
"""The header without a brand, in light and dark: as the pages' style sheet has it."""
_DARK_HEADER = 0.33
"""How light a header is in the dark."""


def page_css(colours: list[str] | None, logo: BrandPicture | None, plate: bool | None) -> str:
    """The style sheet of a brand: its colours, if it has any, and the ground of its logo."""
    headers = _headers(colours) if colours else _DEFAULT_HEADERS
    lines = _colour_rules(colours, headers) if colours else []
    wanted = _needs_plate(logo, headers) if logo and plate is None else plate
    if logo and wanted:
        lines.append(
            f".md-logo img.pb-logo {{ background: {_PLATE}; border-radius: 0.15rem; "
            "box-sizing: border-box; padding: 0.15rem 0.3rem; }"
        )
    return "".join(f"{line}\n" for line in lines)


def _headers(colours: list[str]) -> tuple[str, str]:
    first = lch_of(colours[0])
    return colours[0], hex_of(first.tint(min(_DARK_HEADER, first.lightness), 0.07))


def _colour_rules(colours: list[str], headers: tuple[str, str]) -> list[str]:
    first, second = lch_of(colours[0]), lch_of(colours[1])
    light = told_from(second, _LIGHT_GROUNDS, READABLE)
    dark = told_from(second.tint(max(second.lightness, 0.75), 0.2), _DARK_GROUNDS, READABLE)
    ink = hex_of(first.tint(0.33, 0.05)), hex_of(first.tint(0.92, 0.015))
    slate = '[data-md-color-scheme="slate"]'
    return [
        f":root {{ --pb-ink: {ink[0]}; --pb-accent: {light}; }}",
        f"{slate} {{ --pb-ink: {ink[1]}; --pb-accent: {dark}; }}",
        *_header_rules("", headers[0]),
        *_header_rules(slate, headers[1]),
        f'[data-md-color-accent="custom"] {{ {_accent(light, "#ffffff")} }}',
        f'{slate}[data-md-color-accent="custom"] {{ {_accent(dark, "#1b232b")} }}',
    ]


def _header_rules(scheme: str, ground: str) -> list[str]:
    """The header in one colour, with what can be read on it."""
    text = "#ffffff" if contrast("#ffffff", ground) >= READABLE else _INK
    if contrast(text, ground) < READABLE:
        text = "#000000"  # on middle greys neither white nor our ink is enough
    veil = "rgb(0 0 0 / 26%)" if text == "#ffffff" else "rgb(255 255 255 / 35%)"
    where = f'{scheme}[data-md-color-primary="custom"]'
    colours = (
        f"--md-primary-fg-color: {ground}; --md-primary-fg-color--light: {ground}; "
        f"--md-primary-fg-color--dark: {ground}; --md-primary-bg-color: {text}; "
        f"--md-primary-bg-color--light: {text};"
    )
    box = f"{where} .pb-search__box {{ background-color: {veil}; }}"
    return [f"{where} {{ {colours} }}", f"@media screen and (min-width: 60em) {{ {box} }}"]


def _accent(colour: str, text: str) -> str:
    return (
        f"--md-accent-fg-color: {colour}; --md-accent-fg-color--transparent: {colour}1a; "
        f"--md-accent-bg-color: {text};"
    )


def _needs_plate(logo: BrandPicture, headers: tuple[str, str]) -> bool:
    """Whether a part of the logo could not be told from a header, and a plate helps."""
    if logo.colours is None:
        return True
    worst = min(contrast(colour, header) for colour in logo.colours for header in headers)
    on_plate = min(contrast(colour, _PLATE) for colour in logo.colours)
    return worst < _VISIBLE and on_plate > worst
