"""Plain text through a theme that writes some texts raw and escapes others: marked, then restored.

Material puts titles into pages sometimes escaped, sometimes not, and once with references undone,
so no escaping of ours is right everywhere. A marked text has no character that HTML knows; once the
pages are built, each mark becomes the reference of the character it stands for.
"""

from __future__ import annotations

import re

_OPEN, _CLOSE = "\ue000", "\ue001"
_UNSAFE = re.compile(rf"[^\w \-.,:;·、。]|[_{_OPEN}{_CLOSE}]")
_MARK = re.compile(f"{_OPEN}([0-9a-f]+){_CLOSE}")


def marked(text: str) -> str:
    """`text` on one line, with every character marked that a template or HTML could read."""
    line = " ".join(text.splitlines()).strip()
    return _UNSAFE.sub(lambda found: f"{_OPEN}{ord(found[0]):x}{_CLOSE}", line)


def restored(html: str) -> str:
    """Built HTML with each mark as a character reference, safe in text and in attributes."""
    return _MARK.sub(lambda found: f"&#x{found[1]};", html)


def plain(text: str) -> str:
    """A marked text as it was before."""
    return _MARK.sub(lambda found: chr(int(found[1], 16)), text)
