"""Settings for a builder: whatever a title holds, they are read as they were meant."""

from __future__ import annotations

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from playbookgen.publish.settings import as_yaml

_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40)
_LEAF = _TEXT | st.booleans() | st.integers()


@given(
    st.recursive(
        _LEAF, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4)
    )
)
@example({"щ" * 1200: "𠮷野家.md", "x" * 10_000: [{"? : {": "a.md"}, {"!": ["b.md"]}]})
def test_what_is_written_is_what_is_read(settings: object) -> None:
    assert yaml.safe_load(as_yaml(settings)) == settings
