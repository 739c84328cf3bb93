"""The pages of an edition, each made from a template and what the template asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from playbookgen.locales import words_for
from playbookgen.model.playbook import Edition, Named, Role, Stage, Technology, Transition
from playbookgen.model.site import MapPicture, Page
from playbookgen.render.pages.addresses import (
    CARDS,
    HANDBOOK,
    NEEDED,
    OVERVIEW,
    TECHNOLOGIES,
    Address,
    addresses,
    chapters,
    href,
    page_of_map,
    page_path,
)
from playbookgen.render.pages.cards import said_on
from playbookgen.render.pages.chapters import chapter_title, chapter_values, users
from playbookgen.render.pages.contents import parts_of, title_of
from playbookgen.render.pages.engine import page_markdown
from playbookgen.render.pages.handbook import chapters_of, pictures_of
from playbookgen.render.pages.jumps import with_jumps
from playbookgen.render.pages.stage import stage_values
from playbookgen.render.pages.terms import Glossary, Prose
from playbookgen.render.pages.work import work_of

_OWN_PAGES = ("stages.", "roles.", "technologies.")
_MAP_WORDS = (
    *("map_tools", "zoom_in", "zoom_out", "zoom_reset"),
    *("full_screen", "download_svg", "download_png", "map_more", "map_less"),
)
_FILTER_WORDS = ("filter_all", "sales_types", "page_category", "filter_shown")


def map_words(words: Mapping[str, str]) -> dict[str, str]:
    """The words that the tools of maps need."""
    return {name: words[name] for name in _MAP_WORDS}


@dataclass(frozen=True)
class EditionPages:
    """Everything that the pages of one edition have in common."""

    edition: Edition
    maps: Sequence[MapPicture] = ()
    """Those of this edition, in the order in which pages show them."""

    @cached_property
    def words(self) -> dict[str, str]:
        """The tool's own words in the edition's language."""
        return dict(words_for(self.edition.language))

    @cached_property
    def named(self) -> dict[str, Any]:
        """Everything that a page may speak of by its ref."""
        return parts_of(self.edition)

    @cached_property
    def places(self) -> dict[str, Address]:
        """Where everything stands."""
        return addresses(self.edition)

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that are linked in the texts."""
        return Glossary(self.edition.glossary, self.edition.language)

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The keys of the pages by the words under which they stand."""
        return chapters(self.edition)

    @cached_property
    def maps_by_page(self) -> dict[str, list[MapPicture]]:
        """The maps on each page that has some."""
        found: dict[str, list[MapPicture]] = {}
        # Where several stand on a page, swimlanes come last: they are the longest.
        for drawn in sorted(self.maps, key=lambda item: item.subject.startswith("swimlane")):
            found.setdefault(page_of_map(self.edition, drawn.subject), []).append(drawn)
        return found

    def pages(self) -> Iterator[Page]:
        """The pages in the order of the navigation."""
        made: dict[str, Page] = {}
        for group, keys in self.groups.items():
            for key in keys:
                name = self.words[group] if group else ""
                made[key] = self._handbook(made, name) if key == HANDBOOK else self._made(key, name)
        yield from made.values()

    def _handbook(self, made: Mapping[str, Page], group: str) -> Page:
        """Everything that was made before it, but for what repeats the stages role by role."""
        chapters = [page for key, page in made.items() if not key.startswith("roles.")]
        path = f"{self.edition.id}/{page_path(HANDBOOK)}"
        values = {"body": Markup(chapters_of(chapters, at=path))}  # noqa: S704 # pages of ours
        page = self._page(HANDBOOK, self._title(HANDBOOK), HANDBOOK, group, values)
        return replace(page, pictures=pictures_of(chapters))

    def _made(self, key: str, group: str) -> Page:
        part = self.named.get(key)
        if isinstance(part, Stage):
            return self._page(
                key, f"{part.number}. {part.title}", "stage", group, self._stage(part)
            )
        if isinstance(part, Role):
            values = {"role": part, "work": work_of(self.edition, part)}
            return self._page(key, part.title, "role", group, values)
        if isinstance(part, Technology):
            shelf = self.named[part.category].title
            return self._page(key, part.title, "technology", shelf, self._technology(part))
        values = chapter_values(key, self.edition, self.words)
        if key == CARDS:
            values = self._cards()
        return self._page(key, self._title(key), key, group, values)

    def _cards(self) -> dict[str, Any]:
        ways = {stage.ref: self._ways(stage) for stage in self.edition.stages}
        said = {
            stage.ref: said_on(stage, [way for _, way in ways[stage.ref]])
            for stage in self.edition.stages
        }
        return {"ways": ways, "said": said}

    def _title(self, key: str) -> str:
        if key in self.named and key.startswith(_OWN_PAGES):
            return title_of(self.named[key])
        return chapter_title(key, self.edition, self.words)

    def _technology(self, technology: Technology) -> dict[str, Any]:
        others = (it for it in self.edition.technologies if it.category == technology.category)
        return {
            "item": technology,
            "serves": [stage for stage in self.edition.stages if stage.ref in technology.stages],
            "uses": [
                (stage, task)
                for stage in self.edition.stages
                for task in stage.tasks
                if technology.title.casefold() in map(str.casefold, task.resources)
            ],
            "neighbours": [item for item in others if item is not technology],
        }

    def _stage(self, stage: Stage) -> dict[str, Any]:
        edition = self.edition
        place = edition.stages.index(stage)
        around = [None, *edition.stages, None]
        return {
            "stage": stage,
            "ways": self._ways(stage),
            "steps": {task.ref: self._steps(stage, task.ref) for task in stage.tasks},
            "begins": bool(edition.process and edition.process.start == stage.ref),
            **stage_values(edition, stage),
            "previous": around[place],
            "following": around[place + 2],
        }

    def _page(
        self, key: str, title: str, template: str, group: str, values: dict[str, Any]
    ) -> Page:
        maps = self.maps_by_page.get(key, [])
        links = {ref: href(key, address) for ref, address in self.places.items()}
        prose = Prose(self.glossary, links)
        markdown = page_markdown(
            template,
            edition=self.edition,
            words=self.words,
            links=links,
            named=self.named,
            text=prose.line,
            resource=partial(self._resource, prose),
            prose=prose.paragraphs,
            users=partial(users, self.edition),
            maps=maps,
            map_words=map_words(self.words),
            filter_words={name: self.words[name] for name in _FILTER_WORDS},
            title=title,
            chapters=self._chapters(key),
            needed=self._needed(key),
            **values,
        )
        folder = self.edition.id
        if key != OVERVIEW:  # which has entries of its own
            label = self.words["page_on_this_page"]
            markdown = with_jumps(markdown, label=label, contents=key == HANDBOOK)
        return Page(
            path=f"{folder}/{page_path(key)}",
            title=title,
            markdown=markdown,
            pictures=tuple(key for item in maps for key in item.keys),
            parent=self._parent(key),
            group=group,
        )

    def _parent(self, key: str) -> str:
        """The path of the page above in the navigation."""
        above = TECHNOLOGIES if key.startswith("technologies.") else OVERVIEW
        return "" if key == OVERVIEW else f"{self.edition.id}/{page_path(above)}"

    def _chapters(self, source: str) -> dict[str, str]:
        """Links to the pages that the edition has, by their keys."""
        keys = (key for keys in self.groups.values() for key in keys)
        return {key: href(source, Address(key)) for key in keys}

    @cached_property
    def _tools(self) -> dict[str, str]:
        """The technologies by their titles, as resources name them."""
        return {item.title.casefold(): item.ref for item in reversed(self.edition.technologies)}

    def _resource(self, prose: Prose, text: str) -> Markup:
        """A resource: a link, if it is one of the technologies."""
        ref = self._tools.get(text.casefold())
        if ref is None:
            return prose.line(text)
        return Markup('<a href="{}">{}</a>').format(prose.links[ref], text)

    def _needed(self, source: str) -> list[tuple[str, str]]:
        """The pages that are asked for by what they hold, with their titles: what is said first."""
        links = self._chapters(source)
        return [(self._title(key), links[key]) for key in NEEDED if key in links]

    def _ways(self, stage: Stage) -> list[tuple[Named, Transition]]:
        process = self.edition.process
        ways = process.transitions if process else ()
        return [(self.named[way.target], way) for way in ways if way.source == stage.ref]

    def _steps(self, stage: Stage, task: str) -> list[tuple[str, Transition]]:
        """The ways on from a task, unless the only one leads without condition to the next."""
        ways = [way for way in stage.task_flow if way.source == task]
        order = [*(item.ref for item in stage.tasks), f"{stage.ref}.exit"]
        following = order[order.index(task) + 1]
        if len(ways) == 1 and ways[0].target == following and not ways[0].condition:
            return []
        return [(self._task_title(way.target), way) for way in ways]

    def _task_title(self, ref: str) -> str:
        return self.named[ref].title if ref in self.named else self.words["page_done_when"]
