"""Rules on stages: the principles of a process, and exits that can be checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbookgen.model.definition import Stage
from playbookgen.validate.rules.base import Check, Finding, Rule, Subject

FEWEST_STAGES, MOST_STAGES = 5, 9


def _every_stage(holds: Callable[[Stage], object], message: str, cure: str) -> Check:
    """A check that finds the stages that do not hold; {name} stands for the stage's id."""

    def check(subject: Subject) -> Iterator[Finding]:
        for id_, stage in subject.playbook.stages.items():
            if not holds(stage):
                yield Finding(("stages", id_), message.replace("{name}", f"“{id_}”"), cure)

    return check


def check_number(subject: Subject) -> Iterator[Finding]:
    """A process with too few or too many stages, for one of its sales types at least."""
    for sales_type, stages in subject.stages_by_sales_type():
        count = len(stages)
        if count and not FEWEST_STAGES <= count <= MOST_STAGES:
            has = f"The process has {count} stage{'' if count == 1 else 's'}"
            yield Finding(
                ("stages",),
                f"{has} in {sales_type} sales" if sales_type else has,
                "Add what lies between the stages; name each step that must be passed."
                if count < FEWEST_STAGES
                else "Join stages that end with the same result, or make some of them tasks.",
            )
            return


def check_evidence(subject: Subject) -> Iterator[Finding]:
    """Exit criteria that do not say what shows that they are met."""
    for id_, stage in subject.playbook.stages.items():
        for index, criterion in enumerate(stage.exit):
            if not criterion.evidence:
                yield Finding(
                    ("stages", id_, "exit", index),
                    f"Nothing shows that this exit of “{id_}” is reached",
                    "Write it as “text:” and add “evidence:”: a document, a record, an answer.",
                    at_key=False,
                )


def check_act_of_buyer(subject: Subject) -> Iterator[Finding]:
    """Stages with the buyer that no act of the buyer's ends."""
    for id_, stage in subject.playbook.stages.items():
        acts = [criterion.by for criterion in stage.exit]
        if stage.with_buyer and acts and "buyer" not in acts:
            yield Finding(
                ("stages", id_, "exit"),
                f"“{id_}” deals with the buyer, but no act of the buyer's ends it",
                "Add a criterion that the buyer meets, with “by: buyer”.",
            )


_WHY = "One of the four principles of a sales process: "

RULES = (
    Rule(
        "PB404",
        "Every stage says when it begins.",
        _every_stage(
            lambda stage: stage.entry,
            "Nothing says when the stage {name} begins",
            "Add “entry:” with what must be true before it begins.",
        ),
        quality=True,
        why=_WHY + "every stage has a clearly marked entry. Without it two people put the same "
        "deal into different stages, and no figure of the pipeline can be trusted.",
        bad="stages:\n  offer:\n    title: Offer\n    exit: …\n",
        good="stages:\n  offer:\n    title: Offer\n    entry: The request is qualified.\n"
        "    exit: …\n",
    ),
    Rule(
        "PB405",
        "Every stage says when it ends.",
        _every_stage(
            lambda stage: stage.exit,
            "Nothing says when the stage {name} ends",
            "Add “exit:” with a result that can be seen, and its evidence.",
        ),
        quality=True,
        why=_WHY + "every stage has a clearly marked exit. A stage without one is left by "
        "feeling; deals pile up in it or leave it too early.",
        bad="stages:\n  offer:\n    entry: The request is qualified.\n",
        good="stages:\n  offer:\n    entry: The request is qualified.\n    exit:\n"
        "      - text: The customer has received the offer.\n"
        "        evidence: Confirmation of receipt\n",
    ),
    Rule(
        "PB406",
        "Every stage has tasks.",
        _every_stage(
            lambda stage: stage.tasks,
            "The stage {name} has no tasks",
            "Add “tasks:” with what is done in it, in order.",
        ),
        quality=True,
        why=_WHY + "every stage has a specific purpose and a list of tasks. The purpose alone "
        "tells nobody what to do on Monday; new people learn from the tasks.",
        bad="stages:\n  offer:\n    purpose: Show the customer a way to reach the goal.\n",
        good="stages:\n  offer:\n    purpose: Show the customer a way to reach the goal.\n"
        "    tasks:\n      write-offer: Write the offer\n      present-offer: Present the offer\n",
    ),
    Rule(
        "PB407",
        "Every stage names the resources it needs.",
        _every_stage(
            lambda stage: stage.resources,
            "Nothing says what the stage {name} needs",
            "Add “resources:”: people, documents, systems.",
        ),
        quality=True,
        why=_WHY + "the resources a stage needs are known. What is missing on the day "
        "(a price list, a template, an expert's hour) costs the deal time.",
        bad="stages:\n  offer:\n    tasks:\n      write-offer: Write the offer\n",
        good="stages:\n  offer:\n    tasks:\n      write-offer: Write the offer\n"
        "    resources: [Offer template, Price list]\n",
    ),
    Rule(
        "PB408",
        "Every stage has a metric.",
        _every_stage(
            lambda stage: stage.metrics or stage.measured_by,
            "Nothing tells how well the stage {name} works",
            "Add “metrics:”, or name metrics of the playbook under “measured_by:”.",
        ),
        quality=True,
        why=_WHY + "the parameters by which the result of a stage is evaluated are agreed. "
        "What is not measured stage by stage cannot be improved there.",
        bad="stages:\n  offer:\n    resources: Offer template\n",
        good="stages:\n  offer:\n    resources: Offer template\n    metrics:\n"
        "      offer-time: {title: Time to the offer, unit: days, target: 3}\n",
    ),
    Rule(
        "PB409",
        "A process has five to nine stages.",
        check_number,
        quality=True,
        why="A process with fewer stages hides where deals are lost; with more, nobody keeps "
        "them in mind, and deals are moved for the system's sake. Five to nine is what sales "
        "teams work with. Stages are counted for each sales type where they differ; a catalogue "
        "of technologies without a process is not counted.",
        bad="stages:\n  contact: …\n  close: …\n",
        good="stages:\n  prospecting: …\n  qualification: …\n  preparation: …\n  contact: …\n"
        "  offer: …\n  close: …\n",
    ),
    Rule(
        "PB415",
        "Every exit criterion names its evidence.",
        check_evidence,
        quality=True,
        why="An exit is verifiable if somebody else can see that it is reached: by a signed "
        "document, a record in the CRM, the buyer's answer. “The customer is interested” is an "
        "opinion until its evidence is named.",
        bad="stages:\n  offer:\n    exit: The customer knows the offer.\n",
        good="stages:\n  offer:\n    exit:\n      - text: The customer knows the offer.\n"
        "        evidence: Minutes of the presentation, confirmed by the customer\n",
    ),
    Rule(
        "PB416",
        "A stage with the buyer ends by an act of the buyer's.",
        check_act_of_buyer,
        quality=True,
        why="What we did (an offer sent, a call made) says nothing about the buyer; only an act "
        "of the buyer's (an offer confirmed, a date agreed) moves a deal on. The rule looks at "
        "stages marked “with_buyer: true”.",
        bad="stages:\n  offer:\n    with_buyer: true\n    exit:\n"
        "      - text: The offer has been sent.\n        evidence: Sent mail\n        by: us\n",
        good="stages:\n  offer:\n    with_buyer: true\n    exit:\n"
        "      - text: The buyer has confirmed receipt.\n        evidence: The buyer's mail\n"
        "        by: buyer\n",
    ),
)
