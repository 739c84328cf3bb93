"""A compartment as a site: a start page, a part for each language, the pages of each edition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from playbookgen.locales import LANGUAGE_NAMES, words_for
from playbookgen.model.playbook import Compartment, Edition
from playbookgen.model.site import LanguageSite, MapPicture, Page, Site
from playbookgen.render.pages.addresses import picture_key
from playbookgen.render.pages.engine import page_markdown, stylesheet
from playbookgen.render.pages.playbook import EditionPages, map_words
from playbookgen.render.pages.portal import PORTAL_KEY, portal_address

START = "index.md"


def site_of(compartment: Compartment, maps: Sequence[MapPicture], *, guide: str = "") -> Site:
    """The site of a compartment; `maps` holds the finished maps of its editions.

    `guide` is the guide's address, seen from the start page; only a portal leads to it.
    """
    guide = guide if compartment.portal else ""
    languages = list(dict.fromkeys(sorted(item.language for item in compartment.editions)))
    parts = (
        _start(compartment, maps, guide),
        *(_part(compartment, language, maps) for language in languages),
    )
    return Site(
        compartment=compartment.id,
        title=_title(compartment),
        parts=parts,
        pictures=dict(_pictures(maps)),
        stylesheet=stylesheet(),
        outside=frozenset(
            portal_address(compartment, item)
            for item in compartment.portal
            if not _is_own(compartment, item)
        )
        | ({guide} if guide else set()),
    )


def _pictures(maps: Sequence[MapPicture]) -> Iterator[tuple[str, str]]:
    for drawn in maps:
        yield from zip(drawn.keys, (drawn.wide, drawn.narrow), strict=False)


def _start(compartment: Compartment, maps: Sequence[MapPicture], guide: str) -> LanguageSite:
    """The page at the root, which leads to every language."""
    # First what the start page itself is written in, then the others by their languages.
    ordered = sorted(
        compartment.editions,
        key=lambda item: (item.language != compartment.language, item.language),
    )
    cards = [(item, f"{item.language}/{item.id}/") for item in ordered]
    words = words_for(compartment.language)
    whole = [drawn for drawn in maps if drawn.key.startswith(PORTAL_KEY)]
    markdown = page_markdown(
        "start",
        title=_title(compartment),
        words=words,
        maps=whole,
        map_words=map_words(words),
        cards=cards,
        clients=_clients(compartment),
        names=LANGUAGE_NAMES,
        back="",
        guide=guide,
    )
    pictures = tuple(key for drawn in whole for key in drawn.keys)
    start = Page(START, words["start_page"], markdown, pictures)
    return _site_part("", compartment.language, compartment, (start,))


def _clients(compartment: Compartment) -> list[tuple[str, list[tuple[Edition, str]]]]:
    """The clients of a portal by name, each with its playbooks; two may have the same name."""
    # A portal with nothing but its own playbooks would only repeat them.
    if all(_is_own(compartment, item) for item in compartment.portal):
        return []
    found: dict[str, tuple[str, list[tuple[Edition, str]]]] = {}
    for item in compartment.portal:
        name = compartment.title if item.client == compartment.client else item.client_title
        _, playbooks = found.setdefault(item.client, (name, []))
        playbooks.append((item, portal_address(compartment, item)))
    return list(found.values())


def _part(compartment: Compartment, language: str, maps: Sequence[MapPicture]) -> LanguageSite:
    editions = [item for item in compartment.editions if item.language == language]
    words = words_for(language)
    markdown = page_markdown(
        "start",
        title=_title(compartment),
        words=words,
        maps=(),
        map_words={},
        cards=[(item, f"{item.id}/") for item in editions],
        clients=(),
        names=LANGUAGE_NAMES,
        back="../",
        guide="",
    )
    start = Page(START, words["start_page"], markdown)
    pages = [page for item in editions for page in EditionPages(item, _maps_of(item, maps)).pages()]
    part = _site_part(language, language, compartment, (start, *pages))
    return replace(part, synonyms=tuple(dict.fromkeys(_synonyms(editions))))


def _synonyms(editions: Sequence[Edition]) -> Iterator[tuple[str, ...]]:
    for item in editions:
        yield from ((term.term, *term.synonyms) for term in item.glossary if term.synonyms)


def _maps_of(edition: Edition, maps: Sequence[MapPicture]) -> list[MapPicture]:
    return [drawn for drawn in maps if drawn.key == picture_key(edition, drawn.subject)]


def _site_part(
    folder: str, language: str, compartment: Compartment, pages: tuple[Page, ...]
) -> LanguageSite:
    return LanguageSite(folder, language, _title(compartment), pages)


def _title(compartment: Compartment) -> str:
    if compartment.title == compartment.site_title:
        return compartment.title
    return f"{compartment.site_title} · {compartment.title}"


def _is_own(compartment: Compartment, edition: Edition) -> bool:
    return (edition.client, edition.audience) == (compartment.client, compartment.audience)
