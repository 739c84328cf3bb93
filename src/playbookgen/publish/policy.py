"""The Content-Security-Policy of built pages: nothing but the site's own files, no other script."""

from __future__ import annotations

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script(?P<attributes>[^<>]*)>(?P<text>.*?)</script>", re.DOTALL)
_FIRST = re.compile(r"<meta charset=[^<>]*>")
# Markdown's tables align their cells by style attributes, which the policy does not allow.
_ALIGNED = re.compile(r' style="text-align: ?(left|right|center);?"')
_DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data: blob:",  # icons in the style sheet, and maps that become a PNG
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
)


def with_policy(page: str) -> str:
    """A built page with its policy as a meta tag: the scripts it has are allowed by their hashes.

    Source: Content Security Policy Level 3, “Usage of the meta element” and “hash-source”.
    """
    page = _ALIGNED.sub(r' class="pb-\1"', page)
    hashes = dict.fromkeys(
        _hash(found["text"])
        for found in _SCRIPT.finditer(page)
        if "src=" not in found["attributes"] and "application/json" not in found["attributes"]
    )
    scripts = " ".join(["script-src", "'self'", *hashes])
    policy = "; ".join([*_DIRECTIVES, scripts])
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _FIRST.sub(lambda first: f"{first[0]}\n{tag}", page, count=1)


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
