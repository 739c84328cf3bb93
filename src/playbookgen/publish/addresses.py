"""The addresses of a site on the web: canonical links and a sitemap, for whoever knows its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from urllib.parse import quote

SITEMAP = "sitemap.xml"
_CANONICAL = re.compile(r'<link rel="canonical"[^<>]*>\s*')


def add_addresses(tree: dict[str, bytes], site_url: str) -> None:
    """Tells every page, and a sitemap, where the site stands on the web; nothing if nobody says."""
    pages = sorted(path for path in tree if path.endswith(".html"))
    for path in pages:
        link = f'<link rel="canonical" href="{html.escape(address_of(path, site_url))}">\n'
        page = _CANONICAL.sub("", tree[path].decode())
        tree[path] = page.replace("</head>", f"{link if site_url else ''}</head>", 1).encode()
    if site_url:
        tree[SITEMAP] = _sitemap(address_of(path, site_url) for path in pages)


def address_of(path: str, site_url: str) -> str:
    """The address of a page: that of its folder."""
    return site_url.rstrip("/") + "/" + quote(path.removesuffix("index.html"))


def _sitemap(addresses: Iterable[str]) -> bytes:
    """The list of pages (sitemaps.org, protocol 0.9), without dates of the build."""
    entries = "".join(f"<url><loc>{html.escape(each)}</loc></url>\n" for each in addresses)
    return (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\n"
        f"{entries}</urlset>\n"
    ).encode()
