"""The process that draws: frames of DOT in, frames of SVG out; it may crash or hang alone.

Started by file name with `python -I`: it may import the standard library and pygraphviz, no more.
A frame is four bytes of length and that many bytes; an answer begins with `+` or `-`.
"""

from __future__ import annotations

import os
import struct
import sys
from typing import BinaryIO


def main(memory: int, seconds: int) -> None:
    """Answers frames until its input ends; the limits hold for itself."""
    frames_in, frames_out = _private_pipes()
    _limit_memory(memory)
    import pygraphviz

    while (source := _read_frame(frames_in)) is not None:
        _set_alarm(seconds)
        try:
            graph = pygraphviz.AGraph(string=source.decode())
            answer = b"+" + graph.draw(format="svg", prog="nop2")
            graph.close()
        except (MemoryError, OSError, RuntimeError, TypeError, ValueError) as error:
            answer = b"-" + f"{type(error).__name__}: {error}".encode(errors="replace")[:2000]
        _set_alarm(0)
        frames_out.write(struct.pack(">I", len(answer)) + answer)
        frames_out.flush()


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes of the frames, out of reach of a library that prints or reads on its own."""
    frames_in, frames_out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return frames_in, frames_out


def _limit_memory(limit: int) -> None:
    """An upper bound of address space, where the system has one."""
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):  # a lower limit is set already, or macOS refuses it
        return


def _set_alarm(seconds: int) -> None:
    """Ends this process by itself, should the one that started it be gone; 0 takes it back."""
    import signal

    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _read_frame(pipe: BinaryIO) -> bytes | None:
    head = pipe.read(4)
    if len(head) < 4:
        return None
    (length,) = struct.unpack(">I", head)
    body = pipe.read(length)
    return body if len(body) == length else None


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
