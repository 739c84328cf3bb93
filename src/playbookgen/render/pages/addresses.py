"""Where the parts of an edition stand on the site: pages, anchors and links between them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from playbookgen.model.playbook import Edition, Stage

OVERVIEW = "overview"
TECHNOLOGIES = "technologies"
RESPONSIBILITIES = "responsibilities"
JOURNEY = "journey"


class Address(NamedTuple):
    """A page of an edition, by its key, and an anchor on it; no anchor is the page itself."""

    page: str
    anchor: str = ""


def page_keys(edition: Edition) -> tuple[str, ...]:
    """The pages that an edition has, in the order of the navigation."""
    keys = [OVERVIEW, *(stage.ref for stage in edition.stages)]
    keys += [TECHNOLOGIES] if edition.technologies else []
    keys += [RESPONSIBILITIES] if edition.roles else []
    keys += [JOURNEY] if edition.journey or edition.deal_stages else []
    return tuple(keys)


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


def between(source: str, target: str) -> str:
    """The relative link from one Markdown file's address to another's."""
    path = posixpath.relpath("/" + folder_of(target), "/" + folder_of(source))
    return "./" if path == "." else path + "/"


def folder_of(path: str) -> str:
    """The folder under which a Markdown file is served, without a slash at its end."""
    stem = path.removesuffix(".md")
    return "" if stem == "index" else stem.removesuffix("/index")


def link_table(edition: Edition, *, page: str) -> dict[str, str]:
    """The relative link to everything in the model that has a place, from a picture on `page`."""
    return {ref: href(page, address) for ref, address in addresses(edition).items()}


def addresses(edition: Edition) -> dict[str, Address]:
    """The place of everything in the model that has one; an anchor is the thing's own ref."""
    found = dict(_process_places(edition))
    found |= {item.ref: Address(TECHNOLOGIES, item.ref) for item in edition.technologies}
    if edition.technologies:
        found |= {item.ref: Address(TECHNOLOGIES, item.ref) for item in edition.categories}
    found |= {role.ref: Address(RESPONSIBILITIES, role.ref) for role in edition.roles}
    found |= dict(_journey_places(edition))
    return found


def picture_places(edition: Edition) -> tuple[tuple[str, str], ...]:
    """The key of every picture of an edition, with the page it stands on."""
    places = [("process", OVERVIEW)] if edition.process else []
    places += [(stage.ref, stage.ref) for stage in edition.stages if has_map(stage)]
    places += [("journey", JOURNEY)] if edition.journey else []
    return tuple((picture_key(edition, ref), page) for ref, page in places)


def picture_key(edition: Edition, ref: str) -> str:
    """The key of the picture that shows `ref`, unique in a compartment."""
    return f"{edition.id}/{edition.language}/{ref}"


def has_map(stage: Stage) -> bool:
    """Whether a stage has a map of its own: one without tasks has nothing to draw."""
    return bool(stage.tasks)


def _process_places(edition: Edition) -> Iterator[tuple[str, Address]]:
    for stage in edition.stages:
        yield stage.ref, Address(stage.ref)
        yield f"{stage.ref}.entry", Address(stage.ref, "entry" if stage.entry else "")
        yield f"{stage.ref}.exit", Address(stage.ref, "exit" if stage.exit else "")
        for task in stage.tasks:
            yield task.ref, Address(stage.ref, task.ref)
    for outcome in edition.process.outcomes if edition.process else ():
        yield outcome.ref, Address(OVERVIEW, outcome.ref)


def _journey_places(edition: Edition) -> Iterator[tuple[str, Address]]:
    for event in edition.journey.events if edition.journey else ():
        yield event.ref, Address(JOURNEY, event.ref)
        for action in event.actions:
            yield action.ref, Address(JOURNEY, action.ref)
    for deal_stage in edition.deal_stages:
        yield deal_stage.ref, Address(JOURNEY, deal_stage.ref)
