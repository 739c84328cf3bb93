"""Built parts to one tree: theme files once, pictures in place, nothing that is not needed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from playbookgen.model.site import LanguageSite, Site
from playbookgen.publish.addresses import add_addresses
from playbookgen.publish.brand import STYLES as BRAND_STYLES
from playbookgen.publish.brand import add_brand
from playbookgen.publish.configuration import STYLESHEET
from playbookgen.publish.description import with_description
from playbookgen.publish.files import with_files
from playbookgen.publish.fill import fill
from playbookgen.publish.policy import with_policy
from playbookgen.publish.scripts import add_scripts
from playbookgen.publish.search import add_search
from playbookgen.publish.search import stylesheet as search_css
from playbookgen.publish.titles import restored
from playbookgen.publish.web_fonts import FontMaker, add_web_fonts

Tree = dict[str, bytes]
"""The files of a compartment by their paths below its folder."""

_ASSETS = "assets/"
# The search is our own; maps of minified files serve only debuggers.
_NEEDLESS = re.compile(
    r"^assets/javascripts/(lunr|workers)/|(^|/)search/search_index\.json$|(^|/)search\.json$"
    r"|(^|/)404\.html$|\.gz$|\.map$"
)
_ASSET_LINK = re.compile(
    r'(?P<head><(?:link|script|img)\b[^<>]*?\s(?:href|src)="(?:\.\./)*)(?:\./)?(?P<tail>assets/)'
)
_SCOPE = re.compile(r'(?P<head><script>__md_scope=new URL\(")(?P<up>[./]*)(?P<tail>",location\))')
# One sitemap lists all pages, but the theme's switch of languages asks for one in each language.
_NO_SITEMAP = (
    b"<?xml version='1.0' encoding='UTF-8'?>\n"
    b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>\n"
)
# The theme would ask each language for its list of pages, which it has no use for here.
_ALTERNATE = re.compile(r'<link rel="alternate"[^<>]*>\s*')


def assemble(
    site: Site,
    built: dict[str, Path],
    *,
    map_css: str,
    site_url: str = "",
    fonts: FontMaker | None = None,
) -> Tree:
    """The tree of a compartment from its built parts."""
    files = {part.folder: built_files(built[part.folder]) for part in site.parts}
    return assemble_files(site, files, map_css=map_css, site_url=site_url, fonts=fonts)


def assemble_files(
    site: Site,
    built: Mapping[str, Mapping[str, bytes]],
    *,
    map_css: str,
    site_url: str = "",
    fonts: FontMaker | None = None,
) -> Tree:
    """As `assemble`, from built files by their paths; those may be some of a part's alone."""
    tree: Tree = {}
    for part in site.parts:
        for path, data in built[part.folder].items():
            if _NEEDLESS.search(path):
                continue
            if path.startswith(_ASSETS):
                _once(tree, path, data)
            else:
                tree[below(part, path)] = _finished(part, path, data, site)
        tree[below(part, "sitemap.xml")] = _NO_SITEMAP
    tree[STYLESHEET] = _styles(site, map_css).encode()
    add_search(tree, site)
    add_scripts(tree)
    add_brand(tree, site)
    add_addresses(tree, site_url)
    if fonts:
        add_web_fonts(tree, STYLESHEET, fonts)
    for path in [path for path in tree if path.endswith(".html")]:
        page = with_description(with_files(tree[path].decode()))
        tree[path] = with_policy(page).encode()
    return dict(sorted(tree.items()))


def _styles(site: Site, map_css: str) -> str:
    return "\n".join([site.stylesheet, search_css(), BRAND_STYLES, site.brand.stylesheet, map_css])


def built_files(folder: Path) -> Tree:
    """The files below a folder by their paths."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def below(part: LanguageSite, path: str) -> str:
    """The path in its site of a part's file."""
    return f"{part.folder}/{path}" if part.folder else path


def _once(tree: Tree, path: str, data: bytes) -> None:
    if tree.setdefault(path, data) != data:
        raise AssertionError(f"the theme's {path} differs between the languages of a site")


def _finished(part: LanguageSite, path: str, data: bytes, site: Site) -> bytes:
    if path.endswith(".html"):
        text = _ALTERNATE.sub("", restored(data.decode()))
        if part.folder:
            text = _raised(text)
        return fill(text, site.pictures).encode()
    return data


def _raised(html: str) -> str:
    """A page of a language's folder, whose theme files lie one folder higher than it was built."""
    html = _ASSET_LINK.sub(r"\g<head>../\g<tail>", html)
    # A reader's choice of light or dark holds for the whole site, not for one language of it.
    return _SCOPE.sub(r"\g<head>\g<up>/..\g<tail>", html)
