"""Offsets: Python counts code points, Qt counts UTF-16 units; all that stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LAST_OF_BMP = "\uffff"


def to_utf16(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return (start, end) spans of `text` in UTF-16 units."""
    spans = list(spans)
    if text.isascii() or all(letter <= _LAST_OF_BMP for letter in text):
        return spans
    units = [0]
    for letter in text:
        units.append(units[-1] + (2 if letter > _LAST_OF_BMP else 1))
    return [(units[start], units[end]) for start, end in spans]


def to_code_points(text: str, position: int) -> int:
    """Return the code point offset of a UTF-16 `position` in `text`."""
    if text.isascii():
        return position
    units = 0
    for offset, letter in enumerate(text):
        if units >= position:
            return offset
        units += 2 if letter > _LAST_OF_BMP else 1
    return len(text)
