"""Did you mean: the nearest of the names that would have been right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(written: str, candidates: Iterable[str]) -> str:
    """A cure that names the likeliest candidates, or lists them, or nothing if there are none."""
    names = list(dict.fromkeys(candidates))
    close = get_close_matches(written.replace("_", "-"), [n.replace("_", "-") for n in names], n=1)
    if close:
        best = next(name for name in names if name.replace("_", "-") == close[0])
        return f"Did you mean “{best}”?"
    if not names:
        return ""
    shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"Possible here: {shown}."
