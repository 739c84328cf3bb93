"""What to do next: few lines in plain words, the weightiest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from playbookgen.problems import Location, Problem, Severity, sort_problems
from playbookgen.report.steps import next_steps

TITLES = {"PB301": "Every id is declared.", "PB454": "Every metric has a target."}


def problem(code: str, line: int, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(code, f"Wrong\x1b in line {line}", Location("p.yaml", line), "", severity)


def test_few_problems_need_no_steps() -> None:
    assert next_steps([problem("PB301", 1)] * 3, TITLES) == []


def test_steps_are_grouped_by_rule_and_soundness_comes_first() -> None:
    problems = [problem("PB454", line) for line in range(10, 16)]
    problems += [problem("PB301", 20), problem("PB202", 1)]
    problems += [problem("PB403", 3, Severity.WARNING), problem("PB451", 4, Severity.WARNING)]
    assert next_steps(problems, TITLES) == [
        "Next: Wrong\ufffd in line 1 (PB202, at p.yaml:1)",
        "Then: Every id is declared (PB301, at p.yaml:20)",
        "Then: Every metric has a target (PB454, 6 times, first at p.yaml:10)",
        "2 problems of 2 other kinds can wait until then.",
        "“playbookgen rules PB301” explains a rule, with an example.",
    ]


problems_of_all_kinds = st.builds(
    problem,
    st.sampled_from([f"PB{number}" for number in (102, 202, 301, 311, 401, 404, 454, 501)]),
    st.integers(1, 99),
    st.sampled_from(list(Severity)),
)


@given(st.lists(problems_of_all_kinds, max_size=60))
def test_there_are_never_more_than_five_lines(problems: list[Problem]) -> None:
    lines = next_steps(sort_problems(problems), TITLES)
    assert len(lines) <= 5
    assert bool(lines) == (len(dict.fromkeys(problems)) > 3)


@given(st.lists(problems_of_all_kinds, max_size=60))
def test_errors_of_a_file_are_shown_before_its_warnings(problems: list[Problem]) -> None:
    weights = [problem.severity is Severity.WARNING for problem in sort_problems(problems)]
    assert weights == sorted(weights)
