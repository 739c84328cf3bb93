"""What stands above a map that leaves the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from playbookgen.model.playbook import Edition
from playbookgen.views.heading import particulars

EDITION = Edition(
    "p",
    "Selling pumps",
    "",
    "acme",
    "internal",
    "en",
    "Acme",
    version="2.1",
    effective=date(2026, 3, 1),
)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Acme · Version 2.1 · In force from 1\u00a0March 2026"),
        ("ro", "Acme · Versiune 2.1 · În vigoare de la 1\u00a0martie 2026"),
        ("ru", "Acme · Версия 2.1 · Действует с 1\u00a0марта 2026\u00a0г."),
        ("ja", "Acme · バージョン 2.1 · 適用開始日 2026年3月1日"),
    ],
)
def test_client_version_and_day_are_said_in_the_language(language: str, said: str) -> None:
    edition = replace(EDITION, language=language)
    assert particulars(edition, title="Process map: Selling pumps") == said


def test_a_playbook_that_the_title_does_not_name_comes_first() -> None:
    assert particulars(EDITION, title="Timeline: The journey").startswith("Selling pumps · Acme")


def test_a_draft_says_so_and_what_is_not_known_is_left_out() -> None:
    edition = replace(EDITION, version="", effective=None, status="draft", client_title="")
    assert particulars(edition, title="Selling pumps") == "draft"
