"""The screen of Xvfb as a PNG: the server keeps it as an XWD file (X11/XWDFile.h). Standard library only."""

from __future__ import annotations

import struct
import threading
import time
import zlib
from pathlib import Path

HEADER = struct.Struct(">25I")
COLOUR_BYTES = 12


def pixels(screen: Path) -> tuple[int, int, bytes]:
    """Width, height and the rows of RGB bytes of a 32-bit little-endian screen."""
    whole = screen.read_bytes()
    header = HEADER.unpack_from(whole)
    size, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
    start = size + colours * COLOUR_BYTES
    rows = bytearray(width * height * 3)
    picture = memoryview(whole)[start : start + line * height]
    if line != width * 4:
        raise ValueError(f"A line of {line} bytes is not {width} pixels of 32 bits.")
    for at, channel in enumerate((2, 1, 0)):
        rows[at::3] = picture[channel::4]
    return width, height, bytes(rows)


def keep_picture(screen: Path, path: Path) -> None:
    """Write what is on the screen as a PNG (RFC 2083): 8 bits, RGB, no filter."""
    width, height, rows = pixels(screen)
    lines = b"".join(b"\0" + rows[at : at + width * 3] for at in range(0, len(rows), width * 3))
    about = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", about), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks))


def settled(screen: Path, seconds: float = 1.0) -> None:
    """Wait until two looks, a tenth of a second apart, see the same; no longer than `seconds`."""
    waiting, deadline, before = threading.Event(), time.monotonic() + seconds, b""
    while time.monotonic() < deadline:
        now = screen.read_bytes()
        if now == before:
            return
        before = now
        waiting.wait(0.1)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
