"""A brand for pages: pictures rebuilt from safe parts, colours with their contrast corrected."""

from __future__ import annotations

from playbookgen.model.branding import BrandPicture
from playbookgen.render.brand.page_colours import page_css
from playbookgen.render.brand.png import SIGNATURE, png_picture
from playbookgen.render.brand.svg import svg_picture
from playbookgen.render.failures import picture_unusable

__all__ = ["brand_picture", "page_css"]


def brand_picture(data: bytes, shown: str) -> BrandPicture:
    """The logo or favicon in a file's bytes. Raises RefusedError; `shown` is the file's path."""
    if data.startswith(SIGNATURE):
        return png_picture(data, shown)
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"<"):
        return svg_picture(data, shown)
    raise picture_unusable(shown, 0, "This is neither an SVG nor a PNG", "Export it as one.")
