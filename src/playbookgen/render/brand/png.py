"""A brand's PNG: its parts checked and written again, without what it says about its maker."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from playbookgen.model.branding import BrandPicture
from playbookgen.render.failures import picture_unusable

MAX_PIXELS = 2048
"""The greatest width and height."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"IDAT", b"IEND"})
"""What a picture is shown from; texts, dates and profiles of a camera are left out."""
_CURE = "Export it again as PNG from the program that it was drawn with."


def png_picture(data: bytes, shown: str) -> BrandPicture:
    """The picture in a PNG file. Raises RefusedError."""
    chunks = list(_chunks(data, shown))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13:
        raise picture_unusable(shown, 0, "This PNG has no header", _CURE)
    if not any(kind == b"IDAT" for kind, _ in chunks) or chunks[-1][0] != b"IEND":
        raise picture_unusable(shown, 0, "This PNG is cut off", _CURE)
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not (0 < width <= MAX_PIXELS and 0 < height <= MAX_PIXELS):
        words = f"This PNG is {width} × {height} px"
        cure = f"Scale it to at most {MAX_PIXELS} px on each side."
        raise picture_unusable(shown, 0, words, cure)
    kept = (_chunk(kind, body) for kind, body in chunks if kind in _KEPT)
    return BrandPicture("png", SIGNATURE + b"".join(kept), width, height)


def _chunks(data: bytes, shown: str) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG file up to its end, each as its checksum says it was written."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        end = at + 8 + length
        if data[end : end + 4] != struct.pack(">I", zlib.crc32(kind + body)):
            raise picture_unusable(shown, 0, "This PNG is damaged", _CURE)
        yield kind, body
        if kind == b"IEND":
            return
        at = end + 4


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
