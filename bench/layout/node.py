"""Node.js programs that answer JSON texts line by line."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


def answers(program: str, sources: Iterable[object], *arguments: str) -> Iterator[dict[str, Any]]:
    """What a program says to each source; its first line, the version, left out."""
    command = ["node", program, *arguments]
    with subprocess.Popen(
        command, cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        text = "".join(f"{json.dumps(source)}\n" for source in sources)
        thread = threading.Thread(target=_write, args=(process, text))
        thread.start()
        process.stdout.readline()
        for line in process.stdout:
            yield json.loads(line)
        thread.join()


def _write(process: subprocess.Popen[str], text: str) -> None:
    assert process.stdin is not None
    with process.stdin as pipe:
        pipe.write(text)


def version_of(program: str, *arguments: str) -> str:
    """The version that a program says; empty if it or Node.js is missing."""
    if not shutil.which("node"):
        return ""
    command = ["node", program, *arguments]
    said = subprocess.run(
        command, cwd=FOLDER, input="", capture_output=True, encoding="utf-8", check=False
    )
    lines = said.stdout.splitlines()
    return str(json.loads(lines[0])) if lines else ""
