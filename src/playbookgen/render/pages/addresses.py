"""Where the parts of an edition stand on the site: pages, anchors and links between them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from playbookgen.model.playbook import Edition, Stage
from playbookgen.render.pages.contents import parts_of, provenances

OVERVIEW = "overview"
TECHNOLOGIES = "technologies"
RESPONSIBILITIES = "responsibilities"
JOURNEY = "journey"
METHODOLOGY = "methodology"
TECHNIQUES = "techniques"
QUALIFICATION = "qualification"
HANDOVERS = "handovers"
TODAY = "today"
METRICS = "metrics"
MEETINGS = "meetings"
GLOSSARY = "glossary"
BUYING_CENTRE = "buying-centre"
OBJECTIONS = "objections"
CRM = "crm"
SOURCES = "sources"
HANDBOOK = "handbook"
CARDS = "cards"

NEEDED = (
    *(OBJECTIONS, TECHNIQUES, QUALIFICATION, TECHNOLOGIES, HANDOVERS, JOURNEY, BUYING_CENTRE),
    *(MEETINGS, METRICS, RESPONSIBILITIES, METHODOLOGY, GLOSSARY, TODAY, CRM, SOURCES),
    *(CARDS, HANDBOOK),
)
"""What a reader looks for, wherever he is in the process: what is said and done first."""

_PAGE_BY_SECTION = {
    "outcomes": OVERVIEW,
    "sales_types": OVERVIEW,
    "axes": OVERVIEW,
    "categories": TECHNOLOGIES,
    "journey": JOURNEY,
    "deal_stages": JOURNEY,
    "methodologies": METHODOLOGY,
    "techniques": TECHNIQUES,
    "frameworks": QUALIFICATION,
    "half_processes": HANDOVERS,
    "handovers": HANDOVERS,
    "as_is": TODAY,
    "metrics": METRICS,
    "meetings": MEETINGS,
    "glossary": GLOSSARY,
    "buying_centre": BUYING_CENTRE,
    "crm": CRM,
}
"""The page of everything that has no page of its own, by the first id of its ref."""

_SECTIONS_WITH_PAGES = ("stages", "roles", "technologies")
"""Sections of which each item has a page of its own."""
_PAGE_BY_MAP = {
    "process": OVERVIEW,
    "journey": JOURNEY,
    "swimlane": RESPONSIBILITIES,
    "swimlane.phase": HANDOVERS,
    "technologies": TECHNOLOGIES,
    "responsibilities": RESPONSIBILITIES,
    "methodology": METHODOLOGY,
    "qualification": QUALIFICATION,
    "funnel": METRICS,
    "pipeline": JOURNEY,
    "buying-centre": BUYING_CENTRE,
    "decision-cycle": BUYING_CENTRE,
    "as-is": TODAY,
}
"""The page of each map that is not a stage's, by its subject or the first word of that."""

_WIDE_PAGES = frozenset({OVERVIEW, JOURNEY, RESPONSIBILITIES, QUALIFICATION, TODAY, TECHNOLOGIES})
"""Pages without a table of contents beside the text."""
PHONE_ROOM = 354.0
"""The width in px that a page has for its maps where the window is 390 px wide."""


class Address(NamedTuple):
    """A page of an edition, by its key, and an anchor on it; no anchor is the page itself."""

    page: str
    anchor: str = ""


def page_keys(edition: Edition) -> tuple[str, ...]:
    """The pages that an edition has, in the order of the navigation."""
    return tuple(key for keys in chapters(edition).values() for key in keys)


def chapters(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The pages that an edition has, by the key of the words under which they stand."""
    objections = any(stage.objections for stage in edition.stages)
    gathered = edition.metrics or any(stage.metrics for stage in edition.stages)
    sources = edition.gaps or provenances(edition)
    groups: dict[str, tuple[tuple[str, object], ...]] = {
        "": ((OVERVIEW, True),),
        "stages": tuple((stage.ref, True) for stage in edition.stages),
        "page_my_work": tuple((role.ref, True) for role in edition.roles),
        "page_process": (
            (HANDOVERS, edition.half_processes or edition.handovers),
            (QUALIFICATION, edition.framework),
            (METRICS, gathered),
            (TODAY, edition.as_is),
        ),
        "page_buyer": (
            (JOURNEY, edition.journey or edition.deal_stages),
            (BUYING_CENTRE, edition.buying_centre),
            (OBJECTIONS, objections),
        ),
        "page_practice": (
            (METHODOLOGY, edition.methodologies),
            (TECHNIQUES, edition.techniques),
            (TECHNOLOGIES, edition.technologies),
            *((ref, True) for ref in _shelved(edition)),
        ),
        "page_people": ((RESPONSIBILITIES, edition.roles), (MEETINGS, edition.meetings)),
        "page_reference": (
            (GLOSSARY, edition.glossary),
            (CRM, edition.crm),
            (SOURCES, sources),
            (HANDBOOK, edition.process),
            (CARDS, edition.process),
        ),
    }
    there = {name: tuple(key for key, has in pages if has) for name, pages in groups.items()}
    return {name: keys for name, keys in there.items() if keys}


def _shelved(edition: Edition) -> tuple[str, ...]:
    """The technologies, category by category."""
    shelves = {category.ref: place for place, category in enumerate(edition.categories)}
    ordered = sorted(edition.technologies, key=lambda item: shelves[item.category])
    return tuple(item.ref for item in ordered)


def page_path(page: str) -> str:
    """The file of a page below its playbook's folder, from its key."""
    if page == OVERVIEW:
        return "index.md"
    return page.replace(".", "/") + ".md"


def href(source: str, target: Address) -> str:
    """The relative link from the page `source` to `target`, both by their keys."""
    anchor = f"#{target.anchor}" if target.anchor else ""
    if source == target.page and anchor:
        return anchor
    return between(page_path(source), page_path(target.page)) + anchor


@lru_cache(maxsize=4096)
def between(source: str, target: str) -> str:
    """The relative link from one Markdown file's address to another's."""
    path = posixpath.relpath("/" + folder_of(target), "/" + folder_of(source))
    return "./" if path == "." else path + "/"


def folder_of(path: str) -> str:
    """The folder under which a Markdown file is served, without a slash at its end."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index")


def link_table(
    edition: Edition, *, page: str, places: Mapping[str, Address] | None = None
) -> dict[str, str]:
    """The relative link to everything in the model that has a place, from a picture on `page`.

    `places` are the edition's `addresses`, where they are known already.
    """
    known = addresses(edition) if places is None else places
    return {ref: href(page, address) for ref, address in known.items()}


def addresses(edition: Edition) -> dict[str, Address]:
    """The place of everything in the model; an anchor is the thing's own ref.

    What would stand on a page that the edition does not have, such as a category without
    technologies, is on its first one.
    """
    there = frozenset(page_keys(edition))
    found = {ref: _on(there, _place(ref)) for ref in parts_of(edition)}
    for stage in edition.stages:
        found[f"{stage.ref}.entry"] = Address(stage.ref, "entry" if stage.entry else "")
        found[f"{stage.ref}.exit"] = Address(stage.ref, "exit" if stage.exit else "")
    return found


def _on(pages: frozenset[str], place: Address) -> Address:
    return place if place.page in pages else Address(OVERVIEW)


def page_of_map(edition: Edition, subject: str) -> str:
    """The key of the page that a map stands on, by the ref of its diagram; empty for none."""
    if subject.startswith("stages."):
        return next((it.ref for it in edition.stages if it.ref == subject and has_map(it)), "")
    kind = subject.partition(".")[0]
    page = _PAGE_BY_MAP.get(subject) or _PAGE_BY_MAP.get(kind, OVERVIEW)
    return page if page in page_keys(edition) else OVERVIEW


def map_room(page: str) -> float:
    """The width in px that a desktop's page has for its maps."""
    return 1120.0 if page in _WIDE_PAGES else 860.0


def picture_key(edition: Edition, subject: str) -> str:
    """The key of a map's picture, unique in a compartment."""
    return f"{edition.id}/{edition.language}/{subject}"


def has_map(stage: Stage) -> bool:
    """Whether a stage has a map of its own: one without tasks has nothing to draw."""
    return bool(stage.tasks)


def _place(ref: str) -> Address:
    section, *ids = ref.split(".")
    if section not in _SECTIONS_WITH_PAGES:
        return Address(_PAGE_BY_SECTION[section], ref)
    page = f"{section}.{ids[0]}"
    return Address(page, "" if page == ref else ref)
