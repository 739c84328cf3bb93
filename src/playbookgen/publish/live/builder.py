"""The process that keeps MkDocs ready, asked for one page at a time."""

from __future__ import annotations

import contextlib
import json
import threading
from pathlib import Path
from subprocess import Popen
from types import TracebackType

from playbookgen.publish.mkdocs import build_failed, end_builder, start_builder

SECONDS = 60.0
"""For one answer; a page takes a thousandth of that."""


class WarmBuilder:
    """A builder that stays for as long as it is entered; started anew if it has died."""

    def __init__(self, work: Path) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._process: Popen[bytes] | None = None
        self._configured: set[Path] = set()

    def __enter__(self) -> WarmBuilder:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._end()

    def configure(self, folder: Path) -> None:
        """Reads the configuration in `folder` and copies the theme's files. Raises EngineError."""
        with self._lock:
            self._ask({"configure": str(folder / "mkdocs.yml")})
            self._configured.add(folder)

    def page(self, folder: Path, path: str) -> bytes:
        """The built HTML of a page of the site configured in `folder`. Raises EngineError."""
        with self._lock:
            if folder not in self._configured:  # by the process that runs now
                self._ask({"configure": str(folder / "mkdocs.yml")})
                self._configured.add(folder)
            return self._ask({"configure": str(folder / "mkdocs.yml"), "page": path}).encode()

    def _ask(self, question: dict[str, str]) -> str:
        process = self._running()
        # A builder that hangs is ended, and so answers with nothing.
        timer = threading.Timer(SECONDS, process.kill)
        timer.start()
        line = b""
        try:
            if process.stdin and process.stdout:
                process.stdin.write(f"{json.dumps(question)}\n".encode())
                process.stdin.flush()
                line = process.stdout.readline()
        except OSError:
            line = b""
        finally:
            timer.cancel()
        if not line:
            self._end()
            raise build_failed(question.get("page", "site"), "The builder has ended unasked")
        answer = json.loads(line)
        if "error" in answer:
            words = str(answer["error"]).replace(str(self._work), "…")
            raise build_failed(question.get("page", "site"), f"The builder failed: {words[-500:]}")
        return str(answer["html"])

    def _running(self) -> Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._configured.clear()
            self._process = start_builder(
                "playbookgen.publish.live.worker", work=self._work, talks=True
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        self._configured.clear()
        if process:
            with contextlib.suppress(OSError):
                end_builder(process)
