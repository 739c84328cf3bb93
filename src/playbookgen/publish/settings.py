"""Settings for a builder as YAML: plain data, whose texts need no quoting of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

# A reader of YAML looks for the colon after a key no further than 1,024 characters ahead, unless
# a question mark says that it is one (YAML 1.2.2, 7.4.2 and 8.2.2).
_LONGEST_KEY = 1000
_NOT_AS_IT_IS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def as_yaml(value: Any) -> str:
    """The value in YAML's flow style: JSON, but for what the two read in different ways."""
    if isinstance(value, Mapping):
        entries = (f"{_key(key)}: {as_yaml(item)}" for key, item in value.items())
        return "{" + ",\n".join(entries) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",\n".join(map(as_yaml, value)) + "]"
    # Escaped, a character above U+FFFF would be two to YAML: halves that nobody can write.
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_AS_IT_IS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _key(text: str) -> str:
    written = as_yaml(text)
    return written if len(written) <= _LONGEST_KEY else f"? {written} "
