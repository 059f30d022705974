"""The size of a picture from its header, before anything decodes it.

A file of a few kilobytes can claim 60,000 pixels a side, and a decoder would take gigabytes for it.
"""

from __future__ import annotations

from typing import Final

MOST_PIXELS: Final = 40_000_000
# JPEG's start-of-frame markers (ITU-T T.81, table B.1): C0 to CF without DHT, JPG and DAC
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def picture_kind(data: bytes) -> str:
    """Return `png`, `jpeg`, `gif` or `webp` by the first bytes; empty if it is none of them."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def pixel_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None if the header is cut off or damaged."""
    kind = picture_kind(data)
    size: tuple[int, int] | None = None
    if kind == "png" and data[12:16] == b"IHDR" and len(data) >= 24:
        size = _number(data, 16, 4, "big"), _number(data, 20, 4, "big")
    elif kind == "gif" and len(data) >= 10:
        size = _number(data, 6, 2, "little"), _number(data, 8, 2, "little")
    elif kind == "jpeg":
        size = _jpeg_size(data)
    elif kind == "webp" and len(data) >= 30:
        size = _webp_size(data)
    return size if size and min(size) > 0 else None


def _number(data: bytes, start: int, length: int, order: str) -> int:
    return int.from_bytes(data[start : start + length], "big" if order == "big" else "little")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the frame header."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            return _number(data, at + 7, 2, "big"), _number(data, at + 5, 2, "big")
        if marker == 0xFF:  # a fill byte
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:  # no length follows
            at += 2
        else:
            at += 2 + max(_number(data, at + 2, 2, "big"), 2)
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    """The three kinds of first chunk (RFC 9649, sections 2.5 to 2.7)."""
    match data[12:16]:
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            return (
                _number(data, 26, 2, "little") & 0x3FFF,
                _number(data, 28, 2, "little") & 0x3FFF,
            )
        case b"VP8L" if data[20] == 0x2F:
            bits = _number(data, 21, 4, "little")
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return _number(data, 24, 3, "little") + 1, _number(data, 27, 3, "little") + 1
        case _:
            return None
