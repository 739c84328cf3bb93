"""Rules on ids: every reference leads to something declared, and every id is unique."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from playbookgen.model.definition import SALES_TYPES, TASK_EXIT, PlaybookDefinition
from playbookgen.validate.annotations import Reference, references
from playbookgen.validate.rules.base import Finding, Rule, Subject
from playbookgen.validate.suggest import did_you_mean

GUIDE = "guide"
AUDIENCES = ("internal", "client", "public")
_NOUNS = {
    "axes.values": "sales type or value of an axis",
    "buying_centre.centres": "functional decision centre",
    "buying_centre.members": "member of the buying centre",
    "categories": "category",
    "frameworks": "qualification framework",
    "journey.events": "event of the journey",
    "letters": "letter of the qualification framework",
    "methodologies": "methodology",
    "metrics": "metric",
    "outcomes": "outcome",
    "principles": "principle of the methodology",
    "roles": "role",
    "stages": "stage",
    "techniques": "technique",
}
_DECLARED: Mapping[str, Callable[[PlaybookDefinition], Iterable[str]]] = {
    "axes.values": lambda playbook: [
        *SALES_TYPES,
        *(value for axis in playbook.axes.values() for value in axis.values),
    ],
    "buying_centre.centres": lambda playbook: (
        playbook.buying_centre.centres if playbook.buying_centre else ()
    ),
    "buying_centre.members": lambda playbook: (
        playbook.buying_centre.members if playbook.buying_centre else ()
    ),
    "journey.events": lambda playbook: playbook.journey.events if playbook.journey else (),
    "letters": lambda playbook: framework_letters(playbook),
    "principles": lambda playbook: [
        principle
        for methodology in playbook.methodology
        if methodology in playbook.methodologies
        for principle in playbook.methodologies[methodology].principles
    ],
}


def framework_letters(playbook: PlaybookDefinition) -> Iterable[str]:
    """The ids of the letters of the playbook's qualification framework."""
    framework = playbook.frameworks.get(playbook.qualification or "")
    return framework.letters if framework else ()


def _declared(playbook: PlaybookDefinition, section: str) -> Iterable[str]:
    if section in _DECLARED:
        return _DECLARED[section](playbook)
    declared: Iterable[str] = getattr(playbook, section)
    return declared


def check_references(subject: Subject) -> Iterator[Finding]:
    """Ids that nothing declares."""
    for _, finding in dangling(subject.playbook):
        yield finding


def dangling(playbook: PlaybookDefinition) -> Iterator[tuple[Reference, Finding]]:
    """Each reference that leads nowhere, with what there is to say of it."""
    untold = _untold(playbook)
    declared: dict[tuple[str, ...], dict[str, None]] = {}
    for reference in references(playbook, PlaybookDefinition):
        sections, extra = reference.refers_to.sections, reference.refers_to.extra
        if sections not in declared:  # by each of thousands of references it would be slow
            declared[sections] = _ids(playbook, sections)
        known = declared[sections]
        if reference.id not in known and reference.id not in extra and not untold & {*sections}:
            noun = " or ".join(_NOUNS[section] for section in sections)
            finding = Finding(
                reference.path,
                f"There is no {noun} “{reference.id}”",
                did_you_mean(reference.id, [*known, *extra]) or f"Declare it under {sections[0]}.",
                at_key=reference.is_key,
            )
            yield reference, finding


def _ids(playbook: PlaybookDefinition, sections: Sequence[str]) -> dict[str, None]:
    return dict.fromkeys(id_ for section in sections for id_ in _declared(playbook, section))


def _untold(playbook: PlaybookDefinition) -> set[str]:
    """The sections whose ids cannot be told, since what declares them is itself not declared."""
    untold = set()
    if any(id_ not in playbook.methodologies for id_ in playbook.methodology):
        untold.add("principles")
    if playbook.qualification and playbook.qualification not in playbook.frameworks:
        untold.add("letters")
    return untold


def check_task_references(subject: Subject) -> Iterator[Finding]:
    """Tasks named under `next` that the stage does not have."""
    for stage_id, stage in subject.playbook.stages.items():
        for task_id, task in stage.tasks.items():
            for target in task.next or {}:
                if target not in stage.tasks and target != TASK_EXIT:
                    yield Finding(
                        ("stages", stage_id, "tasks", task_id, "next", target),
                        f"The stage has no task “{target}”",
                        did_you_mean(target, [*stage.tasks, TASK_EXIT]),
                    )


def check_workspace_references(subject: Subject) -> Iterator[Finding]:
    """A client or audience that the workspace does not know."""
    playbook, workspace = subject.playbook, subject.workspace
    audiences = list(workspace.audiences) or list(AUDIENCES)
    if playbook.audience not in audiences:
        yield Finding(
            ("audience",),
            f"There is no audience “{playbook.audience}”",
            did_you_mean(playbook.audience, audiences),
            at_key=False,
        )
    if playbook.client == GUIDE:
        yield Finding(
            ("client",),
            f"“{GUIDE}” cannot be a client: the guide is published in the folder of that name",
            "Give the client another id.",
            at_key=False,
        )
    elif workspace.clients and playbook.client not in workspace.clients:
        yield Finding(
            ("client",),
            f"playbookgen.yaml names no client “{playbook.client}”",
            did_you_mean(playbook.client, workspace.clients),
            at_key=False,
        )


def check_bodies(subject: Subject) -> Iterator[Finding]:
    """Bodies of technologies for a value that no axis has."""
    playbook = subject.playbook
    values = [value for axis in playbook.axes.values() for value in axis.values]
    for id_, technology in playbook.technologies.items():
        for key in technology.bodies:
            if key not in values and key not in SALES_TYPES:
                yield Finding(
                    ("technologies", id_, "bodies", key),
                    f"“{key}” is neither a sales type nor a value of an axis",
                    did_you_mean(key, [*SALES_TYPES, *values]),
                )


def check_unique_ids(subject: Subject) -> Iterator[Finding]:
    """Ids that stand twice where one namespace is shared."""
    playbook = subject.playbook
    for id_ in playbook.outcomes:
        if id_ in playbook.stages:
            yield Finding(
                ("outcomes", id_),
                f"“{id_}” is a stage already, so a transition to it would be ambiguous",
                "Give the outcome another id.",
                related=((("stages", id_), "the stage"),),
            )
    first: dict[str, tuple[str, ...]] = dict.fromkeys(SALES_TYPES, ())
    for axis_id, axis in playbook.axes.items():
        for value in axis.values:
            path = ("axes", axis_id, "values", value)
            if value in first:
                place = first[value]
                taken = "a value of another axis" if place else "a sales type"
                yield Finding(
                    path,
                    f"“{value}” is {taken} already",
                    "Give it another id: bodies name a sales type or a value by its id alone.",
                    related=((place, "the first one"),) if place else (),
                )
            first.setdefault(value, path)


RULES = (
    Rule(
        "PB301",
        "Every id that is referred to is declared.",
        check_references,
        why="Roles, stages, events and metrics are named by their ids; an id that nothing "
        "declares is a slip of the pen, or something was renamed in one place only.",
        bad="roles:\n  rep: Sales representative\nstages:\n  offer:\n    responsible: reb\n",
        good="roles:\n  rep: Sales representative\nstages:\n  offer:\n    responsible: rep\n",
    ),
    Rule(
        "PB302",
        "Every task named under next is a task of the stage.",
        check_task_references,
        why="“next:” leads to another task of the same stage, or to exit. Ways between stages "
        "stand under “transitions:”.",
        bad="tasks:\n  check: {title: Check, next: sent}\n  send: Send\n",
        good="tasks:\n  check: {title: Check, next: send}\n  send: Send\n",
    ),
    Rule(
        "PB303",
        "Client and audience are known to the workspace.",
        check_workspace_references,
        why="Client and audience decide into which site a playbook goes: a mistyped one would "
        "publish it for others, or nowhere.",
        bad="client: amce\n",
        good="client: acme\n",
    ),
    Rule(
        "PB304",
        "Bodies are for sales types or values of axes.",
        check_bodies,
        why="A body says what a technology is for one sales type (traditional, project, "
        "regional) or one value of an axis of the playbook; for anything else it is never shown.",
        bad="technologies:\n  plan:\n    bodies:\n      regoinal: By distributors.\n",
        good="technologies:\n  plan:\n    bodies:\n      regional: By distributors.\n",
    ),
    Rule(
        "PB305",
        "No id stands twice in one namespace.",
        check_unique_ids,
        why="A transition names a stage or an outcome by its id alone, and a body a value of an "
        "axis: if two things bear the id, nobody can tell which is meant.",
        bad="stages:\n  lost: …\noutcomes:\n  lost: {title: Lost, kind: lost}\n",
        good="stages:\n  win-back: …\noutcomes:\n  lost: {title: Lost, kind: lost}\n",
    ),
)
