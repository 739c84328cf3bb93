"""The rules on rules: what may be switched off or excepted, found where settings are judged."""

from __future__ import annotations

from collections.abc import Iterator

from playbookgen.problems import Severity
from playbookgen.validate.rules.base import Finding, Rule, Subject

UNKNOWN_RULE = "PB331"
FIXED_RULE = "PB332"
UNKNOWN_ITEM = "PB333"
NEEDLESS = "PB334"


def check_elsewhere(_subject: Subject) -> Iterator[Finding]:
    """Nothing: these are found while the findings of the other rules are weighed."""
    return iter(())


_EXCEPTION = "exceptions:\n  PB407:\n"
_REASON = ": The customer brings the contract.\n"

RULES = (
    Rule(
        UNKNOWN_RULE,
        "Only rules that exist are weighed or excepted.",
        check_elsewhere,
        why="A mistyped code would switch nothing off, or excuse nothing, and nobody would see it.",
        bad="# playbookgen.yaml\nrules:\n  PB4O7: off\n",
        good="# playbookgen.yaml\nrules:\n  PB407: off\n",
    ),
    Rule(
        FIXED_RULE,
        "Soundness is neither switched off nor excepted.",
        check_elsewhere,
        why="Rules of quality (PB4xx) can be weighed: firms differ. What makes a playbook wrong, "
        "such as an id that leads nowhere, stays wrong everywhere and would break its pages.",
        bad="# playbookgen.yaml\nrules:\n  PB301: off\n",
        good="# playbookgen.yaml\nrules:\n  PB451: off\n",
    ),
    Rule(
        UNKNOWN_ITEM,
        "An exception names an item of the playbook.",
        check_elsewhere,
        why="Exceptions are written by the path of ids, such as stages.closing; a path that leads "
        "nowhere excuses nothing, often since the item was renamed.",
        bad=_EXCEPTION + "    stages.agrement" + _REASON,
        good=_EXCEPTION + "    stages.agreement" + _REASON,
    ),
    Rule(
        NEEDLESS,
        "An exception excuses something.",
        check_elsewhere,
        Severity.WARNING,
        why="An exception outlives its cause: the resources have been added, the exception still "
        "stands, and would hide it if they were lost again. It is judged once ids and ways are "
        "sound, and not while its rule is switched off.",
        bad="stages:\n  agreement:\n    resources: Draft contract\n"
        + _EXCEPTION
        + "    stages.agreement"
        + _REASON,
        good="stages:\n  agreement:\n    resources: Draft contract\n",
    ),
)
