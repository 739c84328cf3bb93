"""Rules on method: qualification answered, principles applied, techniques placed."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.validate.rules.base import NAME, Finding, Rule, Subject


def check_qualification(subject: Subject) -> Iterator[Finding]:
    """Letters of the framework that no stage answers before the contract."""
    playbook = subject.playbook
    framework = playbook.frameworks.get(playbook.qualification or "")
    if not framework or not playbook.stages:
        return
    last = max(
        (subject.position[id_] for id_ in subject.winning_stages), default=len(playbook.stages)
    )
    if any(
        stage.qualification.keys() - framework.letters.keys() for stage in playbook.stages.values()
    ):
        return  # the rule on ids says so
    answered = {
        letter
        for id_, stage in playbook.stages.items()
        if subject.position[id_] <= last
        for letter in stage.qualification
    }
    for letter in framework.letters:
        if letter not in answered:
            yield Finding(
                ("qualification",),
                f"No stage before the contract answers {NAME}",
                "Add it with a confidence under “qualification:” of a stage.",
                at_key=False,
                name=f"“{letter}”",
                item=("frameworks", playbook.qualification or "", "letters", letter),
            )


def check_principles(subject: Subject) -> Iterator[Finding]:
    """Principles of the methodologies in use that no stage applies."""
    playbook = subject.playbook
    if not playbook.stages:
        return
    applied = {id_ for stage in playbook.stages.values() for id_ in stage.principles}
    known = [playbook.methodologies.get(id_) for id_ in playbook.methodology]
    if not applied <= {id_ for one in known if one for id_ in one.principles}:
        return  # the rule on ids says so
    for index, methodology in enumerate(known):
        for principle in methodology.principles if methodology else ():
            if principle not in applied:
                place = ("methodologies", playbook.methodology[index])
                path = (*place, "principles", principle)
                yield Finding(
                    ("methodology", index),
                    f"No stage applies {NAME}",
                    "Name it under “principles:” of a stage.",
                    at_key=False,
                    related=((path, "the principle"),),
                    name=f"the principle “{principle}”",
                    item=path,
                )


def check_techniques(subject: Subject) -> Iterator[Finding]:
    """Techniques that no stage uses."""
    playbook = subject.playbook
    if not playbook.stages:
        return
    placed = {id_ for stage in playbook.stages.values() for id_ in stage.techniques}
    if not placed <= playbook.techniques.keys():
        return  # the rule on ids says so
    for id_ in playbook.techniques:
        if id_ not in placed:
            path, at_key = subject.place_of("techniques", id_)
            yield Finding(
                path,
                f"No stage uses the technique “{id_}”",
                "Name it under “techniques:” of the stage that it belongs to, or remove it.",
                at_key=at_key,
                item=("techniques", id_),
            )


_METHODOLOGY = (
    "methodology: inbound\nmethodologies:\n  inbound:\n    title: Inbound selling\n"
    "    principles:\n      help-first: Help the customer buy\n"
)
_TECHNIQUE = "techniques:\n  open-questions: Open questions\n"

RULES = (
    Rule(
        "PB431",
        "Every letter of the qualification is answered before the contract.",
        check_qualification,
        quality=True,
        why="Qualification (such as BANT: budget, authority, need, timeline) is asked again at "
        "every stage: the better the customer is known, the more exact the forecast. A question "
        "that no stage answers before the contract comes back as a lost deal.",
        bad="qualification: bant\nstages:\n  qualification:\n"
        "    qualification: {budget: 50%, need: 80%, timeline: 50%}\n",
        good="qualification: bant\nstages:\n  qualification:\n"
        "    qualification: {budget: 50%, authority: 30%, need: 80%, timeline: 50%}\n",
    ),
    Rule(
        "PB432",
        "Every principle of the methodology is applied by a stage.",
        check_principles,
        quality=True,
        why="A methodology says why a stage is done and how; the process says what is done. A "
        "principle that no stage applies is on paper only. The finding stands where the playbook "
        "names the methodology; the methodology itself may be shared with others.",
        bad=_METHODOLOGY + "stages:\n  prospecting: …\n",
        good=_METHODOLOGY + "stages:\n  prospecting:\n    principles: help-first\n",
    ),
    Rule(
        "PB433",
        "Every technique is placed in a stage.",
        check_techniques,
        quality=True,
        why="A technique is a method of acting within one stage; process and technique work only "
        "together. One without a stage is learned and then not used.",
        bad=_TECHNIQUE + "stages:\n  first-contact: …\n",
        good=_TECHNIQUE + "stages:\n  first-contact:\n    techniques: open-questions\n",
    ),
)
