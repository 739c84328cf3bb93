"""Technologies with their categories, axes and bodies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from playbookgen.locales import words_for
from playbookgen.model.definition import CATEGORIES, SALES_TYPES, PlaybookDefinition
from playbookgen.model.definition import Technology as TechnologyDefinition
from playbookgen.model.playbook import Axis, Body, Category, Named, Technology


def sales_types_of(definition: PlaybookDefinition) -> tuple[Named, ...]:
    """The sales types that the playbook speaks of, in the order of the format."""
    used = set(definition.sales_types)
    for technology in definition.technologies.values():
        used.update(technology.sales_types)
    for stage in definition.stages.values():
        used.update(stage.sales_types, *(task.sales_types for task in stage.tasks.values()))
    words = words_for(definition.language)
    return tuple(
        Named(f"sales_types.{id_}", words[f"sales_type_{id_}"])
        for id_ in SALES_TYPES
        if id_ in used
    )


def axes_of(definition: PlaybookDefinition) -> tuple[Axis, ...]:
    """The further axes with their values."""
    return tuple(
        Axis(
            f"axes.{id_}",
            axis.title,
            axis.summary or "",
            tuple(
                Named(
                    f"axes.{id_}.values.{key}",
                    value.title,
                    value.summary or "",
                    provenance=value.provenance or "",
                )
                for key, value in axis.values.items()
            ),
        )
        for id_, axis in definition.axes.items()
    )


def categories_of(definition: PlaybookDefinition) -> tuple[Category, ...]:
    """The categories in use: the built-in ones in their order, then the playbook's own."""
    used = {technology.category for technology in definition.technologies.values()}
    words = words_for(definition.language)
    order = dict.fromkeys([*CATEGORIES, *definition.categories])
    result = []
    for id_ in order:
        declared = definition.categories.get(id_)
        if declared:
            result.append(
                Category(
                    f"categories.{id_}",
                    declared.title,
                    declared.summary or "",
                    provenance=declared.provenance or "",
                )
            )
        elif id_ in used:
            result.append(Category(f"categories.{id_}", words[f"category_{id_}"]))
    return tuple(result)


def technologies_of(definition: PlaybookDefinition) -> tuple[Technology, ...]:
    """The technologies in the order of the definition."""
    labels = _body_labels(definition)
    return tuple(
        _technology(id_, technology, labels) for id_, technology in definition.technologies.items()
    )


def _technology(
    id_: str, technology: TechnologyDefinition, labels: Mapping[str, str]
) -> Technology:
    return Technology(
        ref=f"technologies.{id_}",
        title=technology.title,
        summary=technology.summary or "",
        category=f"categories.{technology.category}",
        sales_types=_in_order(technology.sales_types),
        owner=technology.owner or "",
        stages=tuple(f"stages.{stage}" for stage in technology.stages),
        no_stage=technology.no_stage or "",
        holds_for=tuple(labels[key] for key in dict.fromkeys(technology.holds_for)),
        provenance=technology.provenance or "",
        information_goals=tuple(technology.information_goals),
        bodies=tuple(
            Body(
                labels[key],
                body.summary,
                tuple(body.steps),
                sales_type=key if key in SALES_TYPES else "",
            )
            for key, body in technology.bodies.items()
        ),
    )


def variant_names(definition: PlaybookDefinition, ids: Iterable[str]) -> tuple[str, ...]:
    """The names of sales types and values of axes, each once."""
    once = dict.fromkeys(ids)
    if not once:
        return ()  # as of most items: the labels need not be gathered for them
    labels = _body_labels(definition)
    return tuple(labels[id_] for id_ in once)


def _body_labels(definition: PlaybookDefinition) -> dict[str, str]:
    words = words_for(definition.language)
    labels = {id_: words[f"sales_type_{id_}"] for id_ in SALES_TYPES}
    for axis in definition.axes.values():
        labels |= {key: value.title for key, value in axis.values.items()}
    return labels


def _in_order(sales_types: Iterable[str]) -> tuple[str, ...]:
    chosen = set(sales_types)
    return tuple(id_ for id_ in SALES_TYPES if id_ in chosen)
