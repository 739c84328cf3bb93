"""A workspace's sites while they are written: each save of a source is seen at once."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

from playbookgen import load, render
from playbookgen.pipeline.live_sites import Front, LiveSites
from playbookgen.publish.live import LiveServer, LiveTree, WarmBuilder


def serve(
    start: Path, front: Front, *, port: int = 0, engine: str = "bundled", jobs: int | None = None
) -> None:
    """Serves the workspace at or above `start` until interrupted.

    Raises UsageError if there is no workspace, or the port cannot be used.
    """
    tree = LiveTree(secrets.token_hex(8))
    with (
        tempfile.TemporaryDirectory(prefix="playbookgen-") as work,
        render.ENGINE_BY_NAME[engine](jobs=jobs) as drawing,
        WarmBuilder(Path(work)) as builder,
        LiveServer(tree, port=port) as server,
    ):
        sites = LiveSites(start, front, tree, drawing, builder, Path(work))
        with load.SourceWatch(start, others=sites.others) as watch:
            sites.update()
            front.note(f"Serving {server.address} to this machine alone; Ctrl-C ends it")
            front.ready(server.address)
            with sites.completing():
                while True:
                    watch.wait()
                    sites.update()
