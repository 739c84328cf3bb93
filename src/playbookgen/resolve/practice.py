"""Methodologies, techniques, qualification, meetings, glossary and CRM of a definition."""

from __future__ import annotations

from collections.abc import Mapping

from playbookgen.model import definition as written
from playbookgen.model import practice
from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.parts import Role
from playbookgen.resolve.references import named, refs

Roles = Mapping[str, Role]


def methodologies_of(definition: PlaybookDefinition) -> tuple[practice.Methodology, ...]:
    """The methodologies that the playbook is built on, in the order in which it names them."""
    return tuple(_methodology(id_, definition.methodologies[id_]) for id_ in definition.methodology)


def _methodology(id_: str, item: written.Methodology) -> practice.Methodology:
    ref = f"methodologies.{id_}"
    return practice.Methodology(
        ref,
        item.title,
        item.summary or "",
        named(f"{ref}.principles", item.principles),
        named(f"{ref}.strategies", item.strategies),
        named(f"{ref}.tools", item.tools),
        named(f"{ref}.models", item.models),
        named(f"{ref}.coaching", item.coaching),
        named(f"{ref}.scripts", item.scripts),
        provenance=item.provenance or "",
    )


def principle_refs(definition: PlaybookDefinition) -> dict[str, str]:
    """The refs of the principles of the methodologies in use, by their ids."""
    return {
        principle: f"methodologies.{id_}.principles.{principle}"
        for id_ in reversed(definition.methodology)
        for principle in definition.methodologies[id_].principles
    }


def techniques_of(definition: PlaybookDefinition) -> tuple[practice.Technique, ...]:
    """The techniques in the order of the definition."""
    return tuple(
        practice.Technique(
            f"techniques.{id_}",
            item.title,
            item.summary or "",
            tuple(item.steps),
            provenance=item.provenance or "",
        )
        for id_, item in definition.techniques.items()
    )


def framework_of(definition: PlaybookDefinition) -> practice.Framework | None:
    """The qualification framework that the playbook uses, or None."""
    id_ = definition.qualification
    if not id_:
        return None
    item, ref = definition.frameworks[id_], f"frameworks.{id_}"
    letters = tuple(
        practice.Letter(
            f"{ref}.letters.{key}", letter.title, letter.summary or "", letter.question or ""
        )
        for key, letter in item.letters.items()
    )
    return practice.Framework(ref, item.title, item.summary or "", letters)


def meetings_of(definition: PlaybookDefinition, roles: Roles) -> tuple[practice.Meeting, ...]:
    """The meetings in the order of the definition."""
    return tuple(
        practice.Meeting(
            f"meetings.{id_}",
            item.title,
            item.summary or "",
            item.cadence,
            item.duration,
            roles[item.owner] if item.owner else None,
            tuple(roles[role] for role in dict.fromkeys(item.participants)),
            tuple(item.agenda),
            refs("metrics", item.metrics),
            refs("stages", item.stages),
            provenance=item.provenance or "",
        )
        for id_, item in definition.meetings.items()
    )


def glossary_of(definition: PlaybookDefinition) -> tuple[practice.Term, ...]:
    """The glossary in the order of the definition; a term without a name is its id in words."""
    return tuple(
        practice.Term(
            f"glossary.{id_}",
            item.term or id_.replace("-", " "),
            item.definition,
            tuple(item.synonyms),
            item.provenance or "",
        )
        for id_, item in definition.glossary.items()
    )


def crm_of(definition: PlaybookDefinition) -> practice.Crm | None:
    """The CRM with its kinds of records, or None."""
    crm = definition.crm
    if crm is None:
        return None
    objects = tuple(
        practice.CrmObject(f"crm.objects.{id_}", item.title, item.summary or "", tuple(item.fields))
        for id_, item in crm.objects.items()
    )
    return practice.Crm("crm", crm.title, crm.summary or "", objects)
