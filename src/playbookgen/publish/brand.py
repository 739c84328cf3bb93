"""A brand on built pages, whichever builder made them: logo, favicon, footer, confidentiality."""

from __future__ import annotations

import html
import re

from playbookgen.model.branding import BrandPicture, SiteBrand, said_in
from playbookgen.model.site import Site

FOLDER = "brand"
STYLES = """\
.md-logo img.pb-logo {
  max-width: 12rem;
  object-fit: contain;
}

.md-header__button.md-logo img.pb-logo {
  height: 1.6rem;
  margin: -.2rem 0;
}

.pb-brand {
  color: var(--pb-muted);
  font-size: .64rem;
  line-height: 1.5;
  overflow-wrap: anywhere;
  padding: .6rem .6rem .8rem;
}

.pb-brand p {
  margin: 0 .6rem;
  white-space: pre-line;
}

.pb-confidential {
  background: var(--pb-warm-soft);
  color: var(--pb-warm);
  font-size: .64rem;
  font-weight: 600;
  line-height: 1.5;
  margin: 0;
  overflow-wrap: anywhere;
  padding: .25rem 1.2rem;
  text-align: center;
}

@media print {
  .pb-confidential {
    background: none;
    border-bottom: 1px solid currentcolor;
    padding: 0 0 .2rem;
    text-align: left;
  }

  .pb-brand {
    display: block;
    padding: .4rem 0 0;
  }
}
"""
_ICON = re.compile(r'<link rel="(?:shortcut )?icon"[^<>]*>')
_LOGO = re.compile(
    r'(?P<open><a\b[^<>]*\bclass="[^"<>]*\bmd-logo\b[^"<>]*"[^<>]*>).*?(?P<close></a>)', re.DOTALL
)
_MAIN = re.compile(r"<main\b[^<>]*>")


def add_brand(tree: dict[str, bytes], site: Site) -> None:
    """Gives the pages of a built site what its brand has, and the site the brand's pictures."""
    brand = site.brand
    for name, picture in (("logo", brand.logo), ("favicon", brand.favicon)):
        if picture:
            tree[_address(name, picture)] = picture.data
    languages = {part.folder: part.language for part in site.parts}
    for path in [path for path in tree if path.endswith(".html")]:
        language = languages.get(path.partition("/")[0], languages.get("", "en"))
        base = "../" * path.count("/")
        tree[path] = _branded(tree[path].decode(), brand, language, base).encode()


def _branded(page: str, brand: SiteBrand, language: str, base: str) -> str:
    if brand.favicon:
        page = _with_icon(page, f"{base}{_address('favicon', brand.favicon)}")
    if brand.logo:
        image = _image(brand.logo, f"{base}{_address('logo', brand.logo)}")
        page = _LOGO.sub(lambda link: link["open"] + image + link["close"], page)
    secret = _paragraph(said_in(brand.confidentiality, language), "pb-confidential")
    if secret:
        page = _MAIN.sub(lambda main: main[0] + secret, page, count=1)
    # It is said twice, so that it is seen at the beginning and at the end of a long page.
    texts = (said_in(brand.footer, language), said_in(brand.confidentiality, language))
    foot = "".join(map(_paragraph, texts))
    return _with_foot(page, f'<div class="pb-brand md-grid">{foot}</div>') if foot else page


def _with_icon(page: str, address: str) -> str:
    link = f'<link rel="icon" href="{address}">'
    if _ICON.search(page):
        return _ICON.sub(link, page, count=1)
    return page.replace("</head>", f"{link}\n</head>", 1)


def _image(logo: BrandPicture, address: str) -> str:
    """The logo; the link around it says the name."""
    return (
        f'<img class="pb-logo" src="{address}" alt=""'
        f' width="{max(1, round(logo.width))}" height="{max(1, round(logo.height))}">'
    )


def _with_foot(page: str, foot: str) -> str:
    """The page with the foot at the end of its footer, or of the page if it has none."""
    for end in ("</footer>", "</body>"):
        head, found, tail = page.rpartition(end)
        if found:
            return f"{head}{foot}{found}{tail}"
    return page


def _paragraph(text: str, style: str = "") -> str:
    words = f' class="{style}"' if style else ""
    return f"<p{words}>{html.escape(text)}</p>" if text else ""


def _address(name: str, picture: BrandPicture) -> str:
    return f"{FOLDER}/{name}.{picture.kind}"
