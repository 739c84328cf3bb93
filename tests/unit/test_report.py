"""Reports: excerpts with carets that are right in a terminal, and formats other tools read."""

from __future__ import annotations

import json

from playbookgen.problems import Location, Problem, Related, Severity
from playbookgen.report import REPORTER_BY_FORMAT, as_text
from playbookgen.report.text import columns_wide, summary


def problem(text: str, column: int, end: int, **more: object) -> Problem:
    location = Location("playbooks/a/playbook.yaml", 7, column, end, text)
    return Problem("PB201", "Wrong", location, "Mend it.", **more)  # type: ignore[arg-type]  # a shorthand for tests


def test_the_excerpt_marks_what_is_meant() -> None:
    assert as_text([problem("  purpos: Begin.", 3, 9)]) == (
        "playbooks/a/playbook.yaml:7:3: error PB201: Wrong\n"
        "  7 |   purpos: Begin.\n"
        "    |   ^^^^^^\n"
        "  Cure: Mend it.\n"
    )


def test_the_caret_stands_below_full_width_characters() -> None:
    lines = as_text([problem("title: 販売の手順 x", 8, 13)]).splitlines()
    assert lines[1] == "  7 | title: 販売の手順 x"
    assert lines[2] == "    |        ^^^^^^^^^^"
    assert columns_wide("販売の手順") == 10


def test_combining_marks_take_no_column() -> None:
    assert columns_wide("e\u0301a") == 2


def test_a_long_line_is_cut_round_the_place() -> None:
    line = "a" * 300 + "WRONG" + "b" * 300
    excerpt, carets = as_text([problem(line, 301, 306)]).splitlines()[1:3]
    start = carets.index("^")
    assert excerpt[start : start + carets.count("^")] == "WRONG"
    assert len(excerpt) < 120


def test_control_characters_never_reach_a_terminal_or_ci() -> None:
    nasty = problem("key: \x1b[31m", 1, 4, related=())
    for format_, report in REPORTER_BY_FORMAT.items():
        text = report([Problem("PB201", "a\nb\x1b[0m::error::", nasty.location, "c\r\nd")])
        if format_ in ("text", "github"):
            assert "\x1b" not in text
            assert "\r" not in text
    assert (
        len(
            REPORTER_BY_FORMAT["github"](
                [Problem("X", "a\n::error::b", nasty.location)]
            ).splitlines()
        )
        == 1
    )


def test_problems_stop_after_twenty_a_file_with_a_count() -> None:
    text = as_text([problem("x: y", 1, 2)] * 23)
    assert text.count("error PB201") == 20
    assert text.endswith(
        "playbooks/a/playbook.yaml: 3 more problems are not shown; mend these first.\n"
    )


def test_related_places_are_shown() -> None:
    first = Related(Location("playbooks/a/playbook.yaml", 2, 1, 6, "title: A"), "the first one")
    assert "  playbooks/a/playbook.yaml:2:1: the first one\n  2 | title: A\n" in as_text(
        [problem("title: B", 1, 6, related=(first,))]
    )


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b[" not in as_text([problem("x: y", 1, 2)])
    assert "\x1b[1;31merror" in as_text([problem("x: y", 1, 2)], color=True)


def test_json_says_all_of_it() -> None:
    read = json.loads(REPORTER_BY_FORMAT["json"]([problem("x: y", 1, 2)]))
    assert read["problems"] == [
        {
            "code": "PB201",
            "severity": "error",
            "message": "Wrong",
            "path": "playbooks/a/playbook.yaml",
            "line": 7,
            "column": 1,
            "end_column": 2,
            "cure": "Mend it.",
            "related": [],
        }
    ]


def test_github_annotations_are_escaped() -> None:
    location = Location("a,b:c%.yaml", 1, 2, 3)
    assert REPORTER_BY_FORMAT["github"]([Problem("PB1", "50% off", location)]) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endColumn=3,title=playbookgen PB1::50%25 off\n"
    )


def test_sarif_has_a_result_a_problem() -> None:
    log = json.loads(REPORTER_BY_FORMAT["sarif"]([problem("x: y", 1, 2)]))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["results"][0]["ruleId"] == "PB201"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert run["tool"]["driver"]["rules"] == [{"id": "PB201"}]


def test_the_summary_counts_in_words() -> None:
    warning = problem("x: y", 1, 2, severity=Severity.WARNING)
    assert summary([problem("x: y", 1, 2), warning, warning]) == "1 error, 2 warnings"
    assert summary([]) == "no problems"
