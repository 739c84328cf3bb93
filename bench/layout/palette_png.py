"""Pictures of few colours as small PNG files: Chromium writes three bytes a pixel."""

from __future__ import annotations

import struct
import zlib
from base64 import b64decode, b64encode

from playwright.sync_api import Page

_REDUCE = """async source => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const { width, height } = image, canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colour = at => data[at] << 16 | data[at + 1] << 8 | data[at + 2];
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    counts.set(colour(at), (counts.get(colour(at)) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const palette = byCount.slice(0, 256).map(([one]) => one);
  const parts = one => [one >> 16, one >> 8 & 255, one & 255];
  const chosen = palette.map(parts), known = new Map();
  const nearest = one => {
    const [r, g, b] = parts(one);
    let best = 0, least = Infinity;
    chosen.forEach(([x, y, z], at) => {
      const away = (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
      if (away < least) { best = at; least = away; }
    });
    return best;
  };
  for (const one of counts.keys()) known.set(one, nearest(one));
  const indices = new Uint8Array(width * height);
  for (let at = 0; at < indices.length; at += 1) indices[at] = known.get(colour(4 * at));
  let text = "";
  for (let at = 0; at < indices.length; at += 8192) {
    text += String.fromCharCode(...indices.subarray(at, at + 8192));
  }
  return [width, height, palette, btoa(text)];
}"""


def reduced(page: Page, png: bytes) -> bytes:
    """A picture with its 256 most frequent colours, others by the nearest of them."""
    source = f"data:image/png;base64,{b64encode(png).decode()}"
    width, height, palette, indices = page.evaluate(_REDUCE, source)
    rows = b64decode(indices)
    lines = b"".join(b"\0" + rows[at : at + width] for at in range(0, width * height, width))
    colours = b"".join(colour.to_bytes(3, "big") for colour in palette)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = (b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
