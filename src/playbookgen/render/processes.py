"""Processes that draw: how they are started, how long they may take, and how they are ended."""

from __future__ import annotations

import contextlib
import os
import signal
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

OUTPUT_CAP = 32 * 1024 * 1024
"""The most bytes that one drawing may have; a map of a thousand nodes has under one million."""

_NO_FONTS = """<?xml version="1.0"?><fontconfig><cachedir>cache</cachedir></fontconfig>"""


class DiedError(Exception):
    """The process ended, or its answer broke off."""


class TimedOutError(Exception):
    """The process did not answer in time and was ended."""


class Room:
    """An empty temporary folder and a minimal environment, in which no fonts are found."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(
            prefix="playbookgen-", ignore_cleanup_errors=True
        )
        self.path = Path(self._folder.name)
        fonts = self.path / "fonts.conf"
        fonts.write_text(_NO_FONTS, encoding="utf-8")
        self.environment = {
            "PATH": "",
            "LC_ALL": "C",
            "HOME": self._folder.name,
            "FONTCONFIG_FILE": str(fonts),
        }
        if system_root := os.environ.get("SYSTEMROOT"):  # Windows starts no Python without it
            self.environment["SYSTEMROOT"] = system_root

    def start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        """Starts a command as the leader of a session of its own."""
        windows = sys.platform == "win32"
        return subprocess.Popen(  # noqa: S603 - the command is ours, without a shell
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self.path,
            env=self.environment,
            start_new_session=not windows,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) if windows else 0,
        )

    def close(self) -> None:
        """Removes the folder."""
        self._folder.cleanup()


class Deadline:
    """Ends a process tree unless the block is left in time; `passed` tells whether it did."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.passed = False
        self._process = process
        self._timer = threading.Timer(seconds, self._pass)
        self._timer.daemon = True

    def _pass(self) -> None:
        self.passed = True
        end_tree(self._process)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()


class Worker:
    """One drawing process, which answers one frame at a time."""

    def __init__(self, room: Room, command: Sequence[str]) -> None:
        self._process = room.start(command)

    def answer(self, frame: bytes, *, seconds: float) -> bytes:
        """The worker's answer; after an error the worker is of no more use."""
        deadline = Deadline(self._process, seconds)
        try:
            with deadline:
                return self._exchange(frame)
        except (OSError, ValueError, DiedError) as error:
            self.close()
            raise TimedOutError if deadline.passed else DiedError from error

    def _exchange(self, frame: bytes) -> bytes:
        to_worker, from_worker = _pipes(self._process)
        to_worker.write(struct.pack(">I", len(frame)) + frame)
        to_worker.flush()
        (length,) = struct.unpack(">I", _exactly(from_worker, 4))
        if not 0 < length <= OUTPUT_CAP:
            raise DiedError
        return _exactly(from_worker, length)

    def close(self) -> None:
        """Ends the process and everything that it started."""
        end_tree(self._process)
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()


def end_tree(process: subprocess.Popen[bytes]) -> None:
    """Kills a process that leads its own group, with its group, and waits for it."""
    if process.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def limit_memory(process: subprocess.Popen[bytes], limit: int) -> None:
    """Bounds the address space of a program that does not do so itself, where Linux allows it."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process.pid, resource.RLIMIT_AS, (limit, limit))


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise DiedError
    return process.stdin, process.stdout  # type: ignore[return-value] # both are pipes


def _exactly(pipe: BinaryIO, length: int) -> bytes:
    data = pipe.read(length)
    if len(data) != length:
        raise DiedError
    return data
