"""The page of deal stages says what the pipeline is to hold, where that is stated."""

from __future__ import annotations

from dataclasses import replace

from playbookgen.model.values import parse_money
from tests.unit.pages import sample_site as sample
from tests.unit.pages.test_pages import pages_of, text_of


def said(**target: object) -> str:
    edition = sample.journey()
    first, *rest = edition.deal_stages
    deal_stages = (replace(first, **target), *rest)  # type: ignore[arg-type] # some of its fields
    pages = pages_of(replace(edition, deal_stages=deal_stages, language="en"))
    return text_of(pages["parcurs/journey.md"])


def test_targets_stand_with_their_deal_stage() -> None:
    shown = said(target_deals=0, target_value=parse_money("48 000 EUR"))
    assert "Target deals: 0" in shown
    assert "Target value: 48 000 EUR" in shown


def test_a_target_that_is_not_stated_is_not_mentioned() -> None:
    assert "Target" not in said()
