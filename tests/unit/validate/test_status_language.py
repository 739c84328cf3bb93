"""Deal stages are judged as the labelled lists say, and no text upsets the judgement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbookgen.load import load_document
from playbookgen.validate.rules.status_language import (
    JUDGE_BY_LANGUAGE,
    LONGEST_STATUS,
    Verdict,
    judge_status,
)

REPOSITORY = Path(__file__).parents[3]
STATUSES = REPOSITORY / "tests/data/statuses"
GUIDE_PAGE = REPOSITORY / "site/docs/explanation/deal-stage-wording.md"
LANGUAGES = sorted(JUDGE_BY_LANGUAGE)
DEVELOPMENT, HELD_OUT = 1, 0
"""Odd lines and even lines; see the README beside the lists."""


@dataclass(frozen=True)
class Labelled:
    language: str
    text: str
    past: bool
    buyer_view: bool

    @property
    def is_finding(self) -> bool:
        return not (self.past and self.buyer_view)


def labelled(language: str) -> list[Labelled]:
    lines = (STATUSES / f"{language}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return [Labelled(language, text, p == "yes", b == "yes") for text, p, b in rows]


def half_of(language: str, half: int) -> list[Labelled]:
    return [row for number, row in enumerate(labelled(language), start=1) if number % 2 == half]


def precision_and_recall(rows: list[Labelled]) -> tuple[float, float]:
    found = [row for row in rows if judge_status(row.text, row.language).is_finding]
    right = sum(row.is_finding for row in found)
    return right / len(found), right / sum(row.is_finding for row in rows)


@pytest.mark.parametrize("half", [HELD_OUT, DEVELOPMENT], ids=["held-out", "development"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_are_right_and_few_are_missed(language: str, half: int) -> None:
    rows = half_of(language, half)
    assert len(rows) == 40
    assert 15 <= sum(row.is_finding for row in rows) <= 30, "a list of one kind measures nothing"
    precision, recall = precision_and_recall(rows)
    assert precision >= 0.95
    assert recall >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_finding_says_what_is_wrong(language: str) -> None:
    for row in labelled(language):
        verdict = judge_status(row.text, language)
        assert bool(verdict.reason) == verdict.is_finding


@pytest.mark.parametrize("name", ["later", "unused"])
def test_words_unlike_those_of_the_lists_are_judged_too(name: str) -> None:
    lines = (STATUSES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [
        Labelled(language, text, p == "yes", b == "yes")
        for language, text, p, b in (line.split("\t") for line in lines)
    ]
    precision, recall = precision_and_recall(rows)
    assert precision >= 0.95
    assert recall >= 0.8


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "English"), ("ja", "Japanese"), ("ro", "Romanian"), ("ru", "Russian")],
)
def test_the_guide_gives_the_figures_as_they_are(language: str, name: str) -> None:
    rows = half_of(language, HELD_OUT)
    found = [row for row in rows if judge_status(row.text, language).is_finding]
    right = sum(row.is_finding for row in found)
    precision, recall = precision_and_recall(rows)
    deserved = sum(row.is_finding for row in rows)
    line = (
        f"| {name} | {deserved} | {right} | {len(found) - right} | {precision:.2f} | {recall:.2f} |"
    )
    assert line in GUIDE_PAGE.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("text", "language", "past", "buyer_view"),
    [
        ("Offer received", "en", True, True),
        ("Payment received", "en", True, False),
        ("Hasn’t signed", "en", False, True),
        ("Won’t sign", "en", False, None),
        ("Awaiting signed contract", "en", False, None),
        ("КП отправлено", "ru", True, False),
        ("Клиент пришёл на встречу", "ru", True, True),
        ("Клиент заинтересован", "ru", False, None),
        ("Ofertă primită", "ro", True, True),
        ("oferta primita", "ro", True, True),
        ("Plată primită", "ro", True, False),
        ("De sunat", "ro", False, False),
        ("提案書を受領した", "ja", True, True),
        ("提案が承認された", "ja", True, True),
        ("ﾃﾞﾓ参加済み。", "ja", True, True),
        ("提案中", "ja", False, None),
        ("Closed won", "ru", True, False),
        ("Offer received", "ja-JP", True, True),
        ("Offer received", "en_GB", True, True),
        ("Angebot erhalten", "de", None, None),
        ("", "en", None, None),
        ("…", "ja", None, None),
    ],
)
def test_known_statuses(
    text: str, language: str, past: bool | None, buyer_view: bool | None
) -> None:
    verdict = judge_status(text, language)
    assert (verdict.past, verdict.buyer_view) == (past, buyer_view)


def test_the_reason_names_the_word() -> None:
    assert judge_status("Send offer", "en").reason.startswith("“send” is an imperative")
    assert "“отправлено” is said from our side" in judge_status("КП отправлено", "ru").reason


def deal_stages() -> Iterator[tuple[str, str, str]]:
    for path in sorted((REPOSITORY / "playbooks").glob("*/playbook.yaml")):
        document = load_document(path, shown=path.name).document
        assert document
        data = document.data
        assert isinstance(data, dict)
        for stage in data.get("deal_stages", {}).values():
            title = stage if isinstance(stage, str) else stage["title"]
            yield path.parent.name, data["language"], title


@pytest.mark.parametrize(("playbook", "language", "title"), list(deal_stages()))
def test_the_examples_deal_stages_are_well_said(playbook: str, language: str, title: str) -> None:
    verdict = judge_status(title, language)
    assert not verdict.is_finding, f"{playbook}: {title}: {verdict.reason}"


TEXT = st.text(max_size=80) | st.lists(
    st.sampled_from([row.text for language in LANGUAGES for row in labelled(language)]),
    max_size=4,
).map(" ".join)


@given(text=TEXT, language=st.sampled_from([*LANGUAGES, "de", ""]))
def test_every_text_has_a_verdict(text: str, language: str) -> None:
    verdict = judge_status(text, language)
    assert isinstance(verdict, Verdict)
    assert bool(verdict.reason) == verdict.is_finding


@given(data=st.data(), language=st.sampled_from(LANGUAGES))
def test_case_and_outer_space_do_not_matter(data: st.DataObject, language: str) -> None:
    row = data.draw(st.sampled_from(labelled(language)))
    verdict = judge_status(row.text, language)
    assert judge_status(row.text.upper(), language) == verdict
    assert judge_status(f"  {row.text.lower()} ", language) == verdict


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_beginning_of_a_very_long_text_is_read(language: str) -> None:
    beginning = ("received отправлено primită した " * LONGEST_STATUS)[:LONGEST_STATUS]
    assert judge_status(beginning + "x" * 1_000_000, language) == judge_status(beginning, language)
