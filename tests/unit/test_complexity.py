"""No function of the layouts is so branched that a reader loses the way."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import playbookgen

LAYOUT = Path(playbookgen.__file__).parent / "layout"
MOST = 10
_BRANCHES = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.IfExp,
    ast.match_case,
)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def complexity(function: ast.AST) -> int:
    """The ways through a function; ternaries, comprehensions and boolean operators count."""
    return 1 + sum(map(_ways, _own(function)))


def _ways(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, _BRANCHES))


def _own(function: ast.AST) -> Iterator[ast.AST]:
    """What stands in a function, but for functions in it, which are counted themselves."""
    for node in ast.iter_child_nodes(function):
        if not isinstance(node, _FUNCTIONS):
            yield node
            yield from _own(node)


def offenders() -> dict[str, int]:
    """The functions above the limit, by file and name."""
    found = {}
    for path in sorted(LAYOUT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, _FUNCTIONS) and complexity(node) > MOST:
                found[f"{path.relative_to(LAYOUT).as_posix()}:{node.name}"] = complexity(node)
    return found


def test_no_function_of_the_layouts_is_too_complex() -> None:
    assert offenders() == {}


@pytest.mark.parametrize(
    ("source", "ways"),
    [
        ("def f(): return 1", 1),
        ("def f(a, b, c): return a and b or c", 3),
        ("def f(a): return [x for x in a if x if not x]", 4),
        ("def f(a): return 1 if a else 2", 2),
        ("def f(a):\n match a:\n  case 1: pass\n  case _: pass", 3),
        ("def f(a):\n try: pass\n except OSError: pass\n while a: pass", 3),
        ("def f(a):\n def g(b): return b or a\n return g", 1),
    ],
)
def test_every_way_through_a_function_counts(source: str, ways: int) -> None:
    (function,) = ast.parse(source).body
    assert complexity(function) == ways
