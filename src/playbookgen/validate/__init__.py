"""Source documents to definitions: the schema, then the rules."""

from __future__ import annotations

from playbookgen.validate.json_schema import json_schema
from playbookgen.validate.judging import apply_rules
from playbookgen.validate.rules import RULE_BY_CODE, RULES
from playbookgen.validate.rules.base import Rule
from playbookgen.validate.rules.pages import rule_page, rules_index
from playbookgen.validate.salvage import check_salvaged, salvage
from playbookgen.validate.schema import (
    Validated,
    validate_library,
    validate_playbook,
    validate_workspace,
)
from playbookgen.validate.settings import check_looks, check_workspace_rules
from playbookgen.validate.suggest import did_you_mean

__all__ = [
    "RULES",
    "RULE_BY_CODE",
    "Rule",
    "Validated",
    "apply_rules",
    "check_looks",
    "check_salvaged",
    "check_workspace_rules",
    "did_you_mean",
    "json_schema",
    "rule_page",
    "rules_index",
    "salvage",
    "validate_library",
    "validate_playbook",
    "validate_workspace",
]
