"""Technologies in a definition: categories, axes of variation, and a body for each variant."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from playbookgen.model.definition.common import CATEGORIES, SalesTypes, StageIds, Titled
from playbookgen.model.fields import OneOrMany, RefersTo, ShortForm, Slug, Text, Texts, VariantId


class Category(Titled):
    """A class of technologies with a common aim."""


class Body(ShortForm):
    """What a technology is for one sales type or one value of another axis."""

    summary: Text
    """How the technology works there."""
    steps: Texts = Field(default_factory=list)
    """Its steps, in order."""

    @classmethod
    def short_key(cls) -> str:
        """A bare text is the summary."""
        return "summary"


class Technology(Titled):
    """A managed practice or instrument of a sales department."""

    category: Annotated[Slug, RefersTo(("categories",), CATEGORIES)]
    """Its class: internal, external, marketing, personnel, or one of `categories`."""
    sales_types: SalesTypes = Field(default_factory=list)
    """The sales types it is used in; all if left out."""
    holds_for: OneOrMany[VariantId] = Field(default_factory=list)
    """The values of axes it is used for; all if left out."""
    owner: Text | None = None
    """Who drives it; leave it out where nobody is named."""
    stages: StageIds = Field(default_factory=list)
    """The stages it serves."""
    no_stage: Text | None = None
    """Why it serves no stage."""
    information_goals: Texts = Field(default_factory=list)
    """What is to be learned with it."""
    bodies: dict[Slug, Body] = Field(default_factory=dict)
    """Its content by sales type, or by a value of one of `axes`, where it differs."""


class Axis(Titled):
    """A way in which playbooks vary, beside the sales type."""

    values: dict[Slug, Titled]
    """Its values by id; an id stands in one axis only."""
