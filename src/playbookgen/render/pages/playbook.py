"""The pages of an edition, each made from a template and what the template asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from playbookgen.locales import words_for
from playbookgen.model.playbook import Edition, Named, Stage, Transition
from playbookgen.model.site import Page
from playbookgen.render.pages.addresses import (
    JOURNEY,
    OVERVIEW,
    RESPONSIBILITIES,
    TECHNOLOGIES,
    Address,
    href,
    link_table,
    page_keys,
    page_path,
    picture_places,
)
from playbookgen.render.pages.engine import page_markdown
from playbookgen.render.pages.responsibilities import matrix_rows


@dataclass(frozen=True)
class EditionPages:
    """Everything that the pages of one edition have in common."""

    edition: Edition

    @cached_property
    def words(self) -> dict[str, str]:
        """The tool's own words in the edition's language."""
        return dict(words_for(self.edition.language))

    @cached_property
    def named(self) -> dict[str, Named]:
        """Everything that a page may speak of by its ref."""
        edition = self.edition
        outcomes = edition.process.outcomes if edition.process else ()
        events = edition.journey.events if edition.journey else ()
        items: list[Named] = [*edition.stages, *outcomes, *events, *edition.technologies]
        items += [task for stage in edition.stages for task in stage.tasks]
        return {item.ref: item for item in [*items, *edition.deal_stages, *edition.categories]}

    @cached_property
    def folder(self) -> str:
        """The edition's folder below its language's."""
        return self.edition.id

    @cached_property
    def pictures(self) -> dict[str, str]:
        """The key of the picture on each page that has one."""
        return {page: key for key, page in picture_places(self.edition)}

    def pages(self) -> Iterator[Page]:
        """The pages in the order of the navigation."""
        stages = {stage.ref: stage for stage in self.edition.stages}
        for key in page_keys(self.edition):
            yield self._stage(stages[key]) if key in stages else self._chapter(key)

    def _chapter(self, key: str) -> Page:
        """A page that is no stage: its template bears its name."""
        title = {
            OVERVIEW: self.edition.title,
            TECHNOLOGIES: self.words["technologies"],
            RESPONSIBILITIES: self.words["raci"],
            JOURNEY: self.edition.journey.title
            if self.edition.journey
            else self.words["deal_stages"],
        }[key]
        values = {RESPONSIBILITIES: self._matrix, TECHNOLOGIES: self._catalogue}
        extra = values[key]() if key in values else {}
        return self._page(key, title, key, **extra)

    def _stage(self, stage: Stage) -> Page:
        place = self.edition.stages.index(stage)
        around = [None, *self.edition.stages, None]
        return self._page(
            stage.ref,
            f"{stage.number}. {stage.title}",
            "stage",
            group=self.words["stages"],
            stage=stage,
            ways=self._ways(stage),
            steps={task.ref: self._steps(stage, task.ref) for task in stage.tasks},
            begins=bool(self.edition.process and self.edition.process.start == stage.ref),
            previous=around[place],
            following=around[place + 2],
        )

    def _page(self, key: str, title: str, template: str, *, group: str = "", **values: Any) -> Page:
        picture = self.pictures.get(key, "")
        markdown = page_markdown(
            template,
            edition=self.edition,
            words=self.words,
            links=link_table(self.edition, page=key),
            named=self.named,
            picture=picture,
            title=title,
            chapters=self._chapters(key),
            **values,
        )
        return Page(
            path=f"{self.folder}/{page_path(key)}",
            title=title,
            markdown=markdown,
            pictures=(picture,) if picture else (),
            parent="" if key == OVERVIEW else f"{self.folder}/index.md",
            group=group,
        )

    def _chapters(self, source: str) -> dict[str, str]:
        """Links to the chapters that the edition has, by their keys."""
        return {
            key: href(source, Address(key))
            for key in page_keys(self.edition)
            if not key.startswith("stages.")
        }

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
        return self.named[ref].title if ref in self.named else self.words["exit"]

    def _matrix(self) -> dict[str, Any]:
        return {"tables": matrix_rows(self.edition, self.words)}

    def _catalogue(self) -> dict[str, Any]:
        technologies = self.edition.technologies
        return {
            "shelves": [
                (category, [item for item in technologies if item.category == category.ref])
                for category in self.edition.categories
            ]
        }
