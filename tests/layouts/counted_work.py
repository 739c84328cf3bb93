"""How much work a call is, counted in steps of the interpreter or in lines: the same everywhere."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import playbookgen

SOURCE = Path(playbookgen.__file__).parent


def steps_in(folders: tuple[str, ...], call: Callable[[], object]) -> int:
    """How many instructions of the code below these folders of the source a call runs.

    What others keep in caches, such as widths of texts, is left out.
    """
    places = tuple(str(SOURCE / folder) for folder in folders)
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        nonlocal steps
        if event == "call":
            if not frame.f_code.co_filename.startswith(places):
                return None
            frame.f_trace_lines, frame.f_trace_opcodes = False, True
        steps += event == "opcode"
        return trace

    _traced(trace, call)
    return steps


def lines_run(call: Callable[[], object]) -> int:
    """How many lines of Python a call runs, rounds of comprehensions counted one by one."""
    count = 0

    def trace(_frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return trace

    _traced(trace, call)
    return count


def _traced(trace: Callable[..., Any], call: Callable[[], object]) -> None:
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
