"""What the pages that are no stage and no role are called, and what their templates ask for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from playbookgen.model.playbook import Edition, Meeting, Metric, Stage
from playbookgen.render.pages.addresses import (
    BUYING_CENTRE,
    CARDS,
    CRM,
    GLOSSARY,
    HANDBOOK,
    HANDOVERS,
    JOURNEY,
    MEETINGS,
    METHODOLOGY,
    METRICS,
    OBJECTIONS,
    OVERVIEW,
    QUALIFICATION,
    RESPONSIBILITIES,
    SOURCES,
    TECHNIQUES,
    TECHNOLOGIES,
    TODAY,
)
from playbookgen.render.pages.comparison import comparison
from playbookgen.render.pages.contents import parts_of, provenances
from playbookgen.render.pages.responsibilities import matrix_rows

Words = Mapping[str, str]
Values = dict[str, Any]

WORD_BY_PAGE = {
    TECHNOLOGIES: "technologies",
    RESPONSIBILITIES: "raci",
    METHODOLOGY: "page_methodology",
    TECHNIQUES: "page_techniques",
    QUALIFICATION: "page_qualification",
    HANDOVERS: "page_handovers",
    TODAY: "page_today",
    METRICS: "metrics",
    MEETINGS: "page_meetings",
    GLOSSARY: "page_glossary",
    BUYING_CENTRE: "page_buying_centre",
    OBJECTIONS: "page_objections",
    SOURCES: "page_sources",
    HANDBOOK: "page_handbook",
    CARDS: "page_cards",
}


def chapter_title(key: str, edition: Edition, words: Words) -> str:
    """The title of a chapter: the edition's own name for it, or ours."""
    if key == OVERVIEW:
        return edition.title
    if key == JOURNEY:
        return edition.journey.title if edition.journey else words["deal_stages"]
    if key == CRM and edition.crm:
        return edition.crm.title
    return words[WORD_BY_PAGE[key]]


def chapter_values(key: str, edition: Edition, words: Words) -> Values:
    """What the template of a chapter asks for beside what all pages have in common."""
    return _VALUES_BY_PAGE[key](edition, words) if key in _VALUES_BY_PAGE else {}


def users(edition: Edition, attribute: str, ref: str) -> list[Stage]:
    """The stages that name `ref` among their principles, techniques or metrics."""
    return [stage for stage in edition.stages if ref in getattr(stage, attribute)]


def _matrix(edition: Edition, words: Words) -> Values:
    return {"tables": matrix_rows(edition, words)}


def _catalogue(edition: Edition, _: Words) -> Values:
    technologies = edition.technologies
    return {
        "shelves": [
            (category, [item for item in technologies if item.category == category.ref])
            for category in edition.categories
        ]
    }


def _thread(edition: Edition, _: Words) -> Values:
    letters = edition.framework.letters if edition.framework else ()
    levels = {
        (item.letter, stage.ref): item for stage in edition.stages for item in stage.qualification
    }
    asked = [stage for stage in edition.stages if stage.qualification]
    return {"letters": letters, "asked": asked, "levels": levels}


def _metrics(edition: Edition, words: Words) -> Values:
    terms = (("short", "page_short"), ("long", "page_long"), ("", "page_other_metrics"))
    found = [
        (words[name], [_use(metric, edition) for metric in edition.metrics if metric.term == term])
        for term, name in terms
    ]
    return {"terms": [(name, items) for name, items in found if items]}


def _use(metric: Metric, edition: Edition) -> tuple[Metric, list[Stage], list[Meeting]]:
    """A metric with the stages and meetings that use it."""
    meetings = [item for item in edition.meetings if metric.ref in item.metrics]
    return metric, users(edition, "measured_by", metric.ref), meetings


def _pairs(edition: Edition, words: Words) -> Values:
    return {"pairs": comparison(edition, words)}


def _terms(edition: Edition, _: Words) -> Values:
    def key(word: str) -> tuple[str, str]:
        plain = unicodedata.normalize("NFKD", word.casefold())
        return "".join(mark for mark in plain if not unicodedata.combining(mark)), word

    return {"terms": sorted(edition.glossary, key=lambda item: key(item.term))}


def _sources(edition: Edition, _: Words) -> Values:
    parts = parts_of(edition).values()
    return {
        "marks": [
            (kind, [item for item in parts if getattr(item, "provenance", "") == kind])
            for kind in provenances(edition)
        ]
    }


_VALUES_BY_PAGE: Mapping[str, Callable[[Edition, Words], Values]] = {
    RESPONSIBILITIES: _matrix,
    TECHNOLOGIES: _catalogue,
    QUALIFICATION: _thread,
    METRICS: _metrics,
    TODAY: _pairs,
    GLOSSARY: _terms,
    SOURCES: _sources,
}
