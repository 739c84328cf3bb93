"""Sites while they are written: pages built as they are asked for, and served to this machine."""

from __future__ import annotations

from playbookgen.publish.live.builder import WarmBuilder
from playbookgen.publish.live.server import LiveServer
from playbookgen.publish.live.site import LiveSite
from playbookgen.publish.live.tree import LiveTree

__all__ = ["LiveServer", "LiveSite", "LiveTree", "WarmBuilder"]
