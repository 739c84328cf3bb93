"""What stands above a map that leaves the site: whose it is, and which version of it."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.locales.dates import full_date
from playbookgen.model.playbook import Edition
from playbookgen.views.wording import Words, words_of


def particulars(edition: Edition, *, title: str) -> str:
    """Of a map with this title: the playbook, client, version, status and day, if they are said."""
    said = _particulars(edition, words_of(edition))
    return " · ".join(text for text in said if text and text not in title)


def _particulars(edition: Edition, words: Words) -> Iterator[str]:
    yield edition.title
    yield edition.client_title
    if edition.version:
        yield f"{words['version']} {edition.version}"
    if edition.status != "current":
        yield words[f"status_{edition.status}"]
    if edition.effective:
        yield f"{words['effective']} {full_date(edition.effective, edition.language)}"
