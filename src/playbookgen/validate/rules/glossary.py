"""The rule on the glossary: abbreviations of the field that are used are explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel

from playbookgen.model.definition import PlaybookDefinition
from playbookgen.model.source import KeyPath
from playbookgen.problems import Severity
from playbookgen.validate.rules.base import Finding, Rule, Subject

# Plain words (lead, deal) are not listed: whoever reads the text understands them well enough.
_EVERYWHERE = (
    *("BANT", "CAC", "CPA", "CPL", "CRM", "CTA", "ICP", "KAM", "KPI", "LTV", "MEDDIC", "MQL"),
    *("NDA", "NPS", "POC", "RFI", "RFP", "ROI", "SAL", "SDR", "SFA", "SLA", "SOW", "SQL"),
    *("TCO", "USP"),
)
ABBREVIATIONS = {
    "en": _EVERYWHERE,
    "ru": (*_EVERYWHERE, "ИНН", "КП", "КПЭ", "ЛВР", "ЛПР", "РОП", "УТП", "ЦФР"),
    "ro": (*_EVERYWHERE, "PVU"),
    "ja": _EVERYWHERE,
}
"""The abbreviations that are looked for, by language; in other languages the international ones."""

_CAPITALS = re.compile("[A-ZА-ЯЁ]{2}")
_NO_PROSE = {"format", "client", "language", "audience", "version", "uses", "exceptions"}


def check_terms(subject: Subject) -> Iterator[Finding]:
    """Abbreviations that the glossary leaves out, each at the place where it is first used."""
    playbook = subject.playbook
    if not playbook.glossary:
        return
    wanted = ABBREVIATIONS.get(playbook.language.split("-")[0], _EVERYWHERE)
    known = _explained(playbook)
    missing = {abbreviation for abbreviation in wanted if abbreviation.casefold() not in known}
    pattern = _pattern(wanted)
    for path, text in _texts(subject):
        if not missing:
            return
        for found in pattern.findall(text):
            if found in missing:
                missing.remove(found)
                yield Finding(
                    path,
                    f"The glossary does not explain “{found}”, which is used here",
                    "Add it under “glossary:”, or write the words in full.",
                    at_key=False,
                )


def _explained(playbook: PlaybookDefinition) -> set[str]:
    """What readers are told the meaning of: terms, synonyms, the frameworks with their letters."""
    words = [framework.title for framework in playbook.frameworks.values()]
    for id_, term in playbook.glossary.items():
        words += [term.term or id_, *term.synonyms]
    return {word.casefold() for word in words}


@cache
def _pattern(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """Any of them as a whole word, a plural s allowed; kana and kanji may touch it."""
    letters = "A-Za-zА-Яа-яЁёÀ-ž0-9"
    return re.compile(rf"(?<![{letters}])({'|'.join(abbreviations)})s?(?![{letters}])")


def _texts(subject: Subject) -> Iterator[tuple[KeyPath, str]]:
    """Every text of the playbook with capitals; what the library says is the library's own."""
    waiting: list[tuple[KeyPath, object]] = [
        ((name,), value)
        for name, value in reversed(subject.playbook.__dict__.items())
        if name not in _NO_PROSE
    ]
    while waiting:
        path, value = waiting.pop()
        if type(value) is str:
            if _CAPITALS.search(value):
                yield path, value
        elif isinstance(value, BaseModel):
            waiting += [
                ((*path, name), item) for name, item in reversed(value.__dict__.items()) if item
            ]
        elif isinstance(value, dict):
            own = [item for item in value.items() if (*path, item[0]) not in subject.library]
            waiting += [((*path, key), item) for key, item in reversed(own)]
        elif isinstance(value, list):
            waiting += [((*path, index), value[index]) for index in reversed(range(len(value)))]


RULES = (
    Rule(
        "PB452",
        "The glossary explains the abbreviations that are used.",
        check_terms,
        Severity.WARNING,
        quality=True,
        why="Marketing and sales often mean different things by SQL or ICP, and new people do "
        "not dare to ask. A playbook that has a glossary explains the field's abbreviations that "
        "stand in its own text as whole words; the finding stands at the first use. Looked for "
        "are: " + ", ".join(_EVERYWHERE) + "; in Russian also "
        "ИНН, КП, КПЭ, ЛВР, ЛПР, РОП, УТП, ЦФР; in Romanian also PVU. The qualification framework "
        "is explained by its letters.",
        bad="glossary:\n  lead: Somebody who may become a customer.\nstages:\n  handover:\n"
        "    purpose: Hand the SQL over to sales.\n",
        good="glossary:\n  lead: Somebody who may become a customer.\n"
        "  sql: {term: SQL, definition: The lead that marketing hands over by agreed criteria.}\n"
        "stages:\n  handover:\n    purpose: Hand the SQL over to sales.\n",
    ),
)
