"""Tiny deterministic PNG pictures (a location map and a layout map), drawn pixel by pixel without a drawing library."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

PALETTE = ((255, 255, 255), (60, 60, 60), (150, 190, 230), (200, 225, 180), (240, 200, 140), (225, 160, 160), (190, 170, 220), (200, 30, 30))  # fmt: skip
WIDTH, HEIGHT = 320, 200

Rectangle = tuple[int, int, int, int, int]  # left, top, right, bottom, colour


def draw(rectangles: Sequence[Rectangle], lines: Sequence[Rectangle] = ()) -> bytes:
    """A PNG of 320 × 200: framed rectangles, then lines from (left, top) to (right, bottom), palette colours."""
    rows = [bytearray(WIDTH) for _ in range(HEIGHT)]
    for left, top, right, bottom, colour in rectangles:
        for y in range(top, bottom):
            for x in range(left, right):
                edge = x in (left, right - 1) or y in (top, bottom - 1)
                rows[y][x] = 1 if edge else colour
    for x0, y0, x1, y1, colour in lines:
        steps = max(abs(x1 - x0), abs(y1 - y0), 1)
        for step in range(steps + 1):
            x, y = x0 + (x1 - x0) * step // steps, y0 + (y1 - y0) * step // steps
            for dx, dy in ((0, 0), (1, 0), (0, 1)):
                if x + dx < WIDTH and y + dy < HEIGHT:
                    rows[y + dy][x + dx] = colour
    return _png(rows)


def location_map(seed: int) -> bytes:
    """A sketch of a region: provinces as fields, a river, a railway, the park as a red spot."""
    shift = seed * 13 % 60
    fields = [(10, 10, 310, 190, 3), (10, 10, 120 + shift, 90, 4), (60 + shift, 60, 240, 150, 2)]
    spot = (150 + shift, 95, 166 + shift, 107, 7)
    return draw([*fields, spot], [(10, 150, 310, 60 + shift, 2), (30, 15, 280, 185, 1)])


def layout_map(seed: int) -> bytes:
    """A sketch of zones of a park divided by roads."""
    cut = 110 + seed * 17 % 50
    zones = [(10, 10, cut, 95, 4), (cut + 8, 10, 310, 70, 5), (cut + 8, 78, 310, 190, 2), (10, 103, cut, 190, 3)]
    return draw([*zones, (cut + 30, 110, cut + 80, 150, 6)], [(cut + 4, 5, cut + 4, 195, 1), (5, 99, 315, 74, 1)])


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _png(rows: Sequence[bytearray]) -> bytes:
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    palette = b"".join(bytes(colour) for colour in PALETTE)
    pixels = b"".join(b"\0" + bytes(row) for row in rows)
    parts = _chunk(b"IHDR", header) + _chunk(b"PLTE", palette) + _chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + parts + _chunk(b"IEND", b"")
