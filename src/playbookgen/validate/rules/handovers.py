"""Rules on half-processes and the handovers at which they join."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.validate.rules.base import NAME, Finding, Rule, Subject


def check_criteria(subject: Subject) -> Iterator[Finding]:
    """Handovers that do not say when they are accepted or rejected."""
    for id_, handover in subject.playbook.handovers.items():
        for key, criteria in (("accept", handover.accept), ("reject", handover.reject)):
            if not criteria:
                yield Finding(
                    ("handovers", id_),
                    f"The handover “{id_}” has no criteria under {NAME}",
                    "Agree with both teams on what is accepted and what is rejected.",
                    name=f"“{key}”",
                )


def check_way_back(subject: Subject) -> Iterator[Finding]:
    """Handovers from which nothing that is rejected returns."""
    for id_, handover in subject.playbook.handovers.items():
        if not handover.way_back:
            yield Finding(
                ("handovers", id_),
                f"What the handover “{id_}” rejects has no way back",
                "Add “way_back:” with the stage to which it returns, such as nurturing.",
            )


def check_joints(subject: Subject) -> Iterator[Finding]:
    """Half-processes to which a way leads from another one, and no handover."""
    playbook = subject.playbook
    half = {stage: id_ for id_, half in playbook.half_processes.items() for stage in half.stages}
    joined = {
        (half.get(handover.from_stage), half.get(handover.to_stage))
        for handover in playbook.handovers.values()
    }
    if any(
        not {handover.from_stage, handover.to_stage} <= playbook.stages.keys()
        for handover in playbook.handovers.values()
    ):
        return  # the rule on ids says so
    unjoined: dict[str, str] = {}
    for way in subject.ways:
        giver, taker = half.get(way.source), half.get(way.target)
        apart = giver and taker and giver != taker and (giver, taker) not in joined
        if apart and subject.leads_ahead(way):
            unjoined.setdefault(str(taker), str(giver))
    for taker, giver in unjoined.items():
        yield Finding(
            ("half_processes", taker),
            f"“{giver}” leads to “{taker}”, but no handover joins them",
            "Add it under “handovers:”, from a stage of the one to a stage of the other.",
            related=((("half_processes", giver), "the half that hands over"),),
        )


def check_starts(subject: Subject) -> Iterator[Finding]:
    """Half-processes that do not say with what they begin."""
    for id_, half in subject.playbook.half_processes.items():
        if not half.step_zero:
            yield Finding(
                ("half_processes", id_),
                f"Nothing says with what the half-process “{id_}” begins",
                "Add “step_zero:”, such as a filled-in form or a booked meeting.",
            )


_EXAMPLE = (
    "handovers:\n  qualified-lead:\n    title: Qualified lead\n    from_stage: nurturing\n"
    "    to_stage: first-contact\n    giver: marketer\n    receiver: rep\n"
)
_CRITERIA = (
    "    accept: {text: The company fits our profile., evidence: Segment in the record}\n"
    "    reject: {text: There is no budget this year., evidence: Note of the call}\n"
)
_HALVES = (
    "half_processes:\n  marketing: {title: Marketing, stages: nurturing}\n"
    "  sales: {title: Sales, stages: [first-contact, offer]}\n"
)

RULES = (
    Rule(
        "PB417",
        "Every handover has criteria of acceptance and rejection.",
        check_criteria,
        quality=True,
        why="Where marketing hands over to sales it goes wrong in two ways: poor leads are "
        "delivered, and good ones are mishandled. Criteria agreed by both teams tell which of "
        "the two it was.",
        bad=_EXAMPLE,
        good=_EXAMPLE + _CRITERIA,
    ),
    Rule(
        "PB418",
        "Every handover has a way back.",
        check_way_back,
        quality=True,
        why="A lead that sales rejects is not lost: it is not ready yet. Without a way back to "
        "nurturing it is forgotten, with all that was spent on it.",
        bad=_EXAMPLE + _CRITERIA,
        good=_EXAMPLE + _CRITERIA + "    way_back: nurturing\n",
    ),
    Rule(
        "PB419",
        "Half-processes join at a handover.",
        check_joints,
        quality=True,
        why="Two teams design their halves apart; where a deal passes from one half to the next, "
        "a handover says what is passed on, by whom, and on which criteria. Ways back need none.",
        bad=_HALVES,
        good=_HALVES + _EXAMPLE,
    ),
    Rule(
        "PB420",
        "Every half-process has its step zero.",
        check_starts,
        quality=True,
        why="Choosing the starting point comes before all else: a booked meeting, a form that "
        "puts the person in a segment. Without it the teams count different things, and no "
        "conversion of the first stage can be measured.",
        bad="half_processes:\n  marketing: {title: Marketing, stages: nurturing}\n",
        good="half_processes:\n  marketing:\n    title: Marketing\n"
        "    step_zero: A filled-in form\n    stages: nurturing\n",
    ),
)
