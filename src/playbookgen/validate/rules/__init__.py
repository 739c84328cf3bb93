"""The registry of rules; a new family is one file and one line here."""

from __future__ import annotations

from playbookgen.validate.rules import flow, journey, references, responsibility
from playbookgen.validate.rules.base import Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *flow.RULES,
    *responsibility.RULES,
    *journey.RULES,
)
RULE_BY_CODE = {rule.code: rule for rule in RULES}
