"""The page at the root of the output folder, which leads on to one compartment."""

from __future__ import annotations

import html
from pathlib import Path

from playbookgen.locales import words_for
from playbookgen.problems import Location, OutputError, Problem
from playbookgen.publish.exchange import WORK, remove, write_tree, writing
from playbookgen.publish.manifest import NOT_OURS
from playbookgen.publish.policy import with_policy

ROOT_PAGE = "index.html"
_OURS = '<meta name="generator" content="playbookgen">'


def publish_root(
    out: Path, target: str, *, title: str = "", language: str = "en", guide: bool = False
) -> None:
    """Writes `out`/index.html, which leads to the compartment `target` (`client/audience`).

    `guide` tells whether a guide stands beside it.
    """
    page = out / ROOT_PAGE
    if page.is_symlink() or (page.exists() and _OURS not in _text(page)):
        raise _not_ours(page)
    data = root_page(target, title=title, language=language, guide=guide).encode()
    work = out / WORK / "root"
    with writing(page):
        remove([work / ROOT_PAGE], work)
        write_tree({ROOT_PAGE: data}, work)
        (work / ROOT_PAGE).replace(page)
        remove([], out / WORK)


def root_page(target: str, *, title: str, language: str, guide: bool = False) -> str:
    """The HTML of the page: a refresh and a link, no script."""
    words = words_for(language)["site_redirect"]
    name = html.escape(title or words)
    more = html.escape(words_for(language)["site_guide"])
    beside = f'<p><a href="guide/index.html">{more}</a></p>\n' if guide else ""
    address = html.escape(f"{target}/index.html")
    return with_policy(
        f'<!doctype html>\n<html lang="{html.escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n{_OURS}\n'
        # Without a word about icons, browsers ask the server for one at its root.
        '<link rel="icon" href="data:,">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n<title>{name}</title>\n'
        f'</head>\n<body>\n<h1>{name}</h1>\n<p><a href="{address}">{html.escape(words)}</a></p>\n'
        f"{beside}</body>\n</html>\n"
    )


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""


def _not_ours(page: Path) -> OutputError:
    return OutputError(
        Problem(
            NOT_OURS,
            "The start page was not put there by playbookgen; nothing was changed.",
            Location(page.as_posix()),
            "Move it elsewhere, or choose another folder with --output.",
        )
    )
