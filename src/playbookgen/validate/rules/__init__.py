"""The registry of rules; a new family is one file and one line here."""

from __future__ import annotations

from playbookgen.validate.rules import (
    exceptions,
    flow,
    forecast,
    glossary,
    handovers,
    journey,
    methodology,
    references,
    responsibility,
    stages,
    statuses,
    technologies,
    upkeep,
)
from playbookgen.validate.rules.base import Rule

_FAMILIES = (
    references.RULES,
    flow.RULES,
    exceptions.RULES,
    responsibility.RULES,
    stages.RULES,
    forecast.RULES,
    handovers.RULES,
    journey.RULES,
    statuses.RULES,
    methodology.RULES,
    technologies.RULES,
    upkeep.RULES,
    glossary.RULES,
)
RULES: tuple[Rule, ...] = tuple(
    sorted((rule for family in _FAMILIES for rule in family), key=lambda rule: rule.code)
)
RULE_BY_CODE = {rule.code: rule for rule in RULES}
