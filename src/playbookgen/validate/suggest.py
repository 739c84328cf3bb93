"""Did you mean: the nearest of the names that would have been right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(written: str, candidates: Iterable[str]) -> str:
    """The candidate that is most like what was written, or nothing if none is."""
    by_form = {name.replace("_", "-").casefold(): name for name in candidates}
    close = get_close_matches(written.replace("_", "-").casefold(), by_form, n=1)
    return by_form[close[0]] if close else ""


def did_you_mean(written: str, candidates: Iterable[str]) -> str:
    """A cure that names the likeliest candidate, or lists them, or nothing if there are none."""
    names = list(dict.fromkeys(candidates))
    best = nearest(written, names)
    if best:
        return f"Did you mean “{best}”?"
    if not names:
        return ""
    shown = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f"Possible here: {shown}{'' if shown.endswith('…') else '.'}"
