"""The MkDocs configuration of a language's part: ours alone, plain data, no word of a user raw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from playbookgen.locales import LANGUAGE_NAMES, WORDS_BY_LANGUAGE, words_for
from playbookgen.model.site import LanguageSite, Page
from playbookgen.publish.titles import marked

STYLESHEET = "stylesheets/playbookgen.css"
FEATURES = (
    "content.tooltips",
    "navigation.footer",
    "navigation.indexes",
    "navigation.path",
    "navigation.prune",
    "navigation.sections",
    "navigation.tabs",
    "navigation.top",
    "toc.follow",
)
MAX_TABS = 8


def configuration(
    part: LanguageSite, *, languages: Sequence[str], site_url: str = ""
) -> dict[str, Any]:
    """The configuration of `part`, whose pages lie beside it in `docs`, built into `site`."""
    at_root = not part.folder
    return {
        "site_name": marked(part.title),
        "site_url": _address(site_url, part),
        "docs_dir": "docs",
        "site_dir": "site",
        "nav": navigation(part.pages),
        "theme": _theme(part),
        # The search is added to the built pages, whatever builder made them.
        "plugins": [],
        "markdown_extensions": ["attr_list", {"toc": {"toc_depth": 3}}],
        "extra_css": [STYLESHEET if at_root else f"../{STYLESHEET}"],
        "extra": {"generator": False, "alternate": _alternates(part, languages)},
        "strict": True,
        "use_directory_urls": True,
        "validation": {
            "omitted_files": "warn",
            "absolute_links": "warn",
            "unrecognized_links": "warn",
            "anchors": "warn",
        },
    }


def navigation(pages: Sequence[Page]) -> list[Any]:
    """The navigation: each page under its parent and the caption of its group."""
    children: dict[str, list[Page]] = {}
    for page in pages:
        children.setdefault(page.parent, []).append(page)
    return [_entry(page, children) for page in children.get("", [])]


def _entry(page: Page, children: Mapping[str, Sequence[Page]]) -> dict[str, Any]:
    """A page, as the first of a section where there are pages below it."""
    below = children.get(page.path, ())
    if not below:
        return {marked(page.title): page.path}
    return {marked(page.title): [{marked(page.title): page.path}, *_grouped(below, children)]}


def _grouped(pages: Sequence[Page], children: Mapping[str, Sequence[Page]]) -> list[Any]:
    entries: list[Any] = []
    groups: dict[str, list[Any]] = {}
    for page in pages:
        if not page.group:
            entries.append(_entry(page, children))
        elif page.group in groups:
            groups[page.group].append(_entry(page, children))
        else:
            groups[page.group] = [_entry(page, children)]
            entries.append({marked(page.group): groups[page.group]})
    return entries


def _theme(part: LanguageSite) -> dict[str, Any]:
    base = part.language.partition("-")[0]
    playbooks = sum(not page.parent for page in part.pages) - 1
    # A start page alone needs no tabs; too many no longer fit, and the side lists them instead.
    tabs = 0 < playbooks <= MAX_TABS
    without = set() if tabs else {"navigation.tabs", "navigation.sections"}
    return {
        "name": "material",
        "language": base if base in WORDS_BY_LANGUAGE else "en",
        "font": False,
        "features": [name for name in FEATURES if name not in without],
        "palette": _palette(part.language),
    }


def _palette(language: str) -> list[dict[str, Any]]:
    words = words_for(language)
    return [
        {
            "media": f"(prefers-color-scheme: {mode})",
            "scheme": scheme,
            "primary": "custom",
            "accent": "custom",
            "toggle": {"icon": icon, "name": marked(words[other])},
        }
        for mode, scheme, icon, other in (
            ("light", "default", "material/weather-night", "site_dark"),
            ("dark", "slate", "material/weather-sunny", "site_light"),
        )
    ]


def _alternates(part: LanguageSite, languages: Sequence[str]) -> list[dict[str, str]]:
    """The switch between languages: none where there is nothing to switch between."""
    if len(languages) < 2:
        return []
    up = "../" if part.folder else ""
    return [
        {"name": LANGUAGE_NAMES.get(item, item), "lang": item, "link": f"{up}{item}/"}
        for item in languages
    ]


def _address(site_url: str, part: LanguageSite) -> str:
    if not site_url:
        return ""
    base = site_url.rstrip("/") + "/"
    return f"{base}{part.folder}/" if part.folder else base
