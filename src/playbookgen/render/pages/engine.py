"""The page templates: Jinja2 with autoescape on, client text as values only."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from playbookgen.locales.durations import span
from playbookgen.render.pages.text import heading_text, paragraphs

_STYLESHEETS = ("playbookgen.css", "practice.css", "use.css")


def page_markdown(template: str, **values: Any) -> str:
    """The Markdown of a page from the template of that name."""
    return _environment().get_template(f"{template}.md.jinja").render(values)


def stylesheet() -> str:
    """The look of the pages."""
    environment = _environment()
    sources = (_loader().get_source(environment, name)[0] for name in _STYLESHEETS)
    return "\n".join(sources)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=_loader(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",  # `{#id}` gives a heading its anchor
        comment_end_string="##}",
    )
    environment.filters["heading"] = heading_text
    environment.filters["span"] = span
    environment.filters["paragraphs"] = paragraphs
    return environment


@cache
def _loader() -> PackageLoader:
    return PackageLoader("playbookgen.render", "templates")
