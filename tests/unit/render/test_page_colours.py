"""A brand's colours on pages: whatever they are, header and links can be read."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from playbookgen.model.branding import BrandPicture
from playbookgen.render import page_css
from playbookgen.render.themes.colour import contrast

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
GROUNDS = {"light": ("#ffffff", "#f4f7f9", "#fafbfc"), "dark": ("#1b232b", "#25303a", "#212b34")}


def said(css: str, variable: str) -> list[str]:
    """The colours of a variable, that in the light first."""
    return re.findall(rf"{variable}: (#[0-9a-f]{{6}});", css)


@given(COLOURS, COLOURS)
def test_headers_and_links_can_be_read_in_light_and_dark(first: str, second: str) -> None:
    css = page_css([first, second], None, None)
    headers = said(css, "--md-primary-fg-color")
    texts = said(css, "--md-primary-bg-color")
    assert headers[0] == first
    assert len(headers) == len(texts) == 2
    for header, text in zip(headers, texts, strict=True):
        assert contrast(header, text) >= 4.5
    for accent, grounds in zip(said(css, "--pb-accent"), GROUNDS.values(), strict=True):
        assert min(contrast(accent, ground) for ground in grounds) >= 4.5
    for ink, grounds in zip(said(css, "--pb-ink"), GROUNDS.values(), strict=True):
        assert min(contrast(ink, ground) for ground in grounds) >= 7


def logo(*colours: str) -> BrandPicture:
    return BrandPicture("svg", b"", 40, 20, frozenset(colours) or None)


def test_a_logo_gets_a_plate_where_it_could_not_be_told_from_the_header() -> None:
    blue = ["#0a5c8f", "#e07a1f"]
    assert "background: #ffffff" in page_css(blue, logo("#0a5c8f"), None)
    assert "background: #ffffff" not in page_css(blue, logo("#ffffff", "#ffd54f"), None)
    assert "background: #ffffff" in page_css(blue, logo(), None)
    assert "background: #ffffff" not in page_css(blue, logo(), plate=False)
    assert "background: #ffffff" in page_css(None, logo("#ffffff"), plate=True)


def test_no_brand_says_nothing() -> None:
    assert page_css(None, None, None) == ""
